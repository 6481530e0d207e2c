"""THM: the theme asks for something that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from packager.checks.contrast import Weak, weak_colours
from packager.checks.registry import Finding, check
from packager.diagnostics.quoted import quoted
from packager.diagnostics.span import Span
from packager.model.curriculum import PROGRAMME_FILE, THEME_FILE, Curriculum
from packager.model.theme import Fonts
from packager.model.typefaces import unknown_families
from packager.source.tree import Path


@check("THM001", "unknown-font")
def unknown_font(curriculum: Curriculum) -> Iterator[Finding]:
    """The theme names a font for PDF pages that is not installed as a package.

    Fonts of the machine itself are not used, so that every machine makes the same pages. The
    fonts for office files, `office_display` and `office_text`, are those that teachers have, and
    need not be installed here.

        fonts: {text: Comic Sans}

    Correct the name, or install the package of the font: `fontpkg-noto-serif` for Noto Serif.
    """
    fonts = curriculum.theme.fonts
    unknown = unknown_families(fonts)
    for path, family in _named(fonts):
        if family in unknown:
            package = "-".join(family[:60].lower().split())
            hint = f"correct the name, or install the package `fontpkg-{package}`"
            yield Finding(curriculum.span(THEME_FILE, path), f"the font {quoted(family)} is not installed", hint)


@check("THM002", "low-contrast")
def low_contrast(curriculum: Curriculum) -> Iterator[Finding]:
    """A colour of the theme, or the colour of a subject, stands out too little from what it is used with.

    Whoever sees less well cannot read such text, and nobody can in a bright classroom. Text needs a
    contrast of 4.5 to 1 with its ground, large titles and lines that carry meaning 3 to 1 (WCAG 2.2,
    1.4.3 and 1.4.11). Every pair of colours that the products use is looked at: the colour of each
    subject and its tints, on white, on the paper of slides and on the cream of the easy-read edition.

        history: {title: History, colour: "#E8B04A"}   # white on this amber: 1.9 to 1

    The hint names the nearest darker or lighter shade with which all pairs would do.
    """
    subjects = curriculum.programme.subjects
    for weak in weak_colours(curriculum.theme.colours, {name: subject.colour for name, subject in subjects.items()}):
        one, other = weak.seen
        also = f", and {weak.others} more" if weak.others else ""
        told = f"a contrast of {floor(weak.found * 10) / 10} to 1, and {weak.pair.least:g} to 1 is needed"
        hint = f"{quoted(weak.instead)} would do" if weak.instead else "no shade of it would do: change what it stands on too"
        place = _place(curriculum, weak)
        yield Finding(place, f"{quoted(one)} on {quoted(other)} has {told}: {weak.pair.used_for}{also}", hint)


CHECKS = (unknown_font, low_contrast)


def _place(curriculum: Curriculum, weak: Weak) -> Span:
    if weak.subject:
        return curriculum.span(PROGRAMME_FILE, ("subjects", weak.subject, "colour"))
    return curriculum.span(THEME_FILE, ("colours", weak.field))


def _named(fonts: Fonts) -> Iterator[tuple[Path, str]]:
    for role in ("display", "text", "figures", "easy_read"):
        yield ("fonts", role), getattr(fonts, role)
    for position, family in enumerate(fonts.fallback):
        yield ("fonts", "fallback", position), family
