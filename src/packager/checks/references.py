"""REF: something is named that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from packager.checks.registry import Finding, check, first_few
from packager.diagnostics.nearest import did_you_mean
from packager.diagnostics.quoted import quoted
from packager.diagnostics.span import Span
from packager.model.curriculum import COVERAGE_FILE, MAP_FILE, Curriculum
from packager.model.topic import Topic
from packager.source.tree import Path


@check("REF001", "unknown-topic")
def unknown_topic(curriculum: Curriculum) -> Iterator[Finding]:
    """A topic is named that is not there: in the map, or in `builds_on` of a topic.

    A link that leads nowhere is lost without a word: the slot stays empty, and nobody is told
    what the topic builds on. A topic is written as the names of its two folders.

        autumn-1: {history: year-3-history/ancient-egpyt}

    Correct the name. If the topic is not written yet, write `{planned: Ancient Egypt}` in the map.
    """
    known = (*curriculum.topics, *(b for b in curriculum.broken if b.count("/") == 1))
    for slot in first_few(s for s in curriculum.slots if s.entry.topic and not _is_topic(curriculum, s.entry.topic)):
        yield _unknown("topic", slot.entry.topic or "", known, curriculum.span(MAP_FILE, (*slot.path, "topic")))
    for topic in curriculum.topics.values():
        for path, target in first_few(_targets(topic)):
            if not _is_topic(curriculum, _topic_part(target)):
                yield _unknown("topic", target, known, curriculum.span(topic.file, path))


@check("REF002", "unknown-lesson")
def unknown_lesson(curriculum: Curriculum) -> Iterator[Finding]:
    """A lesson is named that has no file: in `builds_on`, or as the `lesson` of a term.

    A term whose lesson is not there is never introduced, and is missing from every deck.

        - {term: silt, lesson: 9, meaning: ...}     # there are lessons 1 to 6

    Correct the number, or write the lesson. Nothing is said while a topic has no lesson at all.
    """
    for topic in curriculum.topics.values():
        numbers = curriculum.lesson_numbers(topic.id)
        for path, target in first_few(_targets(topic)):
            owner = _topic_part(target)
            if owner != target and owner in curriculum.topics and not _is_lesson(curriculum, target):
                yield _no_lesson(curriculum, owner, f"no lesson {quoted(target)} is there", curriculum.span(topic.file, path))
        for position, term in enumerate(topic.vocabulary):
            if numbers and term.lesson not in numbers:
                span = curriculum.span(topic.file, ("vocabulary", position, "lesson"))
                yield _no_lesson(
                    curriculum, topic.id, f"{quoted(term.term)} is introduced in lesson {term.lesson}, which is not there", span
                )


@check("REF003", "unknown-coverage")
def unknown_coverage(curriculum: Curriculum) -> Iterator[Finding]:
    """A topic or a planned slot says that it covers something that `curriculum/coverage.yaml` does not list.

    What is covered under a wrong name is counted as not covered.

        coverage: [hi.earliest-civilization]     # coverage.yaml has hi.earliest-civilisations

    Correct the id, or add the requirement to `curriculum/coverage.yaml`.
    """
    if COVERAGE_FILE in curriculum.unread:
        return
    for topic in curriculum.topics.values():
        yield from first_few(_uncovered(curriculum, topic.file, ("coverage",), topic.coverage))
    yield from first_few(f for s in curriculum.slots for f in _uncovered(curriculum, MAP_FILE, (*s.path, "coverage"), s.entry.coverage))


@check("REF004", "unknown-subject")
def unknown_subject(curriculum: Curriculum) -> Iterator[Finding]:
    """A unit, a requirement or the map names a subject that `curriculum/curriculum.yaml` does not list.

    Without its subject a unit has no colour, no title and no place in the map.

        subject: histroy

    Correct the name, or add the subject to `subjects` in `curriculum/curriculum.yaml`.
    """
    known = tuple(curriculum.programme.subjects)
    for unit in curriculum.units.values():
        if unit.subject not in known:
            yield _unknown("subject", unit.subject, known, curriculum.span(unit.file, ("subject",)))
    for name, requirement in first_few((n, r) for n, r in curriculum.requirements.items() if r.subject not in known):
        yield _unknown("subject", requirement.subject, known, curriculum.span(COVERAGE_FILE, (name, "subject")))
    for path in first_few(p for p in _map_keys(curriculum, 3) if p[2] not in known):
        yield _unknown("subject", str(path[2]), known, curriculum.span(MAP_FILE, path, key=True))


@check("REF005", "unknown-year")
def unknown_year(curriculum: Curriculum) -> Iterator[Finding]:
    """A unit or the map names a year that is not among the `years` of `curriculum/curriculum.yaml`.

    In the map a year is written `year-3`, in a unit `3`. A year that is not known is not taught.

        year 3:                                  # in map.yaml: write `year-3`
          autumn-1: {history: ...}

    Correct the year, or add it to `years`.
    """
    years = curriculum.programme.years
    for unit in curriculum.units.values():
        if unit.year not in years:
            yield _unknown("year", str(unit.year), map(str, years), curriculum.span(unit.file, ("year",)))
    known = tuple(f"year-{year}" for year in years)
    for path in first_few(p for p in _map_keys(curriculum, 1) if p[0] not in known):
        yield _unknown("year", str(path[0]), known, curriculum.span(MAP_FILE, path, key=True))


@check("REF006", "unknown-half-term")
def unknown_half_term(curriculum: Curriculum) -> Iterator[Finding]:
    """The map names a half-term that is not among the `half_terms` of `curriculum/curriculum.yaml`.

    What is planned for a half-term that nobody knows has no place in the order of teaching.

        autum-1: {history: ...}

    Correct the name, or add the half-term to `half_terms`.
    """
    known = curriculum.programme.half_terms
    for path in first_few(p for p in _map_keys(curriculum, 2) if p[1] not in known):
        yield _unknown("half-term", str(path[1]), known, curriculum.span(MAP_FILE, path, key=True))


CHECKS = (unknown_topic, unknown_lesson, unknown_coverage, unknown_subject, unknown_year, unknown_half_term)


def _unknown(kind: str, name: str, known: Iterable[str], span: Span) -> Finding:
    names = sorted(known)
    hint = did_you_mean(name[:200], names) or _ending(name, names) or (f"known are: {', '.join(names)}" if 0 < len(names) <= 12 else None)
    return Finding(span, f"no {kind} {quoted(name)} is there", hint or f"correct the name, or add the {kind}")


def _ending(name: str, names: list[str]) -> str | None:
    """A hint with the id that ends in `name`, which may be the title of a topic instead of its id."""
    return next((f"did you mean `{known}`?" for known in names if known.endswith(f"/{_slug(name)}")), None)


def _slug(name: str) -> str:
    return "-".join(name[:200].lower().split())


def _no_lesson(curriculum: Curriculum, topic: str, message: str, span: Span) -> Finding:
    numbers = ", ".join(map(str, sorted(curriculum.lesson_numbers(topic)))) or "none"
    return Finding(span, message, f"lessons that are there: {numbers}")


def _targets(topic: Topic) -> Iterator[tuple[Path, str]]:
    return ((("builds_on", position), target) for position, target in enumerate(topic.builds_on))


def _topic_part(target: str) -> str:
    """The topic of a target such as `unit/topic/2`; the target itself where it names no lesson."""
    parts = target.split("/")
    return "/".join(parts[:2]) if len(parts) == 3 else target


def _is_topic(curriculum: Curriculum, target: str) -> bool:
    return target.count("/") == 1 and curriculum.is_known(target)


def _is_lesson(curriculum: Curriculum, target: str) -> bool:
    owner, _, number = target.rpartition("/")
    return number in {str(n) for n in curriculum.lesson_numbers(owner)}


def _uncovered(curriculum: Curriculum, file: str, path: Path, ids: tuple[str, ...]) -> Iterator[Finding]:
    for position, name in enumerate(ids):
        if name not in curriculum.requirements:
            yield _unknown("requirement", name, curriculum.requirements, curriculum.span(file, (*path, position)))


def _map_keys(curriculum: Curriculum, depth: int) -> Iterator[Path]:
    """The paths of the map's years (depth 1), half-terms (2) or subjects (3)."""
    tree = curriculum.trees.get(MAP_FILE)
    paths: list[Path] = [()] if tree and MAP_FILE not in curriculum.unread else []
    for _ in range(depth):
        paths = [(*path, key) for path in paths for key in _inside(tree.data if tree else {}, path)]
    return iter(paths)


def _inside(data: dict[str, Any], path: Path) -> dict[str, Any]:
    for key in path:
        data = data[str(key)]
    return data
