"""The matcher against sentences labelled by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from packager.model.curriculum import Curriculum
from packager.model.load import load
from packager.sequence.prose import chapter_prose
from packager.source.files import SourceFolder
from tests.sequence.gold import labelled, measure

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped() -> Curriculum:
    curriculum, _ = load(SourceFolder(ROOT))
    assert curriculum is not None
    return curriculum


def test_at_least_300_labelled_sentences_stand_in_the_chapters(shipped: Curriculum) -> None:
    chapters = {lesson.id: " ".join(" ".join(p.text for p in chapter_prose(lesson)).split()) for lesson in shipped.lessons()}
    standing = [row for row in labelled() if row["sentence"] in chapters.get(f"{row['topic']}/{row.get('lesson')}", "")]
    assert len(standing) >= 300


def test_the_labels_are_terms_of_the_vocabulary(shipped: Curriculum) -> None:
    terms = {term.term for topic in shipped.topics.values() for term in topic.vocabulary}
    assert {name for row in labelled() for name in row["terms"]} <= terms


def test_precision_and_recall(shipped: Curriculum) -> None:
    reached = measure(shipped)
    assert reached.precision >= 0.97 and reached.recall >= 0.97, reached.wrong
