"""SEQ: the files and the map do not make one sequence."""

from __future__ import annotations

from collections.abc import Iterator

from packager.checks.registry import Finding, check
from packager.checks.stray_names import stray
from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.quoted import quoted
from packager.diagnostics.span import Span
from packager.model.curriculum import MAP_FILE, PROGRAMME_FILE, Curriculum, Slot
from packager.model.slug import LONGEST_HALF_TERM, LONGEST_SUBJECT, slug
from packager.model.topic import Topic


@check("SEQ001", "gap-in-lessons")
def gap_in_lessons(curriculum: Curriculum) -> Iterator[Finding]:
    """The lesson files of a topic are not numbered 1, 2, 3 and so on.

    Lessons are taught and printed in the order of their numbers. A number that is left out is
    most often a file that was not saved, or that has another name.

        lesson-1.yaml  lesson-2.yaml  lesson-4.yaml

    Add the missing lesson, or give the later files the numbers that are free.
    """
    for topic in curriculum.topics.values():
        before = 0
        for number in sorted(curriculum.lesson_numbers(topic.id)):
            if number != before + 1:
                missing = f"lesson {before + 1}" if number == before + 2 else f"lessons {before + 1} to {number - 1}"
                verb = "is" if number == before + 2 else "are"
                span = Span(f"{topic.folder}/lesson-{number}.yaml")
                yield Finding(
                    span,
                    f"{missing} {verb} missing before lesson {number}",
                    "add what is missing, or number the files from 1 without a gap",
                )
            before = number


@check("SEQ002", "slot-taken-twice")
def slot_taken_twice(curriculum: Curriculum) -> Iterator[Finding]:
    """One topic stands in two slots of the map.

    A topic is taught once. Where it stands twice, nobody can say which lessons come before it.

        autumn-1: {history: year-3-history/ancient-egypt}
        autumn-2: {history: year-3-history/ancient-egypt}

    Keep one. A second visit to the same matter is a topic of its own.
    """
    for slot in curriculum.slots:
        first = curriculum.slot_by_topic.get(slot.entry.topic or "")
        if first is not None and first is not slot:
            related = ((_entry(curriculum, first), "first here"),)
            yield Finding(_entry(curriculum, slot), f"{quoted(slot.entry.topic or '')} stands in two slots", "keep one of the two", related)


@check("SEQ003", "topic-on-no-slot")
def topic_on_no_slot(curriculum: Curriculum) -> Iterator[Finding]:
    """A topic has lessons, but the map gives it no slot.

    What has no slot is taught at no time: no lesson can build on it, and nobody would miss it.

    Add the topic's id to `curriculum/map.yaml`, below its year, half-term and subject. Nothing is
    said while the topic has no lesson yet.
    """
    if MAP_FILE in curriculum.unread:
        return
    for topic in curriculum.topics.values():
        if topic.id not in curriculum.slot_by_topic and curriculum.lesson_numbers(topic.id):
            yield Finding(Span(topic.file), f"no slot of the map names {quoted(topic.id)}", f"add it to `{MAP_FILE}`")


@check("SEQ004", "wrong-year-or-subject")
def wrong_year_or_subject(curriculum: Curriculum) -> Iterator[Finding]:
    """A topic stands in a slot of another year or another subject than its unit.

    Its colour, its reading level and its place in the sequence would contradict each other.

        year-4:
          autumn-1: {history: year-3-history/ancient-egypt}

    Move the slot, or move the topic to a unit of that year and subject.
    """
    for slot in curriculum.slots:
        topic = curriculum.topics.get(slot.entry.topic or "")
        if topic:
            yield from _misplaced(curriculum, slot, topic)


def _misplaced(curriculum: Curriculum, slot: Slot, topic: Topic) -> Iterator[Finding]:
    unit = curriculum.unit_of(topic)
    if unit is None:
        return
    known_year = slot.year in curriculum.programme.years and unit.year in curriculum.programme.years
    known_subject = slot.subject in curriculum.programme.subjects and unit.subject in curriculum.programme.subjects
    if known_year and unit.year != slot.year:
        related = ((curriculum.span(unit.file, ("year",)), "the unit's year"),)
        message = f"{quoted(topic.id)} is of year {unit.year}, but stands in year {slot.year}"
        yield Finding(_entry(curriculum, slot), message, "move the slot, or the topic", related)
    if known_subject and unit.subject != slot.subject:
        related = ((curriculum.span(unit.file, ("subject",)), "the unit's subject"),)
        message = f"{quoted(topic.id)} is of the subject {quoted(unit.subject)}, but stands under {quoted(slot.subject)}"
        yield Finding(_entry(curriculum, slot), message, "move the slot, or the topic", related)


@check("SEQ005", "lesson-count", Severity.WARNING)
def lesson_count(curriculum: Curriculum) -> Iterator[Finding]:
    """A topic in the map has more or fewer lessons than the policy asks for.

    A half-term has a certain number of weeks. The topic is built as it is.

    Write or take out lessons, or change `lessons_per_topic` in the policy of
    `curriculum/curriculum.yaml`.
    """
    expected = curriculum.programme.policy.lessons_per_topic
    for topic in curriculum.topics.values():
        found = len(curriculum.lesson_numbers(topic.id))
        if found not in (0, expected) and topic.id in curriculum.slot_by_topic:
            yield Finding(
                Span(topic.file), f"expected {expected} lessons, found {found}", "change the lessons, or `lessons_per_topic` in the policy"
            )


@check("SEQ006", "no-lessons", Severity.WARNING)
def no_lessons(curriculum: Curriculum) -> Iterator[Finding]:
    """A topic has no lesson file yet, so nothing can be built from it.

    Write `lesson-1.yaml` beside `topic.yaml`; `packager new lesson` begins one.
    """
    for topic in curriculum.topics.values():
        if not curriculum.lesson_numbers(topic.id):
            yield Finding(Span(topic.file), f"{quoted(topic.id)} has no lesson yet", f"write `{topic.folder}/lesson-1.yaml`")


@check("SEQ007", "misnamed-file")
def misnamed_file(curriculum: Curriculum) -> Iterator[Finding]:
    """A file or folder in `units/` looks like a unit, a topic or a lesson, but has a name that is not read.

    What it says would silently be missing from the curriculum.

        units/Year 3 History/                       # write `year-3-history`
        units/year-3-history/rome/Lesson 3.yaml     # write `lesson-3.yaml`

    Give it the name that the hint shows. Folders are named in small letters, digits and hyphens.
    """
    for entry in curriculum.strays:
        found = stray(curriculum.folder, entry)
        if found.is_source:
            yield Finding(Span(entry.path), found.message, found.hint)


@check("SEQ008", "stray-file", Severity.WARNING)
def stray_file(curriculum: Curriculum) -> Iterator[Finding]:
    """A file or folder in `units/` belongs to no unit and no topic, and is not read.

    Pictures belong in the `media/` folder of their topic. Notes are better kept outside `units/`;
    names that begin with a dot are passed over.
    """
    for entry in curriculum.strays:
        found = stray(curriculum.folder, entry)
        if not found.is_source:
            yield Finding(Span(entry.path), found.message, found.hint)


@check("SEQ009", "names-alike")
def names_alike(curriculum: Curriculum) -> Iterator[Finding]:
    """Two subjects, or two half-terms, have names that folders and files write alike.

    Of two such topics of one name, the files of one would take the place of the other's. In the names of
    files only small letters of the English alphabet, digits and hyphens are left.

        subjects:
          history: {title: History}
          History: {title: History for Year 7}

    Give one of them another name. What readers see is its `title`, which may stay.
    """
    programme = curriculum.programme
    yield from _alike(curriculum, "subjects", [(name, name) for name in programme.subjects], LONGEST_SUBJECT)
    yield from _alike(curriculum, "half_terms", list(enumerate(programme.half_terms)), LONGEST_HALF_TERM)


def _alike(curriculum: Curriculum, field: str, names: list[tuple[str | int, str]], longest: int) -> Iterator[Finding]:
    first: dict[str, tuple[str | int, str]] = {}
    for key, name in names:
        before_key, before = first.setdefault(slug(name, longest), (key, name))
        if before_key != key:
            related = ((curriculum.span(PROGRAMME_FILE, (field, before_key), key=True), "first here"),)
            span = curriculum.span(PROGRAMME_FILE, (field, key), key=True)
            yield Finding(
                span, f"files of {quoted(name)} would have the names of those of {quoted(before)}", "give it another name", related
            )


CHECKS = (
    gap_in_lessons,
    slot_taken_twice,
    topic_on_no_slot,
    wrong_year_or_subject,
    lesson_count,
    no_lessons,
    misnamed_file,
    stray_file,
    names_alike,
)


def _entry(curriculum: Curriculum, slot: Slot) -> Span:
    return curriculum.span(MAP_FILE, (*slot.path, "topic"))
