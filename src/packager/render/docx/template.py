"""An empty Word document with our styles, numbering, theme and settings, made of data: no binary is kept."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from packager.render.docx.element import NAMESPACES, Element, el, qualified, serialised
from packager.render.docx.style import Style
from packager.render.docx.styles_xml import numbering_xml, styles_xml
from packager.render.docx.theme_xml import theme_xml
from packager.render.look import WHITE, Look

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "styles": (f"{_MAIN}.styles+xml", "styles.xml"),
    "numbering": (f"{_MAIN}.numbering+xml", "numbering.xml"),
    "fontTable": (f"{_MAIN}.fontTable+xml", "fontTable.xml"),
    "settings": (f"{_MAIN}.settings+xml", "settings.xml"),
    "theme": ("application/vnd.openxmlformats-officedocument.theme+xml", "theme/theme1.xml"),
}
"""The parts of the main document: their relationship, content type and place below `word/`."""
_COMPATIBLE = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
)


def template(styles: tuple[Style, ...], look: Look, language: str) -> bytes:
    """A Word document without content that has `styles` and the theme of `look`."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations((("officeDocument", "word/document.xml"),)),
        "word/_rels/document.xml.rels": _relations(tuple((name, path) for name, (_, path) in _PARTS.items())),
        "word/document.xml": serialised(_document(look)),
        "word/styles.xml": serialised(styles_xml(styles, look, language)),
        "word/numbering.xml": serialised(numbering_xml(look)),
        "word/settings.xml": serialised(_settings(look, language)),
        "word/fontTable.xml": serialised(_fonts(look)),
        "word/theme/theme1.xml": serialised(theme_xml(look)),
    }
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return file.getvalue()


def _document(look: Look) -> Element:
    """The empty main part. It declares Word's later namespaces as ones that older programs may ignore (Part 3, section 10)."""
    used = {prefix: uri for prefix, uri in NAMESPACES.items() if prefix != "xml"}
    root = etree.Element(qualified("w:document"), nsmap=used)
    root.set(qualified("mc:Ignorable"), "w14 w15")
    if look.ground != WHITE:
        root.append(el("w:background", color=look.ground[1:]))
    root.append(el("w:body"))
    return root


def _settings(look: Look, language: str) -> Element:
    grounds = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    same = {name: name for name in (*(f"accent{n}" for n in range(1, 7)), "hyperlink", "followedHyperlink")}
    uri = "http://schemas.microsoft.com/office/word"
    return el(
        "w:settings",
        el("w:zoom", percent=100),
        el("w:displayBackgroundShape") if look.ground != WHITE else None,
        el("w:defaultTabStop", val=720),
        el("w:characterSpacingControl", val="doNotCompress"),
        el("w:compat", *(el("w:compatSetting", name=name, uri=uri, val=value) for name, value in _COMPATIBLE)),
        el("w:themeFontLang", val=language, bidi="ar-SA"),
        el("w:clrSchemeMapping", **grounds, **same),
        el("w:decimalSymbol", val="."),
        el("w:listSeparator", val=","),
    )


def _fonts(look: Look) -> Element:
    """The families used, with what to put in their place where they are missing (Part 1, section 17.8.3)."""
    families = ((look.fonts.office_display, "roman"), (look.fonts.office_text, "swiss"))
    return el("w:fonts", *(el("w:font", el("w:charset", val="00"), el("w:family", val=kind), name=name) for name, kind in families))


def _content_types() -> bytes:
    """The types of the parts (Part 2, section 10.1.2)."""
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    overrides = {f"/word/{path}": kind for kind, path in _PARTS.values()} | {"/word/document.xml": f"{_MAIN}.document.main+xml"}
    lines = [f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items()]
    lines += [f'<Override PartName="{path}" ContentType="{kind}"/>' for path, kind in overrides.items()]
    return f'<Types xmlns="{_PACKAGE}/content-types">{"".join(lines)}</Types>'.encode()


def _relations(targets: tuple[tuple[str, str], ...]) -> bytes:
    lines = [f'<Relationship Id="rId{n}" Type="{_RELATION}/{kind}" Target="{path}"/>' for n, (kind, path) in enumerate(targets, 1)]
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'.encode()
