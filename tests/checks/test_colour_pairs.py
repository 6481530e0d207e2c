"""The table of colour pairs holds every pair that slides, pages and drawings really use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from packager.checks.colour_pairs import LARGE_TEXT, PAIRS, TEXT
from packager.checks.contrast import weak_colours
from packager.drawing.shapes import Drawing, Ellipse, Freeform, Group, Rect, Shape, Text
from packager.model.theme import Colours
from packager.model.tones import contrast, deep, mix, tones
from packager.render.pdf.roles import WHOLE_ROLES
from packager.render.pptx.layouts import LAYOUTS
from tests.drawing.samples import samples

TEXT_PAIRS = {(pair.tone, pair.ground): pair.least for pair in PAIRS if "maps" not in pair.used_for or pair.least == TEXT}
ON_PANELS = {"on-panel": ("white", "accent"), "soft-on-panel": ("t2", "accent"), "white": ("white", "accent")}


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#A5421C", "#A5421C") == 1


def test_tints_and_shades_are_those_of_the_design() -> None:
    found = tones(Colours(), "#A5421C")
    assert [found[name] for name in ("deep", "t1", "t2", "t3")] == ["#6B2B12", "#F8F0ED", "#F4E8E4", "#E4C6BB"]
    assert deep("#0A6F70") == "#064849" and mix("#FFFFFF", "#000000", 0.5) == "#808080"


def test_the_designed_colours_are_strong_enough_for_every_subject() -> None:
    accents = {"history": "#A5421C", "geography": "#0A6F70", "religion": "#46277A", "science": "#163A2C"}
    assert list(weak_colours(Colours(), accents)) == []


def test_the_colour_that_is_proposed_would_do() -> None:
    (weak,) = weak_colours(Colours(), {"history": "#E8B04A"})
    assert weak.instead and list(weak_colours(Colours(), {"history": weak.instead})) == []


def test_two_colours_that_only_fail_together_are_told_of_the_theme() -> None:
    fields = {weak.field for weak in weak_colours(Colours(ink="#777777", cream="#B9A060"), {"history": "#A5421C"})}
    assert fields == {"ink", "cream"}


def test_every_text_of_a_layout_is_a_pair_of_the_table_large_enough_for_its_contrast() -> None:
    for layout in LAYOUTS.values():
        for place in layout.places:
            for level in place.levels:
                pair = (str(level.tone), str(place.fill or layout.ground))
                assert pair in TEXT_PAIRS, f"{layout.name}, {place.name}: {pair}"
                if TEXT_PAIRS[pair] == LARGE_TEXT:
                    assert level.size >= 18 or (level.bold and level.size >= 14), f"{layout.name}, {place.name}"


def test_every_role_on_pages_is_a_pair_of_the_table() -> None:
    for name, role in WHOLE_ROLES.items():
        assert ON_PANELS.get(role.colour, (role.colour, "ground")) in TEXT_PAIRS, name


@pytest.mark.parametrize("name", samples())
def test_every_text_of_a_drawing_is_a_pair_of_the_table(name: str) -> None:
    for text, ground in _grounds(samples()[name]):
        assert (text.role, ground) in TEXT_PAIRS, f"{text.name}: {text.role} on {ground}"


def _grounds(drawing: Drawing) -> Iterator[tuple[Text, str]]:
    """Each text with what it stands on: its halo, or the topmost fill below its first letters; else the page."""
    below: list[tuple[float, float, float, float, str]] = []
    for shape in _flat(drawing.root):
        if isinstance(shape, Text):
            x = shape.x - shape.width * {"start": 0, "middle": 0.5, "end": 1}[shape.anchor] + 1
            y = shape.y - shape.size * 0.3
            found = [role for left, top, right, bottom, role in below if left <= x <= right and top <= y <= bottom]
            yield shape, shape.halo or (found[-1] if found else "ground")
        elif isinstance(shape, Rect | Ellipse | Freeform) and shape.fill and shape.fill.opacity > 0.8:
            below.append((*_bounds(shape), shape.fill.role))


def _flat(shape: Shape) -> Iterator[Shape]:
    if isinstance(shape, Group):
        for part in shape.shapes:
            yield from _flat(part)
    else:
        yield shape


def _bounds(shape: Rect | Ellipse | Freeform) -> tuple[float, float, float, float]:
    if isinstance(shape, Rect):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    if isinstance(shape, Ellipse):
        return shape.x - shape.rx, shape.y - shape.ry, shape.x + shape.rx, shape.y + shape.ry
    points = [point for path in shape.paths for point in path.points]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
