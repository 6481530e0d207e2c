"""A lesson's deck as slides: each step on its layouts, titles made unique, credits with slide numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from typing import NamedTuple

from packager.document.lesson_deck import (
    CreditsStep,
    KnowStep,
    LessonDeck,
    PassageStep,
    PauseStep,
    QuizStep,
    RecallStep,
    ShowStep,
    Step,
    TalkStep,
    TaskStep,
    TitleStep,
    WordsStep,
)
from packager.document.nodes import Figure, Table
from packager.render.deck import Deck, DrawingSlot, PictureSlot, Slide, TableSlot, TextSlot, Tone, line
from packager.render.pptx import drawings, new_words, opening, quiz, reading, tables, thinking
from packager.render.pptx.fit import Setter
from packager.render.pptx.slide_maker import SlideMaker
from packager.render.renderer import Context, Fitting, Trouble


class Arranged(NamedTuple):
    """A deck as plain data, what did not fit on its slides, and what was split or only just fitted."""

    deck: Deck
    troubles: tuple[Trouble, ...]
    fittings: tuple[Fitting, ...]


def arrange(lesson: LessonDeck, context: Context) -> Arranged:
    """The deck of a lesson."""
    maker = SlideMaker(lesson, context, Setter(context.look))
    steps = [step for step in lesson.steps if not isinstance(step, CreditsStep)]
    slides = [slide for step in steps for slide in slides_of(step, maker)]
    for step in lesson.steps:
        if isinstance(step, CreditsStep):
            slides += tables.credits_slides(step, _numbers(slides), maker)
    finished = tuple(_finished(slides, maker))
    imprint = lesson.imprint
    keywords = ", ".join([imprint.subject_title, f"Year {imprint.year}", imprint.half_term, imprint.title, imprint.licence])
    title = f"{imprint.title}, lesson {lesson.number}: {lesson.title}"
    deck = Deck(title, imprint.publisher, _rights(lesson), keywords, imprint.language, imprint.date, finished)
    return Arranged(deck, tuple(maker.troubles), tuple(maker.fittings))


@singledispatch
def slides_of(step: Step, maker: SlideMaker) -> Iterable[Slide]:
    """The slides of one step."""
    raise NotImplementedError(type(step))


slides_of.register(TitleStep)(opening.title_slides)
slides_of.register(RecallStep)(opening.recall_slides)
slides_of.register(WordsStep)(new_words.words_slides)
slides_of.register(PassageStep)(reading.passage_slides)
slides_of.register(PauseStep)(thinking.pause_slides)
slides_of.register(TalkStep)(thinking.talk_slides)
slides_of.register(TaskStep)(thinking.task_slides)
slides_of.register(QuizStep)(quiz.quiz_slides)
slides_of.register(KnowStep)(thinking.know_slides)


@slides_of.register
def _(step: ShowStep, maker: SlideMaker) -> Iterable[Slide]:
    if isinstance(step.block, Figure):
        return (reading.picture_slide(step.block, step.title, step.notes, maker),)
    if isinstance(step.block, Table):
        return tables.table_slides(step.block, step.title, step.notes, maker)
    return (drawings.drawing_slide(step.block, step.title, step.notes, maker),)


def _rights(lesson: LessonDeck) -> str:
    return " ".join(part for part in (lesson.imprint.rights, lesson.imprint.licence_url or "") if part)


def _numbers(slides: Sequence[Slide]) -> dict[str, list[int]]:
    """The numbers of the slides that show each picture or drawing, by its id."""
    numbers: dict[str, list[int]] = {}
    for number, slide in enumerate(slides, 1):
        for slot in slide.slots:
            if isinstance(slot, PictureSlot | TableSlot | DrawingSlot):
                numbers.setdefault(slot.id, []).append(number)
    return numbers


def _finished(slides: Iterable[Slide], maker: SlideMaker) -> Iterator[Slide]:
    """The slides with ids and titles of their own: a further slide of the same block is `lesson-1/chapter/2#2`."""
    ids, own_titles, taken = Counter[str](), Counter[str](), set[str]()
    for slide in slides:
        ids[slide.id] += 1
        name = slide.id if ids[slide.id] == 1 else f"{slide.id}#{ids[slide.id]}"
        text = own = slide.title.lines[0].text
        while text in taken:
            own_titles[own] += 1
            text = f"{own} ({own_titles[own] + 1})"
        taken.add(text)
        title = _heading(slide, own, text, maker)
        footer = maker.on_one_line(slide.layout, "footer", slide.id, slide.footer)
        yield Slide(name, slide.layout, title, slide.slots, footer, slide.marks, slide.remarks)


def _heading(slide: Slide, own: str, text: str, maker: SlideMaker) -> TextSlot:
    """The title at a size at which it fits; the author hears of it only where it is his own words that are too long."""
    layout = maker.layouts[slide.layout]
    if layout.ground is not Tone.PAPER:
        return maker.evened(slide.layout, "title", slide.title.id, text)
    if text == own:
        return maker.text(slide.layout, "title", slide.title.id, slide.title.lines)
    place, lines = layout.place("title"), (line(text),)
    if maker.setter.fits(slide.title.lines, place):
        scale, _ = maker.setter.fitted(lines, place)
        if scale:
            return TextSlot("title", slide.title.id, lines, scale=scale)
    return maker.text(slide.layout, "title", slide.title.id, lines)
