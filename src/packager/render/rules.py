"""The rules for what the layout of a page or slide could not hold as it stands: FIT, and DRW005 of drawings."""

from __future__ import annotations

from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.rule import Rule
from packager.render.svg.rules import LABELS_LEFT_OUT

DOES_NOT_FIT = Rule(
    "FIT001",
    "does-not-fit",
    Severity.WARNING,
    """A text is too long for its place on a slide and cannot be split, or only by losing its sense.

    A question, an option, a card of a new word or a caption stands on one slide. It is shown
    smaller than the design says, or over more lines than it should. Shorten it.
    """,
)
MANY_SLIDES = Rule(
    "FIT002",
    "split-often",
    Severity.WARNING,
    """One stretch of a lesson needs so many slides that no class would follow it: a sentence
    longer than a whole slide, or a passage of more than twelve slides.

    Divide the passage with headings, pictures or a pause, or shorten it.
    """,
)

FIT_RULES = {rule.code: rule for rule in (DOES_NOT_FIT, MANY_SLIDES, LABELS_LEFT_OUT)}
