"""LES: a lesson lacks what makes it a lesson."""

from __future__ import annotations

from collections.abc import Iterator

from packager.checks.registry import Finding, check
from packager.model.curriculum import Curriculum


@check("LES001", "no-prose")
def no_prose(curriculum: Curriculum) -> Iterator[Finding]:
    """The chapter of a lesson has no text, only pictures, headings or questions.

    A chapter is what pupils read. Without prose the booklet has nothing to read and the deck
    nothing to read aloud.

        chapter:
          - heading: The gift of the Nile

    Add a block `- text: |` with some sentences.
    """
    for lesson in curriculum.lessons():
        if not lesson.has_text:
            span = curriculum.span(lesson.file, ("chapter",), key=True)
            yield Finding(span, "the chapter has no text", "add a block `- text: |` with some sentences")


CHECKS = (no_prose,)
