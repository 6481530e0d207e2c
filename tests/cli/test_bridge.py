"""`packager build --bridge`: a booklet and a deck of what a class that joined late has missed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pptx import Presentation

from tests.cli.small_programme import EGYPT, GREECE, MAPS, RIVERS, programme, topics
from tests.command import Outcome, packager
from tests.sequence.small import word
from tests.validators import open_xml_faults

CLASS = ("--class-joined", "year-3/autumn-2", "--starting", "year-4/autumn-1")
STEM = "bridges/bridge-joined-y3-autumn-2-starting-y4-autumn-1"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return programme(tmp_path)


def bridge(root: Path, *arguments: object) -> Outcome:
    return packager("build", "--root", root, "--bridge", *arguments)


def index(root: Path) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((root / "build/index.json").read_text("utf-8"))["artifacts"]
    return listed


def booklet_text(path: Path) -> list[str]:
    """The words of a booklet, paragraph by paragraph, also those in content controls and tables."""
    body = Document(str(path)).element.body
    kind = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return ["".join(node.text or "" for node in p.iter(f"{kind}t")) for p in body.iter(f"{kind}p")]


def deck_text(path: Path) -> list[list[str]]:
    """The words of each slide."""
    return [_slide_text(slide) for slide in Presentation(str(path)).slides]


def _slide_text(slide: Any) -> list[str]:
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    return texts + [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]


@pytest.mark.usefixtures("fast_renderers")
def test_a_booklet_and_a_deck_named_by_the_class_stand_in_the_index(root: Path) -> None:
    outcome = bridge(root, *CLASS)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"built {STEM}.docx and {STEM}.pptx in {root}/build/ in ")
    entries = index(root)
    fields = ("path", "product", "format", "topic", "lesson", "edition", "year", "audience")
    assert [[entry[field] for field in fields] for entry in entries] == [
        [f"{STEM}.docx", "bridge", "docx", None, None, "standard", 4, "pupils"],
        [f"{STEM}.pptx", "bridge", "pptx", None, None, "standard", 4, "teachers"],
    ]
    assert f"units/{EGYPT}/lesson-1.yaml" in entries[0]["sources"] and f"units/{GREECE}/lesson-1.yaml" in entries[0]["sources"]
    assert all((root / "build" / entry["path"]).stat().st_size == entry["bytes"] for entry in entries)


@pytest.mark.usefixtures("fast_renderers")
def test_content_of_another_year_stands_in_the_name(root: Path) -> None:
    bridge(root, "--class-joined", "year-4/autumn-2", "--starting", "year-4/autumn-2", "--content-year", 3)
    assert [entry["path"].partition("starting-")[2] for entry in index(root)] == [
        "y4-autumn-2-content-y3.docx",
        "y4-autumn-2-content-y3.pptx",
    ]


def test_the_booklet_tells_what_was_missed_without_answers(root: Path) -> None:
    assert bridge(root, *CLASS).code == 0
    text = booklet_text(root / "build" / f"{STEM}.docx")
    for told in (
        "Before we begin",
        "This half-term is about Greece and Maps. Its lessons use words and ideas that were taught before you joined. Here they are.",
        "Ancient Egypt",
        "Other classes read about this in History, Year 3, Autumn 1.",
        "Words from chapter 1: Part 1",
        "flood (FLUD)",
        "what flood means",
        "The flood rose.",
        "What to remember:",
        "A flood leaves silt behind.",
        "Rivers",
        "source",
        "What do you know now?",
        "1\u2002What does a flood leave?",
        "2\u2002Who ruled?",
    ):
        assert told in text, text
    assert not any("a pharaoh" in paragraph for paragraph in text)


def test_the_deck_has_three_words_a_slide_and_a_quiz_with_answers(tmp_path: Path) -> None:
    content = topics()
    content[RIVERS]["vocabulary"] += [word(name) for name in ("ford", "weir", "gorge")]
    content[RIVERS]["lessons"] = ("A river may flood its bank at the ford, the weir, the gorge.", "Every flood.")
    content[MAPS]["lessons"] = ("Find the source, the ford, the weir and the gorge.",)
    root = programme(tmp_path, content)
    assert bridge(root, *CLASS).code == 0
    slides = deck_text(root / "build" / f"{STEM}.pptx")
    titles = [slide[0] for slide in slides]
    assert titles[0] == "Words and ideas for Autumn 1"
    assert titles[1:] == [
        "Words from Ancient Egypt",
        "What to know from Ancient Egypt",
        "Words from Rivers",
        "Words from Rivers (2)",
        "Quiz",
        "Quiz: answers",
    ]
    assert "a pharaoh" not in " ".join(slides[-2]) and "a pharaoh" in " ".join(slides[-1])
    notes = Presentation(str(root / "build" / f"{STEM}.pptx")).slides[1].notes_slide.notes_text_frame.text
    assert "flood: ‘Silt filled the bay, as after a flood.’ (History: Greece, lesson 1)." in notes


def test_both_pass_the_validator_and_are_the_same_on_any_day(root: Path, tmp_path: Path) -> None:
    for out in (tmp_path / "one", tmp_path / "two"):
        assert bridge(root, *CLASS, "--out", out).code == 0
    for ending in ("docx", "pptx"):
        first, second = (tmp_path / out / f"{STEM}.{ending}" for out in ("one", "two"))
        assert first.read_bytes() == second.read_bytes()
        assert open_xml_faults(first) == []


@pytest.mark.usefixtures("fast_renderers")
def test_a_class_that_has_missed_nothing_needs_no_bridge(root: Path) -> None:
    outcome = bridge(root, "--class-joined", "year-3/autumn-1", "--starting", "year-4/autumn-1")
    assert (outcome.code, outcome.out) == (0, "built no bridge: the class has met all that is taken for granted in Year 4, Autumn 1\n")
    assert not (root / "build").exists()


@pytest.mark.usefixtures("fast_renderers")
def test_a_bridge_that_is_needed_no_more_goes_when_it_is_built_again(root: Path) -> None:
    bridge(root, *CLASS)
    content = topics()
    content[GREECE] = {**content[GREECE], "lessons": ("A bay.",), "builds_on": []}
    content[MAPS] = {**content[MAPS], "lessons": ("A plan.",)}
    programme(root, content)
    assert "built no bridge" in bridge(root, *CLASS).out
    assert index(root) == [] and not (root / "build/bridges").exists()


@pytest.mark.usefixtures("fast_renderers")
def test_building_topics_leaves_bridges_alone_and_a_bridge_leaves_topics_alone(root: Path) -> None:
    packager("build", "--root", root)
    topics_built = index(root)
    bridge(root, *CLASS)
    both = index(root)
    assert [entry for entry in both if entry["product"] != "bridge"] == topics_built
    packager("build", "--root", root)
    assert index(root) == both


@pytest.mark.usefixtures("fast_renderers")
@pytest.mark.parametrize("faulty", [EGYPT, GREECE], ids=["missed", "coming"])
@pytest.mark.parametrize("file", ["lesson-1.yaml", "topic.yaml"])
def test_errors_in_a_topic_that_it_leads_from_or_to_stop_it(faulty: str, file: str, root: Path) -> None:
    (root / "units" / faulty / file).write_text("title: [\n")
    outcome = bridge(root, *CLASS)
    assert outcome.code == 1
    assert faulty in outcome.out and f"units/{faulty}/{file}" in outcome.err
    assert not (root / "build").exists()


@pytest.mark.usefixtures("fast_renderers")
def test_errors_elsewhere_do_not(root: Path) -> None:
    (root / "units/history-3/rome/lesson-2.yaml").write_text("title: Part 2\nchapters: []\n")
    assert bridge(root, *CLASS).code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--bridge",), "--bridge needs --class-joined and --starting"),
        (("--bridge", "--starting", "year-4/autumn-1"), "--bridge needs --class-joined and --starting"),
        (CLASS, "--class-joined, --starting and --content-year belong to --bridge"),
        (("--content-year", "3"), "belong to --bridge"),
        (("--bridge", *CLASS, EGYPT), "name no topics and no --only with --bridge"),
        (("--bridge", *CLASS, "--only", "deck"), "name no topics and no --only with --bridge"),
        (("--bridge", *CLASS[:3], "year-4/autum-1"), "no half-term `year-4/autum-1`: did you mean `year-4/autumn-1`?"),
    ],
)
def test_wrong_usage_exits_with_2_and_builds_nothing(arguments: tuple[str, ...], message: str, root: Path) -> None:
    outcome = packager("build", "--root", root, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert not (root / "build").exists()
