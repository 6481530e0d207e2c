"""The layouts of our slide master as data. Measures and sizes are the design's (`docs/design.md`, deck)."""

from __future__ import annotations

from types import MappingProxyType

from packager.render.deck import HEIGHT, WIDTH, Box, Inset, Tone
from packager.render.pptx.layout import Decoration, Layout, Level, Place

CARD_BAR = 0.07
"""The height of the accent bar on top of a card, in inches."""
_CARD = Inset(18, 18, 18, 14)
_STRIP = Inset(16, 0, 16, 0)

TITLE_LEVEL = Level(36, 40, tone=Tone.DEEP, bold=True, display=True, least=26)
_BODY = (
    Level(26, 35, before=6),
    Level(26, 35, before=6, bullet="•", indent=0.35),
    Level(26, 35, before=6, display=True, indent=0.35),
    Level(18, 24, before=6, tone=Tone.MUTED, indent=0.35),
)
_HEADED = (Level(24, 31, tone=Tone.ACCENT, bold=True), Level(24, 31, before=9))
_CAPTION = (Level(18, 23, tone=Tone.MUTED, least=14),)
_PROMPT = (Level(40, 52, display=True, least=28),)

FOOTER_LEVEL = Level(12, 15, tone=Tone.MUTED, least=10)
NUMBER_LEVEL = Level(12, 15, tone=Tone.ACCENT, bold=True, least=12)
TITLE = Place("title", "title", Box(0.85, 0.42, 11.90, 0.95), (TITLE_LEVEL,), "Title", anchor="middle")
FOOTER = Place("footer", "footer", Box(0.85, 6.98, 9.00, 0.30), (FOOTER_LEVEL,), "Topic and lesson", anchor="middle")
NUMBER = Place("number", "number", Box(11.80, 6.98, 1.00, 0.30), (NUMBER_LEVEL,), "", anchor="middle", align="right")
SPINE = Decoration("spine", "spine", Box(0, 0, 0.36, HEIGHT))

_TITLE_BESIDE_CHIP = Place("title", "title", Box(0.85, 0.42, 10.40, 0.95), (TITLE_LEVEL,), "Title", anchor="middle")
_CHIP = Place(
    "page",
    "body",
    Box(11.35, 0.64, 1.45, 0.50),
    (Level(14, 18, tone=Tone.DEEP, bold=True, least=12),),
    "Booklet p. 1",
    anchor="middle",
    align="centre",
    fill=Tone.T2,
    rounded=True,
)


def _text(name: str, box: Box, levels: tuple[Level, ...], prompt: str, **more: object) -> Place:
    return Place(name, "body", box, levels, prompt, **more)  # type: ignore[arg-type]  # the fields of Place


def _on_paper(name: str, *places: Place, chip: bool = False, decorations: tuple[Decoration, ...] = ()) -> Layout:
    head = (_TITLE_BESIDE_CHIP, _CHIP) if chip else (TITLE,)
    return Layout(name, (*head, *places, FOOTER, NUMBER), decorations)


def _on_accent(name: str, *places: Place, decorations: tuple[Decoration, ...]) -> Layout:
    return Layout(name, places, decorations, Tone.ACCENT)


_PALE_FOOTER = Level(12, 15, tone=Tone.T2, least=10)
_PALE_NUMBER = Level(12, 15, tone=Tone.T2, bold=True, least=12)
_QUESTION_TILE = Decoration("pattern", "tile", Box(11.0, 0, WIDTH - 11.0, HEIGHT))
_ICON = (
    Decoration("roundel", "disc", Box(0.85, 1.11, 0.58, 0.58), Tone.WHITE),
    Decoration("roundel left bar", "rectangle", Box(1.015, 1.282, 0.083, 0.236), Tone.ACCENT),
    Decoration("roundel right bar", "rectangle", Box(1.182, 1.282, 0.083, 0.236), Tone.ACCENT),
)


def _question(name: str, label_x: float, decorations: tuple[Decoration, ...]) -> Layout:
    return _on_accent(
        name,
        Place("title", "title", Box(0.85, 2.10, 9.30, 2.90), (Level(40, 52, tone=Tone.WHITE, display=True, least=28),), "Question"),
        _text("label", Box(label_x, 1.00, 4.20, 0.80), (Level(24, 31, tone=Tone.WHITE, bold=True),), "Label", anchor="middle"),
        _text("how", Box(0.85, 5.15, 9.30, 1.20), (Level(24, 31, tone=Tone.T2),), "How to think about it"),
        Place("footer", "footer", FOOTER.box, (_PALE_FOOTER,), "Topic and lesson", anchor="middle"),
        Place("number", "number", Box(9.85, 6.98, 1.00, 0.30), (_PALE_NUMBER,), "", anchor="middle", align="right"),
        decorations=decorations,
    )


_TITLE_SLIDE = _on_accent(
    "Title",
    Place("title", "title", Box(0.70, 1.75, 4.45, 2.20), (Level(44, 48, tone=Tone.WHITE, bold=True, display=True, least=30),), "Lesson"),
    _text("kicker", Box(0.70, 0.80, 4.40, 0.80), (Level(18, 24, tone=Tone.T2, bold=True, least=14),), "Subject, year, half-term"),
    _text("question", Box(0.70, 4.05, 4.30, 2.00), (Level(26, 32, tone=Tone.T2, display=True),), "The lesson’s question"),
    Place("picture", "picture", Box(5.75, 0, WIDTH - 5.75, HEIGHT), prompt="Picture"),
    Place("footer", "footer", Box(0.70, 6.72, 3.60, 0.40), (Level(14, 18, tone=Tone.T2, least=12),), "Booklet pages", anchor="middle"),
    Place("number", "number", Box(4.40, 6.72, 0.60, 0.40), (_PALE_NUMBER,), "", anchor="middle", align="right"),
    decorations=(Decoration("spine", "spine", Box(5.39, 0, 0.36, HEIGHT)),),
)

_CARDS_X = (0.85, 4.90, 8.95)
_WORD = (
    Level(34, 40, tone=Tone.ACCENT, bold=True, display=True, least=24),
    Level(24, 30, tone=Tone.MUTED),
    Level(26, 32, before=9, least=20),
    Level(20, 26, before=6, tone=Tone.MUTED, least=16),
)


def _card(number: int) -> tuple[Place, Place]:
    x = _CARDS_X[number - 1]
    example = (Level(24, 31, tone=Tone.DEEP, least=20),)
    return (
        _text(
            f"word {number}",
            Box(x, 1.65, 3.85, 3.30),
            _WORD,
            "Word, how to say it, meaning, translations",
            fill=Tone.WHITE,
            outline=Tone.RULE,
            inset=_CARD,
        ),
        _text(
            f"example {number}",
            Box(x, 4.95, 3.85, 1.65),
            example,
            "Example",
            anchor="middle",
            fill=Tone.T1,
            outline=Tone.RULE,
            inset=Inset(18, 8, 18, 8),
        ),
    )


def _table(box: Box) -> Place:
    return Place("table", "table", box, prompt="Table")


_LAYOUTS = (
    _TITLE_SLIDE,
    _question("Section", 0.85, (_QUESTION_TILE,)),
    _on_paper("Recall", _table(Box(0.85, 1.60, 11.95, 4.76))),
    _on_paper("Words", *_card(1), *_card(2), *_card(3), chip=True),
    _on_paper("Passage", _text("text", Box(0.85, 1.65, 9.40, 5.10), _BODY, "Text"), chip=True),
    _on_paper(
        "Passage and picture",
        _text("text", Box(0.85, 1.65, 5.75, 5.10), _BODY, "Text"),
        Place("picture", "picture", Box(6.95, 1.65, 5.85, 4.39), prompt="Picture", outline=Tone.RULE),
        _text("caption", Box(6.95, 6.12, 5.85, 0.70), _CAPTION, "Caption"),
        chip=True,
    ),
    _on_paper(
        "Picture",
        Place("picture", "picture", Box(0.85, 1.50, 11.95, 4.70), prompt="Picture", outline=Tone.RULE),
        _text("caption", Box(0.85, 6.28, 11.95, 0.60), _CAPTION, "Caption"),
        chip=True,
    ),
    _on_paper(
        "Map",
        Place("drawing", "drawing", Box(0.85, 1.50, 8.20, 5.30), prompt="Map"),
        _text("look for", Box(9.40, 1.50, 3.40, 5.30), _HEADED, "Look for"),
        chip=True,
    ),
    _on_paper(
        "Timeline",
        Place("drawing", "drawing", Box(0.85, 1.55, 11.95, 4.45), prompt="Timeline"),
        _text(
            "question",
            Box(0.85, 6.12, 11.95, 0.70),
            (Level(24, 31, tone=Tone.DEEP),),
            "Question",
            anchor="middle",
            fill=Tone.T1,
            inset=_STRIP,
        ),
        chip=True,
    ),
    _on_paper(
        "Diagram",
        Place("drawing", "drawing", Box(0.85, 1.50, 7.60, 5.35), prompt="Diagram"),
        _text("text", Box(8.80, 1.75, 4.00, 4.90), (Level(24, 31, before=9),), "What to notice"),
        chip=True,
    ),
    _on_paper("Table", _table(Box(0.85, 1.60, 11.95, 5.10)), chip=True),
    _question("Question", 1.63, (_QUESTION_TILE, *_ICON)),
    _on_paper(
        "Talk",
        _text("prompt", Box(1.30, 2.00, 6.40, 3.50), _PROMPT, "What to talk about", anchor="middle"),
        _text("starters", Box(8.60, 1.65, 4.20, 4.95), _HEADED, "You could begin", fill=Tone.WHITE, outline=Tone.RULE, inset=_CARD),
        decorations=(Decoration("speech bubble", "bubble", Box(0.85, 1.65, 7.30, 4.95), Tone.T2),),
    ),
    _on_paper(
        "Task",
        _text("instruction", Box(0.85, 1.60, 11.95, 1.60), (Level(28, 37, before=6),), "What to do"),
        _text("support", Box(0.85, 3.40, 5.85, 3.20), _HEADED, "To help you", fill=Tone.WHITE, outline=Tone.RULE, inset=_CARD),
        _text(
            "challenge",
            Box(6.95, 3.40, 5.85, 3.20),
            (Level(24, 31, tone=Tone.DEEP, bold=True), Level(24, 31, before=9)),
            "A challenge",
            fill=Tone.T1,
            outline=Tone.RULE,
            inset=_CARD,
        ),
    ),
    _on_paper("Quiz", _table(Box(0.85, 1.50, 11.95, 5.30))),
    _on_paper(
        "List",
        _text(
            "question",
            Box(0.85, 1.55, 11.95, 0.85),
            (Level(26, 32, tone=Tone.WHITE, display=True),),
            "Question",
            anchor="middle",
            fill=Tone.ACCENT,
            inset=Inset(18, 0, 18, 0),
        ),
        _text("list", Box(0.85, 2.62, 11.95, 4.10), (Level(26, 31, before=20, bullet="■", indent=0.65),), "What to remember"),
    ),
    _on_paper(
        "Credits",
        _table(Box(0.85, 1.60, 11.95, 4.60)),
        _text("note", Box(0.85, 6.20, 11.95, 0.55), (Level(14, 18, tone=Tone.MUTED, least=12),), "Note", anchor="middle"),
    ),
)

LAYOUTS = MappingProxyType({layout.name: layout for layout in _LAYOUTS})
"""The layouts by name, in the order in which PowerPoint offers them."""
