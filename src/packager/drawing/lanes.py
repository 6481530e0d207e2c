"""Several timelines one above another, on one axis: what stands in one column happened at one time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from packager.drawing import years
from packager.drawing.shapes import Drawing
from packager.drawing.style import Box, DrawingStyle, Measure
from packager.drawing.timeline import Breaks, draw_timeline
from packager.model.drawings import Timeline

MOST_BREAKS = 3


def draw_lanes(lanes: Sequence[Timeline], boxes: Sequence[Box], style: DrawingStyle, measure: Measure) -> list[Drawing]:
    """Each timeline in the lowest of `boxes` that holds all its events, or else in the last; all begin and end in the same years."""
    even = replace(style, least=style.event)  # smaller letters would move the ends of an axis
    breaks = shared_breaks(lanes)
    return [_drawn(lane, boxes, even, measure, breaks) for lane in lanes]


def _drawn(lane: Timeline, boxes: Sequence[Box], style: DrawingStyle, measure: Measure, breaks: Breaks) -> Drawing:
    tries = (draw_timeline(lane, box, style, measure, breaks) for box in boxes)
    drawn = next(tries)
    while drawn.troubles and (further := next(tries, None)):
        drawn = further
    return drawn


def shared_breaks(lanes: Sequence[Timeline]) -> Breaks:
    """The longest times in which nothing stands on any lane, and the time between the last year and the reader's own."""
    spans = [(span.from_, span.to) for lane in lanes for span in lane.spans]
    marks = [event.at for lane in lanes for event in lane.events] + [year for span in spans for year in span]
    ends = [year for lane in lanes for year in (lane.from_, lane.to)]
    found = years.gaps([*marks, *ends], spans)[:MOST_BREAKS]
    last, here = max(ends, key=years.count), max((lane.here for lane in lanes if lane.here), default=None)
    return [*found, (years.count(last), years.count(here))] if here and years.count(here) > years.count(last) else found
