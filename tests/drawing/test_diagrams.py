"""Diagrams of one step and of twenty, and all between."""

from __future__ import annotations

from itertools import permutations
from math import dist

import pytest

from packager.drawing.draw import draw
from packager.drawing.shapes import Drawing, Line, Picture, Rect, every
from packager.drawing.spread import Item, spread
from packager.drawing.style import PRINT, SLIDE, Box
from packager.model.drawings import Labelled
from tests.drawing.drawn import DIAGRAM_BOX, corners, drawn_diagram, measure, named, outside, overlapping, texts, words


def steps(count: int) -> list[dict[str, str]]:
    return [{"name": f"Step {i}", "text": "Something happens here, and something else there."} for i in range(1, count + 1)]


@pytest.mark.parametrize("kind", ["cycle", "sequence", "layers"])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 8, 12, 20])
def test_all_steps_are_shown_or_reported(kind: str, count: int) -> None:
    drawing = drawn_diagram(kind, steps=steps(count))
    assert shown(drawing, count) + len(drawing.troubles) == count
    assert overlapping(drawing) == [] and outside(drawing) == []
    assert drawing.height <= DIAGRAM_BOX.height + 0.01
    assert min(text.size for text in texts(drawing)) >= SLIDE.least
    if count <= 4:
        assert not drawing.troubles


def shown(drawing: Drawing, count: int) -> int:
    return sum(any(said.endswith(f"Step {i}") for said in words(drawing)) for i in range(1, count + 1))


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 8])
def test_a_cycle_has_an_arrow_from_each_step(count: int) -> None:
    drawing = drawn_diagram("cycle", Box(800, 800), steps=steps(count))
    arrows = [shape for shape in every(drawing.root) if shape.name.startswith("arrow from")]
    assert len(arrows) == count


def test_a_step_may_have_no_name() -> None:
    assert {"1", "2"} <= set(words(drawn_diagram("sequence", steps=["Rain falls", "Rivers rise"])))


def test_a_drawing_that_does_not_fill_its_box_is_only_as_high_as_it_needs_to_be() -> None:
    low = drawn_diagram("cycle", Box(420, 500, fill=False), PRINT, steps=steps(4))
    assert low.height < 200 and overlapping(low) == []


def test_points_of_a_comparison_stand_level() -> None:
    columns = [{"title": "A", "points": ["short", "b"]}, {"title": "B", "points": ["a point that needs several lines " * 3, "d"]}]
    drawing = drawn_diagram("compare", columns=columns)
    last = [text for text in texts(drawing) if text.lines in (("b",), ("d",))]
    assert last[0].y == last[1].y


def test_a_tree_that_is_too_wide_grows_to_the_right() -> None:
    root = {"text": "All life", "children": [{"text": f"Branch number {i} of the tree"} for i in range(9)]}
    drawing = drawn_diagram("tree", root=root)
    assert not drawing.troubles and overlapping(drawing) == [] and outside(drawing) == []
    boxes = [shape for shape in every(drawing.root) if isinstance(shape, Rect)]
    assert len({round(box.x) for box in boxes}) == 2


@pytest.mark.parametrize("ratio", [0.6, 1.0, 4 / 3, 2.5])
def test_labels_stand_outside_the_picture_and_do_not_cover_each_other(ratio: float) -> None:
    labels = [{"at": (0.1 + 0.12 * i, 0.3 + 0.1 * (i % 4)), "text": f"part number {i}"} for i in range(7)]
    model = Labelled.model_validate({"kind": "labelled", "title": "t", "alt": "", "image": "media/a.svg", "labels": labels})
    drawing = draw(model, DIAGRAM_BOX, SLIDE, measure, ratio)
    assert overlapping(drawing) == [] and outside(drawing) == []
    (picture,) = (shape for shape in every(drawing.root) if isinstance(shape, Picture))
    assert picture.width / picture.height == pytest.approx(ratio)
    for text in texts(drawing):
        a, b, c, d = corners(text)
        assert a >= picture.x + picture.width - 1 or c <= picture.x + 1 or b >= picture.y + picture.height - 1 or d <= picture.y + 1
    assert len(texts(drawing)) + len(drawing.troubles) == 7


@pytest.mark.parametrize("ratio", [0.8, 4 / 3, 2.5])
def test_no_line_runs_over_the_point_of_another_name(ratio: float) -> None:
    """Of two points one above the other or side by side, the names go to different sides."""
    points = {"mat": (0.2, 0.4), "lion": (0.5, 0.55), "stone": (0.5, 0.75), "reeds": (0.8, 0.55)}
    labels = [{"at": at, "text": name} for name, at in points.items()]
    model = Labelled.model_validate({"kind": "labelled", "title": "t", "alt": "", "image": "media/a.svg", "labels": labels})
    drawing = draw(model, DIAGRAM_BOX, SLIDE, measure, ratio)
    lines = [shape for shape in every(drawing.root) if isinstance(shape, Line) and shape.name.endswith(": line")]
    assert len(lines) == 4
    for one, other in permutations(lines, 2):
        steps = [k / 50 for k in range(51)]
        along = [(one.start[0] + (one.end[0] - one.start[0]) * k, one.start[1] + (one.end[1] - one.start[1]) * k) for k in steps]
        assert min(dist(other.end, point) for point in along) > 8, (one.name, other.name)


def test_things_along_a_line_keep_their_order_and_their_distance() -> None:
    begins = spread([Item(10, 0, 0, 90), Item(10, 2, 0, 90), Item(10, 85, 0, 90)], 5)
    assert begins == [0, 15, 85]
    assert spread([Item(50, 0, 0, 50), Item(60, 0, 0, 40)], 0) is None


def test_nothing_is_named_twice_in_a_card() -> None:
    drawing = drawn_diagram("sequence", steps=steps(2))
    assert len(named(drawing, "Step 1: name")) == 1
