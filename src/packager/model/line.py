"""Lines of a theme with names in braces, as `{subject}, Year {year} · {rights}`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from packager.diagnostics.nearest import did_you_mean

_NAME = re.compile(r"\{([^{}]*)\}")
_DIVIDER = re.compile(r"\s*·\s*")


def filled(line: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The parts of a line, which `·` divides, each with its names filled in; without those whose names are all empty.

    Raises ValueError for a name that `values` does not hold, and for a brace that stands alone.
    """
    parts = tuple(_part(part, values) for part in _DIVIDER.split(line.strip()))
    return tuple(part for part in parts if part)


def _part(part: str, values: Mapping[str, str]) -> str:
    names = _NAME.findall(part)
    for name in names:
        if name not in values:
            known = did_you_mean(name, list(values)) or f"known are {', '.join(f'`{{{each}}}`' for each in values)}"
            raise ValueError(f"nothing is called `{{{name}}}`: {known}")
    if any(brace in _NAME.sub("", part) for brace in "{}"):
        raise ValueError("a brace stands alone")
    text = _NAME.sub(lambda match: values[match[1]], part).strip()
    return "" if names and not any(values[name] for name in names) else text
