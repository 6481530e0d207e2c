"""PDF pages: arranged data, and real files reopened."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest

from packager.document.booklet import Booklet, Chapter, Credit, compose_booklet
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
from packager.document.vocabulary_sheet import Gap, MetBefore, Section, VocabularySheet, WordQuiz, compose_vocabulary_sheet
from packager.model import drawings
from packager.model.curriculum import Curriculum
from packager.model.load import load
from packager.model.theme import ThemeFile
from packager.render.look import Look
from packager.render.media import Media
from packager.render.pdf.arrange import arrange_booklet, arrange_vocabulary
from packager.render.pdf.renderer import render_booklet, render_vocabulary
from packager.render.renderer import Context, Rendered
from packager.sequence.sequenced import sequence
from packager.sequence.teaching import Teaching, teach
from packager.source.files import SourceFolder
from tests.builders import SVG, picture

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
EGYPT = "year-3-history/ancient-egypt"
FILES = {
    "cover.svg": SVG.encode(),
    "wide.png": picture("png", 160, 90),
    "photograph.jpg": picture("jpeg", 400, 300),
    "tall.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 90"><rect width="30" height="90"/></svg>',
}
HOSTILE = r"#panic() $x$ *bold* _it_ `raw` \u{41} \ <label> @ref // /* ~ -- [a] {b} ]] }} ' \" = - + / 1."

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
CONTEXT = Context(Look(ThemeFile(), IMPRINT.colour, IMPRINT.pattern), Media(FILES.__getitem__))


def plain(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def image(path: str) -> Image:
    return Image(path, f"What {path} shows", "Drawn for this test")


def drawing(number: int, label: str, model: Any, picture: Image | None = None) -> Drawing:
    return Drawing(f"lesson-1/chapter/{number}", label.split()[0].lower(), label, model.title, model.alt, model.title, "", model, picture)


def all_drawings() -> Iterator[Drawing]:
    shared = {"title": "A drawing", "alt": "What the drawing shows"}
    models = (
        drawings.Map(
            **shared,
            bounds=(5, 36, 19, 48),
            places=({"at": (12.5, 41.9), "name": "Rome", "note": "on the Tiber"},),
            seas=("Adriatic Sea",),
            rivers=("Tiber",),
            look_for=("the hills",),
        ),
        drawings.Timeline(
            **shared,
            **{"from": -800, "to": 500},
            events=({"at": -753, "text": "Rome is founded", "about": True}, {"at": 80, "text": "The Colosseum opens"}),
            spans=({"from": -27, "to": 476, "text": "Emperors rule"},),
            here=2026,
        ),
        drawings.Cycle(**shared, kind="cycle", steps=({"name": "Sow", "text": "in autumn"}, "harvest")),
        drawings.Sequence(**shared, kind="sequence", steps=("first", "then")),
        drawings.Layers(**shared, kind="layers", steps=("gravel", "sand")),
        drawings.Tree(**shared, kind="tree", root={"text": "Rhea", "children": ["Romulus", {"text": "Remus", "children": ["nobody"]}]}),
        drawings.Compare(
            **shared, kind="compare", columns=({"title": "Town", "points": ("walls", "forum")}, {"title": "Villa", "points": ("fields",)})
        ),
    )
    for number, model in enumerate(models, 20):
        yield drawing(number, f"Diagram {number}", model)
    labelled = drawings.Labelled(**shared, kind="labelled", image="photograph.jpg", labels=({"at": (0.5, 0.25), "text": "roof"},))
    yield drawing(40, "Diagram 40", labelled, image("photograph.jpg"))


BLOCKS: tuple[Block, ...] = (
    Paragraph("lesson-1/chapter/1/1", (Run("They met in the "), Run("forum", Style.TERM), Run(" (FOR-um)", Style.SAY), Run(", "),
                                       Run("always", Style.EMPHASIS), Run("."))),
    Heading("lesson-1/chapter/2", "Seven hills"),
    BulletList("lesson-1/chapter/3/1", (plain("a hill"), plain("a river"))),
    Quotation("lesson-1/chapter/3/2", (plain("I came, I saw."),)),
    Source("lesson-1/chapter/4", (plain("Go and tell the Romans."), plain("They shall rule.")), "Livy, about 20 BCE"),
    Figure("lesson-1/chapter/5", "Picture 1", image("wide.png"), "A wide picture"),
    Figure("lesson-1/chapter/6", "Picture 2", image("tall.svg"), None),
    Table("lesson-1/chapter/7", "Who voted", ("Who", "Voted"), (("men", "yes"), ("women", "no"))),
    Pause("lesson-1/chapter/8", "Why there?", "Think alone.", "BECAUSE-OF-THE-RIVER"),
    *all_drawings(),
)  # fmt: skip


def booklet(*chapters: Chapter, cover: Image | None = None, credits: tuple[Credit, ...] = (), **imprint: Any) -> Booklet:
    return Booklet(replace(IMPRINT, **imprint), cover, chapters, credits)


def chapter(number: int = 1, *blocks: Block, opening: Image | None = None) -> Chapter:
    return Chapter(f"lesson-{number}", number, f"Chapter title {number}", f"Question {number}?", opening, blocks)


def paragraph(number: int, text: str) -> Paragraph:
    return Paragraph(f"lesson-1/chapter/{number}/1", plain(text))


SMALL = booklet(
    chapter(1, *BLOCKS, opening=image("wide.png")),
    chapter(2, Paragraph("lesson-2/chapter/1/1", plain("The end."))),
    cover=image("cover.svg"),
    credits=(Credit("cover", "Cover", "Drawn for this test"), Credit("lesson-1/chapter/5", "Picture 1", "A museum")),
)
SHEET = VocabularySheet(
    IMPRINT,
    (
        Section(
            "lesson-1",
            1,
            "Seven hills",
            (
                Word("vocabulary/1", "forum", "FOR-um", "a market place", "They met in the forum.", (("ar", "ساحة"), ("tr", "çarşı"))),
                Word("vocabulary/2", "hill", None, "high land", None),
            ),
        ),
    ),
    (MetBefore("delta", "flat land where a river divides", "Geography: Rivers, chapter 4"),),
    WordQuiz(("forum", "hill", "sea"), ("salt water", "a market place", "high land"), ("road",), (Gap("All ", " lead to Rome."),)),
)


@cache
def curriculum() -> Curriculum:
    loaded, _ = load(SourceFolder(ROOT))
    assert loaded is not None
    return loaded


@cache
def teaching() -> Teaching:
    return teach(sequence(curriculum()))


@cache
def egypt() -> Booklet:
    return compose_booklet(teaching(), curriculum().topics[EGYPT])


def egypt_context() -> Context:
    imprint = egypt().imprint
    return Context(Look(curriculum().theme, imprint.colour, imprint.pattern), Media(curriculum().folder.read))


@cache
def rendered(name: str) -> Rendered:
    match name:
        case "small":
            return render_booklet(SMALL, CONTEXT)
        case "small sheet":
            return render_vocabulary(SHEET, CONTEXT)
        case "Egypt":
            return render_booklet(egypt(), egypt_context())
        case _:
            return render_vocabulary(compose_vocabulary_sheet(teaching(), curriculum().topics[EGYPT]), egypt_context())


ALL = pytest.mark.parametrize("name", ["small", "small sheet", "Egypt", "Egypt's sheet"])


def texts(content: bytes) -> list[str]:
    """The text of each page, white space made single spaces."""
    with pypdfium2.PdfDocument(content) as document:
        return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]


def text_of(*blocks: Block) -> str:
    return " ".join(texts(render_booklet(booklet(chapter(1, *blocks)), CONTEXT).content))


# What every file is


@ALL
def test_files_are_valid_pdf_ua(name: str, tmp_path: Path) -> None:
    file = tmp_path / "file.pdf"
    file.write_bytes(rendered(name).content)
    result = page.validate_pdf(str(file), profile="ua1")
    assert result.is_compliant, [(failure.rule_id, failure.message) for failure in result.failures]


@ALL
def test_files_say_what_they_are(name: str) -> None:
    with pikepdf.open(BytesIO(rendered(name).content)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo.Title) and str(pdf.docinfo.Author)
        assert "licence: " in str(pdf.docinfo.Keywords)
        assert str(pdf.docinfo.CreationDate).startswith("D:20260901")


@ALL
def test_fonts_are_embedded_and_none_is_a_stand_in(name: str) -> None:
    with pikepdf.open(BytesIO(rendered(name).content)) as pdf:
        names = {str(item.FontName).split("+")[-1] for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item}
    assert names and all(name.startswith(("AtkinsonHyperlegible", "Literata", "Arimo", "NotoSans")) for name in names), names


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_booklet(SMALL, CONTEXT) == rendered("small")
    assert render_vocabulary(SHEET, CONTEXT) == rendered("small sheet")


def test_a_document_without_date_or_publisher_or_language_region_renders() -> None:
    bare = booklet(chapter(1, paragraph(1, "Text.")), date=None, publisher="", licence="", licence_url=None, language="en", question=None)
    first = render_booklet(bare, CONTEXT)
    assert first == render_booklet(bare, CONTEXT)


def test_a_booklet_stays_small() -> None:
    assert len(rendered("Egypt").content) < 4_000_000


# Page numbers


@pytest.mark.parametrize("name", ["small", "Egypt"])
def test_contents_name_the_real_pages(name: str) -> None:
    document, result = (SMALL, rendered("small")) if name == "small" else (egypt(), rendered("Egypt"))
    pages = texts(result.content)
    for item in document.chapters:
        number = result.pages[item.id]
        assert f"{item.number}. {item.title} {item.question}" in pages[number - 1]
        assert f"{item.title} {item.question} {number}" in pages[1]
        assert pages[number - 1].endswith(f" {number}")
    assert f"Picture credits {result.pages['credits']}" in pages[1]


def test_every_block_has_its_page() -> None:
    result = rendered("Egypt")
    pages = texts(result.content)
    for item in egypt().chapters:
        for block in item.blocks:
            assert result.pages[item.id] <= result.pages[block.id] <= result.pages[f"{item.id}/end"]
            if isinstance(block, Heading):
                assert block.text in pages[result.pages[block.id] - 1]


def test_chapters_follow_one_another_without_a_gap() -> None:
    pages = rendered("small").pages
    assert pages["cover"] == 1
    assert pages["lesson-1"] == 3
    assert pages["lesson-2"] == pages["lesson-1/end"] + 1
    assert pages["credits"] == pages["lesson-2/end"] + 1


def test_the_last_chapter_ends_on_the_last_page_where_there_are_no_credits() -> None:
    result = render_booklet(booklet(chapter(1, paragraph(1, "word " * 900))), CONTEXT)
    assert result.pages["lesson-1/end"] == len(texts(result.content)) > result.pages["lesson-1"]
    assert "credits" not in result.pages and "end" not in result.pages


@pytest.mark.parametrize("count", [1, 6, 8])
def test_the_contents_stay_on_one_page(count: int) -> None:
    result = render_booklet(booklet(*(chapter(number) for number in range(1, count + 1))), CONTEXT)
    assert result.pages["lesson-1"] == 3
    assert "How this booklet works" in texts(result.content)[1]


# What pages say


def test_all_text_of_the_chapters_is_there() -> None:
    text = " ".join(texts(rendered("Egypt").content)).replace("\ufffe", "-")
    for item in egypt().chapters:
        for block in item.blocks:
            if isinstance(block, Paragraph):
                words = "".join(run.text for run in block.runs).split()
                assert " ".join(words[:5]) in text, block.id


def test_no_answer_is_printed() -> None:
    assert "Why there? Think alone." in " ".join(texts(rendered("small").content))
    assert "BECAUSE-OF-THE-RIVER" not in json.dumps(arrange_booklet(SMALL, CONTEXT).content)


def test_credits_name_the_page_of_each_picture() -> None:
    assert f"{rendered('small').pages['lesson-1/chapter/5']} Picture 1 A museum" in texts(rendered("small").content)[-1]


def test_lines_are_numbered_by_fives_and_anew_on_each_page() -> None:
    pages = texts(render_booklet(booklet(chapter(1, paragraph(1, "word " * 900))), CONTEXT).content)
    for number in (3, 4):
        numbers = {word for word in pages[number - 1].split() if word.isdigit()}
        assert numbers >= {"5", "10", "15", "20", "25"} and not numbers & {"6", "7", "8", "9", "45"}


@pytest.mark.parametrize(
    "block",
    [
        Source("lesson-1/chapter/1", (plain("word " * 1500 + "LAST"),), "a long book"),
        Pause("lesson-1/chapter/1", "word " * 1500 + "LAST"),
        Table("lesson-1/chapter/1", None, ("One", "Two"), (("word " * 1500 + "LAST", "two"),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_is_longer_than_a_page_goes_on_overleaf(block: Block) -> None:
    assert "LAST" in text_of(block)


def test_a_respelling_is_never_broken_at_its_hyphens() -> None:
    say = (Run("word " * 11), Run("term", Style.TERM), Run(" (in-un-DAY-shun in-un-DAY-shun)", Style.SAY), Run(", end."))
    content = render_booklet(booklet(chapter(1, Paragraph("lesson-1/chapter/1/1", say))), CONTEXT).content
    with pypdfium2.PdfDocument(content) as document:
        lines = document[2].get_textpage().get_text_bounded().splitlines()
    assert any(line.endswith("in-un-DAY-shun), end.") for line in lines), lines


def test_source_gets_single_quotation_marks_once() -> None:
    assert "‘Go and tell the Romans. ‘They shall rule.’ From Livy, about 20 BCE." in " ".join(texts(rendered("small").content))
    assert "‘‘" not in text_of(Source("lesson-1/chapter/1", (plain("‘Already quoted.’"),), "from a book."))


# Any text


def test_text_is_never_markup() -> None:
    assert " ".join(HOSTILE.split()) in text_of(paragraph(1, HOSTILE))


def test_no_field_is_markup() -> None:
    hostile = replace(IMPRINT, title=HOSTILE, question=HOSTILE, publisher=HOSTILE, licence=HOSTILE)
    blocks = (
        Heading("lesson-1/chapter/1", HOSTILE),
        Figure("lesson-1/chapter/2", "Picture 1", replace(image("wide.png"), alt=HOSTILE), HOSTILE),
        Table("lesson-1/chapter/3", HOSTILE, (HOSTILE,), ((HOSTILE,),)),
        Pause("lesson-1/chapter/4", HOSTILE, HOSTILE),
    )
    written = Booklet(hostile, None, (Chapter("lesson-1", 1, HOSTILE, HOSTILE, None, blocks),), (Credit("cover", HOSTILE, HOSTILE),))
    text = " ".join(texts(render_booklet(written, CONTEXT).content))
    assert text.count("#panic()") >= 14


def test_a_character_that_no_font_has_is_spelt() -> None:
    assert "[grinning face] and [man][woman]" in text_of(paragraph(1, "😀\ufe0f and 👨\u200d👩"))


@pytest.mark.parametrize("text", ["كتاب قديم", "नदी का पानी", "тростник", "πάπυρος", "Şeyh Çelebi"])
def test_other_scripts_are_set_in_the_fallback_fonts(text: str) -> None:
    assert "[" not in text_of(paragraph(1, text)).replace("[1]", "")


def test_text_from_right_to_left_begins_at_the_right() -> None:
    content = render_booklet(booklet(chapter(1, paragraph(1, "كتاب"))), CONTEXT).content
    with pypdfium2.PdfDocument(content) as document:
        sheet = document[2]
        textpage = sheet.get_textpage()
        boxes = [
            textpage.get_charbox(index)
            for index in range(textpage.count_chars())
            if "\u0600" <= textpage.get_text_range(index, 1) <= "\u06ff"
        ]
        assert boxes and min(left for left, *_ in boxes) > sheet.get_width() / 2


# Reading aloud


def roles(content: bytes) -> list[tuple[str, str]]:
    """Role and alternative text of each element of the structure tree, in reading order."""
    found: list[tuple[str, str]] = []

    def walk(element: Any) -> None:
        if isinstance(element, pikepdf.Array):
            for item in element:
                walk(item)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                found.append((str(element.S), str(element.get("/Alt", ""))))
            if "/K" in element:
                walk(element.K)

    with pikepdf.open(BytesIO(content)) as pdf:
        walk(pdf.Root.StructTreeRoot.K)
    return found


def test_pictures_and_drawings_have_their_words() -> None:
    alts = [alt for role, alt in roles(rendered("small").content) if role == "/Figure"]
    assert alts.count("What the drawing shows") == 8
    assert {"What cover.svg shows", "What wide.png shows", "What tall.svg shows"} <= set(alts)


def test_decoration_is_not_read() -> None:
    figures = [alt for role, alt in roles(rendered("small").content) if role == "/Figure"]
    assert all(figures), "an element without alternative text is decoration"


def test_structure_is_tagged() -> None:
    names = {role for role, _ in roles(rendered("small").content)}
    assert {"/H1", "/H2", "/P", "/TOC", "/TOCI", "/Link", "/Table", "/TH", "/TD", "/L", "/LI", "/Caption", "/BlockQuote"} <= names


def test_bookmarks_lead_to_the_chapters() -> None:
    with pypdfium2.PdfDocument(rendered("small").content) as document:
        bookmarks = [(item.get_title(), item.level) for item in document.get_toc()]
    assert ("1. Chapter title 1", 0) in bookmarks and ("Seven hills", 1) in bookmarks


# The vocabulary sheet


def test_a_sheet_holds_words_translations_and_the_quiz() -> None:
    pages = texts(rendered("small sheet").content)
    assert "forum" in pages[0] and "FOR-um" in pages[0] and "çarşı" in pages[0]
    assert "Words we have met before" in pages[0]
    assert "Rome: word quiz" in pages[-1] and "Match each word to its meaning" in pages[-1]
    assert "All lead to Rome." in pages[-1]


def test_a_sheet_without_quiz_or_older_words_has_no_place_for_them() -> None:
    pages = texts(render_vocabulary(replace(SHEET, met_before=(), quiz=None), CONTEXT).content)
    assert len(pages) == 1 and "met before" not in pages[0]


def test_translations_carry_their_language() -> None:
    with pikepdf.open(BytesIO(rendered("small sheet").content)) as pdf:
        languages = {str(item.Lang) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Lang" in item}
    assert {"ar", "tr"} <= {language.split("-")[0] for language in languages}


# Arranged data


@pytest.mark.parametrize("name", ["booklet", "vocabulary"])
def test_arranged_data(name: str, update_goldens: bool) -> None:
    arranged = arrange_booklet(SMALL, CONTEXT) if name == "booklet" else arrange_vocabulary(SHEET, CONTEXT)
    settings = {key: value for key, value in arranged.settings.items() if key != "edition"}
    text = json.dumps(
        {"settings": settings, "content": arranged.content, "pictures": dict(arranged.pictures)}, ensure_ascii=False, indent=1
    )
    file = GOLDEN / f"pdf-{name}.json"
    if update_goldens:
        file.write_text(text + "\n", "utf-8")
    assert file.read_text("utf-8") == text + "\n"


def test_text_is_smaller_from_year_5_on() -> None:
    older = arrange_booklet(replace(SMALL, imprint=replace(IMPRINT, year=5)), CONTEXT).settings["edition"]["roles"]["body"]
    younger = arrange_booklet(SMALL, CONTEXT).settings["edition"]["roles"]["body"]
    assert (younger["size"], younger["pitch"], older["size"], older["pitch"]) == (13.5, 20, 12.5, 19)
