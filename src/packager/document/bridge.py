"""A bridge for a class that joined late: a short booklet and one deck of what the coming half-term takes for granted.

Both are the documents that topics have, a booklet of one chapter and a deck of one lesson, so that
whatever renders those renders these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.document.booklet import Booklet, Chapter, Credit
from packager.document.bridge_notes import know_notes, quiz_notes, title_notes, words_notes
from packager.document.bridge_parts import TopicPart, bridge_parts, quiz_of, short_id
from packager.document.chapter import image
from packager.document.imprint import half_term_title, licence_title, logo
from packager.document.lesson_deck import Asked, CreditsStep, KnowStep, LessonDeck, QuizStep, Step, TitleStep, WordsStep
from packager.document.nodes import Block, BulletList, Heading, Image, Imprint, Paragraph, Run, Style, Table, Word
from packager.document.places import and_list, time_of, topic_place
from packager.document.vocabulary_sheet import LETTERS
from packager.model.curriculum import Curriculum
from packager.model.programme import Subject
from packager.sequence.gaps import Gaps
from packager.sequence.teaching import Teaching

TITLE = "Before we begin"
ID = "bridge"


@dataclass(frozen=True, slots=True)
class Joining:
    """A class: the half-term in which it joined, the one that it starts (`year-4/autumn-1`), and the year whose content it is taught."""

    joined: str
    starting: str
    content_year: int | None = None

    @property
    def year(self) -> int:
        """The year that the class is in when it starts."""
        return int(self.starting.partition("/")[0].removeprefix("year-"))

    @property
    def half_term(self) -> str:
        """The half-term that it starts, in words: `Autumn 1`."""
        return half_term_title(self.starting.partition("/")[2])


@dataclass(frozen=True, slots=True)
class Bridge:
    """The booklet for pupils and the deck for teachers, in the look of `subject`."""

    booklet: Booklet
    deck: LessonDeck
    subject: Subject


def compose_bridge(teaching: Teaching, joining: Joining, gaps: Gaps) -> Bridge | None:
    """The bridge of a class over its gaps; None where there are none."""
    parts = bridge_parts(teaching, gaps)
    if not parts:
        return None
    curriculum = teaching.curriculum
    subject = _subject(curriculum, parts)
    imprint = _imprint(curriculum, joining, subject)
    cover = next((image(part.topic.file, part.topic.cover) for part in parts if part.topic.cover), None)
    composer = _Composer(teaching, joining, gaps, parts, imprint, cover)
    return Bridge(composer.booklet(), composer.deck(), subject)


def _subject(curriculum: Curriculum, parts: tuple[TopicPart, ...]) -> Subject:
    """The subject that most of the words are missed from."""
    most = max(parts, key=lambda part: (len(part.words), len(part.know)))
    return curriculum.programme.subjects[curriculum.slot_by_topic[most.topic.id].subject]


def _imprint(curriculum: Curriculum, joining: Joining, subject: Subject) -> Imprint:
    programme, licence = curriculum.programme, curriculum.programme.licence
    return Imprint(
        topic=f"bridge:{joining.joined}:{joining.starting}",
        title=TITLE,
        question=f"What do we need to know for {joining.half_term}?",
        subject=ID,
        subject_title="Bridge",
        colour=subject.colour,
        pattern=subject.pattern,
        year=joining.year,
        half_term=joining.half_term,
        programme=programme.title,
        publisher=programme.publisher or "",
        licence=licence_title(licence.name) if licence else "",
        licence_url=licence.url if licence else None,
        language=programme.language,
        date=programme.date,
        furniture=curriculum.theme.furniture,
        logo=logo(curriculum),
    )


@dataclass(frozen=True)
class _Composer:
    teaching: Teaching
    joining: Joining
    gaps: Gaps
    parts: tuple[TopicPart, ...]
    imprint: Imprint
    cover: Image | None

    @property
    def _title(self) -> str:
        return f"Words and ideas for {self.joining.half_term}"

    def booklet(self) -> Booklet:
        """A booklet of one chapter, without any answer."""
        chapter = Chapter(ID, 1, self._title, self.imprint.question, None, tuple(self._blocks()))
        credits = (Credit("cover", "Cover", self.cover.credit),) if self.cover else ()
        return Booklet(self.imprint, self.cover, (chapter,), credits)

    def deck(self) -> LessonDeck:
        """The deck of one lesson."""
        return LessonDeck(self.imprint, ID, 1, self._title, tuple(self._steps()), ())

    def _blocks(self) -> Iterator[Block]:
        coming = and_list([topic.title for topic in self.gaps.coming])
        text = f"This half-term is about {coming}. Its lessons use words and ideas that were taught before you joined. Here they are."
        yield Paragraph(f"{ID}/introduction", (Run(text),))
        for part in self.parts:
            yield from self._told(part)
        questions = quiz_of(self.parts)
        if questions:
            yield Heading(f"{ID}/quiz", "What do you know now?")
            for number, asked in enumerate(questions, 1):
                yield from _question(number, asked)

    def _told(self, part: TopicPart) -> Iterator[Block]:
        topic, slot = part.topic, self.teaching.curriculum.slot_by_topic[part.topic.id]
        subject = self.teaching.curriculum.programme.subjects[slot.subject].title
        question = (Run(" Its question is: "), Run(topic.question, Style.EMPHASIS)) if topic.question else ()
        yield Heading(short_id(topic.id, "title"), topic.title)
        yield Paragraph(short_id(topic.id, "slot"), (Run(f"Other classes read about this in {subject}, {time_of(slot)}."), *question))
        for each in part.lessons:
            where = f"lesson-{each.lesson.number}"
            if each.words:
                title = f"Words from chapter {each.lesson.number}: {each.lesson.title}"
                yield _table(short_id(topic.id, where, "words"), title, each.words)
        if part.know:
            yield Paragraph(short_id(topic.id, "know"), (Run("What to remember:", Style.STRONG),))
            yield BulletList(short_id(topic.id, "know", "points"), tuple((Run(point),) for point in part.know))

    def _steps(self) -> Iterator[Step]:
        yield TitleStep(f"{ID}/title", self._title, self.imprint.question, self.cover, title_notes(self.teaching, self.parts, self.gaps))
        for part in self.parts:
            topic, place = part.topic, topic_place(self.teaching.curriculum, part.topic)
            if part.words:
                yield WordsStep(f"{topic.id}/vocabulary", f"Words from {topic.title}", part.words, words_notes(self.teaching, part))
            if part.know:
                yield KnowStep(f"{topic.id}/know", f"What to know from {topic.title}", topic.question, part.know, know_notes(place))
        questions = quiz_of(self.parts)
        if questions:
            yield QuizStep(f"{ID}/quiz", "Quiz", questions, quiz_notes(questions))
        if self.cover:
            note = self.teaching.curriculum.theme.credit_note
            yield CreditsStep(f"{ID}/credits", "Credits", (Credit(f"{ID}/title", "Title picture", self.cover.credit),), note, ())


def _table(identity: str, title: str, words: tuple[Word, ...]) -> Table:
    """The words of one chapter; without a column for examples where there are none."""
    columns = {
        "Word": [f"{word.term} ({word.say})" if word.say else word.term for word in words],
        "What it means": [word.meaning for word in words],
        "In a sentence": [word.example or "" for word in words],
    }
    filled = {name: texts for name, texts in columns.items() if any(texts)}
    return Table(identity, title, tuple(filled), tuple(zip(*filled.values(), strict=True)))


def _question(number: int, asked: Asked) -> Iterator[Block]:
    yield Paragraph(short_id(asked.id), (Run(f"{number}\u2002", Style.STRONG), Run(asked.ask)))
    if asked.options:
        lettered = zip(LETTERS, asked.options, strict=False)
        runs = (run for letter, option in lettered for run in (Run(f"{letter}\u2002", Style.STRONG), Run(f"{option}\u2003 ")))
        yield Paragraph(short_id(asked.id, "options"), tuple(runs))
