"""The slides on which pupils think, talk and work: pause, talk, task, and what we now know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from packager.document.lesson_deck import KnowStep, PauseStep, TalkStep, TaskStep
from packager.render.deck import Box, Line, Mark, Slide, Slot, TextSlot, Tone, Words, line
from packager.render.pptx.bench import SEPARATOR, Bench
from packager.render.pptx.fit import POINTS, shares
from packager.render.pptx.layouts import CARD_BAR, LAYOUTS

_LABEL = "Pause and think"
_LOWEST = 6.80
"""How far down cards may reach, in inches."""
_GAP, _LATEST = 0.20, 4.60
"""Between an instruction and the cards below it, and how far down they may begin, in inches."""
_LEAST_BETWEEN = 14
"""The least space between two points of a list, in points."""
_PITCH = 1.02
"""The distance of two lines of a list that has room, in inches."""


def pause_slides(step: PauseStep, bench: Bench) -> Iterator[Slide]:
    """A question to stop at; it is the slide's title, so that the outline reads as the lesson."""
    pause = step.pause
    slots: list[Slot] = [TextSlot("label", pause.id, (line(_LABEL),))]
    if pause.how:
        slots.append(bench.text("Question", "how", pause.id, (line(pause.how),)))
    page = bench.page(pause.id)
    footer = f"{bench.footer}{SEPARATOR}Booklet p. {page}" if page else bench.footer
    slide = bench.slide(pause.id, "Question", pause.ask, slots, step.notes, pause.id)
    yield replace(slide, footer=footer)


def talk_slides(step: TalkStep, bench: Bench) -> Iterator[Slide]:
    """What to talk about, and ways to begin."""
    slots: list[Slot] = [bench.evened("Talk", "prompt", step.id, step.prompt)]
    marks: tuple[Mark, ...] = ()
    if step.starters:
        lines = (line("You could begin"), *(line(_joined(starter), 2) for starter in step.starters))
        slots.append(bench.text("Talk", "starters", step.id, lines))
        marks = (_bar(step.id, LAYOUTS["Talk"].place("starters").box, Tone.ACCENT),)
    yield bench.slide(step.id, "Talk", step.title, slots, step.notes, None, marks)


def task_slides(step: TaskStep, bench: Bench) -> Iterator[Slide]:
    """What to do, what helps, and a challenge."""
    cards = dict(_task_cards(step))
    boxes = _task_boxes(cards, (line(step.instruction),), bench)
    slots: list[Slot] = [bench.text("Task", "instruction", step.id, (line(step.instruction),), boxes.pop("instruction"))]
    slots += [bench.text("Task", name, step.id, cards[name], box) for name, box in boxes.items()]
    tones = {"support": Tone.ACCENT, "challenge": Tone.DEEP}
    marks = tuple(_bar(step.id, box, tones[name]) for name, box in boxes.items())
    yield bench.slide(step.id, "Task", step.title, slots, step.notes, None, marks)


def _task_cards(step: TaskStep) -> Iterator[tuple[str, tuple[Line, ...]]]:
    if step.support:
        yield "support", (line("To help you"), *(line(_joined(each), 2) for each in step.support))
    if step.challenge:
        yield "challenge", (line("A challenge"), line(step.challenge, 2))


def _task_boxes(cards: dict[str, tuple[Line, ...]], instruction: tuple[Line, ...], bench: Bench) -> dict[str, Box]:
    """Where instruction and cards stand: as designed, or with the line between them moved so that all of it fits."""
    layout = LAYOUTS["Task"]
    place = layout.place("instruction")
    if not cards:
        return {"instruction": place.box._replace(h=_LOWEST - place.box.y)}
    boxes = {name: layout.place(name).box for name in cards}
    if len(boxes) == 1:
        boxes = {name: box._replace(x=place.box.x, w=place.box.w) for name, box in boxes.items()}
    tall = max(_card_height(lines, name, boxes[name].w, bench) for name, lines in cards.items())
    top, bottom = _task_edges(tall, instruction, bench)
    moved = {name: box._replace(y=top, h=bottom - top) for name, box in boxes.items()}
    return {"instruction": place.box._replace(h=top - _GAP - place.box.y), **moved}


def _task_edges(tall: float, instruction: tuple[Line, ...], bench: Bench) -> tuple[float, float]:
    """Where the cards begin and end, in inches, if the highest of them needs `tall`."""
    place, card = LAYOUTS["Task"].place("instruction"), LAYOUTS["Task"].place("support").box
    below = min(place.box.y + bench.setter.height(instruction, place, place.box.w) / POINTS + _GAP, _LATEST)
    if below > card.y:
        return below, _LOWEST
    return (card.y, card.bottom) if tall <= card.h else (max(below, min(card.y, _LOWEST - tall)), _LOWEST)


def _card_height(lines: tuple[Line, ...], name: str, width: float, bench: Bench) -> float:
    place = LAYOUTS["Task"].place(name)
    return (bench.setter.height(lines, place, width) + place.inset.top + place.inset.bottom) / POINTS


def know_slides(step: KnowStep, bench: Bench) -> Iterator[Slide]:
    """The lesson's question, and what every pupil should remember."""
    place = LAYOUTS["List"].place("list")
    level = place.level(1)
    box = place.box if step.question else place.box._replace(y=1.55, h=place.box.bottom - 1.55)
    counts = [bench.setter.count(line(point), level, box.w * POINTS) for point in step.points]
    for point, count in zip(step.points, counts, strict=True):
        bench.unheld(step.id, point, count * level.pitch, box.h * POINTS)
    for page in shares([count * level.pitch + _LEAST_BETWEEN for count in counts], box.h * POINTS):
        points = [step.points[n] for n in page]
        yield _know_slide(step, points, [counts[n] for n in page], box, bench)


def _know_slide(step: KnowStep, points: list[str], counts: list[int], box: Box, bench: Bench) -> Slide:
    """The list is spread over its place; a rule stands between two points."""
    level = LAYOUTS["List"].place("list").level(1)
    text = sum(counts) * level.pitch
    before = max(0.0, min(_PITCH * POINTS - level.pitch, (box.h * POINTS - text) / max(1, len(points))))
    lines = tuple(Line((Words(point),), 1, round(before, 1)) for point in points)
    y, marks = box.y + before / 2 / POINTS, list[Mark]()
    top = y
    for count in counts[:-1]:
        y += (count * level.pitch + before / 2) / POINTS
        marks.append(Mark("bar", step.id, Box(box.x, y, box.w, 0.75 / POINTS), Tone.RULE))
        y += before / 2 / POINTS
    moved = Box(box.x, round(top, 4), box.w, round(box.bottom - top, 4))
    slots: list[Slot] = []
    if step.question:
        slots.append(bench.text("List", "question", step.id, (line(step.question),)))
    slots.append(TextSlot("list", step.id, lines, moved))
    return bench.slide(step.id, "List", step.title, slots, step.notes, None, tuple(marks))


def _joined(starter: str) -> str:
    """A beginning of a sentence whose dots never stand alone on a line."""
    return starter.replace(" …", "\u00a0…")


def _bar(where: str, box: Box, tone: Tone) -> Mark:
    return Mark("bar", where, box._replace(h=CARD_BAR), tone, True)
