"""What is stamped on every file of a bundle that is made for one school."""

from __future__ import annotations

import re
from dataclasses import dataclass

from packager.bundle.licence import Licence

LONGEST_SHOWN = 60
"""Letters of a school's name that fit on one line of a page at the size of a footer."""
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REST = re.compile(r"[\u0300-\u036f\u200d\ufe0f\U0001f3fb-\U0001f3ff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a licence and the name of its school."""

    number: str
    school: str

    @property
    def name(self) -> str:
        """What stands before the line that is read: `Licence L-123456-2c1f9a07`."""
        return f"Licence {self.number}"

    @property
    def line(self) -> str:
        """The line in a footer. The number stands first: it is there in full however long or wide the name is."""
        return f"{self.name}  ·  {shortened(self.school)}"

    @property
    def sentence(self) -> str:
        """The whole of it, for the properties of a file."""
        return f"Licensed to {self.school}, licence {self.number}"


def mark_of(licence: Licence) -> Mark:
    """The mark of a licence."""
    return Mark(licence.number, _ILLEGAL.sub("", licence.school))


def shortened(name: str) -> str:
    """A name that fits on a line, cut between two letters and not within one that is made of several characters."""
    if len(name) <= LONGEST_SHOWN:
        return name
    end = LONGEST_SHOWN - 1
    while end > 1 and (_REST.match(name[end]) or name[end - 1] == "\u200d"):
        end -= 1
    return name[:end].rstrip() + "…"
