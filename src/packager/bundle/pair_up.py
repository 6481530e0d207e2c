"""Which item of the old content is which of the new, though positions shift when a passage is put in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from packager.plan.content import Item

Pair = tuple[Item | None, Item | None]
LEAST_ALIKE = 0.4
"""Share of words that two texts have in common (Dice's coefficient) from which one counts as the other, reworded."""
_WORD = re.compile(r"\w+")


def paired(old: Sequence[Item], new: Sequence[Item], key: str, text: str, in_place: bool = False) -> list[Pair]:
    """Old and new items in pairs, None for what is gone or added.

    Items with the same `key` belong together; of the rest, those whose `text` is most alike; and, where
    `in_place`, those that follow the same neighbour, for a picture that is replaced has nothing of the old.
    """
    pairs, left = _same(old, new, key)
    gone, added = left
    for similar in _alike(gone, added, text):
        pairs.append(similar)
        gone, added = _without(gone, similar[0]), _without(added, similar[1])
    if in_place:
        for one in list(gone):
            other = next((item for item in added if item["id"] == one["id"] or len(gone) == len(added) == 1), None)
            if other is not None:
                pairs.append((one, other))
                gone, added = _without(gone, one), _without(added, other)
    return [*pairs, *((item, None) for item in gone), *((None, item) for item in added)]


def _without(items: Iterable[Item], one: Item) -> list[Item]:
    return [item for item in items if item is not one]


def _same(old: Iterable[Item], new: Iterable[Item], key: str) -> tuple[list[Pair], tuple[list[Item], list[Item]]]:
    waiting = defaultdict[str, list[Item]](list)
    for item in old:
        waiting[_text(item, key)].append(item)
    pairs, added = list[Pair](), list[Item]()
    for item in new:
        same = waiting[_text(item, key)]
        if same:
            pairs.append((same.pop(0), item))
        else:
            added.append(item)
    used = {id(one) for one, _ in pairs}
    return pairs, ([item for item in old if id(item) not in used], added)


def _alike(gone: Sequence[Item], added: Sequence[Item], text: str) -> list[tuple[Item, Item]]:
    """The pairs that are most alike first; each item once."""
    counts = {id(item): Counter(_WORD.findall(_text(item, text).lower())) for item in (*gone, *added)}
    scored = [(_likeness(counts[id(a)], counts[id(b)]), -abs(n - m), n, m) for n, a in enumerate(gone) for m, b in enumerate(added)]
    found, used_old, used_new = list[tuple[Item, Item]](), set[int](), set[int]()
    for score, _, n, m in sorted(scored, reverse=True):
        if score >= LEAST_ALIKE and n not in used_old and m not in used_new:
            found.append((gone[n], added[m]))
            used_old.add(n)
            used_new.add(m)
    return found


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _text(item: Item, name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""
