"""The DRW rule that only a finished drawing can break."""

from __future__ import annotations

from collections.abc import Iterable

from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.rule import Rule
from packager.drawing import shapes
from packager.render.renderer import Trouble

LABELS_LEFT_OUT = Rule(
    "DRW005",
    "labels-left-out",
    Severity.WARNING,
    """A map, timeline or diagram has more names, events or steps than it has room for, and some are left out.

    No name is ever put on top of another, and none is set in letters too small to read. What found no room
    is named, one finding each; and so is a sea that is known, but lies outside the map.

    Take some away, give a map narrower `bounds`, or draw two.
    """,
)


def troubles(found: Iterable[shapes.Trouble], identity: str) -> tuple[Trouble, ...]:
    """What a drawing left out, as troubles of a file; `identity` is the id of its block, with `map` or the like behind it."""
    return tuple(
        Trouble(LABELS_LEFT_OUT.code, "/".join((identity, *(str(p + 1 if isinstance(p, int) else p) for p in each.path))), each.message)
        for each in found
        if each.rule in ("labels-left-out", "outside-bounds")
    )
