"""How documents name a place in the programme: `History: Ancient Egypt, chapter 1`; `Year 3, Autumn 1`."""

from __future__ import annotations

from collections.abc import Iterable

from packager.document.imprint import half_term_title
from packager.model.curriculum import Curriculum, Slot
from packager.model.topic import Topic
from packager.sequence.timeline import Taught


def subject_title(curriculum: Curriculum, subject: str) -> str:
    """The title of a subject; its name where the programme does not know it."""
    known = curriculum.programme.subjects.get(subject)
    return known.title if known else subject


def topic_place(curriculum: Curriculum, topic: Topic) -> str:
    """A topic with its subject: `History: Ancient Egypt`."""
    subject = curriculum.subject_of(topic)
    return f"{subject.title}: {topic.title}" if subject else topic.title


def time_of(slot: Slot) -> str:
    """When a slot is taught: `Year 3, Autumn 1`."""
    return f"Year {slot.year}, {half_term_title(slot.half_term)}"


def chapter_place(curriculum: Curriculum, taught: Taught) -> str:
    """A lesson as pupils know it: `History: Ancient Egypt, chapter 1`."""
    return f"{topic_place(curriculum, taught.topic)}, chapter {taught.lesson.number}"


def lesson_place(curriculum: Curriculum, taught: Taught, here: Topic) -> str:
    """A lesson as teachers know it, seen from a topic: `lesson 2`; `Geography: Rivers, lesson 4` for one of another."""
    if taught.topic.id == here.id:
        return f"lesson {taught.lesson.number}"
    return f"{topic_place(curriculum, taught.topic)}, lesson {taught.lesson.number}"


def lessons_of_topics(curriculum: Curriculum, lessons: Iterable[Taught], here: Topic | None) -> str:
    """Lessons gathered by their topics, that of `here` without its name: `lessons 2 to 4; Geography: Rivers, lesson 4`."""
    numbers: dict[str, list[int]] = {}
    topics: dict[str, Topic] = {}
    for taught in lessons:
        topics[taught.topic.id] = taught.topic
        numbers.setdefault(taught.topic.id, []).append(taught.lesson.number)
    names = {identity: "" if here and identity == here.id else f"{topic_place(curriculum, topic)}, " for identity, topic in topics.items()}
    return "; ".join(f"{names[identity]}{lesson_numbers(found)}" for identity, found in numbers.items())


def lesson_numbers(numbers: Iterable[int]) -> str:
    """`lesson 2`; `lessons 2 and 5`; `lessons 1, 2 and 5`; `lessons 2 to 4`."""
    listed = sorted(set(numbers))
    if len(listed) == 1:
        return f"lesson {listed[0]}"
    return f"lessons {stretches(listed)}"


def stretches(numbers: list[int]) -> str:
    """Numbers in order, three or more that follow each other as a stretch: `1 to 3, 5 and 6`."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and groups[-1][-1] == number - 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    parts = [part for group in groups for part in ([f"{group[0]} to {group[-1]}"] if len(group) > 2 else [str(n) for n in group])]
    return and_list(parts)


def and_list(parts: list[str]) -> str:
    """`a`; `a and b`; `a, b and c`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
