"""The words of a source as they are printed: in quotation marks, with a sentence that says where they come from."""

from __future__ import annotations

from packager.document.nodes import Run, Runs, plain

_OPENING_MARKS = ("‘", "“", "'", '"', "«", "„")


def quoted(paragraphs: tuple[Runs, ...]) -> tuple[Runs, ...]:
    """The paragraphs in single quotation marks, opened at each and closed at the last, unless the author set some."""
    if not paragraphs or plain(paragraphs[0]).startswith(_OPENING_MARKS):
        return paragraphs or ((),)
    *first, last = ((Run("‘"), *paragraph) for paragraph in paragraphs)
    return (*first, (*last, Run("’")))


def attribution(text: str) -> str:
    """Where the words come from, as a sentence that begins with `From`."""
    return (text if text.lower().startswith("from ") else f"From {text}").rstrip(".") + "."
