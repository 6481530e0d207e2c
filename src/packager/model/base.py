"""The kinds of field that every source file is made of."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


class Model(BaseModel):
    """A mapping in a source file: frozen, and with no key that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that says something."""

MayBeEmpty = Annotated[str, StringConstraints(strip_whitespace=True)]
"""A text whose emptiness a rule reports in the words of its field."""

TopicId = Annotated[Text, Field(description="A topic, written `unit/topic`")]


def _no_year_nought(year: int) -> int:
    if year == 0:
        raise ValueError("there is no year 0: 1 BCE (-1) is followed by 1 CE (1)")
    return year


Year = Annotated[int, AfterValidator(_no_year_nought)]
"""A year CE, or BCE where negative: -44 is 44 BCE. There is no year 0."""


def _truth(value: Any) -> Any:
    return {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}.get(value, value)


Truth = Annotated[bool, BeforeValidator(_truth), Field(strict=True)]
"""`true` or `false`, as YAML 1.2's core schema writes them."""

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def _hex_colour(value: str) -> str:
    if not _HEX.fullmatch(value):
        raise ValueError("expected a colour such as `#A5421C`")
    return value.upper()


Colour = Annotated[str, AfterValidator(_hex_colour)]
"""A colour as `#RRGGBB`; read back in capitals."""


def text_as(field: str) -> BeforeValidator:
    """Lets a mapping be written as a single text, which then stands for its field `field`."""
    return BeforeValidator(lambda value: {field: value} if isinstance(value, str) else value)
