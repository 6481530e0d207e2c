"""Lesson decks: what stands on the slides, that it fits, and that a teacher can change it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.oxml.ns import qn

from packager.document.lesson_deck import Asked, LessonDeck, PassageStep, QuizStep
from packager.render.deck import HEIGHT, WIDTH, Deck, Line, TableSlot, TextSlot
from packager.render.deck_as_text import deck_as_text
from packager.render.measure import Stretch, face, lines
from packager.render.pptx.arrange import arrange
from packager.render.pptx.fit import Setter
from packager.render.pptx.layout import Level
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.passages import portions
from packager.render.pptx.renderer import render_deck
from packager.render.pptx.sentences import ends
from tests.render.lessons import LESSON, Given, shipped_lesson, small_lesson

GOLDEN = Path(__file__).parent / "golden" / "deck.txt"
SHIPPED = [("year-3-history/ancient-egypt", 1), ("year-3-geography/rivers", 1), ("year-3-religion/rama-and-sita", 1)]
EMU, POINT = 914400, 12700


@pytest.fixture(scope="module", params=["small", *SHIPPED], ids=str)
def given(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Given:
    if request.param == "small":
        return small_lesson(tmp_path_factory.mktemp("small"))
    return shipped_lesson(*request.param)


@pytest.fixture(scope="module")
def content(given: Given) -> bytes:
    return render_deck(given.lesson, given.context).content


@pytest.fixture(scope="module")
def slides(content: bytes) -> list[Any]:
    return list(Presentation(BytesIO(content)).slides)


def test_at_least_ten_slides_in_at_least_five_layouts(slides: list[Any]) -> None:
    assert len(slides) >= 10
    assert len({slide.slide_layout.name for slide in slides}) >= 5


def test_every_word_stands_in_a_placeholder_of_its_layout(slides: list[Any]) -> None:
    for slide in slides:
        known = {place.placeholder_format.idx for place in slide.slide_layout.placeholders}
        for shape in slide.shapes:
            if texts_of(shape):
                assert shape.is_placeholder and shape.placeholder_format.idx in known, shape.name
            elif shape._element.tag == qn("p:grpSp"):
                assert slide.slide_layout.name in ("Map", "Timeline", "Diagram"), "only the labels of drawings stand in boxes of their own"


def test_no_placeholder_is_left_empty(slides: list[Any]) -> None:
    for slide in slides:
        for shape in slide.placeholders:
            assert texts_of(shape) or shape._element.tag == qn("p:pic"), (slide.name, shape.name)


def test_titles_are_unique_and_come_first(slides: list[Any]) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert len(set(titles)) == len(titles)
    assert all(slide.shapes[0].shape_id == slide.shapes.title.shape_id for slide in slides)


def test_footer_and_number_stand_on_every_slide(slides: list[Any], given: Given) -> None:
    for number, slide in enumerate(slides, 1):
        text = {shape.placeholder_format.type.name: shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame}
        assert text["SLIDE_NUMBER"] == str(number)
        assert number == 1 or text["FOOTER"].startswith(f"{given.lesson.imprint.title} · Lesson {given.lesson.number}: ")


def test_names_lead_back_to_the_source(slides: list[Any], given: Given) -> None:
    names = [slide.name for slide in slides]
    assert len(set(names)) == len(names)
    allowed = re.compile(rf"({given.lesson.id}[/ ]|vocabulary/)")
    assert all(allowed.match(shape.name) for slide in slides for shape in slide.shapes)
    assert {block for block in given.lesson.blocks if is_shown(block, given.lesson)} <= ids_of(arrange(given.lesson, given.context)[0])


def test_pictures_and_tables_say_what_they_show(slides: list[Any]) -> None:
    for slide in slides:
        for shape in slide.shapes:
            decorative = shape._element.xpath(".//*[local-name()='decorative'][@val='1']")
            described = shape._element._nvXxPr.cNvPr.get("descr")
            if shape.is_placeholder:
                assert described or shape.has_text_frame, shape.name
            elif shape._element.tag == qn("p:grpSp"):
                assert described, shape.name
            else:
                assert decorative, shape.name


def test_every_slide_has_notes(slides: list[Any], given: Given) -> None:
    for slide in slides:
        assert slide.has_notes_slide and slide.notes_slide.notes_text_frame.text.strip(), slide.name
    first = next(step for step in given.lesson.steps if isinstance(step, PassageStep)).blocks[0].id
    notes = next(slide.notes_slide.notes_text_frame.text for slide in slides if slide.name == first)
    assert f"Booklet page {given.context.pages[first]}" in notes.splitlines()


def test_nothing_stands_outside_the_slide(slides: list[Any]) -> None:
    for slide in slides:
        for shape in slide.shapes:
            right, bottom = (shape.left + shape.width) / EMU, (shape.top + shape.height) / EMU
            assert shape.left >= 0 and shape.top >= 0 and right <= WIDTH + 0.001 and bottom <= HEIGHT + 0.001, shape.name


def test_no_text_overflows_when_measured_again(slides: list[Any]) -> None:
    for slide in slides:
        for shape in slide.placeholders:
            if shape.has_text_frame:
                needed, room = text_height(slide, shape)
                assert needed <= room + 0.5, (slide.name, shape.name, shape.text_frame.text)


def test_no_table_cell_makes_its_row_grow(slides: list[Any]) -> None:
    for table in (shape.table for slide in slides for shape in slide.placeholders if shape.has_table):
        for y, row in enumerate(table.rows):
            for x, cell in enumerate(row.cells):
                if not cell.is_spanned:
                    height = sum(table.rows[y + n].height for n in range(cell.span_height)) / POINT
                    assert cell_height(table, cell, x) <= height + 0.5, cell.text


def test_the_chapter_stands_on_the_slides_in_order(slides: list[Any], given: Given) -> None:
    said = " ".join(" ".join(texts_of(shape)) for slide in slides for shape in slide.shapes)
    said, at = " ".join(said.split()).replace("\u2011", "-"), 0  # a respelling is never broken at its hyphens
    for step in given.lesson.steps:
        for block in step.blocks if isinstance(step, PassageStep) else ():
            for text in prose_of(block):
                for start, end in pairwise([0, *ends(text)]):
                    at = said.index(" ".join(text[start:end].split()), at)


def test_colours_are_those_of_the_theme(content: bytes) -> None:
    parts = parts_of(content)
    assert not [
        name for name, part in parts.items() if re.match(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+xml$", name) and b"srgbClr" in part
    ]


def test_sizes_and_faces_of_placeholders_are_the_layouts(slides: list[Any], given: Given) -> None:
    arranged, *_ = arrange(given.lesson, given.context)
    smaller = {
        slot.id for slide in arranged.slides for slot in (slide.title, *slide.slots) if isinstance(slot, TextSlot) and slot.scale < 1
    }
    for slide in slides:
        for shape in slide.placeholders:
            if shape.has_text_frame and shape.name.rsplit(" ", 1)[0] not in smaller:
                assert not shape._element.xpath(".//a:rPr/@sz | .//a:latin"), shape.name


def test_a_header_row_is_flagged(slides: list[Any]) -> None:
    flagged = {slide.slide_layout.name for slide in slides for shape in slide.placeholders if shape.has_table and shape.table.first_row}
    assert "Credits" in flagged and not flagged & {"Recall", "Quiz"}


def test_a_picture_is_stored_once(content: bytes) -> None:
    media = [part for name, part in parts_of(content).items() if name.startswith("ppt/media/")]
    assert len(media) == len(set(media))


def test_pictures_keep_their_ratio(slides: list[Any]) -> None:
    for shape in (shape for slide in slides for shape in slide.placeholders if shape._element.tag == qn("p:pic")):
        width, height = shape.image.size
        shown = width * (1 - shape.crop_left - shape.crop_right), height * (1 - shape.crop_top - shape.crop_bottom)
        assert shown[0] / shown[1] == pytest.approx(shape.width / shape.height, rel=0.01)


def test_the_credits_name_the_slides(slides: list[Any]) -> None:
    credits = [shape.table for slide in slides if slide.slide_layout.name == "Credits" for shape in slide.placeholders if shape.has_table]
    for row in [row for table in credits for row in list(table.rows)[1:]]:
        for number in row.cells[0].text.split(", "):
            shapes = slides[int(number) - 1].shapes
            graphics = [each for each in shapes if each._element.tag in (qn("p:pic"), qn("p:graphicFrame"), qn("p:grpSp"))]
            assert graphics, row.cells[1].text


def test_files_open_without_repair(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(content)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_two_renderings_are_equal_byte_for_byte(content: bytes, given: Given) -> None:
    assert render_deck(given.lesson, given.context).content == content
    assert {info.date_time for info in ZipFile(BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_what_it_is(content: bytes, given: Given) -> None:
    properties = Presentation(BytesIO(content)).core_properties
    imprint = given.lesson.imprint
    assert properties.title == f"{imprint.title}, lesson {given.lesson.number}: {given.lesson.title}"
    assert (properties.author, properties.language) == (imprint.publisher, "en-GB")
    assert imprint.licence in properties.comments
    assert properties.created.date().isoformat() == (imprint.date or "2000-01-01")


def test_the_arranged_deck_reads_as_the_lesson(tmp_path: Path, update_goldens: bool) -> None:
    text = deck_as_text(arranged(small_lesson(tmp_path)))
    if update_goldens:
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_without_a_booklet_there_is_no_word_of_its_pages(tmp_path: Path) -> None:
    text = deck_as_text(arranged(small_lesson(tmp_path, pages=False)))
    assert "Booklet p" not in text


def test_a_bare_lesson_is_a_deck(tmp_path: Path) -> None:
    given = small_lesson(tmp_path, "title: Seven hills\nchapter: [{text: Rome stands on hills.}]\n", "title: Rome\n", False)
    assert [slide.title.lines[0].text for slide in arranged(given).slides] == ["Seven hills", "1. Seven hills", "Credits"]
    assert render_deck(given.lesson, given.context).troubles == ()


def test_a_long_passage_goes_on_under_numbered_titles_without_a_lone_line(tmp_path: Path) -> None:
    text = "The river rose again and slid over the fields. " * 40
    given = small_lesson(tmp_path, f"title: Rome\nchapter:\n  - heading: Lifting the river\n  - text: {text}\n")
    passages = [slide for slide in arranged(given).slides if slide.layout == "Passage"]
    assert [slide.title.lines[0].text for slide in passages] == [
        "Lifting the river",
        *(f"Lifting the river ({n})" for n in range(2, len(passages) + 1)),
    ]
    assert len(passages) == 4
    assert all(slide.slots[-1].lines[0].text.endswith("fields.") for slide in passages if isinstance(slide.slots[-1], TextSlot))


def test_paragraphs_are_kept_whole_where_they_can_be(tmp_path: Path) -> None:
    paragraph = "It was dry. " + "The river lay low between its banks and the palm trees were grey with dust. " * 5
    given = small_lesson(tmp_path, f"title: Rome\nchapter:\n  - text: |\n      {paragraph}\n\n      {paragraph}\n\n      {paragraph}\n")
    step = next(step for step in given.lesson.steps if isinstance(step, PassageStep))
    cut, broken = portions(step.blocks, Setter(given.context.look), LAYOUTS["Passage"].place("text"))
    assert [len(portion.lines) for portion in cut] == [1, 1, 1] and not broken


def test_a_sentence_longer_than_a_slide_is_reported(tmp_path: Path) -> None:
    given = small_lesson(tmp_path, f"title: Rome\nchapter:\n  - text: {'and then it rained again ' * 60}\n")
    deck, troubles, _ = arrange(given.lesson, given.context)
    assert [(trouble.code, trouble.id) for trouble in troubles] == [("FIT002", "lesson-1/chapter/1/1")]
    said = " ".join(
        slot.lines[0].text for slide in deck.slides for slot in slide.slots if isinstance(slot, TextSlot) and slot.name == "text"
    )
    assert said.split() == ("and then it rained again " * 60).split()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("prompt: What would you sell in the forum?", f"prompt: {'What would you sell in the forum? ' * 4}"),
        ("ask: Why build on a hill?", f"ask: {'Why did they build so high on a hill? ' * 5}"),
        ("caption: The marsh before it was drained", f"caption: {'The marsh before it was drained. ' * 4}"),
        ("heading: The forum", f"heading: {'The forum of the Romans ' * 4}"),
        ("the farmers", "the farmers of every single village around the river and beyond the hills"),
    ],
)
def test_what_cannot_be_split_is_set_smaller_and_reported(tmp_path: Path, old: str, new: str) -> None:
    assert old in LESSON
    given = small_lesson(tmp_path, LESSON.replace(old, new))
    rendered = render_deck(given.lesson, given.context)
    assert {trouble.code for trouble in rendered.troubles} == {"FIT001"}
    for slide in Presentation(BytesIO(rendered.content)).slides:
        for shape in slide.placeholders:
            if shape.has_text_frame:
                needed, room = text_height(slide, shape)
                assert needed <= room + 0.5, shape.text_frame.text


def test_what_fits_at_no_size_is_reported_too(tmp_path: Path) -> None:
    given = small_lesson(tmp_path, LESSON.replace("What would you sell in the forum?", "What would you sell? " * 80))
    messages = [trouble.message for trouble in arrange(given.lesson, given.context)[1]]
    assert messages == ["the text `What would you sell? What would you …` is too long for its slide and does not fit, even at 28 points"]


def test_seven_words_stand_on_three_even_slides(tmp_path: Path) -> None:
    words = "".join(f"  - {{term: word{n}, lesson: 1, meaning: meaning {n}}}\n" for n in range(7))
    given = small_lesson(tmp_path, topic=f"title: Rome\nvocabulary:\n{words}")
    shown = [sum(slot.name.startswith("word") for slot in slide.slots) for slide in arranged(given).slides if slide.layout == "Words"]
    assert shown == [3, 2, 2]


def test_every_option_is_shown_though_there_be_many(tmp_path: Path) -> None:
    given = small_lesson(tmp_path)
    options = ("one", "two", "three", "four", "five", "six")
    asked = QuizStep("lesson-1/quiz", "Quiz", (Asked("lesson-1/quiz/1", "How many?", "six", options),), ())
    deck, *_ = arrange(replace(given.lesson, steps=(asked,)), given.context)
    for slide in deck.slides:
        assert [line.text.split("\t")[-1] for line in cell_lines(slide.slots[0])][-6:-1] == list(options[:5])


def test_notes_name_the_words_that_their_slide_shows(tmp_path: Path) -> None:
    slides = [slide for slide in arranged(small_lesson(tmp_path)).slides if slide.layout == "Words"]
    said = [remark.text for slide in slides for remark in slide.remarks if remark.label == "Say it"]
    assert said == ["senate (SEN-ut)", "forum (FOR-um); toga (TOH-guh)"]


def test_the_right_answer_is_marked_by_more_than_colour(slides: list[Any]) -> None:
    for slide in slides:
        for shape in slide.placeholders:
            if slide.slide_layout.name == "Quiz" and shape.has_table:
                ticks = sum("✓" in cell.text for row in shape.table.rows for cell in row.cells)
                assert (ticks > 0) == ("answers" in slide.name), slide.name


def test_what_is_written_from_right_to_left_is_set_so(tmp_path: Path) -> None:
    given = small_lesson(tmp_path, "title: Rome\nchapter:\n  - text: |\n      السلام عليكم\n\n      Peace be with you.\n", "title: Rome\n")
    xml = parts_of(render_deck(given.lesson, given.context).content)["ppt/slides/slide2.xml"].decode()
    assert xml.count('rtl="1"') == 1 and xml.count('lang="ar-SA"') == 1


def test_the_template_offers_the_named_layouts(content: bytes) -> None:
    file = Presentation(BytesIO(content))
    assert [layout.name for layout in file.slide_layouts] == list(LAYOUTS)
    for layout in file.slide_layouts:
        named = {place.name: place for place in layout.placeholders}
        for place in LAYOUTS[layout.name].places:
            shape = named[place.name]
            assert (shape.left / EMU, shape.top / EMU) == pytest.approx((place.box.x, place.box.y), abs=0.001)


def arranged(given: Given) -> Deck:
    return arrange(given.lesson, given.context)[0]


def parts_of(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts_of(shape: Any) -> list[str]:
    if shape.has_text_frame:
        return [text] if (text := shape.text_frame.text.strip()) else []
    if shape.has_table:
        return [cell.text for row in shape.table.rows for cell in row.cells if cell.text]
    return []


def text_height(slide: Any, shape: Any) -> tuple[float, float]:
    """The height that a placeholder's text needs and the height it has, in points, from the file and the layout's table."""
    layout = LAYOUTS[slide.slide_layout.name]
    model = next(each for each in slide.slide_layout.placeholders if each.placeholder_format.idx == shape.placeholder_format.idx)
    place = layout.place(model.name)
    width = shape.width / POINT - place.inset.left - place.inset.right
    room = shape.height / POINT - place.inset.top - place.inset.bottom
    return sum(paragraph_heights(shape.text_frame.paragraphs, place, width)), room


def paragraph_heights(paragraphs: Any, place: Any, width: float) -> Iterator[float]:
    for number, paragraph in enumerate(paragraphs):
        level = place.level(paragraph.level + 1)
        pitch = paragraph.line_spacing.pt if paragraph.line_spacing else level.pitch
        before = paragraph.space_before.pt if paragraph.space_before is not None else level.before
        stretches = [stretch_of(run, level) for run in paragraph.runs]
        yield len(lines(stretches, width - level.indent * 72)) * pitch + (before if number else 0)


def stretch_of(run: Any, level: Level) -> Stretch:
    family = "Georgia" if level.display else "Arial"
    return Stretch(run.text, face(family, bool(level.bold or run.font.bold)), run.font.size.pt if run.font.size else level.size)


def cell_height(table: Any, cell: Any, column: int) -> float:
    width = sum(table.columns[column + n].width for n in range(cell.span_width)) / POINT - (cell.margin_left + cell.margin_right) / POINT
    total = (cell.margin_top + cell.margin_bottom) / POINT
    for paragraph in cell.text_frame.paragraphs:
        hang = int(paragraph._p.pPr.get("marL", "0")) / POINT
        parts = [(run.text.split("\t")[-1], run) for run in paragraph.runs]
        stretches = [Stretch(text, face("Arial", bool(run.font.bold)), run.font.size.pt) for text, run in parts if text]
        total += len(lines(stretches, width - hang)) * paragraph.line_spacing.pt
    return total


def prose_of(block: Any) -> list[str]:
    groups = [block.runs] if hasattr(block, "runs") else getattr(block, "items", None) or block.paragraphs
    return ["".join(run.text for run in runs) for runs in groups]


def ids_of(deck: Deck) -> set[str]:
    return {slide.id.split("#")[0] for slide in deck.slides} | {slot.id for slide in deck.slides for slot in slide.slots}


def is_shown(block: str, lesson: LessonDeck) -> bool:
    """Whether a block has a slide or a slot of its own: headings are titles, and prose may follow other prose."""
    first = {step.blocks[0].id for step in lesson.steps if isinstance(step, PassageStep)}
    return block in first or any(
        block == getattr(getattr(step, part, None), "id", None) for step in lesson.steps for part in ("block", "pause", "figure")
    )


def cell_lines(slot: Any) -> list[Line]:
    assert isinstance(slot, TableSlot)
    return [line for row in slot.rows for cell in row.cells if cell for line in cell.lines]
