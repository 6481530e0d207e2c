"""The look of a programme as data: `curriculum/theme/theme.yaml`, all of it optional.

The defaults are the design in `docs/design.md`. How the theme is applied stands in `render/`.
"""

from __future__ import annotations

from packager.model.base import Colour, Model, Text


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


class ThemeFile(Model):
    """`curriculum/theme/theme.yaml`."""

    fonts: Fonts = Fonts()
    colours: Colours = Colours()
    credit_note: Text = "You may edit and use these slides in your own school. Please keep this slide when you share them."
    """What stands below the credits of each deck."""
