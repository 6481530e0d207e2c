"""The MDL rules: what a file says is not what its fields may hold."""

from __future__ import annotations

from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.rule import Rule

MISSING_FIELD = Rule(
    "MDL001",
    "missing-field",
    Severity.ERROR,
    """A field that is always needed is not there, or has nothing after its colon.

    Needed are: in curriculum.yaml title, years, half_terms and subjects; in unit.yaml title,
    subject and year; in topic.yaml title; of a term its term, lesson and meaning; in a lesson its
    title and a chapter with some text; of a picture its image, alt and credit; of a drawing its
    title and alt.
    """,
)
UNKNOWN_FIELD = Rule(
    "MDL002",
    "unknown-field",
    Severity.ERROR,
    """A field has a name that nothing reads, most often a slip of the keyboard.

    If it were passed over, what it says would silently be lost. The hint names the nearest field
    that is known here.
    """,
)
WRONG_TYPE = Rule(
    "MDL003",
    "wrong-type",
    Severity.ERROR,
    """A field holds another kind of value than it may: a list where a text belongs, a word where
    a number belongs, a text where a mapping belongs.
    """,
)
WRONG_VALUE = Rule(
    "MDL004",
    "wrong-value",
    Severity.ERROR,
    """A field holds the right kind of value, but not one that makes sense: the year 0, a latitude
    beyond the pole, a colour that is none, bounds the wrong way round, two kinds of block in one.
    """,
)
LEFT_TO_DO = Rule(
    "MDL005",
    "left-to-do",
    Severity.ERROR,
    """A text is still `TODO`, as `packager new` wrote it.

    Fill it in, or delete the field where it is not needed. Each is named, so that nothing
    unfinished reaches a school.
    """,
)

MODEL_RULES = (MISSING_FIELD, UNKNOWN_FIELD, WRONG_TYPE, WRONG_VALUE, LEFT_TO_DO)
