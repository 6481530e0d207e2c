"""The SRC rules: what makes a file unreadable before anyone asks what it means."""

from __future__ import annotations

from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.rule import Rule

SYNTAX = Rule(
    "SRC001",
    "syntax-error",
    Severity.ERROR,
    """The file is not YAML.

    Often a missing quotation mark, a bracket that is never closed, a tab used to indent, or a
    colon inside a text that is not quoted. The place named is where the reader gave up; the
    fault is there or just above it. Write `title: "Rome: the city"` where a text holds a colon.
    """,
)
DUPLICATE_KEY = Rule(
    "SRC002",
    "duplicate-key",
    Severity.ERROR,
    """One mapping holds the same key twice, so one of the two values would be lost.

    Both places are shown. Keep one, or make the second a new item of a list.
    """,
)
ENCODING = Rule(
    "SRC003",
    "not-utf-8",
    Severity.ERROR,
    """The file is not UTF-8 text, so letters with accents and quotation marks cannot be read.

    Save it again as UTF-8. In most editors this is called "Save with encoding".
    """,
)
ALIAS_BOMB = Rule(
    "SRC004",
    "alias-too-large",
    Severity.ERROR,
    """An alias (`*name`) stands for itself or for far more than a person would write.

    Aliases are allowed, but a file whose aliases unfold to more than 100,000 values, or that
    nests deeper than 40 levels, is refused: it could fill the memory of the machine.
    """,
)
UNKNOWN_TAG = Rule(
    "SRC005",
    "unknown-tag",
    Severity.ERROR,
    """A tag such as `!include` or `!!python/object` was found. Sources are plain data.

    Remove the tag. A text that begins with an exclamation mark must be quoted.
    """,
)
CONTROL_CHARACTER = Rule(
    "SRC006",
    "control-character",
    Severity.ERROR,
    """A text holds a character that no document may hold: a control character, a lone surrogate
    or a noncharacter. It would make the office files unreadable.

    Delete it and type the text again; it often comes along when copying from a PDF.
    """,
)
TOO_LARGE = Rule(
    "SRC007",
    "file-too-large",
    Severity.ERROR,
    """The file is larger than two megabytes or holds more than 100,000 values, far more than a
    lesson or topic can hold.

    Pictures belong in the topic's `media/` folder, not into the YAML.
    """,
)
NOT_A_MAPPING = Rule(
    "SRC008",
    "not-a-mapping",
    Severity.ERROR,
    """The file is empty, or its top level is a list or a single text instead of `key: value` lines.

    Every source file is a mapping; `packager new` writes one to begin with.
    """,
)
LONG_TEXT = Rule(
    "SRC009",
    "very-long-text",
    Severity.WARNING,
    """A single text has more than 20,000 characters, several chapters' worth.

    It is built as it is. Most often a quotation mark or the indentation of a block is missing
    and the rest of the file has become part of the text.
    """,
)
UNREADABLE = Rule(
    "SRC010",
    "file-unreadable",
    Severity.ERROR,
    """The file is there but cannot be read: its permissions forbid it, it is a link that leads
    outside the curriculum, or it is a folder with a file's name.
    """,
)
MISSING_FILE = Rule(
    "SRC011",
    "file-missing",
    Severity.ERROR,
    """A file that every curriculum needs is not there.

    `curriculum/curriculum.yaml` and `curriculum/map.yaml` always, `unit.yaml` in each folder of
    `units/`, and `topic.yaml` in each topic's folder.
    """,
)

SOURCE_RULES = (
    SYNTAX,
    DUPLICATE_KEY,
    ENCODING,
    ALIAS_BOMB,
    UNKNOWN_TAG,
    CONTROL_CHARACTER,
    TOO_LARGE,
    NOT_A_MAPPING,
    LONG_TEXT,
    UNREADABLE,
    MISSING_FILE,
)
