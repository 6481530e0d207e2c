"""VOC: a word is not used as the sequence promises."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from packager.checks.registry import Finding, check
from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.quoted import quoted
from packager.diagnostics.span import Span
from packager.model.curriculum import Curriculum
from packager.sequence.inflection import folded
from packager.sequence.matching import longest
from packager.sequence.occurrences import Entry, Occurrence, span_of
from packager.sequence.prose import Part
from packager.sequence.sequenced import Sequenced
from packager.sequence.timeline import Taught, is_known

_ASKED = frozenset({Part.RECALL, Part.QUIZ})


@check("VOC003", "used-before-introduced", Severity.WARNING)
def used_before_introduced(sequenced: Sequenced) -> Iterator[Finding]:
    """A lesson uses a word that is introduced only later.

    Pupils meet the word without its meaning, and when it is introduced it is no longer new. It is an
    error where the word is introduced later in the same topic, and a warning where another topic
    introduces it. What a lesson introduces in one week is known in other subjects from the next.

        vocabulary: [{term: silt, lesson: 2, ...}]     # and lesson 1 says: The flood left dark silt.

    Introduce the word earlier, say it in other words, or list it under `assumed` in
    `curriculum/curriculum.yaml` if nobody needs to be taught it. A look-alike goes under `apart`.
    Questions are looked at by QUZ003.
    """
    assumed = {folded(word) for word in sequenced.curriculum.programme.assumed}
    for taught in sequenced.timeline.lessons:
        for occurrence in _first_of_each(sequenced.occurrences.in_lesson(taught)):
            entry = occurrence.entry
            if _is_unmet(entry, taught) and not occurrence.has_senses and folded(entry.term.term) not in assumed:
                yield _too_early(sequenced.curriculum, occurrence, entry)


def _first_of_each(occurrences: tuple[Occurrence, ...]) -> Iterator[Occurrence]:
    seen = set()
    for occurrence in occurrences:
        if occurrence.passage.part not in _ASKED and occurrence.entry.key not in seen:
            seen.add(occurrence.entry.key)
            yield occurrence


def _is_unmet(entry: Entry, taught: Taught) -> bool:
    return entry.introduced is not None and not is_known(entry.introduced, taught)


def _too_early(curriculum: Curriculum, occurrence: Occurrence, entry: Entry) -> Finding:
    same = entry.topic.id == occurrence.taught.topic.id
    where = f"lesson {entry.term.lesson}" if same else quoted(f"{entry.topic.id}/{entry.term.lesson}")
    message = f"{quoted(occurrence.written)} is used here, but introduced only in {where}"
    hint = "introduce it earlier, say it in other words, or list it under `assumed`"
    severity = Severity.ERROR if same else Severity.WARNING
    return Finding(span_of(curriculum, occurrence), message, hint, (_introduction(curriculum, entry),), severity)


def _introduction(curriculum: Curriculum, entry: Entry) -> tuple[Span, str]:
    return curriculum.span(entry.topic.file, (*entry.path, "term")), "introduced here"


@check("VOC004", "introduced-but-absent", Severity.WARNING)
def introduced_but_absent(sequenced: Sequenced) -> Iterator[Finding]:
    """A lesson introduces a word that its chapter never uses.

    The word stands on the vocabulary sheet and on a slide, but nowhere in bold in the booklet: pupils
    learn it without having met it. Captions, headings and drawings do not count.

        vocabulary: [{term: silt, lesson: 1, ...}]     # and no text of lesson 1 says silt

    Use the word in a text of the chapter, change its `lesson`, list the form that is used under
    `forms`, or take the word out.
    """
    new: dict[str, list[Entry]] = {}
    for entry in sequenced.occurrences.entries.values():
        new.setdefault(f"{entry.topic.id}/{entry.term.lesson}", []).append(entry)
    for lesson, entries in new.items():
        met = _met_in_texts(sequenced, lesson, frozenset(entry.key for entry in entries))
        for entry in entries:
            if met is not None and entry.key not in met:
                span = sequenced.curriculum.span(entry.topic.file, (*entry.path, "term"))
                message = f"{quoted(entry.term.term)} is introduced in lesson {entry.term.lesson}, whose chapter never uses it"
                hint = "use it in a text of that chapter, or change its `lesson`"
                yield Finding(span, message, hint, tuple(_elsewhere(sequenced, entry)))


def _met_in_texts(sequenced: Sequenced, lesson: str, keys: frozenset[str]) -> frozenset[str] | None:
    """Which of the words a lesson introduces stand in its texts, read as booklets print them; None for no such lesson."""
    found = sequenced.occurrences
    if lesson not in found.passages:
        return None
    return frozenset(
        key
        for passage, candidates in zip(found.passages[lesson], found.scanned[lesson], strict=True)
        if candidates and passage.part is Part.CHAPTER and passage.path[2:] == ("text",)
        for match in longest(candidates, keys.__contains__)
        for key in match.keys
    )


def _elsewhere(sequenced: Sequenced, entry: Entry) -> Iterator[tuple[Span, str]]:
    for occurrence in sequenced.occurrences.of[entry.key]:
        if occurrence.taught.topic is entry.topic:
            yield span_of(sequenced.curriculum, occurrence), "it is used here"
            return


@check("VOC005", "never-revisited", Severity.WARNING)
def never_revisited(sequenced: Sequenced) -> Iterator[Finding]:
    """A word does not come back often enough in the lessons after it is introduced.

    A word that is met once is soon forgotten. `policy.revisit` says in how many (`at_least`) of the
    subject's next lessons (`within_lessons`) it must be met; lessons of other subjects in the same
    weeks count too. Nothing is said while those lessons are not all written.

    Use the word again, in a chapter, a question or a task; or allow the finding, with the reason.
    """
    policy = sequenced.curriculum.programme.policy.revisit
    windows: dict[str, list[Taught]] = {}
    for entry in sequenced.occurrences.entries.values():
        if entry.introduced is None:
            continue
        if entry.introduced.id not in windows:
            windows[entry.introduced.id] = _window(sequenced, entry.introduced, policy.within_lessons)
        window = windows[entry.introduced.id]
        if not window:
            continue
        met = {o.taught.id for o in sequenced.occurrences.met_again(entry) if o.taught.week <= window[-1].week}
        if len(met) < policy.at_least:
            span = sequenced.curriculum.span(entry.topic.file, (*entry.path, "term"))
            found = "never" if not met else f"in {len(met)}"
            message = f"{quoted(entry.term.term)} comes back {found} of the next {len(window)} lessons, expected {policy.at_least}"
            yield Finding(span, message.replace("never of", "in none of"), f"use it again by {quoted(window[-1].id)}")


def _window(sequenced: Sequenced, introduced: Taught, count: int) -> list[Taught]:
    """The subject's next lessons after one that introduces words; none where they are not all written."""
    if not count:
        return []
    later = (taught for taught in _lessons_until_planned(sequenced, introduced) if taught.place > introduced.place)
    window = list(islice(later, count))
    return window if len(window) == count else []


def _lessons_until_planned(sequenced: Sequenced, introduced: Taught) -> Iterator[Taught]:
    """The subject's lessons from a topic on, up to the first half-term that is not written."""
    curriculum, timeline = sequenced.curriculum, sequenced.timeline
    programme = curriculum.programme
    slots = {(slot.year, slot.half_term): slot for slot in curriculum.slots if slot.subject == introduced.subject}
    half_terms = [(year, half_term) for year in programme.years for half_term in programme.half_terms]
    start = introduced.week.year * len(programme.half_terms) + introduced.week.half_term
    for half_term in half_terms[start:]:
        slot = slots.get(half_term)
        if slot is not None and slot.entry.empty:
            continue
        scheduled = timeline.topics.get(slot.entry.topic or "") if slot else None
        if scheduled is None or not scheduled.lessons:
            return
        yield from scheduled.lessons


@check("VOC006", "too-many-new-words", Severity.WARNING)
def too_many_new_words(sequenced: Sequenced) -> Iterator[Finding]:
    """A lesson introduces more words than the policy allows.

    A class can take in only so many new words in a lesson. The number is `terms_per_lesson.max` in
    the policy of `curriculum/curriculum.yaml`.

    Introduce some of them in another lesson, or do without.
    """
    most = sequenced.curriculum.programme.policy.terms_per_lesson.max
    for topic in sequenced.curriculum.topics.values() if most is not None else ():
        counted: dict[int, int] = {}
        for position, term in enumerate(topic.vocabulary):
            counted[term.lesson] = counted.get(term.lesson, 0) + 1
            if counted[term.lesson] == (most or 0) + 1:
                count = sum(other.lesson == term.lesson for other in topic.vocabulary)
                message = f"lesson {term.lesson} introduces {count} words, expected at most {most}"
                span = sequenced.curriculum.span(topic.file, ("vocabulary", position, "term"))
                yield Finding(span, message, "move some to another lesson")


CHECKS = (used_before_introduced, introduced_but_absent, never_revisited, too_many_new_words)
