"""The slide master and its layouts as XML, from the table in `layouts`."""

from __future__ import annotations

from packager.render.deck import Box, Tone
from packager.render.pptx.layout import Decoration, Layout, Place
from packager.render.pptx.layouts import FOOTER, LAYOUTS, NUMBER, SPINE, TITLE
from packager.render.pptx.palette import Palette
from packager.render.pptx.styles import level_styles, text_body
from packager.render.pptx.xml import DECLARATION, DECORATIVE, EMPTY_GROUP, NAMESPACES, geometry, quoted, slide_number, xfrm

PATTERN_IDS = {"spine": "rIdSpine", "tile": "rIdTile"}
FOOTER_INDEX, NUMBER_INDEX, FIRST_INDEX = 90, 91, 10
_TYPES = {"title": "title", "body": "body", "picture": "pic", "table": "tbl", "drawing": "", "footer": "ftr", "number": "sldNum"}
_BUBBLE = (
    (24, 0),
    (1436, 0),
    (1460, 24),
    (1460, 856),
    (1436, 880),
    (330, 880),
    (210, 990),
    (232, 880),
    (24, 880),
    (0, 856),
    (0, 24),
    (24, 0),
)
"""The corners of the speech bubble, in units of 1/200 inch."""
COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
SLIDE_NUMBER = slide_number("en-GB", "‹#›")


def master_xml(palette: Palette) -> str:
    """The slide master: paper, spine, title, text, footer and number."""
    passage = LAYOUTS["Passage"].place("text")
    places = (TITLE, Place("text", "body", Box(0.85, 1.65, 11.95, 5.10), passage.levels, "Text"), FOOTER, NUMBER)
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n}"/>' for n in range(1, len(LAYOUTS) + 1))
    body = level_styles(passage.levels, palette, count=9)
    return (
        f"{DECLARATION}<p:sldMaster {NAMESPACES}><p:cSld>{_ground(Tone.PAPER, palette)}<p:spTree>{EMPTY_GROUP}"
        f"{_decoration(SPINE, 2, palette)}{''.join(_place(p, n, palette, False) for n, p in enumerate(places, 3))}</p:spTree></p:cSld>"
        f'{COLOUR_MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles>'
        f"<p:titleStyle>{level_styles(TITLE.levels, palette)}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{level_styles(passage.levels[:1], palette, count=9)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout_xml(layout: Layout, palette: Palette) -> str:
    """One layout; a layout on the accent does not show the master's spine."""
    shapes = [_decoration(decoration, n, palette) for n, decoration in enumerate(layout.decorations, 2)]
    places = [_place(place, n, palette, True) for n, place in enumerate(layout.places, 2 + len(shapes))]
    plain = layout.ground is not Tone.PAPER
    ground = _ground(layout.ground, palette) if plain else ""
    shown = ' showMasterSp="0"' if plain else ""
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"{shown}>'
        f"<p:cSld name={quoted(layout.name)}>{ground}<p:spTree>{EMPTY_GROUP}{''.join(shapes)}{''.join(places)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def patterns_of(layout: Layout) -> tuple[str, ...]:
    """The patterns that a layout shows."""
    return tuple(sorted({d.form for d in layout.decorations if d.form in PATTERN_IDS}))


def placeholder(place: Place, number: int) -> str:
    """The `p:ph` of a place, the `number`th of its layout."""
    index = {"title": None, "footer": FOOTER_INDEX, "number": NUMBER_INDEX}.get(place.kind, FIRST_INDEX + number)
    kind = f' type="{_TYPES[place.kind]}"' if _TYPES[place.kind] else ""
    small = ' sz="quarter"' if place.kind not in ("title", "drawing") else ""
    at = f' idx="{index}"' if index else ""
    return f"<p:ph{kind}{small}{at}/>"


def _ground(tone: Tone, palette: Palette) -> str:
    return f"<p:bg><p:bgPr>{palette.fill(tone)}<a:effectLst/></p:bgPr></p:bg>"


def _place(place: Place, number: int, palette: Palette, in_layout: bool) -> str:
    ph = placeholder(place, number)
    if in_layout and place.kind not in ("title", "number"):
        ph = ph.replace("/>", ' hasCustomPrompt="1"/>')
    outline = f'<a:ln w="9525">{palette.fill(place.outline)}</a:ln>' if place.outline else ""
    fill = palette.fill(place.fill) if place.fill else ""
    shape = geometry("roundRect", 11000) if place.rounded else geometry("rect")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoted(place.name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{ph}</p:nvPr></p:nvSpPr><p:spPr>{xfrm(*place.box)}{shape}{fill}{outline}</p:spPr>"
        f"{text_body(place, palette, SLIDE_NUMBER if place.kind == 'number' else None)}</p:sp>"
    )


def _decoration(decoration: Decoration, number: int, palette: Palette) -> str:
    named = f'<p:cNvPr id="{number}" name={quoted(decoration.name)}>{DECORATIVE}</p:cNvPr>'
    if decoration.form in PATTERN_IDS:
        return (
            f'<p:pic><p:nvPicPr>{named}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{PATTERN_IDS[decoration.form]}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{xfrm(*decoration.box)}{geometry('rect')}</p:spPr></p:pic>"
        )
    shape = {"disc": geometry("ellipse"), "rectangle": geometry("rect"), "bubble": _bubble()}[decoration.form]
    return (
        f'<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{xfrm(*decoration.box)}{shape}'
        f"{palette.fill(decoration.tone)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _bubble() -> str:
    """A speech bubble: a rectangle with cut-round corners and a tail (ECMA-376-1, 20.1.9.8)."""
    first, *rest = [f'<a:pt x="{x}" y="{y}"/>' for x, y in _BUBBLE]
    path = f"<a:moveTo>{first}</a:moveTo>" + "".join(_side(point, index) for index, point in enumerate(rest, 1)) + "<a:close/>"
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="1460" h="990">{path}</a:path></a:pathLst></a:custGeom>'
    )


def _side(point: str, index: int) -> str:
    corners = {2: (1460, 0), 4: (1460, 880), 9: (0, 880), 11: (0, 0)}
    if index not in corners:
        return f"<a:lnTo>{point}</a:lnTo>"
    x, y = corners[index]
    return f'<a:quadBezTo><a:pt x="{x}" y="{y}"/>{point}</a:quadBezTo>'
