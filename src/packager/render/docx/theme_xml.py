"""The theme part: a look's colours and fonts as the slots of Office (ECMA-376 Part 1, section 20.1.6)."""

from __future__ import annotations

from packager.render.docx.markup import el, part
from packager.render.look import WHITE, Look


def theme_xml(look: Look) -> bytes:
    """The theme of a look, with plain fills and lines."""
    return part("a:theme", el("a:themeElements", _colours(look), _fonts(look), _formats()), ("a",), name="Curriculum")


def _colours(look: Look) -> str:
    own = look.colours
    slots = {
        "dk1": own.ink, "lt1": WHITE, "dk2": look.deep, "lt2": own.paper,
        "accent1": look.accent, "accent2": own.river, "accent3": own.fertile, "accent4": own.sun, "accent5": own.land, "accent6": own.muted,
        "hlink": look.accent, "folHlink": look.deep,
    }  # fmt: skip
    return el("a:clrScheme", *(el(f"a:{slot}", el("a:srgbClr", val=colour[1:])) for slot, colour in slots.items()), name="Curriculum")


def _fonts(look: Look) -> str:
    """Headings in the display face, text in the text face; other scripts fall to the text face, which has Arabic and Hebrew."""
    text = look.fonts.office_text

    def face(slot: str, family: str) -> str:
        return el(f"a:{slot}", el("a:latin", typeface=family), el("a:ea", typeface=""), el("a:cs", typeface=text))

    return el("a:fontScheme", face("majorFont", look.fonts.office_display), face("minorFont", text), name="Curriculum")


def _formats() -> str:
    """Three of each, as the schema asks for, all plain."""

    def fill() -> str:
        return el("a:solidFill", el("a:schemeClr", val="phClr"))

    lines = [el("a:ln", fill(), w=width) for width in (6350, 12700, 19050)]
    effects = [el("a:effectStyle", el("a:effectLst")) for _ in range(3)]
    return el(
        "a:fmtScheme",
        el("a:fillStyleLst", *(fill() for _ in range(3))),
        el("a:lnStyleLst", *lines),
        el("a:effectStyleLst", *effects),
        el("a:bgFillStyleLst", *(fill() for _ in range(3))),
        name="Curriculum",
    )
