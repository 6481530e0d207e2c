"""The kinds of field that every source file is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema


class Model(BaseModel):
    """A mapping in a source file: frozen, and with no key that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


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


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise ValueError("expected a day such as `2026-09-01`") from None


Day = Annotated[Text, AfterValidator(_day)]
"""A day, written as ISO 8601 has it: `2026-09-01`."""


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


@dataclass(frozen=True, slots=True)
class TextAs:
    """Lets a mapping be written as a single text, which then stands for its field `field`."""

    field: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self._unfolded, handler(source))

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}

    def _unfolded(self, value: Any) -> Any:
        return {self.field: value} if isinstance(value, str) else value
