"""Title, publisher, licence, language and date in the properties of the file."""

from __future__ import annotations

from datetime import datetime
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from packager.render.docx.arranged import Properties
from tests.render.docx_oracle.element import legal

UNDATED = "2000-01-01"
"""The date of a file whose curriculum declares none."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that properties made by users belong to ([MS-OLEPS] 2.18)."""


def add_properties(document: Document, properties: Properties) -> None:
    """The document says in its properties what `properties` says (ECMA-376 Part 2, section 11; Part 1, section 22.3)."""
    core, date = document.core_properties, datetime.fromisoformat(properties.date or UNDATED)
    core.title, core.subject, core.author = _held(properties.title), _held(properties.subject), _held(properties.author)
    core.last_modified_by, core.language, core.identifier = _held(properties.author), properties.language, _held(properties.identifier)
    core.comments, core.keywords, core.revision = _held(properties.licence), "", 1
    core.created = core.modified = date
    named = {"Licence": properties.licence, "Licence URL": properties.licence_url, "Publisher": properties.author}
    held = {name: value for name, value in named.items() if value}
    if held:
        package = document.part.package
        assert package is not None
        part = Part(PackURI("/docProps/custom.xml"), _CUSTOM, _custom(held), package)
        package.relate_to(part, f"{_OFFICE}/relationships/custom-properties")


def _held(text: str) -> str:
    """What a core property can hold: 255 letters, as Word and python-docx have it."""
    return legal(text)[:255]


def _escaped(text: str) -> str:
    return escape(legal(text), {"\r": "&#13;"})


def _custom(named: dict[str, str]) -> bytes:
    lines = (
        f'<property fmtid="{_SET}" pid="{n}" name="{name}"><vt:lpwstr>{_escaped(value)}</vt:lpwstr></property>'
        for n, (name, value) in enumerate(named.items(), 2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{"".join(lines)}</Properties>'
    ).encode()
