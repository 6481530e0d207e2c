"""The measures of PDF pages in each edition: margins in millimetres, and the roles of text in its sizes.

The templates take every size from here, so an edition is a change of these figures. The figures are the
design's (`docs/design.md`, paper and editions).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from packager.render.editions import READ_LEAST, STANDARD, easy_size, large_size
from packager.render.editions import Edition as Named
from packager.render.margins import Margins, Product, margins
from packager.render.pdf.roles import ROLES, WHOLE_ROLES, Role

YOUNGER = (3, 4)
"""Years whose booklets are set in the larger of the two text sizes."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a product's pages.

    `tracking` is added after each letter, in ems; `spacing` is the width of a space, 1 being the face's own.
    A `reflowed` edition has fewer columns, for its letters are larger or wider.
    """

    name: str
    margins: Margins
    roles: Mapping[str, Role]
    tracking: float = 0.0
    spacing: float = 1.0
    reflowed: bool = False
    upright: bool = False
    outlined: bool = False


READ = frozenset(
    (
        "body", "source", "quotation", "pause", "question", "cell", "table-title", "word", "say", "example", "met", "contents-chapter",
        "contents-question", "quiz-how", "quiz-word", "quiz-letter", "quiz-meaning", "quiz-gap", "guide", "guide-cell",
    )
)  # fmt: skip
"""The roles of text that is read, and not only looked at: in large print it has the size of the body at least."""
LARGE_BODY = Role("text", 18, 27, after=12)
EASY_BODY = Role("text", 14, 25, 350, after=13)
EASY_WEIGHTS = {400: 350, 500: 500, 600: 700, 700: 700}
OLDER_BODY = Role("text", 12.5, 19, after=8)


def booklet_edition(year: int, edition: Named = STANDARD) -> Edition:
    """The measures of a booklet in an edition; from Year 5 on its text is one point smaller."""
    roles = ROLES if year in YOUNGER else {**ROLES, "body": OLDER_BODY}
    return _in_edition(roles, edition, "booklet")


def sheet_edition(edition: Named = STANDARD) -> Edition:
    """The measures of a vocabulary sheet in an edition."""
    return _in_edition(ROLES, edition, "sheet")


def guide_edition(edition: Named = STANDARD) -> Edition:
    """The measures of a teacher guide in an edition."""
    return _in_edition(ROLES, edition, "guide")


def whole_edition() -> Edition:
    """The standard edition of what belongs to the whole programme."""
    return _in_edition(WHOLE_ROLES, STANDARD, "guide")


def _in_edition(roles: Mapping[str, Role], edition: Named, product: Product) -> Edition:
    named = {"upright": edition.upright, "outlined": edition.outlined, "reflowed": edition.reflowed}
    made = Edition(edition.name, margins(edition, product), roles, **named)
    if edition.tinted:
        easy = {name: _easy(role) for name, role in roles.items()}
        return replace(made, roles={**easy, "body": EASY_BODY}, tracking=0.02, spacing=1.25)
    if edition.is_large:
        large = {name: _large(name, role, edition.least) for name, role in roles.items()}
        return replace(made, roles={**large, "body": LARGE_BODY})
    return made


def _large(name: str, role: Role, least: float) -> Role:
    size = large_size(role.size, READ_LEAST if name in READ else least)
    pitch = round(size * max(role.pitch / role.size, 1.3), 1)
    return replace(role, size=size, pitch=pitch, before=round(role.before * 4 / 3), after=round(role.after * 4 / 3))


def _easy(role: Role) -> Role:
    size = easy_size(role.size)
    pitch = round(size * max(role.pitch / role.size * 1.12, 1.22), 1)
    return replace(role, size=size, pitch=pitch, weight=EASY_WEIGHTS[role.weight], after=round(role.after * 1.4))
