"""TXT: a word is spelt as it is not spelt in British English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packager.checks.american import american_spellings, oxford_spellings
from packager.checks.printed import Printed
from packager.checks.registry import Finding, check
from packager.diagnostics.quoted import quoted

_ONLY_LETTERS = bytes(byte if chr(byte).isalpha() and byte < 128 else 32 for byte in range(256))
_WORD = re.compile(r"[A-Za-z]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…][”’\"')\]]*\s|\n\s*)[\s*“‘\"'(\[>-]*$")
_NAME_FOLLOWS = re.compile(r"\s+[A-Z]")
_OPENS_QUOTE = "‘“\"'"


@check("TXT003", "american-spelling")
def american_spelling(printed: Printed) -> Iterator[Finding]:
    """A word is spelt as in America, in a programme whose language is en-GB.

    Pupils learn spelling from what they read. Verbs such as `organise` are spelt with an s, as our house
    style has it; a programme that prefers `organize` says `language: en-GB-oxendict`.

        - text: The color of the Nile ...

    Names are left alone (`Pearl Harbor`), also titles in quotation marks (‘The Color Purple’): a word with
    a capital that begins no sentence, or that another capital follows.
    """
    curriculum = printed.curriculum
    language = curriculum.programme.language.lower()
    if language not in ("en", "en-gb", "en-gb-oxendict"):
        return
    spellings = american_spellings() | ({} if language.endswith("oxendict") else oxford_spellings())
    known = frozenset(word.encode() for word in spellings)
    clean = {file for file, tree in curriculum.trees.items() if b"\\" not in tree.content and _has_none(tree.content, known)}
    for file, path, text in printed.texts:
        if file in clean or _has_none(text.encode("ascii", "replace"), known):
            continue
        for match in _WORD.finditer(text):
            british = spellings.get(match[0].lower())
            if british and not _is_name(text, match):
                span = curriculum.trees[file].span_in(path, match.start() - _leading(text))
                yield Finding(span, f"{quoted(match[0])} is spelt as in America", f"write {quoted(_in_case_of(match[0], british))}")


def _has_none(text: bytes, known: frozenset[bytes]) -> bool:
    """Whether none of the known words stands in a text, or in a file in which nothing is escaped."""
    return known.isdisjoint(text.lower().translate(_ONLY_LETTERS).split())


def _in_case_of(written: str, british: str) -> str:
    return british.upper() if written.isupper() else british.capitalize() if written[0].isupper() else british


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether the word is part of a proper name or of a title."""
    if not match[0][0].isupper() or match[0].isupper():
        return False
    before = text[max(0, match.start() - 40) : match.start()]
    if match.start() == 0 or _SENTENCE_START.search(before):
        in_quotes = before[-1:] in _OPENS_QUOTE and bool(before)
        return in_quotes or bool(_NAME_FOLLOWS.match(text, match.end()))
    return True


def _leading(text: str) -> int:
    """Places are counted from the first letter that is no white space."""
    return len(text) - len(text.lstrip())


CHECKS = (american_spelling,)
