"""The curriculum that is made for measuring: as large as it says, sound, and the same each time."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from packager import pipeline
from packager.model.curriculum import Curriculum
from tests.bench.made_words import made_term, word
from tests.bench.made_yaml import as_yaml
from tests.bench.synthetic import LESSONS, MOST_TOPICS, TERMS, write_synthetic


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Checked:
    root = tmp_path_factory.mktemp("synthetic")
    write_synthetic(root, 18)
    return pipeline.check(root)


@pytest.fixture(scope="module")
def made(checked: pipeline.Checked) -> Curriculum:
    assert checked.curriculum is not None
    return checked.curriculum


def test_it_checks_without_an_error_and_with_few_warnings(checked: pipeline.Checked) -> None:
    assert [finding for finding in checked.found if finding.is_error] == []
    assert len(checked.found) < 40


def test_every_topic_has_its_lessons_and_its_own_words(made: Curriculum) -> None:
    terms = [term.term for topic in made.topics.values() for term in topic.vocabulary]
    assert len(made.topics) == 18 and len(list(made.lessons())) == 18 * LESSONS
    assert len(set(terms)) == len(terms) == 18 * LESSONS * TERMS
    assert {slot.entry.topic for slot in made.slots} == set(made.topics)


def test_no_two_pictures_are_the_same(made: Curriculum) -> None:
    pictures = [file for file in made.folder.root.rglob("media/*") if file.is_file()]
    assert {file.suffix for file in pictures} == {".png", ".svg"}
    assert len({sha256(file.read_bytes()).digest() for file in pictures}) == len(pictures) >= 18 * 10


def test_every_kind_of_drawing_is_there(made: Curriculum) -> None:
    assert {"map", "timeline", "diagram", "figure", "table"} <= {block.kind for lesson in made.lessons() for block in lesson.chapter}


def test_the_same_number_gives_the_same_files(made: Curriculum, tmp_path: Path) -> None:
    write_synthetic(tmp_path, 3)
    files = [file.relative_to(tmp_path) for file in tmp_path.rglob("lesson-*.yaml")]
    assert len(files) == 3 * LESSONS
    assert all((tmp_path / file).read_bytes() == (made.folder.root / file).read_bytes() for file in files)


def test_all_words_of_a_full_curriculum_differ() -> None:
    count = MOST_TOPICS * LESSONS * TERMS
    assert len({word(number) for number in range(count)}) == count


def test_a_term_takes_the_endings_of_its_kind() -> None:
    verb, noun, name = (
        made_term(1, {"term": like, "kind": kind}, 1, "a thing") for like, kind in (("dig", "verb"), ("pot", "noun"), ("Ur", "name"))
    )
    assert verb.form("ing") == verb.written + "ing"
    assert noun.form("s") == noun.written + "s" and noun.form("ing") == noun.written
    assert name.form("s") == name.written == name.written.capitalize()


def test_what_is_written_as_yaml_is_read_back() -> None:
    value = {
        "text": "Two\n\nparagraphs: #1\n",
        "list": ["a: b", "- c", "it's", "", "-44", "{d}"],
        "inside": {"ask": "Who?", "wrong": ["a, b"]},
    }
    assert yaml.load(as_yaml(value), yaml.CBaseLoader) == value
