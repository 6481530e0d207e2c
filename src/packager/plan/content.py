"""What a build says, without how it looks: `content.json`, by which two builds are compared by meaning.

Every item carries the id that its document gives it, so that a change can be traced back to the YAML. What only
teachers may read is marked, and is left out of what pupils are given.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from packager.document.booklet import Booklet, Chapter, credit_line
from packager.document.lesson_deck import Asked, KnowStep, LessonDeck, PauseStep, QuizStep, RecallStep, Step, TalkStep, TaskStep
from packager.document.nodes import Block, Drawing, Figure, Heading, Image, Pause, Runs, Style, Table, Word
from packager.document.vocabulary_sheet import VocabularySheet
from packager.model.curriculum import Curriculum

CONTENT_FILE = "content.json"
FORMAT = 1
Item = dict[str, Any]
Read = Callable[[str], bytes]
# Notes that repeat what stands elsewhere, or that every deck has.
_COMMON = {"Recall", "Words", "Read", "New words here", "Say it", "Pause", "A good answer", "Look", "What there is to see", "Talk"}
_COMMON |= {"Task", "Quiz", "Answers", "Remember", "Credits"}


def programme_content(curriculum: Curriculum) -> dict[str, Any]:
    """What is said of the whole: title, publisher, version, terms, and the subjects with their titles."""
    programme = curriculum.programme
    return {
        "title": programme.title,
        "publisher": programme.publisher or "",
        "version": programme.version or "",
        "date": programme.date,
        "language": programme.language,
        "licence": programme.licence.model_dump() if programme.licence else None,
        "years": list(programme.years),
        "half_terms": list(programme.half_terms),
        "subjects": {name: subject.title for name, subject in programme.subjects.items()},
    }


def topic_content(curriculum: Curriculum, topic: str, documents: Iterable[Any], read: Read) -> dict[str, Any]:
    """What the booklet, the decks and the vocabulary sheet of a topic say, on which its other documents draw."""
    distinct = [
        document for document in {id(d): d for d in documents}.values() if isinstance(document, Booklet | VocabularySheet | LessonDeck)
    ]
    imprint = distinct[0].imprint
    items = [item for document in distinct for item in _items(document, read)]
    return {
        "title": imprint.title,
        "question": imprint.question,
        "subject": imprint.subject,
        "year": imprint.year,
        "half_term": curriculum.slot_by_topic[topic].half_term,
        "items": items,
    }


def content_text(programme: Mapping[str, Any], topics: Mapping[str, Any], audience: str = "everyone") -> str:
    """`content.json`, its topics in the order of their ids."""
    return joined(programme, {topic: lines_of_json(each) for topic, each in topics.items()}, audience)


def joined(programme: Mapping[str, Any], topics: Mapping[str, str], audience: str = "everyone") -> str:
    """`content.json` of topics that are JSON already, as `lines_of_json` gives it."""
    head = lines_of_json({"format": FORMAT, "for": audience, "programme": programme}).removesuffix("}\n")
    told = ",\n".join(f"{json.dumps(topic, ensure_ascii=False)}: {topics[topic].rstrip()}" for topic in sorted(topics))
    return f'{head},\n"topics": {{{told}}}}}\n'


def lines_of_json(value: Any) -> str:
    """JSON with a value a line, so that two of them can be laid side by side; several times faster than with indents."""
    return json.dumps(value, ensure_ascii=False, separators=(",\n", ": ")) + "\n"


def topics_of(text: str) -> dict[str, Any]:
    """The topics of a `content.json`; none where it is damaged or of another version."""
    try:
        whole = json.loads(text)
        return dict(whole["topics"]) if whole["format"] == FORMAT else {}
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}


def _items(document: Any, read: Read) -> Iterator[Item]:
    if isinstance(document, Booklet):
        if document.cover:
            yield _picture("cover", None, "Cover", document.cover, read)
        for chapter in document.chapters:
            yield from _chapter(chapter, read)
    elif isinstance(document, VocabularySheet):
        for section in document.sections:
            yield from (_word(word, section.number) for word in section.words)
    elif isinstance(document, LessonDeck):
        for step in document.steps:
            yield from _step(step, document.number)


def _item(kind: str, identity: str, lesson: int | None, **said: Any) -> Item:
    return {"id": identity, "kind": kind, "lesson": lesson, "audience": "pupils", **said}


def _for_teachers(kind: str, identity: str, lesson: int, **said: Any) -> Item:
    return {**_item(kind, identity, lesson, **said), "audience": "teachers"}


def _chapter(chapter: Chapter, read: Read) -> Iterator[Item]:
    number = chapter.number
    yield _item("lesson", chapter.id, number, title=chapter.title, question=chapter.question)
    if chapter.opening:
        yield _picture(f"{chapter.id}/opening", number, "Opening picture", chapter.opening, read)
    for block in chapter.blocks:
        yield _block(block, number, read)


def _block(block: Block, lesson: int, read: Read) -> Item:
    if isinstance(block, Heading):
        return _item("heading", block.id, lesson, text=block.text)
    if isinstance(block, Figure):
        return {**_picture(block.id, lesson, block.label, block.image, read), "caption": block.caption}
    if isinstance(block, Drawing):
        return _drawing(block, lesson, read)
    if isinstance(block, Table):
        rows = [" | ".join(row) for row in (block.columns, *block.rows)]
        return _item("table", block.id, lesson, title=block.title, text="\n".join(rows))
    if isinstance(block, Pause):
        return _item("pause", block.id, lesson, text=block.ask, how=block.how)
    return _item("passage", block.id, lesson, text=_text(block))


def _text(block: Any) -> str:
    """The words of prose without respellings, which belong to the vocabulary."""
    paragraphs: tuple[Runs, ...] = (block.runs,) if hasattr(block, "runs") else block.items if hasattr(block, "items") else block.paragraphs
    lines = ["".join(run.text for run in runs if run.style is not Style.SAY) for runs in paragraphs]
    return "\n".join([*lines, *([block.attribution] if getattr(block, "attribution", None) else [])])


def _picture(identity: str, lesson: int | None, label: str, image: Image, read: Read) -> Item:
    digest = sha256(read(image.path)).hexdigest()
    return _item("picture", identity, lesson, label=label, file=image.path, sha256=digest, alt=image.alt, credit=image.credit)


def _drawing(block: Drawing, lesson: int, read: Read) -> Item:
    drawn = sha256(block.model.model_dump_json(exclude={"alt", "caption", "credit", "title"}).encode())
    if block.image:
        drawn.update(read(block.image.path))
    said = {"label": block.label, "title": block.title, "alt": block.alt, "caption": block.caption}
    return _item(block.kind, block.id, lesson, **said, credit=credit_line(block), sha256=drawn.hexdigest())


def _word(word: Word, lesson: int) -> Item:
    said = {"term": word.term, "say": word.say, "meaning": word.meaning, "example": word.example}
    return _item("word", word.id, lesson, **said, translations=dict(word.translations))


def _step(step: Step, lesson: int) -> Iterator[Item]:
    yield _for_teachers("slide", step.id, lesson, step=type(step).__name__.removesuffix("Step").lower(), title=step.title)
    if isinstance(step, RecallStep | QuizStep):
        yield from (_question(asked, lesson) for asked in step.questions)
    elif isinstance(step, PauseStep) and step.pause.answer:
        yield _for_teachers("question", f"{step.id}/answer", lesson, text=step.pause.ask, answer=step.pause.answer, options=[])
    elif isinstance(step, KnowStep):
        yield from (_for_teachers("point", f"{step.id}/{n}", lesson, text=point) for n, point in enumerate(step.points, 1))
    elif isinstance(step, TalkStep):
        yield _for_teachers("talk", step.id, lesson, text="\n".join((step.prompt, *step.starters)))
    elif isinstance(step, TaskStep):
        parts = (step.instruction, *step.support, step.challenge or "")
        yield _for_teachers("task", step.id, lesson, text="\n".join(part for part in parts if part))
    for note in step.notes:
        if note.label not in _COMMON:
            yield _for_teachers("note", f"{step.id}/notes", lesson, label=note.label, text=note.text)


def _question(asked: Asked, lesson: int) -> Item:
    return _for_teachers("question", asked.id, lesson, text=asked.ask, answer=asked.answer, options=list(asked.options))
