"""The one way in: a map, timeline or diagram becomes shapes."""

from __future__ import annotations

from packager.drawing.compare import draw_compare
from packager.drawing.cycle import draw_cycle
from packager.drawing.labelled import draw_labelled
from packager.drawing.map import draw_map
from packager.drawing.outlined import outlined
from packager.drawing.shapes import Drawing
from packager.drawing.steps import draw_layers, draw_sequence
from packager.drawing.style import Box, DrawingStyle, Measure
from packager.drawing.timeline import draw_timeline
from packager.drawing.tree import draw_tree
from packager.model import drawings as written

USUAL_RATIO = 4 / 3


def draw(model: written.Drawing, box: Box, style: DrawingStyle, measure: Measure, ratio: float = USUAL_RATIO) -> Drawing:
    """The drawing in shapes, no larger than `box`; `ratio` is the width of a labelled picture over its height."""
    drawn = _drawn(model, box, style, measure, ratio)
    return outlined(drawn) if style.outlined else drawn


def _drawn(model: written.Drawing, box: Box, style: DrawingStyle, measure: Measure, ratio: float) -> Drawing:
    match model:
        case written.Map():
            return draw_map(model, box, style, measure)
        case written.Timeline():
            return draw_timeline(model, box, style, measure)
        case written.Cycle():
            return draw_cycle(model, box, style, measure)
        case written.Sequence():
            return draw_sequence(model, box, style, measure)
        case written.Layers():
            return draw_layers(model, box, style, measure)
        case written.Compare():
            return draw_compare(model, box, style, measure)
        case written.Tree():
            return draw_tree(model, box, style, measure)
        case written.Labelled():
            return draw_labelled(model, box, style, measure, ratio)
