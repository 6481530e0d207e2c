"""Text styles as XML: paragraph levels, and text bodies of placeholders."""

from __future__ import annotations

from xml.sax.saxutils import escape

from packager.render.deck import Tone
from packager.render.pptx.layout import Level, Place
from packager.render.pptx.palette import Palette
from packager.render.pptx.xml import emu, points

ALIGN = {"left": "l", "centre": "ctr", "right": "r"}
ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}


def level_style(tag: str, level: Level, palette: Palette, align: str = "left") -> str:
    """One level of a list style (ECMA-376-1, 21.1.2.4.13), such as `a:lvl1pPr`."""
    hanging = -emu(level.indent) if level.bullet else 0
    return (
        f'<{tag} marL="{emu(level.indent)}" indent="{hanging}" algn="{ALIGN[align]}" defTabSz="914400" rtl="0" eaLnBrk="1" '
        f'latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPts val="{round(level.pitch * 100)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
        f"{_bullet(level, palette)}{_run_defaults(level, palette)}</{tag}>"
    )


def level_styles(levels: tuple[Level, ...], palette: Palette, align: str = "left", count: int | None = None) -> str:
    """The levels of a list style; the last is repeated up to `count` levels."""
    wanted = [levels[min(n, len(levels) - 1)] for n in range(count or len(levels))]
    return "".join(level_style(f"a:lvl{n}pPr", level, palette, align) for n, level in enumerate(wanted, 1))


def text_body(place: Place, palette: Palette, content: str | None = None) -> str:
    """The text body of a placeholder, without autofit; `content` is its paragraphs where not the prompt."""
    inset = place.inset
    shown = content or f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{escape(place.prompt)}</a:t></a:r></a:p>'
    return (
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="{points(inset.left)}" tIns="{points(inset.top)}" '
        f'rIns="{points(inset.right)}" bIns="{points(inset.bottom)}" rtlCol="0" anchor="{ANCHOR[place.anchor]}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{level_styles(place.levels, palette, place.align)}</a:lstStyle>{shown}</p:txBody>"
    )


def _bullet(level: Level, palette: Palette) -> str:
    if not level.bullet:
        return "<a:buNone/>"
    colour = f"<a:buClr>{palette.colour(Tone.ACCENT)}</a:buClr>"
    return f'{colour}<a:buSzPct val="100000"/><a:buFont typeface="Arial"/><a:buChar char="{level.bullet}"/>'


def _run_defaults(level: Level, palette: Palette) -> str:
    family = "mj" if level.display else "mn"
    return (
        f'<a:defRPr sz="{round(level.size * 100)}" b="{int(level.bold)}" i="0" kern="0">{palette.fill(level.tone)}'
        f'<a:latin typeface="+{family}-lt"/><a:ea typeface="+{family}-ea"/><a:cs typeface="+{family}-cs"/></a:defRPr>'
    )
