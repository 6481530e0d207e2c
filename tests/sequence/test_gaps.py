"""What a class that joined late, or is taught another year's content, has never met."""

from __future__ import annotations

from pathlib import Path

import pytest

from packager.model.curriculum import Curriculum
from packager.sequence.gaps import Gaps, UnknownHalfTerm, cohort, find_gaps
from packager.sequence.occurrences import find_occurrences
from packager.sequence.timeline import lay_out
from tests.sequence.small import small, topic, word

SLOTS = {
    "year-3/autumn-1/history": "history-3/egypt",
    "year-3/autumn-2/geography": "geography-3/rivers",
    "year-3/spring-1/history": "history-3/cities",
    "year-4/autumn-1/history": "history-4/greece",
    "year-4/autumn-1/geography": "geography-4/maps",
    "year-4/autumn-2/history": "history-4/rome",
}
TOPICS = {
    "history-3/egypt": topic("An empire.", words=[word("empire"), word("silt")]),
    "geography-3/rivers": topic("A delta.", words=[word("delta")]),
    "history-3/cities": topic("A temple.", words=[word("temple")]),
    "history-4/greece": topic("An empire with a temple. Empires fall.", words=[word("law")], builds_on=["geography-3/rivers/1"]),
    "geography-4/maps": topic("A law, an empire.", builds_on=["geography-3/rivers"]),
    "history-4/rome": topic("Silt and a delta and law."),
}


@pytest.fixture
def curriculum(tmp_path: Path) -> Curriculum:
    return small(tmp_path, SLOTS, TOPICS)


def gaps(curriculum: Curriculum, joined: str, starting: str, content_year: int | None = None) -> Gaps:
    return find_gaps(find_occurrences(curriculum, lay_out(curriculum)), cohort(curriculum, joined, starting, content_year))


def words(found: Gaps) -> dict[str, int]:
    return {missed.entry.term.term: len(missed.uses) for missed in found.words}


def test_words_and_topics_from_before_a_class_joined(curriculum: Curriculum) -> None:
    found = gaps(curriculum, "year-3/spring-1", "year-4/autumn-1")
    assert words(found) == {"empire": 3}
    assert [(missed.topic.id, [topic.id for topic in missed.built_on_by], len(missed.words)) for missed in found.topics] == [
        ("history-3/egypt", [], 1),
        ("geography-3/rivers", ["history-4/greece", "geography-4/maps"], 0),
    ]
    assert [topic.id for topic in found.coming] == ["history-4/greece", "geography-4/maps"]
    assert found.words[0].uses[0].sentence == "An empire with a temple."


def test_a_class_that_was_there_all_the_time_has_no_gaps(curriculum: Curriculum) -> None:
    found = gaps(curriculum, "year-3/autumn-1", "year-4/autumn-1")
    assert (found.words, found.topics) == ((), ())


def test_a_class_that_joins_now_misses_all_that_is_taken_for_granted(curriculum: Curriculum) -> None:
    assert words(gaps(curriculum, "year-4/autumn-1", "year-4/autumn-1")) == {"empire": 3, "temple": 1}
    assert words(gaps(curriculum, "year-4/autumn-1", "year-4/autumn-2")) == {"silt": 1, "delta": 1}


def test_a_class_taught_the_content_of_another_year(curriculum: Curriculum) -> None:
    """Year 4 begins the programme with the content of Year 3, and comes to Year 4's only a year later."""
    assert gaps(curriculum, "year-4/autumn-1", "year-4/spring-1", 3).words == ()
    assert words(gaps(curriculum, "year-3/autumn-2", "year-3/autumn-2", 4)) == {"silt": 1, "delta": 1, "law": 1}


UNKNOWN = ["", "year-3", "year-9/autumn-1", "year-3/midwinter", "3/autumn-1/x", "year-²/autumn-1", "year-" + "9" * 5000]


@pytest.mark.parametrize("written", UNKNOWN, ids=range(len(UNKNOWN)))
def test_an_unknown_half_term_is_named(curriculum: Curriculum, written: str) -> None:
    with pytest.raises(UnknownHalfTerm):
        cohort(curriculum, written, "year-4/autumn-1")
    with pytest.raises(UnknownHalfTerm, match="no year 9"):
        cohort(curriculum, "year-3/autumn-1", "year-4/autumn-1", 9)
