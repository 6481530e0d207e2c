"""The slides on which pupils think, talk and work: pause, talk, task, and what we now know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from packager.document.lesson_deck import KnowStep, PauseStep, TalkStep, TaskStep
from packager.render.deck import Box, Line, Mark, Slide, Slot, TextSlot, Tone, Words, line
from packager.render.pptx.fit import POINTS, shares
from packager.render.pptx.layouts import CARD_BAR
from packager.render.pptx.slide_maker import SEPARATOR, SlideMaker

_LABEL = "Pause and think"
_GAP, _LATEST = 0.20, 4.60
"""Between an instruction and the cards below it, and how far down they may begin, in inches."""
_LEAST_BETWEEN = 14
"""The least space between two points of a list, in points."""
_PITCH = 1.02
"""The distance of two lines of a list that has room, in inches."""


def pause_slides(step: PauseStep, maker: SlideMaker) -> Iterator[Slide]:
    """A question to stop at; it is the slide's title, so that the outline reads as the lesson."""
    pause = step.pause
    slots: list[Slot] = [maker.text("Question", "label", pause.id, (line(_LABEL),))]
    if pause.how:
        slots.append(maker.evened("Question", "how", pause.id, pause.how))
    page = maker.page(pause.id)
    foot = (maker.footer, f"Booklet p. {page}" if page else "")
    slide = maker.slide(pause.id, "Question", pause.ask, slots, step.notes, pause.id)
    yield replace(slide, footer=SEPARATOR.join(part for part in foot if part))


def talk_slides(step: TalkStep, maker: SlideMaker) -> Iterator[Slide]:
    """What to talk about, and ways to begin."""
    slots: list[Slot] = [maker.evened("Talk", "prompt", step.id, step.prompt)]
    marks: tuple[Mark, ...] = ()
    if step.starters:
        lines = (line("You could begin"), *(line(_joined(starter), 2) for starter in step.starters))
        slots.append(maker.text("Talk", "starters", step.id, lines))
        marks = (_bar(step.id, maker.layouts["Talk"].place("starters").box, Tone.ACCENT),)
    yield maker.slide(step.id, "Talk", step.title, slots, step.notes, None, marks)


def task_slides(step: TaskStep, maker: SlideMaker) -> Iterator[Slide]:
    """What to do, what helps, and a challenge."""
    cards = dict(_task_cards(step))
    boxes = _task_boxes(step.id, cards, (line(step.instruction),), maker)
    slots: list[Slot] = [maker.evened("Task", "instruction", step.id, step.instruction, boxes.pop("instruction"), True)]
    slots += [maker.text("Task", name, step.id, cards[name], box, True) for name, box in boxes.items()]
    tones = {"support": Tone.ACCENT, "challenge": Tone.DEEP}
    marks = tuple(_bar(step.id, box, tones[name]) for name, box in boxes.items())
    yield maker.slide(step.id, "Task", step.title, slots, step.notes, None, marks)


def _task_cards(step: TaskStep) -> Iterator[tuple[str, tuple[Line, ...]]]:
    if step.support:
        yield "support", (line("To help you"), *(line(_joined(each), 2) for each in step.support))
    if step.challenge:
        yield "challenge", (line("A challenge"), line(step.challenge, 2))


def _task_boxes(where: str, cards: dict[str, tuple[Line, ...]], instruction: tuple[Line, ...], maker: SlideMaker) -> dict[str, Box]:
    """Where instruction and cards stand: as designed, or with the line between them moved so that all of it fits."""
    layout = maker.layouts["Task"]
    place = layout.place("instruction")
    if not cards:
        return {"instruction": place.box._replace(h=maker.lowest - place.box.y)}
    boxes = {name: layout.place(name).box for name in cards}
    if len(boxes) == 1:
        boxes = {name: box._replace(x=place.box.x, w=place.box.w) for name, box in boxes.items()}
    tall = max(_card_height(lines, name, boxes[name].w, maker) for name, lines in cards.items())
    told = maker.setter.height(instruction, place, place.box.w) / POINTS
    maker.nearly(where, "the task", (told + _GAP + tall) / (maker.lowest - place.box.y))
    top, bottom = _task_edges(tall, told, maker)
    moved = {name: box._replace(y=top, h=bottom - top) for name, box in boxes.items()}
    return {"instruction": place.box._replace(h=top - _GAP - place.box.y), **moved}


def _task_edges(tall: float, told: float, maker: SlideMaker) -> tuple[float, float]:
    """Where the cards begin and end, in inches, if the highest of them needs `tall`, and the instruction above them `told`."""
    place, card = maker.layouts["Task"].place("instruction"), maker.layouts["Task"].place("support").box
    below = min(place.box.y + told + _GAP, _LATEST)
    if below > card.y:
        return below, maker.lowest
    return (card.y, card.bottom) if tall <= card.h else (max(below, min(card.y, maker.lowest - tall)), maker.lowest)


def _card_height(lines: tuple[Line, ...], name: str, width: float, maker: SlideMaker) -> float:
    place = maker.layouts["Task"].place(name)
    return (maker.setter.height(lines, place, width) + place.inset.top + place.inset.bottom) / POINTS


def know_slides(step: KnowStep, maker: SlideMaker) -> Iterator[Slide]:
    """The lesson's question, and what every pupil should remember."""
    place = maker.layouts["List"].place("list")
    level, box = place.level(1), place.box
    if not step.question:
        top = maker.layouts["List"].place("question").box.y
        box = box._replace(y=top, h=box.bottom - top)
    counts = [maker.setter.count(line(point), level, box.w * POINTS) for point in step.points]
    heights = [count * level.pitch + _LEAST_BETWEEN for count in counts]
    room = box.h * POINTS
    for point, count in zip(step.points, counts, strict=True):
        maker.unheld(step.id, point, count * level.pitch, room)
    pages = shares(heights, room)
    maker.split(step.id, f"the list `{step.title}` stands", len(pages))
    for page in pages:
        maker.nearly(step.id, f"the list `{step.title}`", sum(heights[n] for n in page) / room)
        yield _know_slide(step, [step.points[n] for n in page], [counts[n] for n in page], box, maker)


def _know_slide(step: KnowStep, points: list[str], counts: list[int], box: Box, maker: SlideMaker) -> Slide:
    """The list is spread over its place; a rule stands between two points."""
    level = maker.layouts["List"].place("list").level(1)
    text = sum(counts) * level.pitch
    before = max(0.0, min(_PITCH * POINTS - level.pitch, (box.h * POINTS - text) / max(1, len(points))))
    lines = tuple([Line((Words(point),), 1, round(before, 1)) for point in points])
    y, marks = box.y + before / 2 / POINTS, list[Mark]()
    top = y
    for count in counts[:-1]:
        y += (count * level.pitch + before / 2) / POINTS
        marks.append(Mark("bar", step.id, Box(box.x, y, box.w, 0.75 / POINTS), Tone.RULE))
        y += before / 2 / POINTS
    moved = Box(box.x, round(top, 4), box.w, round(box.bottom - top, 4))
    slots: list[Slot] = []
    if step.question:
        slots.append(maker.text("List", "question", step.id, (line(step.question),)))
    slots.append(TextSlot("list", step.id, lines, moved))
    return maker.slide(step.id, "List", step.title, slots, step.notes, None, tuple(marks))


def _joined(starter: str) -> str:
    """A beginning of a sentence whose dots never stand alone on a line."""
    return starter.replace(" …", "\u00a0…")


def _bar(where: str, box: Box, tone: Tone) -> Mark:
    return Mark("bar", where, box._replace(h=CARD_BAR), tone, True)
