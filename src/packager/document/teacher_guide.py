"""The teacher guide of a topic: why it is taught now, what it builds on and sets up, every lesson, every answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from packager.document.chapter import Chapters
from packager.document.guide_lesson import GuideLesson, guide_lesson
from packager.document.guide_nodes import Columns, Pair, Pairs, Part, Section, Text, prose, runs, section, strong, strong_list
from packager.document.imprint import imprint
from packager.document.markup import inline
from packager.document.nodes import Imprint, Runs
from packager.document.places import lesson_place, lessons_of_topics, subject_title, time_of, topic_place
from packager.document.vocabulary_sheet import word_quiz
from packager.model.curriculum import Curriculum, Slot
from packager.model.topic import Topic
from packager.sequence.returns import Returning, met_before, returns
from packager.sequence.teaching import Teaching


@dataclass(frozen=True, slots=True)
class TeacherGuide:
    """The teacher guide of one topic: `opening` before its lessons, `closing` behind them."""

    imprint: Imprint
    opening: tuple[Section, ...]
    lessons: tuple[GuideLesson, ...]
    closing: tuple[Section, ...]


def compose_teacher_guide(teaching: Teaching, topic: Topic, shared: Chapters | None = None) -> TeacherGuide:
    """The guide to a topic that stands in a slot of the map; `shared` has what is worked out already."""
    returning = tuple(returns(teaching.occurrences, topic.id))
    lessons = tuple(guide_lesson(teaching, topic, lesson, returning) for lesson in topic.lessons)
    opening = (*_why(teaching, topic), *_guidance(topic), *_lessons(topic), *_words(teaching, topic, returning))
    return TeacherGuide(imprint(teaching.curriculum, topic), opening, lessons, tuple(_word_quiz(shared or Chapters(topic))))


def _why(teaching: Teaching, topic: Topic) -> Iterator[Section]:
    yield from section("why_this_why_now", "Why this, why now", prose(topic.why_this_why_now or ""))
    unit = teaching.curriculum.unit_of(topic)
    if unit and unit.rationale:
        yield from section("unit", f"Where it stands in the unit: {unit.title}", prose(unit.rationale))
    yield from section("map", "What stands beside it", [_beside(teaching.curriculum, topic)])


def _guidance(topic: Topic) -> Iterator[Section]:
    yield from section("content_guidance", "Content guidance", prose(topic.content_guidance or ""))
    yield from section("notes", "Notes", prose(topic.notes or ""))


def _lessons(topic: Topic) -> Iterator[Section]:
    rows = tuple(
        (
            (strong(f"{lesson.number}. {lesson.title}"),),
            inline(lesson.question or lesson.outcome or ""),
            runs(", ".join(term.term for term in topic.introduced_in(lesson.number))),
        )
        for lesson in topic.lessons
    )
    yield Section("lessons", "The lessons", (Columns(("Lesson", "Its question", "New words"), rows),))


def _words(teaching: Teaching, topic: Topic, returning: Iterable[Returning]) -> Iterator[Section]:
    """What the topic builds on and what it sets up."""
    yield from section("builds_on", "What it builds on", _builds_on(teaching, topic))
    yield from section("sets_up", "What it sets up", _sets_up(teaching, topic, returning))


def _beside(curriculum: Curriculum, topic: Topic) -> Part | None:
    """The slots before and after it in its subject, and what other subjects teach in the same half-term."""
    here = curriculum.slot_by_topic[topic.id]
    slots = _shown_slots(curriculum)
    same = [slot for slot in slots if slot.subject == here.subject]
    place = next((number for number, slot in enumerate(same) if slot is here), 0)
    beside = [slot for slot in slots if (slot.year, slot.half_term) == (here.year, here.half_term) and slot.subject != here.subject]
    subject = subject_title(curriculum, here.subject)
    groups = (
        (f"Before it in {subject}", same[place - 1 : place] if place else []),
        ("In the same weeks", beside),
        (f"Next in {subject}", same[place + 1 : place + 2]),
    )
    rows = tuple(Pair(label, tuple(_slot(curriculum, slot, here) for slot in found)) for label, found in groups if found)
    return Pairs(rows) if rows else None


def _shown_slots(curriculum: Curriculum) -> list[Slot]:
    """The slots in which something is or will be taught, in the order of time; none whose topic cannot be read."""
    years = {year: place for place, year in enumerate(curriculum.programme.years)}
    halves = {half: place for place, half in enumerate(curriculum.programme.half_terms)}
    known = (slot for slot in curriculum.slots if slot.year in years and slot.half_term in halves)
    shown = (slot for slot in known if slot.entry.planned or slot.entry.topic in curriculum.topics)
    return sorted(shown, key=lambda slot: (years[slot.year], halves[slot.half_term]))


def _slot(curriculum: Curriculum, slot: Slot, here: Slot) -> Runs:
    topic = curriculum.topics.get(slot.entry.topic or "")
    title = topic.title if topic else slot.entry.planned or ""
    question = (topic.question if topic else None) or slot.entry.question
    subject = "" if slot.subject == here.subject else f"{subject_title(curriculum, slot.subject)}: "
    time = "" if (slot.year, slot.half_term) == (here.year, here.half_term) else f" ({time_of(slot)})"
    return (*runs(subject), strong(title), *runs(time, f". {question}" if question else ""))


def _builds_on(teaching: Teaching, topic: Topic) -> Iterator[Part]:
    curriculum = teaching.curriculum
    named = [_target(teaching, target, topic) for target in topic.builds_on]
    if named:
        yield Text(((*runs("It builds on "), *strong_list(named), *runs(".")),))
    words = met_before(teaching.occurrences, topic.id)
    if words:
        yield Text((runs("These words of earlier lessons come back here. Pupils know them by then; recall brings some of them back."),))
        rows = ((word, lesson_place(curriculum, word.entry.introduced, topic)) for word in words if word.entry.introduced)
        yield Columns(
            ("Word", "First met", "Comes back here"),
            tuple(((strong(w.entry.term.term),), runs(place), runs(lessons_of_topics(curriculum, w.lessons, topic))) for w, place in rows),
        )


def _sets_up(teaching: Teaching, topic: Topic, returning: Iterable[Returning]) -> Iterator[Part]:
    curriculum = teaching.curriculum
    later = [other for other in curriculum.topics.values() if any(_is_of(target, topic) for target in other.builds_on)]
    if later:
        yield Text(
            (
                (
                    *strong_list(topic_place(curriculum, other) for other in later),
                    *runs(" build" + ("s" if len(later) == 1 else "") + " on it."),
                ),
            )
        )
    rows = []
    for word in returning:
        elsewhere = [taught for taught in word.lessons if taught.topic.id != topic.id]
        if elsewhere:
            where = runs(lessons_of_topics(curriculum, elsewhere, topic))
            rows.append(((strong(word.entry.term.term),), runs(f"lesson {word.entry.term.lesson}"), where))
    if rows:
        yield Text((runs("These words of this topic come back later."),))
        yield Columns(("Word", "Taught here", "Comes back in"), tuple(rows))


def _is_of(target: str, topic: Topic) -> bool:
    return target == topic.id or target.startswith(f"{topic.id}/")


def _target(teaching: Teaching, target: str, here: Topic) -> str:
    taught = teaching.timeline.by_lesson.get(target)
    if taught:
        return lesson_place(teaching.curriculum, taught, here)
    topic = teaching.curriculum.topics.get(target)
    return topic_place(teaching.curriculum, topic) if topic else target


def _word_quiz(shared: Chapters) -> Iterator[Section]:
    quiz, answers = shared.once(word_quiz)
    if quiz is None:
        return
    matched = tuple((*runs(f"{word}  "), strong(letter)) for word, letter in zip(quiz.words, answers.letters, strict=True))
    filled = tuple((strong(f"{number}\u2002"), *runs(word)) for number, word in enumerate(answers.gaps, 1))
    parts = tuple(Pairs((Pair(label, found),)) for label, found in (("A", matched), ("B", filled)) if found)
    yield Section("word-quiz", "Answers to the word quiz", parts)
