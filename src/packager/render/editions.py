"""The inclusive editions: what each changes for every format. Sizes and measures of pages stand with the formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from packager.document.booklet import Booklet
from packager.drawing import style
from packager.drawing.style import DrawingStyle
from packager.render.look import Look

OFFICE_EASY_READ = "Verdana"
"""The easy-read face of Office: wide letters that differ from each other, on every machine."""

LARGE_LEAST, READ_LEAST = 16.0, 18.0
"""Points: the least size of large print, and that of text which is read (UK Association for Accessible Formats)."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a product.

    `least` is the smallest size of type allowed, in points. An `upright` edition has no italics; an
    `outlined` one has no grounds; a `tinted` one is printed on cream in the easy-read face; a `reflowed`
    one has fewer columns, for its letters are larger or wider.
    """

    name: str
    drawing: DrawingStyle
    least: float = 8.0
    upright: bool = False
    outlined: bool = False
    tinted: bool = False
    reflowed: bool = False

    @property
    def is_large(self) -> bool:
        """Whether it is large print."""
        return self.least >= LARGE_LEAST


STANDARD = Edition("standard", style.PRINT)
LARGE_PRINT = Edition("large-print", style.LARGE_PRINT, least=LARGE_LEAST, upright=True, reflowed=True)
EASY_READ = Edition("easy-read", style.EASY_READ, least=9, upright=True, tinted=True, reflowed=True)
INK_SAVER = Edition("ink-saver", style.INK_SAVER, outlined=True)
EDITIONS: Mapping[str, Edition] = {edition.name: edition for edition in (STANDARD, LARGE_PRINT, EASY_READ, INK_SAVER)}
"""Every edition by its name, the standard one first."""


def look_in(edition: Edition, look: Look) -> Look:
    """The look of a subject in an edition: in ink alone, or in the easy-read face on cream."""
    if edition.outlined:
        return replace(look, accent=look.colours.ink, is_outlined=True)
    if edition.tinted:
        face = look.fonts.easy_read
        office = {"office_display": OFFICE_EASY_READ, "office_text": OFFICE_EASY_READ}
        fonts = look.fonts.model_copy(update={"text": face, "display": face, "figures": face, **office})
        return replace(look, theme=look.theme.model_copy(update={"fonts": fonts}), ground=look.colours.cream)
    return look


def large_size(size: float, least: float) -> float:
    """A size of type in large print: text grows by a third, titles by an eighth, and none is below `least`."""
    return round(max(size * (4 / 3 if size < 18 else 1.125 if size < 40 else 1), least), 1)


def easy_size(size: float) -> float:
    """A size of type in the easy-read face, which is wide: small text a tenth larger, great titles a little smaller."""
    return round(size * (1.1 if size < 13 else 1.0 if size < 30 else 0.92), 1)


def booklet_in(edition: Edition, booklet: Booklet) -> Booklet:
    """A booklet in an edition: one that saves ink has no pictures on the cover and above the chapters, nor their credits."""
    if not edition.outlined:
        return booklet
    bare = {"cover", *(chapter.id for chapter in booklet.chapters)}
    chapters = tuple(replace(chapter, opening=None) for chapter in booklet.chapters)
    return replace(booklet, cover=None, chapters=chapters, credits=tuple(credit for credit in booklet.credits if credit.id not in bare))
