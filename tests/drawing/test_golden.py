"""Each kind of drawing as readable text. `--update-goldens` rewrites the files; look at the difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drawing.drawn import as_text, outside, overlapping
from tests.drawing.samples import samples

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("kind", sorted(samples()))
def test_drawing_is_as_it_was(kind: str, update_goldens: bool) -> None:
    path, now = GOLDEN / f"{kind}.txt", as_text(samples()[kind])
    if update_goldens:
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text("utf-8")


@pytest.mark.parametrize("kind", sorted(samples()))
def test_no_text_covers_another_or_leaves_the_drawing(kind: str) -> None:
    assert overlapping(samples()[kind]) == []
    assert outside(samples()[kind]) == []


def test_the_same_drawing_twice_is_the_same() -> None:
    assert samples() == samples()
