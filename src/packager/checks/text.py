"""TXT: a text that cannot be printed as it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from packager.checks.printed import Printed
from packager.checks.registry import Finding, check
from packager.diagnostics.diagnostic import Severity
from packager.model.typefaces import missing_glyphs, unknown_families

_EVERY_FACE_HAS = re.compile("[\t\n\r -~\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*")


@check("TXT005", "no-glyph", Severity.WARNING)
def no_glyph(printed: Printed) -> Iterator[Finding]:
    """A text holds a character that no font of the theme has, nor any of its fallback fonts.

    In PDFs it would be an empty box; it is spelt by its Unicode name in square brackets instead. Office
    programs look for another font, so what is seen differs from machine to machine.

    Write the word in letters that the fonts have, draw the sign as a picture, or add a font for the
    script to `fonts.fallback` in `curriculum/theme/theme.yaml`.
    """
    curriculum = printed.curriculum
    fonts = curriculum.theme.fonts
    if unknown_families(fonts):
        return
    plain = {file for file, tree in curriculum.trees.items() if b"\\" not in tree.content and _EVERY_FACE_HAS.fullmatch(tree.text)}
    for file, path, text in printed.texts:
        missing = "" if file in plain or _EVERY_FACE_HAS.fullmatch(text) else missing_glyphs(text, fonts)
        if missing:
            hint = "write it in other letters, draw it as a picture, or add a font to `fonts.fallback` of the theme"
            yield Finding(curriculum.span(file, path), f"no font of the theme has {_named(missing)}", hint)


CHECKS = (no_glyph,)


def _named(characters: str) -> str:
    """The first three characters with their numbers and names, and how many more there are."""
    shown = (f"`{c}` (U+{ord(c):04X} {unicodedata.name(c, 'without a name')})" for c in characters[:3])
    more = f" and {len(characters) - 3} more" if len(characters) > 3 else ""
    return ", ".join(shown) + more
