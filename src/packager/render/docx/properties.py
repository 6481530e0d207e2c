"""Title, publisher, licence, language and date in the properties of the file."""

from __future__ import annotations

from datetime import date as Date

from packager.render.docx.arranged import Properties
from packager.render.docx.compiled import OFFICE
from packager.render.docx.markup import DECLARED, escaped, legal

UNDATED = "2000-01-01"
"""The date of a file whose curriculum declares none."""
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_SPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that properties made by users belong to ([MS-OLEPS] 2.18)."""


def core_xml(properties: Properties) -> bytes:
    """The core properties (ECMA-376 Part 2, section 8)."""
    date, author = f"{Date.fromisoformat(properties.date or UNDATED)}T00:00:00Z", _held(properties.author)
    said = (
        f"<dc:title>{_held(properties.title)}</dc:title><dc:subject>{_held(properties.subject)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:keywords/><dc:description>{_held(properties.licence)}</dc:description>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified>'
        f"<dc:identifier>{_held(properties.identifier)}</dc:identifier><dc:language>{_held(properties.language)}</dc:language>"
    )
    return f"{DECLARED}<cp:coreProperties {_SPACES}>{said}</cp:coreProperties>".encode()


def custom_xml(properties: Properties) -> bytes:
    """The properties that Office has no name for (Part 1, section 22.3); nothing where there are none."""
    named = {"Licence": properties.licence, "Licence URL": properties.licence_url, "Publisher": properties.author}
    lines = [
        f'<property fmtid="{_SET}" pid="{number}" name="{name}"><vt:lpwstr>{escaped(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(((name, value) for name, value in named.items() if value), 2)
    ]
    if not lines:
        return b""
    spaces = f'xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"'
    return f"{DECLARED}<Properties {spaces}>{''.join(lines)}</Properties>".encode()


def _held(text: str) -> str:
    """What a core property can hold: 255 letters, as Word and python-docx have it."""
    return escaped(legal(text)[:255])
