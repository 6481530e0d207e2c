"""Text that every page can show: a character that no font has is spelt by its Unicode name, `[grinning face]`.

An empty box would tell the reader nothing, and PDF/UA-1 forbids it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from packager.model.theme import Fonts
from packager.model.typefaces import coverage, families, is_unseen


def shown(data: Any, fonts: Fonts) -> Any:
    """`data`, made of dictionaries, lists and texts, with each text as the fonts can show it."""
    return _shown(data, coverage(families(fonts)))


def _shown(data: Any, known: frozenset[str]) -> Any:
    if isinstance(data, str):
        return data if known.issuperset(data) else "".join(_spelt(data, known))
    if isinstance(data, dict):
        return {key: _shown(value, known) for key, value in data.items()}
    return [_shown(item, known) for item in data] if isinstance(data, list | tuple) else data


def _spelt(text: str, known: frozenset[str]) -> Iterator[str]:
    """The text in parts. Joiners and variation selectors go with the character they belonged to."""
    after_spelt = False
    for character in text:
        if is_unseen(character):
            if character.isspace():
                yield character if character in known else " "
            elif character in known and not after_spelt:
                yield character
            continue
        after_spelt = character not in known
        yield f"[{unicodedata.name(character, f'U+{ord(character):04X}').lower()}]" if after_spelt else character
