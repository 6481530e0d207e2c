"""The style sheet: a fixed file, and before it the colours of the programme in light and in dark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from packager.document.catalogue import Catalogue
from packager.model.theme import ThemeFile
from packager.model.tones import WHITE, contrast, mix
from packager.render.html.fonts import FACES
from packager.render.look import Look

_DARK_GROUND, _DARK_CARD = "#12181E", "#1B242C"
_CONTRAST = 5.0
"""Above the 4.5 to 1 that WCAG 2.2, 1.4.3 asks of text."""
_BETWEEN = re.compile(r"\s*([{};,])\s*")
"""White space that a browser needs none of; every page loads the file."""


def style_sheet(catalogue: Catalogue, theme: ThemeFile) -> str:
    """`site.css`."""
    c = theme.colours
    light = {"ground": WHITE, "card": WHITE, "paper": c.paper, "ink": c.ink, "muted": c.muted, "rule": c.rule, "foot": c.ink}
    dark = {"ground": _DARK_GROUND, "card": _DARK_CARD, "paper": "#182028", "ink": "#EDF1F4", "muted": "#B7C1C9", "rule": "#46525C"}
    subjects = [Look(theme, subject.colour, subject.pattern) for subject in catalogue.subjects]
    parts = [
        *FACES,
        _rule(":root", light),
        *(_rule(f".subject-{n}", _light(look, n)) for n, look in enumerate(subjects, 1)),
        "@media screen and (prefers-color-scheme: dark) {",
        _rule(":root", {**dark, "foot": "#0C1115"}),
        *(_rule(f".subject-{n}", _dark(look)) for n, look in enumerate(subjects, 1)),
        "}",
        (files("packager.render.html") / "static" / "site.css").read_text("utf-8"),
    ]
    return _BETWEEN.sub(r"\1", "\n".join(parts))


def _light(look: Look, number: int) -> dict[str, str]:
    return {"accent": look.accent, "tint": look.t1, "spoken": look.accent, "pattern": f'url("band-{number}.png")'}


def _dark(look: Look) -> dict[str, str]:
    """The accent stays where it is a ground; where it is text it is lightened until it can be read."""
    return {"tint": mix(_DARK_CARD, look.accent, 0.3), "spoken": next(_lighter(look.accent, mix(_DARK_CARD, look.accent, 0.3)))}


def _lighter(colour: str, ground: str) -> Iterator[str]:
    for step in range(101):
        lighter = mix(colour, WHITE, step / 100)
        if contrast(lighter, ground) >= _CONTRAST:
            yield lighter


def _rule(selector: str, values: dict[str, str]) -> str:
    return f"{selector} {{ {' '.join(f'--{name}: {value};' for name, value in values.items())} }}"
