"""The rules of pages and slides: FIT for what does not fit as it stands, TPL for a publisher's own templates, and DRW005 of drawings."""

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
TOO_COARSE = Rule(
    "FIT003",
    "too-coarse",
    Severity.WARNING,
    """A picture has too few pixels for the size at which it is printed: under 150 dots to the inch
    its edges are soft and fine lines are lost.

    Give the picture in a larger version, or as SVG.
    """,
)
UNREADABLE_TEMPLATE = Rule(
    "TPL001",
    "unreadable-template",
    Severity.ERROR,
    """The programme's own template, `curriculum/theme/deck.pptx` or `curriculum/theme/booklet.docx`, is no
    file of its kind, or is damaged.

    Open it in PowerPoint or Word and save it again as PPTX or DOCX; or take it away, and the packager makes its own.
    """,
)
MISSING_IN_TEMPLATE = Rule(
    "TPL002",
    "missing-in-template",
    Severity.ERROR,
    """The programme's own template lacks a layout, a placeholder or a style that the packager fills.

    They are found by their names, which `docs/design.md` lists. Nothing takes their place silently. Add it, or
    give it back its name.
    """,
)
TWICE_IN_TEMPLATE = Rule(
    "TPL003",
    "twice-in-template",
    Severity.ERROR,
    """The programme's own template has two layouts, placeholders or styles of one name, and it cannot be
    told which is meant.

    Rename or remove one of them.
    """,
)

FIT_RULES = {
    rule.code: rule
    for rule in (DOES_NOT_FIT, MANY_SLIDES, TOO_COARSE, UNREADABLE_TEMPLATE, MISSING_IN_TEMPLATE, TWICE_IN_TEMPLATE, LABELS_LEFT_OUT)
}
