"""Small booklets and sheets for the tests of Word files: every kind of block once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from packager.document.booklet import Booklet, Chapter, Credit
from packager.document.nodes import (
    Block,
    BulletList,
    Drawing,
    Figure,
    Heading,
    Image,
    Imprint,
    Paragraph,
    Pause,
    Quotation,
    Run,
    Source,
    Style,
    Table,
    Word,
)
from packager.document.vocabulary_sheet import Gap, MetBefore, Section, VocabularySheet, WordQuiz
from packager.model import drawings
from packager.model.theme import ThemeFile
from packager.render.look import Look
from packager.render.media import Media
from packager.render.renderer import Context
from tests.builders import SVG, picture

IMPRINT = Imprint(
    topic="history/rome",
    title="Rome",
    question="How did a village come to rule the sea?",
    subject="history",
    subject_title="History",
    colour="#A5421C",
    pattern="stone",
    year=3,
    half_term="Autumn 1",
    programme="Small",
    publisher="The publisher",
    licence="CC BY-NC-SA 4.0",
    licence_url="https://creativecommons.org/licenses/by-nc-sa/4.0/",
    language="en-GB",
    date="2026-09-01",
)
FILES = {"cover.svg": SVG.encode(), "wide.png": picture("png", 160, 90), "photograph.jpg": picture("jpeg", 400, 300)}
PAGES = {"cover": 1, "lesson-1": 3, "lesson-1/chapter/5": 4, "lesson-2": 9, "credits": 12}
CONTEXT = Context(Look(ThemeFile(), IMPRINT.colour, IMPRINT.pattern), Media(FILES.__getitem__), PAGES)
SHARED = {"title": "A drawing", "alt": "What the drawing shows"}


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def image(path: str) -> Image:
    return Image(path, f"What {path} shows", "Drawn for this test")


def drawing(number: int, model: Any, picture: Image | None = None) -> Drawing:
    return Drawing(f"lesson-1/chapter/{number}", "diagram", f"Diagram {number}", model.title, model.alt, model.title, "", model, picture)


def all_drawings() -> Iterator[Drawing]:
    steps = ({"name": "Sow", "text": "in autumn"}, "harvest")
    models = (
        drawings.Map(
            **SHARED, bounds=(5, 36, 19, 48), places=({"at": (12.5, 41.9), "name": "Rome"},), seas=("Adriatic Sea",), look_for=("hills",)
        ),
        drawings.Timeline(
            **SHARED,
            **{"from": -800, "to": 500},
            events=({"at": 80, "text": "The Colosseum opens"}, {"at": -753, "text": "Rome is founded", "about": True}),
            spans=({"from": -27, "to": 476, "text": "Emperors rule"},),
            here=2026,
        ),
        drawings.Cycle(**SHARED, kind="cycle", steps=steps),
        drawings.Sequence(**SHARED, kind="sequence", steps=("first", "then")),
        drawings.Layers(**SHARED, kind="layers", steps=("gravel", "sand")),
        drawings.Tree(**SHARED, kind="tree", root={"text": "Rhea", "children": ["Romulus", {"text": "Remus", "children": ["nobody"]}]}),
        drawings.Compare(
            **SHARED, kind="compare", columns=({"title": "Town", "points": ("walls",)}, {"title": "Villa", "points": ("fields",)})
        ),
    )
    yield from (drawing(number, model) for number, model in enumerate(models, 20))
    labelled = drawings.Labelled(**SHARED, kind="labelled", image="photograph.jpg", labels=({"at": (0.5, 0.25), "text": "roof"},))
    yield drawing(40, labelled, image("photograph.jpg"))


INTRODUCED = (
    Run("They met in the "),
    Run("forum", Style.TERM),
    Run(" (FOR-um)", Style.SAY),
    Run(", "),
    Run("always", Style.EMPHASIS),
    Run("."),
)
BLOCKS: tuple[Block, ...] = (
    Paragraph("lesson-1/chapter/1/1", INTRODUCED),
    Heading("lesson-1/chapter/2", "Seven hills"),
    BulletList("lesson-1/chapter/3/1", (runs("a hill"), runs("a river"))),
    Quotation("lesson-1/chapter/3/2", (runs("I came, I saw."),)),
    Source("lesson-1/chapter/4", (runs("Go and tell the Romans."), runs("They shall rule.")), "Livy, about 20 BCE"),
    Figure("lesson-1/chapter/5", "Picture 1", image("wide.png"), "A wide picture"),
    Table("lesson-1/chapter/6", "Who voted", ("Who", "Voted"), (("men", "yes"), ("women", "no"))),
    Pause("lesson-1/chapter/7", "Why there?", "Think alone.", "BECAUSE-OF-THE-RIVER"),
    Pause("lesson-1/chapter/8", "And why then?", None, "BECAUSE-OF-THE-RIVER"),
    Paragraph("lesson-1/chapter/9/1", runs("The prophet’s city is called المدينة in Arabic.")),
    Paragraph("lesson-1/chapter/9/2", runs("كتاب قديم")),
    *all_drawings(),
)
CREDITS = (Credit("cover", "Cover", "Drawn for this test"), Credit("lesson-1/chapter/5", "Picture 1", "A museum"))
SMALL = Booklet(
    IMPRINT,
    image("cover.svg"),
    (
        Chapter("lesson-1", 1, "The hills", "Why there?", image("wide.png"), BLOCKS),
        Chapter("lesson-2", 2, "The end", None, None, (Paragraph("lesson-2/chapter/1/1", runs("The end.")),)),
    ),
    CREDITS,
)
WORDS = (
    Word("vocabulary/1", "forum", "FOR-um", "a market place", "They met in the forum.", (("ar", "ساحة"), ("tr", "çarşı"))),
    Word("vocabulary/2", "hill", None, "high land", None),
)
QUIZ = WordQuiz(("forum", "hill", "sea"), ("salt water", "a market place", "high land"), ("road",), (Gap("All ", " lead to Rome."),))
SHEET = VocabularySheet(
    IMPRINT,
    (Section("lesson-1", 1, "Seven hills", WORDS),),
    (MetBefore("delta", "flat land where a river divides", "Geography: Rivers, chapter 4"),),
    QUIZ,
)
