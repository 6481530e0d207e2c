"""The curriculum map: what each subject teaches in each half-term of a year, and the words that travel through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from packager.document.imprint import half_term_title
from packager.document.programme_imprint import ProgrammeImprint, programme_imprint
from packager.model.curriculum import Curriculum, Slot
from packager.model.topic import Topic
from packager.sequence.occurrences import Entry
from packager.sequence.returns import Returning, returns
from packager.sequence.teaching import Teaching

WORDS_OF_A_TOPIC = 3
MOST_TRAVELLERS = 5


class State(StrEnum):
    """How far a slot of the map has come."""

    WRITTEN = "written"
    PLANNED = "planned"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class MapSubject:
    """A row of the map."""

    name: str
    title: str
    colour: str
    pattern: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A slot: `title` is the topic's, or why there is none; `words` are those that come back most."""

    state: State
    title: str
    question: str | None = None
    words: tuple[str, ...] = ()
    lessons: int = 0
    coverage: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a word is taught (first), or met again: positions of a half-term and of a subject in the map."""

    half_term: int
    subject: int


@dataclass(frozen=True, slots=True)
class Traveller:
    """A word and the topics of the year that it goes through, the one that teaches it first."""

    word: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class YearMap:
    """One year: a row of cells for each subject, None where the map has no slot."""

    year: int
    half_terms: tuple[str, ...]
    subjects: tuple[MapSubject, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    travellers: tuple[Traveller, ...]


@dataclass(frozen=True, slots=True)
class CurriculumMap:
    """The years of the programme that the map names."""

    imprint: ProgrammeImprint
    years: tuple[YearMap, ...]


def compose_curriculum_map(teaching: Teaching) -> CurriculumMap:
    """The map of every year."""
    years = tuple(_year(teaching, year) for year in years_on_map(teaching.curriculum))
    return CurriculumMap(programme_imprint(teaching.curriculum), years)


def compose_poster(teaching: Teaching, year: int) -> CurriculumMap:
    """The map of one year."""
    return CurriculumMap(programme_imprint(teaching.curriculum), (_year(teaching, year),))


def years_on_map(curriculum: Curriculum) -> tuple[int, ...]:
    """The years of the programme in which the map has a slot."""
    found = {slot.year for slot in curriculum.slots}
    return tuple(year for year in curriculum.programme.years if year in found)


def _year(teaching: Teaching, year: int) -> YearMap:
    programme = teaching.curriculum.programme
    slots = {(slot.half_term, slot.subject): slot for slot in teaching.curriculum.slots if slot.year == year}
    subjects = tuple(MapSubject(name, s.title, s.colour, s.pattern) for name, s in programme.subjects.items())
    rows = tuple(tuple(_cell(teaching, slots.get((half, subject.name))) for half in programme.half_terms) for subject in subjects)
    halves = tuple(half_term_title(half) for half in programme.half_terms)
    return YearMap(year, halves, subjects, rows, tuple(_travellers(teaching, year, subjects)))


def _cell(teaching: Teaching, slot: Slot | None) -> Cell | None:
    if slot is None:
        return None
    entry = slot.entry
    topic = teaching.curriculum.topics.get(entry.topic or "")
    if topic:
        coverage = tuple(dict.fromkeys((*topic.coverage, *entry.coverage)))
        state = State.WRITTEN if topic.lessons else State.PLANNED
        return Cell(state, topic.title, topic.question or entry.question, _words(teaching, topic), len(topic.lessons), coverage)
    if entry.empty:
        return Cell(State.EMPTY, entry.empty)
    return Cell(State.PLANNED, entry.planned or entry.topic or "", entry.question, coverage=entry.coverage)


def _words(teaching: Teaching, topic: Topic) -> tuple[str, ...]:
    """The words of a topic that most lessons lean on again, in the author's order; between equals, those that other topics use."""
    words = tuple(returns(teaching.occurrences, topic.id))
    ranked = sorted(range(len(words)), key=lambda place: (-len(words[place].lessons), -len(_elsewhere(words[place])), place))
    return tuple(words[place].entry.term.term for place in sorted(ranked[:WORDS_OF_A_TOPIC]))


def _elsewhere(word: Returning) -> tuple[str, ...]:
    return tuple(dict.fromkeys(taught.topic.id for taught in word.lessons if taught.topic.id != word.entry.topic.id))


def _travellers(teaching: Teaching, year: int, subjects: tuple[MapSubject, ...]) -> Iterator[Traveller]:
    """The words taught in a year that most other topics of that year use again, those taught first above."""
    position = teaching.curriculum.programme.years.index(year)
    rows = {subject.name: row for row, subject in enumerate(subjects)}
    found = [(entry, tuple(_stops(teaching, entry, position, rows))) for entry in _taught_in(teaching, position)]
    ranked = sorted((pair for pair in found if len(pair[1]) > 1), key=lambda pair: -len(pair[1]))[:MOST_TRAVELLERS]
    for entry, stops in sorted(ranked, key=lambda pair: pair[0].introduced.place if pair[0].introduced else 0):
        yield Traveller(entry.term.term, stops)


def _taught_in(teaching: Teaching, position: int) -> Iterable[Entry]:
    return (e for e in teaching.occurrences.entries.values() if e.introduced and e.introduced.week.year == position)


def _stops(teaching: Teaching, entry: Entry, position: int, rows: dict[str, int]) -> Iterator[Stop]:
    assert entry.introduced is not None
    again = (occurrence.taught for occurrence in teaching.occurrences.met_again(entry))
    lessons = (entry.introduced, *(taught for taught in again if taught.week.year == position))
    places = (Stop(taught.week.half_term, rows[taught.subject]) for taught in lessons if taught.subject in rows)
    yield from dict.fromkeys(places)
