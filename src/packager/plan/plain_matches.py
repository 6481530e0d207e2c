"""What was found in the passages of a lesson as plain text that can be kept from run to run.

It holds for one vocabulary and for the very same texts; its key says for which.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from packager.sequence.matching import Match, Matcher
from packager.sequence.occurrences import Scanned
from packager.sequence.prose import Passage


class Vocabulary:
    """The terms of a matcher: each by its number, which is short, and the digest of all."""

    def __init__(self, matcher: Matcher) -> None:
        self.keys = tuple(key for key, _ in matcher.terms)
        self.numbers = {key: number for number, key in enumerate(self.keys)}
        said = [(key, term.term, term.kind, term.forms, term.apart) for key, term in matcher.terms]
        self.digest = sha256(json.dumps(said).encode()).digest()

    def key(self, passages: Iterable[Passage]) -> bytes:
        """What tells these passages, and this vocabulary, from all others."""
        return self.digest + json.dumps([passage.text for passage in passages]).encode()

    def plain(self, scanned: Scanned) -> bytes:
        """What was found, as JSON: of each passage in which anything was its number, and of each match its place and its terms."""
        found = [[place, [self._plain(match) for match in matches]] for place, matches in enumerate(scanned) if matches]
        return json.dumps([len(scanned), found], separators=(",", ":")).encode()

    def scanned(self, plain: bytes, count: int) -> Scanned | None:
        """What was found in `count` passages; None where `plain` says nothing of so many."""
        try:
            length, found = json.loads(plain)
            matches = {place: tuple(map(self._match, given)) for place, given in found}
        except (ValueError, TypeError, IndexError, RecursionError):
            return None
        return tuple(matches.get(place, ()) for place in range(count)) if length == count else None

    def _plain(self, match: Match) -> list[int]:
        return [match.start, match.end, *(self.numbers[key] for key in match.keys)]

    def _match(self, plain: list[int]) -> Match:
        start, end, first, *others = plain
        return Match(start, end, self.keys[first], tuple(self.keys[each] for each in others))
