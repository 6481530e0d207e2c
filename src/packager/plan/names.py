"""Names of folders and files: short, ASCII, telling what they are when saved alone, fit for Windows.

The longest path from a pack's folder on stays below 120 characters, for zips are often opened deep inside
a school's shared drive, and Windows refuses paths over 260.
"""

from __future__ import annotations

from packager.model.slug import LONGEST_HALF_TERM, LONGEST_SUBJECT, slug

LONGEST_PATH = 120
LONGEST_ENDING = len("-teacher-guide-large-print.docx")


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
