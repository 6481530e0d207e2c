"""VOC: a term that cannot be taught as it is written."""

from __future__ import annotations

from collections.abc import Iterator

from packager.checks.registry import Finding, check
from packager.diagnostics.quoted import quoted
from packager.model.curriculum import Curriculum


@check("VOC001", "empty-meaning")
def empty_meaning(curriculum: Curriculum) -> Iterator[Finding]:
    """The meaning of a term is empty.

    A vocabulary sheet with a blank beside a word is worse than one without the word.

        - {term: silt, lesson: 1, meaning: ""}

    Write what the term means, in words that pupils already know.
    """
    for topic in curriculum.topics.values():
        for position, term in enumerate(topic.vocabulary):
            if not any(character.isalnum() for character in term.meaning):
                span = curriculum.span(topic.file, ("vocabulary", position, "meaning"))
                yield Finding(span, f"the meaning of {quoted(term.term)} is empty", "say what it means, in words that pupils already know")


@check("VOC002", "defined-twice")
def defined_twice(curriculum: Curriculum) -> Iterator[Finding]:
    """A topic lists the same term twice.

    Pupils would be given two meanings for one word. Capitals make no difference.

        - {term: bank, lesson: 1, meaning: the land beside a river}
        - {term: Bank, lesson: 2, meaning: a house that keeps money}

    Delete one, or say with `sense` that these are two words: `sense: river`, `sense: money`.
    """
    for topic in curriculum.topics.values():
        first: dict[tuple[str, str], int] = {}
        for position, term in enumerate(topic.vocabulary):
            earlier = first.setdefault((_spelling(term.term), _spelling(term.sense or "")), position)
            if earlier != position:
                span = curriculum.span(topic.file, ("vocabulary", position, "term"))
                related = ((curriculum.span(topic.file, ("vocabulary", earlier, "term")), "first defined here"),)
                hint = "keep one of the two, or give each a `sense` of its own"
                yield Finding(span, f"{quoted(term.term)} is defined twice in this topic", hint, related)


CHECKS = (empty_meaning, defined_twice)


def _spelling(text: str) -> str:
    return " ".join(text.casefold().split())
