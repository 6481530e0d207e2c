"""Outlines of documents, compared with files that a person reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from packager.document.as_outline import as_outline

GOLDEN = Path(__file__).parent / "golden"


def same_outline(name: str, document: Any, update: bool) -> bool:
    """Whether a document has the outline kept as `name`; where `update`, it has from now on."""
    file, outline = GOLDEN / f"{name}.txt", as_outline(document)
    if update:
        file.write_text(outline, "utf-8")
    assert outline == file.read_text("utf-8")
    return True
