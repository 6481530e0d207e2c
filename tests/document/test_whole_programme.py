"""The curriculum map, the progression of vocabulary and the coverage of a small programme."""

from __future__ import annotations

from pathlib import Path

from packager.document.coverage import compose_coverage
from packager.document.curriculum_map import State, Stop, compose_curriculum_map, compose_poster, years_on_map
from packager.document.places import lesson_numbers, stretches
from packager.document.progression import compose_progression
from tests.document.goldens import same_outline
from tests.document.programme import programme


def test_the_outline_of_a_poster(tmp_path: Path, update_goldens: bool) -> None:
    assert same_outline("curriculum-map", compose_poster(programme(tmp_path), 3), update_goldens)


def test_the_outline_of_the_progression(tmp_path: Path, update_goldens: bool) -> None:
    assert same_outline("progression", compose_progression(programme(tmp_path)), update_goldens)


def test_the_outline_of_the_coverage(tmp_path: Path, update_goldens: bool) -> None:
    assert same_outline("coverage", compose_coverage(programme(tmp_path)), update_goldens)


def test_the_map_has_the_years_that_it_names(tmp_path: Path) -> None:
    teaching = programme(tmp_path)
    assert years_on_map(teaching.curriculum) == (3, 4)
    assert [year.year for year in compose_curriculum_map(teaching).years] == [3, 4]


def test_slots_are_written_planned_empty_or_not_there(tmp_path: Path) -> None:
    year = compose_poster(programme(tmp_path), 3).years[0]
    states = {subject.name: [cell and cell.state for cell in cells] for subject, cells in zip(year.subjects, year.rows, strict=True)}
    assert states == {
        "history": [State.WRITTEN, State.WRITTEN, None],
        "geography": [State.WRITTEN, State.PLANNED, None],
        "religion": [None, State.EMPTY, None],
    }


def test_words_travel_from_the_topic_that_teaches_them_to_those_that_use_them(tmp_path: Path) -> None:
    travellers = {each.word: each.stops for each in compose_poster(programme(tmp_path), 3).years[0].travellers}
    assert travellers == {"flood": (Stop(0, 0), Stop(0, 1), Stop(1, 0)), "silt": (Stop(0, 0), Stop(0, 1))}


def test_a_word_that_only_recall_brings_back_is_told_apart(tmp_path: Path) -> None:
    words = {word.word: word for topic in compose_progression(programme(tmp_path)).topics for word in topic.words}
    parts = {(each.place.topic, each.place.lesson): each.parts for each in words["pharaoh"].returns}
    assert parts == {("Rome", 1): ("recall",)}


def test_a_requirement_is_taught_planned_or_not_covered(tmp_path: Path) -> None:
    assert {each.id: each.state for each in compose_coverage(programme(tmp_path)).requirements} == {
        "hi.egypt": State.WRITTEN,
        "ge.mountains": State.PLANNED,
        "ge.coasts": State.EMPTY,
    }


def test_lesson_numbers_read_as_english() -> None:
    assert [lesson_numbers(numbers) for numbers in ([2], [5, 2], [3, 2, 4], [1, 2, 3, 5, 6])] == [
        "lesson 2",
        "lessons 2 and 5",
        "lessons 2 to 4",
        "lessons 1 to 3, 5 and 6",
    ]
    assert stretches([1, 3, 4, 5, 6]) == "1 and 3 to 6"
