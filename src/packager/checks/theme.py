"""THM: the theme asks for something that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from packager.checks.registry import Finding, check
from packager.diagnostics.quoted import quoted
from packager.model.curriculum import THEME_FILE, Curriculum
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


CHECKS = (unknown_font,)


def _named(fonts: Fonts) -> Iterator[tuple[Path, str]]:
    for role in ("display", "text", "figures", "easy_read"):
        yield ("fonts", role), getattr(fonts, role)
    for position, family in enumerate(fonts.fallback):
        yield ("fonts", "fallback", position), family
