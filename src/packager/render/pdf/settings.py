"""What all templates share: colours, faces, measures, and what the file says of itself."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from packager.document.furniture import page_footer
from packager.document.nodes import Imprint
from packager.document.programme_imprint import ProgrammeImprint
from packager.model.theme import Fonts
from packager.render.look import WHITE, Look
from packager.render.pdf.editions import Edition

SEPARATOR = " · "


def settings(imprint: Imprint, look: Look, edition: Edition, title: str) -> dict[str, Any]:
    """The settings of one document as plain data; `title` stands in its footer and properties."""
    footer = page_footer(imprint)
    return {
        "title": title,
        "author": imprint.publisher or imprint.programme,
        "description": imprint.question or title,
        "keywords": [*imprint.kicker, imprint.programme, *([f"licence: {imprint.licence}"] if imprint.licence else [])],
        "language": imprint.language,
        "date": imprint.date,
        "footer": footer[0] if footer else "",
        "rights": SEPARATOR.join(footer[1:]),
        "numbered": imprint.furniture.page_numbers,
        "headed": imprint.furniture.running_heads,
        "colours": colours(look),
        "faces": faces(look.fonts),
        "edition": asdict(edition),
    }


def programme_settings(imprint: ProgrammeImprint, look: Look, edition: Edition, title: str, description: str) -> dict[str, Any]:
    """The settings of a file that belongs to the whole programme."""
    return {
        "title": title,
        "author": imprint.publisher or imprint.programme,
        "description": description,
        "keywords": [imprint.programme, *([f"licence: {imprint.licence}"] if imprint.licence else [])],
        "language": imprint.language,
        "date": imprint.date,
        "footer": imprint.programme,
        "rights": imprint.rights,
        "numbered": True,
        "headed": True,
        "colours": colours(look),
        "faces": faces(look.fonts),
        "edition": asdict(edition),
    }


def colours(look: Look) -> dict[str, str]:
    """The colours that roles and templates name."""
    neutral = look.colours
    return {
        "accent": look.accent,
        "deep": look.deep,
        "t1": look.t1,
        "t2": look.t2,
        "t3": look.t3,
        "ink": neutral.ink,
        "muted": neutral.muted,
        "rule": neutral.rule,
        "frame": neutral.frame,
        "white": WHITE,
        "ground": look.ground,
        "panel": look.panel,
        "on-panel": look.on_panel,
        "soft-on-panel": look.soft_on_panel,
    }


def faces(fonts: Fonts) -> dict[str, list[str | dict[str, str]]]:
    """The families of each face, in the order in which they are tried; the nought of the text face is its own.

    Typst sets all of a text in each family that comes before the right one: that of the nought comes second.
    """
    text: list[str | dict[str, str]] = [fonts.text]
    if fonts.figures != fonts.text:
        text = [{"name": fonts.text, "covers": "[^0]"}, {"name": fonts.figures, "covers": "0"}]
    return {
        "text": [*text, *fonts.fallback],
        "display": [fonts.display, *fonts.fallback],
        "figures": [fonts.figures, *fonts.fallback],
    }
