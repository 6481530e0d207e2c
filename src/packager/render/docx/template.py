"""Our own template: styles, numbering, theme and settings made of data; no binary is kept."""

from __future__ import annotations

from packager.render.docx.compiled import WORD, CompiledTemplate, StyleIds, TemplatePart
from packager.render.docx.markup import el, part
from packager.render.docx.style import Style
from packager.render.docx.styles_xml import numbering_xml, style_id, styles_xml
from packager.render.docx.theme_xml import theme_xml
from packager.render.look import WHITE, Look
from packager.render.package import packed

THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_COMPATIBLE = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
)


def own_template(styles: tuple[Style, ...], look: Look, language: str) -> CompiledTemplate:
    """A template that has `styles` and the theme of `look`."""
    parts = (
        ("styles", "styles.xml", styles_xml(styles, look, language)),
        ("numbering", "numbering.xml", numbering_xml(look)),
        ("fontTable", "fontTable.xml", _fonts(look)),
        ("settings", "settings.xml", _settings(look, language)),
        ("theme", "theme/theme1.xml", theme_xml(look)),
    )
    return CompiledTemplate(
        tuple(TemplatePart(type_of(kind), packed(f"word/{target}", content)) for kind, target, content in parts),
        tuple((kind, target) for kind, target, _ in parts),
        StyleIds({style.name: style_id(style.name) for style in styles}),
        "" if look.ground == WHITE else el("w:background", color=look.ground[1:]),
    )


def type_of(kind: str) -> str:
    """The content type of a part of a template."""
    return THEME_TYPE if kind == "theme" else f"{WORD}.{kind}+xml"


def _settings(look: Look, language: str) -> bytes:
    grounds = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    same = {name: name for name in (*(f"accent{n}" for n in range(1, 7)), "hyperlink", "followedHyperlink")}
    uri = "http://schemas.microsoft.com/office/word"
    said = (
        el("w:zoom", percent=100),
        el("w:displayBackgroundShape") if look.ground != WHITE else "",
        el("w:defaultTabStop", val=720),
        el("w:characterSpacingControl", val="doNotCompress"),
        el("w:compat", *(el("w:compatSetting", name=name, uri=uri, val=value) for name, value in _COMPATIBLE)),
        el("w:themeFontLang", val=language, bidi="ar-SA"),
        el("w:clrSchemeMapping", **grounds, **same),
        el("w:decimalSymbol", val="."),
        el("w:listSeparator", val=","),
    )
    return part("w:settings", "".join(said), ("w",))


def _fonts(look: Look) -> bytes:
    """The families used, with what to put in their place where they are missing (Part 1, section 17.8.3)."""
    families = ((look.fonts.office_display, "roman"), (look.fonts.office_text, "swiss"))
    fonts = (el("w:font", el("w:charset", val="00"), el("w:family", val=kind), name=name) for name, kind in families)
    return part("w:fonts", "".join(fonts), ("w",))
