"""The teacher guide as PDF and as Word file: columns, what to bring, and real files reopened."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from packager.document.guide_lesson import GuideLesson
from packager.document.guide_nodes import Columns, Pair, Pairs, Points, Section, Text, runs, strong
from packager.document.nodes import Imprint
from packager.document.teacher_guide import TeacherGuide, compose_teacher_guide
from packager.model.theme import ThemeFile
from packager.render.docx.guide import arrange_guide as arrange_docx
from packager.render.docx.renderer import render_teacher_guide as render_docx
from packager.render.guide_columns import BELOW_HEAD, WHOLE_PAGE, flow, flows, label_width
from packager.render.guide_needs import needs
from packager.render.look import Look
from packager.render.media import Media
from packager.render.pdf.guide import arrange_guide as arrange_pdf
from packager.render.pdf.renderer import render_teacher_guide as render_pdf
from packager.render.renderer import Context
from tests.render.docx_as_text import as_text
from tests.render.docx_builders import IMPRINT
from tests.render.docx_files import EGYPT, teaching
from tests.render.pdf_text import HOSTILE, texts
from tests.validators import pdf_faults

GOLDEN = Path(__file__).parent / "golden"
PAGES = {"lesson-1": 3, "lesson-1/end": 8, "lesson-2": 9, "lesson-2/end": 9}
CONTEXT = Context(Look(ThemeFile(), IMPRINT.colour, IMPRINT.pattern), Media(dict[str, bytes]().__getitem__), PAGES, {"lesson-1": 17})
LONG = "A sentence of eight words stands here again. " * 30


def text(id: str, words: str) -> Section:
    return Section(id, id.title(), (Text((runs(words),)),))


def lesson(number: int, *sections: Section, reference: tuple[Section, ...] = (), outcome: str | None = "I can tell.") -> GuideLesson:
    return GuideLesson(f"lesson-{number}", number, f"Part {number}", "Why?", outcome, ("a map",), sections, reference)


ANSWERS = Section("lesson-1/quiz", "Answers", (Pairs((Pair("Recall", (runs("1 b"), runs("2 c"))), Pair("Quiz", (runs("Rome"),)))),))
SMALL = TeacherGuide(
    IMPRINT,
    (
        text("why", "Because."),
        Section("words", "Words", (Columns(("Word", "First met"), (((strong("silt"),), runs("lesson 1")),)),)),
    ),
    (
        lesson(1, Section("lesson-1/know", "Know", (Points((runs("Rome stands."), runs("On hills."))),)), reference=(ANSWERS,)),
        lesson(2, outcome=None),
    ),
    (Section("word-quiz", "Answers to the word quiz", (Pairs((Pair("A", (runs("hill b"),)),)), Pairs((Pair("B", (runs("1 sea"),)),)))),),
)


@cache
def egypt() -> TeacherGuide:
    return compose_teacher_guide(teaching(), teaching().curriculum.topics[EGYPT])


def context(imprint: Imprint) -> Context:
    return replace(CONTEXT, look=Look(ThemeFile(), imprint.colour, imprint.pattern))


@pytest.mark.parametrize("name", ["small", "Egypt"])
def test_the_pdf_is_pdf_ua_and_the_same_on_any_day(name: str, tmp_path: Path) -> None:
    guide = SMALL if name == "small" else egypt()
    content = render_pdf(guide, context(guide.imprint)).content
    (tmp_path / "guide.pdf").write_bytes(content)
    assert pdf_faults(tmp_path / "guide.pdf") == []
    assert render_pdf(guide, context(guide.imprint)).content == content


@pytest.mark.parametrize("name", ["small", "Egypt"])
def test_the_word_file_is_valid_and_the_same_on_any_day(name: str, tmp_path: Path) -> None:
    guide = SMALL if name == "small" else egypt()
    content = render_docx(guide, context(guide.imprint)).content
    (tmp_path / "guide.docx").write_bytes(content)
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "guide.docx").errors] == []
    assert render_docx(guide, context(guide.imprint)).content == content


def test_arranged_data(update_goldens: bool) -> None:
    arranged = arrange_pdf(SMALL, CONTEXT)
    as_json = json.dumps(arranged.content, ensure_ascii=False, indent=1) + "\n"
    for name, found in (("pdf-guide.json", as_json), ("docx-guide.txt", as_text(arrange_docx(SMALL, CONTEXT)))):
        if update_goldens:
            (GOLDEN / name).write_text(found, "utf-8")
        assert found == (GOLDEN / name).read_text("utf-8")


def test_what_to_bring_counts_pages_and_slides_where_they_are_known() -> None:
    assert needs(SMALL.lessons[0], CONTEXT) == ("Booklet pages 3 to 8", "Deck: lesson 1 (17 slides)", "A map")
    assert needs(SMALL.lessons[1], CONTEXT) == ("Booklet page 9", "Deck: lesson 2", "A map")
    assert needs(SMALL.lessons[0], replace(CONTEXT, pages={}, slides={})) == ("Deck: lesson 1", "A map")


def test_columns_are_of_like_height() -> None:
    short, long = text("short", "Few words."), text("long", LONG)
    assert flow((short, short, short, short)).turn == 2
    assert flow((long, short, short)).turn == 1
    assert flow((short,)).turn == 0
    assert flow(()).turn is None


def test_a_lesson_that_fills_more_than_a_page_has_its_reference_overleaf() -> None:
    short, long = text("short", "Few words."), text("long", LONG)
    assert len(flows(lesson(1, short, reference=(short,)))) == 1
    first, overleaf = flows(lesson(1, long, long, reference=(long, short, short)))
    assert [[section.id for section in part.sections] for part in (first, overleaf)] == [["long", "long"], ["long", "short", "short"]]
    assert flow((long,) * 9, BELOW_HEAD).turn is None
    assert BELOW_HEAD < WHOLE_PAGE


def test_labels_have_the_room_that_the_longest_needs() -> None:
    pairs = [Pairs((Pair(label, (runs("text"),)),)) for label in ("A", "Mohenjo-daro", "A label that goes on and on without an end")]
    assert [label_width(each, 81) for each in pairs] == [16.0, 28.5, 32.4]


def test_every_text_of_the_guide_is_in_both_files() -> None:
    pages = " ".join(texts(render_pdf(SMALL, CONTEXT).content))
    document = Document(BytesIO(render_docx(SMALL, CONTEXT).content))
    cells = [cell.text for table in document.element.body.iter("{*}tbl") for cell in table.iter("{*}t")]
    written = " ".join([*(p.text for p in document.element.body.iter("{*}t")), *cells])
    for said in (
        "Rome: teacher guide",
        "Because.",
        "silt",
        "Rome stands.",
        "You will need",
        "Booklet pages 3 to 8",
        "Answers to the word quiz",
    ):
        assert said in pages and said in written, said


def test_each_section_leads_back_to_what_the_author_wrote() -> None:
    with ZipFile(BytesIO(render_docx(SMALL, CONTEXT).content)) as package:
        written = package.read("word/document.xml").decode()
    assert all(f'<w:tag w:val="{id}"/>' in written for id in ("why", "lesson-1/know", "lesson-1/quiz"))
    assert '<w:cols w:num="2" w:space="454" w:equalWidth="1"/>' in written and 'w:type="column"' in written


def test_nothing_in_a_text_is_taken_for_markup() -> None:
    hostile = Section("why", HOSTILE, (Text((runs(HOSTILE),)), Points((runs(HOSTILE),)), Pairs((Pair(HOSTILE, (runs(HOSTILE),)),))))
    guide = replace(SMALL, opening=(hostile,), imprint=replace(IMPRINT, title=HOSTILE[:40]))
    assert "#panic()" in " ".join(texts(render_pdf(guide, CONTEXT).content))
    assert "#panic()" in as_text(arrange_docx(guide, CONTEXT))
