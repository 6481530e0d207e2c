"""Sentences in the shape of shipped ones: where those have a taught word or a name, these have made ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from packager.model.vocabulary import Term
from packager.sequence.matching import Matcher
from packager.sequence.sentences import sentences
from tests.bench.made_words import MadeTerm, name, word

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
_PAIRS = ("“”", "‘’", "()")


@dataclass(frozen=True)
class Hole:
    """Where a taught word stood: with which ending, and whether with a capital because a sentence begins here."""

    ending: str
    begins: bool


Shape = tuple[str | Hole, ...]


class Shapes:
    """The shapes of texts, each text looked at once."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._matcher = Matcher((term.term, term) for term in terms)
        self._known: dict[str, Shape] = {}

    def of(self, text: str) -> Shape:
        """The text with holes for its taught words."""
        if text not in self._known:
            self._known[text] = tuple(self._parts(text))
        return self._known[text]

    def _parts(self, text: str) -> Iterator[str | Hole]:
        end = 0
        for match in self._matcher.matches(text):
            written = text[match.start : match.end]
            yield text[end : match.start]
            begins = written[0].isupper() and not match.key[0].isupper()
            yield Hole(next((e for e in ("ing", "ed", "s") if written.endswith(e) and not match.key.endswith(e)), ""), begins)
            end = match.end
        yield text[end:]


def whole_sentences(paragraphs: Iterable[str]) -> list[str]:
    """The sentences that can stand anywhere: those whose quotation marks, brackets and emphasis are closed."""
    found = (text[start:end] for text in paragraphs for start, end in sentences(text))
    return [
        s for s in found if "\n" not in s and s[-1] in ".!?" and all(s.count(a) == s.count(b) for a, b in _PAIRS) and s.count("*") % 2 == 0
    ]


class Voice:
    """One lesson's words: its own new ones, those that are to come back, and the names that it speaks of."""

    def __init__(self, dice: Random, shapes: Shapes, fresh: list[MadeTerm], again: list[MadeTerm], first_name: int) -> None:
        self.dice, self._shapes = dice, shapes
        self._fresh, self._again, self._known = fresh[::-1], again[::-1], [*again] or [*fresh]
        self._first_name, self.names = first_name, dict[str, str]()

    def says(self, text: str) -> str:
        """A text in the shape of `text`."""
        return "".join(self._filled(part) for part in self._shapes.of(text))

    def without_new_words(self) -> Voice:
        """The same lesson as long as nothing new has been taught in it."""
        return Voice(self.dice, self._shapes, [], self._known, self._first_name)

    def unsaid(self) -> list[str]:
        """Sentences for the new words that have not been used yet."""
        said = [f"Nobody there had seen a {term.written} before." for term in self._fresh]
        self._fresh = []
        return said

    def _filled(self, part: str | Hole) -> str:
        if isinstance(part, str):
            return _NAME.sub(lambda match: self.name(match[0]), part)
        written = self._next().form(part.ending)
        return written[0].upper() + written[1:] if part.begins else written

    def _next(self) -> MadeTerm:
        if self._fresh and (not self._again or self.dice.random() < 0.5):
            return self._fresh.pop()
        return self._again.pop() if self._again else self.dice.choice(self._known)

    def name(self, real: str) -> str:
        """The name that stands in this topic for a real one."""
        return self.names.setdefault(real, name(self._first_name + len(self.names)))

    def reworded(self, value: object, kept: frozenset[str]) -> object:
        """Plain data with every text in it made anew, but for the fields in `kept`."""
        if isinstance(value, str):
            return self.says(value)
        if isinstance(value, Mapping):
            return {key: inner if key in kept else self.reworded(inner, kept) for key, inner in value.items()}
        return [self.reworded(inner, kept) for inner in value] if isinstance(value, list) else value

    def question(self, like: Mapping[str, object]) -> dict[str, object]:
        """A question in the shape of another, all of whose answers differ."""
        made = {key: self.reworded(inner, frozenset()) for key, inner in like.items()}
        wrong = made.get("wrong")
        if isinstance(wrong, list):
            seen = {str(made["answer"]).lower()}
            for place, text in enumerate(wrong):
                wrong[place] = f"{text} {word(place)}" if text.lower() in seen else text
                seen.add(wrong[place].lower())
        return made
