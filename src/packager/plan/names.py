"""Names of folders and files: short, ASCII, telling what they are when saved alone, fit for Windows.

The longest path from a pack's folder on stays below 120 characters, for zips are often opened deep inside
a school's shared drive, and Windows refuses paths over 260.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

LONGEST_PATH = 120
LONGEST_HALF_TERM = 12
LONGEST_SUBJECT = 16
LONGEST_ENDING = len("-teacher-guide-large-print.docx")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str, longest: int) -> str:
    """`text` in lower-case ASCII words joined by hyphens; a long one is cut and given a digest of the whole."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = _NOT_SLUG.sub("-", letters.lower()).strip("-")
    if words and len(words) <= longest:
        return words
    digest = sha256(text.encode()).hexdigest()[:5]
    return f"{words[: longest - 6].rstrip('-')}-{digest}".lstrip("-")


def pack_folder(year: int, half_term: str, subject: str, topic: str) -> str:
    """The folder of a topic's pack: `y3-autumn-1-history-ancient-egypt`."""
    return f"y{year}-{slug(half_term, LONGEST_HALF_TERM)}-{_subject_and_topic(year, subject, topic)}"


def file_stem(year: int, subject: str, topic: str) -> str:
    """What the names of a topic's files begin with: `y3-history-ancient-egypt`."""
    return f"y{year}-{_subject_and_topic(year, subject, topic)}"


def _subject_and_topic(year: int, subject: str, topic: str) -> str:
    """Both stand in the folder and again in the file, so a topic may have half of what the rest leaves."""
    short = slug(subject, LONGEST_SUBJECT)
    taken = LONGEST_HALF_TERM + 2 * len(f"y{year}-{short}-") + len("-/") + LONGEST_ENDING
    return f"{short}-{slug(topic, (LONGEST_PATH - taken) // 2)}"
