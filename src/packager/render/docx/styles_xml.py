"""Styles as the styles and numbering parts of a template (ECMA-376 Part 1, sections 17.7 and 17.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatch

from packager.render.docx.markup import el, flag, part, twips
from packager.render.docx.style import Border, CharacterStyle, ParagraphStyle, Part, Style, TableStyle
from packager.render.look import Look

FACES = {"display": "major", "text": "minor"}
Themed = Mapping[str, str]
"""The theme's name for each colour that is one of its slots."""


def styles_xml(styles: Iterable[Style], look: Look, language: str) -> bytes:
    """The styles part: defaults, Word's four basic styles, then ours in order."""
    themed = {look.accent: "accent1", look.colours.ink: "text1", look.deep: "text2"}
    basic = (
        _defaults(language),
        el("w:style", el("w:name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultParagraphFont"),
        _normal_table(),
        el("w:style", el("w:name", val="No List"), type="numbering", default=1, styleId="NoList"),
    )
    return part("w:styles", "".join((*basic, *(_style(style, themed) for style in styles))), ("w",))


def style_id(name: str) -> str:
    """The id of a style of this template: its name in one word, each part with a capital."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def numbering_xml(look: Look) -> bytes:
    """The numbering part: 1 is bullets, 2 is numbers."""
    definitions = ([_level(0, "bullet", "•", look.accent)], [_level(0, "decimal", "%1", look.accent)])
    kind = el("w:multiLevelType", val="hybridMultilevel")
    forms = (el("w:abstractNum", kind, *levels, abstractNumId=n) for n, levels in enumerate(definitions, 1))
    used = (el("w:num", el("w:abstractNumId", val=n), numId=n) for n in range(1, len(definitions) + 1))
    return part("w:numbering", "".join((*forms, *used)), ("w",))


def _level(level: int, form: str, text: str, colour: str) -> str:
    return el(
        "w:lvl",
        el("w:start", val=1),
        el("w:numFmt", val=form),
        el("w:lvlText", val=text),
        el("w:lvlJc", val="left"),
        el("w:pPr", el("w:ind", left=twips(7 * (level + 1)), hanging=twips(7))),
        el("w:rPr", _fonts("text"), el("w:b") if form == "decimal" else "", _colour(colour, {colour: "accent1"})),
        ilvl=level,
    )


def _defaults(language: str) -> str:
    spoken = el("w:lang", val=language, eastAsia=language, bidi="ar-SA")
    letters = el("w:rPr", _fonts("text"), el("w:sz", val=22), el("w:szCs", val=22), spoken)
    return el("w:docDefaults", el("w:rPrDefault", letters), el("w:pPrDefault", el("w:pPr", el("w:widowControl"))))


def _normal_table() -> str:
    margins = [el(f"w:{side}", w=0, type="dxa") for side in ("top", "left", "bottom", "right")]
    properties = el("w:tblPr", el("w:tblInd", w=0, type="dxa"), el("w:tblCellMar", *margins))
    return el("w:style", el("w:name", val="Normal Table"), el("w:semiHidden"), properties, type="table", default=1, styleId="TableNormal")


@singledispatch
def _style(style: Style, themed: Themed) -> str:
    raise TypeError(style)


@_style.register
def _(style: ParagraphStyle, themed: Themed) -> str:
    default = 1 if style.based_on is None else None
    parts = (*_named(style, style.based_on, style.next), _paragraph(style), _letters(style, themed))
    return el("w:style", *parts, type="paragraph", default=default, styleId=style_id(style.name))


@_style.register
def _(style: CharacterStyle, themed: Themed) -> str:
    named = _named(style, "Default Paragraph Font", None)
    return el("w:style", *named, _letters(style, themed), type="character", styleId=style_id(style.name))


@_style.register
def _(style: TableStyle, themed: Themed) -> str:
    return el(
        "w:style",
        *_named(style, "Normal Table", None),
        el("w:tblPr", _table_borders(style), _cell_margins(style)),
        el("w:tcPr", _shade(style.fill)) if style.fill else "",
        *(_area(area) for area in style.parts),
        type="table",
        styleId=style_id(style.name),
    )


def _named(style: Style, based_on: str | None, following: str | None) -> tuple[str, ...]:
    return (
        el("w:name", val=style.name),
        el("w:basedOn", val={"Normal Table": "TableNormal"}.get(based_on, style_id(based_on))) if based_on else "",
        el("w:next", val=style_id(following)) if following else "",
        el("w:qFormat"),
    )


def _paragraph(style: ParagraphStyle) -> str:
    """`w:pPr`, its children in the order of the schema (section 17.3.1.26)."""
    return el(
        "w:pPr",
        flag("w:keepNext", style.keep_next),
        flag("w:keepLines", style.keep_lines),
        flag("w:pageBreakBefore", style.page_break_before),
        _numbering(style),
        flag("w:suppressLineNumbers", None if style.line_numbers is None else not style.line_numbers),
        el("w:pBdr", *(_border(border) for side in ("top", "left", "bottom", "right") for border in style.borders if border.side == side))
        if style.borders
        else "",
        _shade(style.fill),
        el("w:tabs", *(el("w:tab", val=stop.align, pos=twips(stop.at)) for stop in style.stops)) if style.stops else "",
        _spacing(style),
        _indents(style),
        el("w:jc", val=style.align) if style.align else "",
        el("w:outlineLvl", val=style.outline) if style.outline is not None else "",
    )


def _numbering(style: ParagraphStyle) -> str:
    if style.numbering is None:
        return ""
    definition, level = style.numbering
    return el("w:numPr", el("w:ilvl", val=level), el("w:numId", val=definition))


def _spacing(style: ParagraphStyle) -> str:
    if style.pitch is None and style.before is None and style.after is None:
        return ""
    rule = ("exact" if style.exact else "atLeast") if style.pitch else None
    return el("w:spacing", before=_points(style.before), after=_points(style.after), line=_points(style.pitch), lineRule=rule)


def _points(points: float | None) -> int | None:
    return None if points is None else round(points * 20)


def _indents(style: ParagraphStyle) -> str:
    if style.left is None and style.right is None and style.first is None:
        return ""
    left = twips(style.left) if style.left is not None else None
    right = twips(style.right) if style.right is not None else None
    if style.first is None or style.first >= 0:
        return el("w:ind", left=left, right=right, firstLine=None if style.first is None else twips(style.first))
    return el("w:ind", left=left, right=right, hanging=-twips(style.first))


def _letters(style: CharacterStyle | ParagraphStyle, themed: Themed) -> str:
    """`w:rPr`, its children in the order of the schema (section 17.3.2.28)."""
    size = None if style.size is None else round(style.size * 2)
    return el(
        "w:rPr",
        _fonts(style.font) if style.font else "",
        flag("w:b", style.bold),
        flag("w:bCs", style.bold),
        flag("w:i", style.italic),
        flag("w:iCs", style.italic),
        el("w:noProof") if isinstance(style, CharacterStyle) and not style.checked else "",
        _colour(style.colour, themed) if style.colour else "",
        _tracking(style) if isinstance(style, ParagraphStyle) else "",
        _raised(style) if isinstance(style, CharacterStyle) else "",
        el("w:sz", val=size) if size else "",
        el("w:szCs", val=size) if size else "",
        _padding(style) if isinstance(style, CharacterStyle) else "",
        _shade(style.fill) if isinstance(style, CharacterStyle) else "",
    )


def _tracking(style: ParagraphStyle) -> str:
    return "" if style.tracking is None else el("w:spacing", val=_points(style.tracking))


def _raised(style: CharacterStyle) -> str:
    return "" if style.raised is None else el("w:position", val=round(style.raised * 2))


def _padding(style: CharacterStyle) -> str:
    """A border in the colour of the ground, which widens it, or one that stands for it (17.3.2.4)."""
    if style.outline:
        return el("w:bdr", val="single", sz=10, space=0, color=style.outline[1:])
    if style.fill is None or style.padding is None:
        return ""
    return el("w:bdr", val="single", sz=round(style.padding * 8), space=0, color=style.fill[1:])


def _fonts(role: str) -> str:
    face = FACES[role]
    return el("w:rFonts", asciiTheme=f"{face}HAnsi", eastAsiaTheme=f"{face}EastAsia", hAnsiTheme=f"{face}HAnsi", cstheme=f"{face}Bidi")


def _colour(colour: str, themed: Themed) -> str:
    return el("w:color", val=colour[1:], themeColor=themed.get(colour))


def _shade(fill: str | None) -> str:
    return el("w:shd", val="clear", color="auto", fill=fill[1:]) if fill else ""


def _border(border: Border, side: str | None = None) -> str:
    """A border; sizes are eighths of a point, spaces whole points, at most 31 (section 17.3.4)."""
    space = min(31, round(border.space))
    return el(f"w:{side or border.side}", val="single", sz=round(border.size * 8), space=space, color=border.colour[1:])


def _table_borders(style: TableStyle) -> str:
    if not style.borders and not style.between:
        return ""
    between = _border(style.between, "insideH") if style.between else ""
    return el("w:tblBorders", *(_border(border) for border in style.borders), between)


def _cell_margins(style: TableStyle) -> str:
    across, down = twips(style.across), twips(style.down)
    sides = (("top", down), ("left", across), ("bottom", down), ("right", across))
    return el("w:tblCellMar", *(el(f"w:{side}", w=width, type="dxa") for side, width in sides))


def _area(area: Part) -> str:
    borders = el("w:tcBorders", *(_border(border) for border in area.borders)) if area.borders else ""
    return el("w:tblStylePr", el("w:tcPr", borders, _shade(area.fill)), type=area.kind)
