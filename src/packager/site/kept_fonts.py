"""The fonts of pages, cut once: to cut one from its family takes seconds."""

from __future__ import annotations

from hashlib import sha256

from packager.plan.store import Store
from packager.render.html.fonts import font_file, font_key


def kept_font(store: Store, name: str) -> bytes:
    """One of FONT_FILES."""
    key = sha256(font_key(name).encode()).hexdigest()
    found = store.get(key)
    if found is None:
        found = font_file(name)
        store.put(key, found)
    return found
