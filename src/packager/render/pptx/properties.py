"""What a deck's file says of itself (ECMA-376-2, 8): title, author, rights, and the declared date."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from packager.render.deck import Deck
from packager.render.pptx.xml import SLIDE_DECLARATION, escaped

_NO_DATE: Final = "2000-01-01"
"""What a file says of its making where the programme declares no date, so that no build depends on the day."""
_NAMESPACES: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_xml(deck: Deck) -> str:
    """The part of core properties."""
    moment = datetime.fromisoformat(deck.date or _NO_DATE).strftime("%Y-%m-%dT%H:%M:%SZ")
    said = (
        ("dc:title", deck.title),
        ("cp:lastModifiedBy", deck.author),
        ("cp:revision", "1"),
        ('dcterms:modified xsi:type="dcterms:W3CDTF"', moment),
        ("dc:creator", deck.author),
        ("cp:keywords", deck.keywords),
        ("dc:description", deck.rights),
        ("dc:language", deck.language),
        ('dcterms:created xsi:type="dcterms:W3CDTF"', moment),
    )
    fields = "".join(f"<{tag}>{escaped(text)}</{tag.split(' ')[0]}>" for tag, text in said)
    return f"{SLIDE_DECLARATION}<cp:coreProperties {_NAMESPACES}>{fields}</cp:coreProperties>"
