"""The timeline of a year as plain data: each topic's lane drawn on the axis that all share, and a table of the events."""

from __future__ import annotations

from packager.document.year_timeline import Lane, Moment, YearTimeline
from packager.drawing.lanes import draw_lanes
from packager.drawing.shapes import Drawing
from packager.drawing.style import PRINT, Box
from packager.model.drawings import Timeline
from packager.model.theme import Fonts
from packager.render.look import Look
from packager.render.pdf.editions import whole_edition
from packager.render.pdf.pages import Data, Pages, line
from packager.render.pdf.settings import programme_settings
from packager.render.renderer import Context
from packager.render.spelling import shown
from packager.render.svg.faces import print_families, widths
from packager.render.svg.palette import palette
from packager.render.svg.write import as_svg

POINTS = 72 / 25.4
"""Points to the millimetre."""
WIDTH = 349.0
"""Millimetres: A3 across, less its margins and the names of topics."""
HEIGHTS = (64.0, 96.0, 150.0)
"""Millimetres: three lanes a page, and then more for a topic with many events."""


def arrange_year_timeline(document: YearTimeline, context: Context) -> Pages:
    """The timeline of a year as data for `year-timeline.typ`."""
    title, description = f"Timeline, Year {document.year}", "What happened when, in all topics of the year"
    shared = programme_settings(document.imprint, context.look, whole_edition(), title, description)
    fonts = context.look.fonts
    drawn = draw_lanes([_spelt(lane.timeline, fonts) for lane in document.lanes], _boxes(), PRINT, widths(fonts))
    named = {f"lane-{n}.svg": (lane, each) for n, (lane, each) in enumerate(zip(document.lanes, drawn, strict=True), 1)}
    content = {
        "title": f"Year {document.year}",
        "subtitle": "When it happened",
        "lanes": [_lane(name, lane, each) for name, (lane, each) in named.items()],
        "moments": [_moment(moment) for moment in document.moments],
    }
    drawings = {name: _svg(lane, each, context) for name, (lane, each) in named.items()}
    return Pages("year-timeline", shown(shared, fonts), shown(content, fonts), {}, drawings=drawings)


def _boxes() -> list[Box]:
    return [Box(WIDTH * POINTS, height * POINTS, fill=False) for height in HEIGHTS]


def _spelt(timeline: Timeline, fonts: Fonts) -> Timeline:
    return Timeline.model_validate(shown(timeline.model_dump(by_alias=True), fonts))


def _lane(name: str, lane: Lane, drawn: Drawing) -> Data:
    left_out = [lane.timeline.events[each.path[1]].text for each in drawn.troubles if len(each.path) > 1 and isinstance(each.path[1], int)]
    return {
        "file": name,
        "title": line(lane.title),
        "subject": line(lane.subject),
        "time": lane.half_term,
        "accent": lane.colour,
        "alt": line(lane.timeline.alt),
        "width": round(drawn.width / POINTS, 2),
        "height": round(drawn.height / POINTS, 2),
        "left-out": line("; ".join(left_out)),
    }


def _moment(moment: Moment) -> list[str]:
    lessons = f"lesson {moment.lessons[0]}" if len(moment.lessons) == 1 else f"lessons {_listed(moment.lessons)}"
    return [moment.when, line(moment.text), line(f"{moment.subject}: {moment.topic}, {lessons}")]


def _listed(numbers: tuple[int, ...]) -> str:
    return f"{', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def _svg(lane: Lane, drawn: Drawing, context: Context) -> str:
    fonts = context.look.fonts
    return as_svg(drawn, palette(Look(context.look.theme, lane.colour)), print_families(fonts), lambda _: "")
