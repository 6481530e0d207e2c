"""Pictures and their credits."""

from __future__ import annotations

from typing import Annotated

from packager.model.base import MayBeEmpty, Model, Text, TextAs


class Credit(Model):
    """Who made a picture and on what terms it may be used; may be written as a single text."""

    text: MayBeEmpty
    """The credit as it is printed."""
    licence: Text | None = None
    """The licence's SPDX id or name, where it is not part of the text."""
    url: Text | None = None
    """Where the picture was found."""

    @property
    def line(self) -> str:
        """The credit as one line of text."""
        return ", ".join(part for part in (self.text, self.licence, self.url) if part)


class Picture(Model):
    """A picture file with what a reader who cannot see it needs."""

    image: Text
    """The file, relative to the YAML file that names it: `media/shaduf.svg`."""
    alt: MayBeEmpty
    """What the picture shows and why it matters, for those who cannot see it."""
    credit: Annotated[Credit, TextAs("text")]
    """Who made it, and on what terms it may be used."""


class Figure(Picture):
    """A picture in a chapter."""

    caption: Text | None = None
    """What stands below the picture."""
