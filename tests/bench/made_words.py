"""Words that no language has, made by rule: the same number always gives the same word, and no two are alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_BEGIN = "b br d dr f fl g gl h k kr l m n p pl sk st t tr v w z zw".split()  # noqa: SIM905
_MIDDLE = "ld rv mb lt nk sp rl ft vr gn".split()  # noqa: SIM905
_END = "nt lk m rb l mp k rn".split()  # noqa: SIM905
_VOWELS = "aeiou"
_SPREAD = 7919
"""A prime, so that words with neighbouring numbers do not look alike."""


def word(number: int) -> str:
    """The word with this number: `brolvant`; words end so that their plural and verb forms are never another word."""
    number, begin = divmod(number * _SPREAD % (len(_BEGIN) * 5 * len(_MIDDLE) * 5 * len(_END)), len(_BEGIN))
    number, first = divmod(number, 5)
    number, middle = divmod(number, len(_MIDDLE))
    end, second = divmod(number, 5)
    return f"{_BEGIN[begin]}{_VOWELS[first]}{_MIDDLE[middle]}{_VOWELS[second]}{_END[end]}"


def name(number: int) -> str:
    """The name of a person or place with this number."""
    return word(number).capitalize() + ("a", "o", "is", "u", "en")[number % 5]


@dataclass(frozen=True)
class MadeTerm:
    """A term made after a real one: the fields of its YAML, and the forms in which a sentence may use it."""

    fields: Mapping[str, object]
    written: str
    kind: str

    def form(self, ending: str) -> str:
        """The term with the ending that a sentence asks for, where its kind has that ending."""
        may_end = {"verb": ("s", "ed", "ing"), "noun": ("s",)}.get(self.kind, ())
        return self.written + ending if ending in may_end else self.written


def made_term(number: int, like: Mapping[str, object], lesson: int, meaning: str) -> MadeTerm:
    """A term in the manner of a shipped one: of its kind, a phrase where that is one, with the fields that it has."""
    real, kind, made = str(like["term"]), str(like.get("kind", "noun")), word(number)
    made = made.capitalize() if real != real.lower() else made
    written = f"{made} {real.split()[-1].lower()}" if " " in real else made
    return MadeTerm(dict(_fields(like, written, kind, lesson, meaning)), written, kind)


def _fields(like: Mapping[str, object], written: str, kind: str, lesson: int, meaning: str) -> Iterator[tuple[str, object]]:
    yield from (("term", written), ("lesson", str(lesson)), ("kind", kind), ("meaning", meaning))
    made = written.split()[0]
    if "forms" in like:
        yield "forms", [f"{made}ish"]
    if "apart" in like:
        yield "apart", [f"{made} letter"]
    if "say" in like:
        yield "say", f"{made[:2].upper()}-{made[2:].lower()}"
    yield "example", f"We saw the {written} by the river."
