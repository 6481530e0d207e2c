"""A lesson's deck as slides: each step on its layouts, titles made unique, credits with slide numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import singledispatch

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
from packager.render.pptx.bench import Bench
from packager.render.pptx.fit import Setter
from packager.render.pptx.layouts import LAYOUTS
from packager.render.renderer import Context, Trouble


def arrange(lesson: LessonDeck, context: Context) -> tuple[Deck, tuple[Trouble, ...]]:
    """The deck of a lesson as plain data, and what did not fit on its slides."""
    bench = Bench(lesson, context, Setter(context.look))
    steps = [step for step in lesson.steps if not isinstance(step, CreditsStep)]
    slides = [slide for step in steps for slide in slides_of(step, bench)]
    for step in lesson.steps:
        if isinstance(step, CreditsStep):
            slides += tables.credits_slides(step, _numbers(slides), bench)
    finished = tuple(_titled(_identified(slides), bench))
    imprint = lesson.imprint
    keywords = ", ".join([imprint.subject_title, f"Year {imprint.year}", imprint.half_term, imprint.title, imprint.licence])
    title = f"{imprint.title}, lesson {lesson.number}: {lesson.title}"
    deck = Deck(title, imprint.publisher, _rights(lesson), keywords, imprint.language, imprint.date, finished)
    return deck, tuple(bench.troubles)


@singledispatch
def slides_of(step: Step, bench: Bench) -> Iterable[Slide]:
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
def _(step: ShowStep, bench: Bench) -> Iterable[Slide]:
    if isinstance(step.block, Figure):
        return (reading.picture_slide(step.block, step.title, step.notes, bench),)
    if isinstance(step.block, Table):
        return tables.table_slides(step.block, step.title, step.notes, bench)
    return (drawings.drawing_slide(step.block, step.title, step.notes, bench),)


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


def _identified(slides: Iterable[Slide]) -> Iterator[Slide]:
    """The slides, a further one of the same block marked as such: `lesson-1/chapter/2#2`."""
    met: Counter[str] = Counter()
    for slide in slides:
        met[slide.id] += 1
        yield slide if met[slide.id] == 1 else replace(slide, id=f"{slide.id}#{met[slide.id]}")


def _titled(slides: Iterable[Slide], bench: Bench) -> Iterator[Slide]:
    """The slides with unique titles, each at a size at which it fits."""
    met: Counter[str] = Counter()
    taken: set[str] = set()
    for slide in slides:
        text = own = slide.title.lines[0].text
        while text in taken:
            met[own] += 1
            text = f"{own} ({met[own] + 1})"
        taken.add(text)
        yield replace(slide, title=_heading(slide, own, text, bench), footer=bench.on_one_line(slide.layout, "footer", slide.footer))


def _heading(slide: Slide, own: str, text: str, bench: Bench) -> TextSlot:
    """The title at a size at which it fits; the author hears of it only where it is his own words that are too long."""
    place = LAYOUTS[slide.layout].place("title")
    if LAYOUTS[slide.layout].ground is not Tone.PAPER:
        return bench.evened(slide.layout, "title", slide.title.id, text)
    scale = bench.setter.scale((line(text),), place)
    if scale and bench.setter.fits((line(own),), place):
        return TextSlot("title", slide.title.id, (line(text),), scale=scale)
    return bench.text(slide.layout, "title", slide.title.id, (line(text),))
