"""How many elements an SVG draws when every reference is followed.

Ten groups that each show the one before ten times draw ten thousand million shapes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from lxml import etree

MORE_THAN_ANY = 10**12
_COUNT = etree.XPath("count(descendant-or-self::*)")
_IDS = etree.XPath("//*[@id]")


def drawn_elements(root: etree._Element, links: Iterable[tuple[etree._Element, str]]) -> int | None:
    """The number of elements drawn, or None where one would draw itself; `links` are (element, id it refers to)."""
    by_id = {node.get("id"): node for node in _IDS(root)}
    inside: dict[str, list[str]] = defaultdict(list)
    shown: list[str] = []
    targets = [(owner, target) for owner, target in links if target in by_id]
    names = {target for _, target in targets}
    for owner, target in targets:
        shown.append(target)
        for name in _ids_around(owner, names):
            inside[name].append(target)
    weights = _weights(by_id, inside, names)
    return None if weights is None else int(_COUNT(root)) + sum(weights[name] for name in shown)


def _ids_around(owner: etree._Element, names: set[str]) -> Iterator[str]:
    """The ids among `names` of an element and of all around it."""
    for node in (owner, *owner.iterancestors()):
        name = node.get("id")
        if name in names:
            yield name


def _weights(by_id: Mapping[str | None, etree._Element], inside: Mapping[str, list[str]], names: set[str]) -> dict[str, int] | None:
    """How many elements each target draws, with all that it refers to; None where one draws itself."""
    weights: dict[str, int] = {}
    try:
        for name in TopologicalSorter({name: inside.get(name, ()) for name in names}).static_order():
            weight = int(_COUNT(by_id[name])) + sum(weights[inner] for inner in inside.get(name, ()))
            weights[name] = min(weight, MORE_THAN_ANY)
    except CycleError:
        return None
    return weights
