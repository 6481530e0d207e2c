"""The look of a programme as data: `curriculum/theme/theme.yaml`, all of it optional.

The defaults are the design in `docs/design.md`. How the theme is applied stands in `render/`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from packager.model.base import Colour, MayBeEmpty, Model, Text, Truth
from packager.model.line import filled


class Fonts(Model):
    """The family for each role. Office families are those a teacher's machine has."""

    display: Text = "Literata"
    text: Text = "Atkinson Hyperlegible"
    figures: Text = "Arimo"
    """Sets the digit nought, which is slashed in the text face."""
    easy_read: Text = "Lexend"
    office_display: Text = "Georgia"
    office_text: Text = "Arial"
    fallback: tuple[Text, ...] = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari")
    """Tried in order for letters that the other faces lack."""


class Colours(Model):
    """The neutral colours and those of maps; each subject has its accent in `curriculum.yaml`."""

    ink: Colour = "#1C2B36"
    muted: Colour = "#56616B"
    rule: Colour = "#D8D0C0"
    paper: Colour = "#FBF7EF"
    """The ground of slides and web pages."""
    cream: Colour = "#FDF3DA"
    """The ground of the easy-read edition."""
    frame: Colour = "#8A7F6A"
    """The line around pictures, and coasts."""
    river: Colour = "#1F6F8B"
    fertile: Colour = "#BCCB92"
    sun: Colour = "#E8B04A"
    land: Colour = "#F7EEDB"
    sea: Colour = "#CFE3E8"


class Logo(Model):
    """The publisher's sign: on the cover of booklets, the first slide of decks, and the pages of the catalogue."""

    image: Text
    """The file, relative to the theme file: `logo.svg`. It stands on white."""
    alt: MayBeEmpty
    """What it says, for those who cannot see it."""


OF_PAGES = ("programme", "publisher", "licence", "rights", "topic", "subject", "year", "half_term")
OF_SLIDES = (*OF_PAGES, "lesson", "title")


def _page_line(text: str) -> str:
    filled(text, dict.fromkeys(OF_PAGES, ""))
    return text


def _slide_line(text: str) -> str:
    filled(text, dict.fromkeys(OF_SLIDES, ""))
    return text


class Furniture(Model):
    """What stands around the text of pages and slides. Words in braces are filled in; a part between `·` that has none left goes."""

    footer: Annotated[MayBeEmpty, AfterValidator(_page_line)] = "{subject}, Year {year} · {rights}"
    """The foot of pages, behind the title: `programme`, `publisher`, `licence`, `rights`, `topic`, `subject`, `year`, `half_term`."""
    slide_footer: Annotated[MayBeEmpty, AfterValidator(_slide_line)] = "{topic} · Lesson {lesson}: {title}"
    """The foot of slides: the words of pages, and `lesson` (its number) and `title`."""
    running_heads: Truth = True
    """Whether the head of a page says which chapter goes on there."""
    page_numbers: Truth = True
    """Whether pages bear their numbers, by which slides and guides name them; slides always do."""


class ThemeFile(Model):
    """`curriculum/theme/theme.yaml`."""

    fonts: Fonts = Fonts()
    colours: Colours = Colours()
    logo: Logo | None = None
    furniture: Furniture = Furniture()
    credit_note: Text = "You may edit and use these slides in your own school. Please keep this slide when you share them."
    """What stands below the credits of each deck."""
