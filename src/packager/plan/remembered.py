"""What the stages found out about sources that did not change, kept in a store; each result is as if found out anew.

Everything is kept for one maker: another version of the packager, or of a library, finds everything out again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from packager.diagnostics.diagnostic import Diagnostic
from packager.plan.plain_matches import Vocabulary
from packager.plan.plain_trees import plain_tree, tree_of
from packager.plan.store import Store
from packager.sequence.inflection import known_lemmas
from packager.sequence.matching import Matcher
from packager.sequence.occurrences import Scanned, scan
from packager.sequence.prose import Passage
from packager.source.read_yaml import read_yaml
from packager.source.tree import Tree


class Remembered:
    """The readings, matches and lemmas of a store. `read` and `scan` stand for `read_yaml` and for the `scan` of the sequence."""

    def __init__(self, store: Store, made_by: str) -> None:
        self._store, self._made_by = store, made_by.encode()
        self.files: dict[str, str] = {}
        """What stands for the content of each file that was read, by its path."""
        self._vocabulary: tuple[Matcher, Vocabulary] | None = None
        self._lemmas = 0

    def read(self, file: str, content: bytes) -> tuple[Tree | None, list[Diagnostic]]:
        """As `read_yaml`; a file with findings is read anew each time.

        The places in a file without findings are let go again: they take a fifth of the room of a programme, and few are asked for.
        """
        key = self.files[file] = self.key("tree", content)
        plain = self._store.get(key)
        kept = tree_of(file, content, plain) if plain is not None else None
        if kept:
            return kept, []
        tree, found = read_yaml(file, content)
        if tree is None or found:
            return tree, found
        plain = plain_tree(tree)
        self._store.put(key, plain)
        return tree_of(file, content, plain), []

    def scan(self, matcher: Matcher, passages: tuple[Passage, ...]) -> Scanned:
        """As the sequence's `scan`."""
        vocabulary = self._vocabulary_of(matcher)
        key = self.key("matches", vocabulary.key(passages))
        plain = self._store.get(key)
        kept = vocabulary.scanned(plain, len(passages)) if plain is not None else None
        if kept is not None:
            return kept
        scanned = scan(matcher, passages)
        self._store.put(key, vocabulary.plain(scanned))
        return scanned

    def recall_lemmas(self) -> None:
        """The lemmas looked up in earlier runs are known: call it before anything is matched."""
        kept = self.item("lemmas")
        if all(type(each) is str for each in kept.values()):
            known_lemmas().update(kept)
            self._lemmas = len(kept)

    def keep_lemmas(self) -> None:
        """Lemmas that were looked up in this run are known to the next."""
        known = known_lemmas()
        if len(known) > self._lemmas:
            self.keep("lemmas", known)
            self._lemmas = len(known)

    def item(self, name: str, about: str = "") -> dict[str, Any]:
        """What was kept under a name; nothing where that is damaged."""
        try:
            kept = json.loads(self._store.get(self.key(name, about.encode())) or b"{}")
        except (ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def keep(self, name: str, item: Mapping[str, Any], about: str = "") -> None:
        """What `item` gives from now on."""
        self._store.put(self.key(name, about.encode()), json.dumps(item, ensure_ascii=False, separators=(",", ":")).encode())

    def key(self, name: str, about: bytes) -> str:
        """The digest (sha256, in hexadecimal) by which a result is kept."""
        return sha256(b"%s %s %d\n%s" % (name.encode(), self._made_by, len(about), about)).hexdigest()

    def _vocabulary_of(self, matcher: Matcher) -> Vocabulary:
        if self._vocabulary is None or self._vocabulary[0] is not matcher:
            self._vocabulary = matcher, Vocabulary(matcher)
        return self._vocabulary[1]
