"""A publisher's own templates: where they stand, and what they lack."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module

from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.span import Span
from packager.model.curriculum import Curriculum
from packager.render.rules import FIT_RULES
from packager.source.files import OutsideRoot

THEME_FOLDER = "curriculum/theme"
_FINDS_OUT = {"deck.pptx": "pptx.publisher", "booklet.docx": "docx.template_troubles"}
"""By the name of each template, the module of its format that finds out what it lacks; most programmes need neither."""


def templates_of(curriculum: Curriculum) -> dict[str, bytes]:
    """The templates that there are, by name."""
    found = {}
    for name in _FINDS_OUT:
        with suppress(OSError, OutsideRoot):
            found[name] = curriculum.folder.read(f"{THEME_FOLDER}/{name}")
    return found


def template_findings(curriculum: Curriculum) -> list[Diagnostic]:
    """What the templates lack, each finding at the file itself."""
    found = []
    for name, content in templates_of(curriculum).items():
        troubles = import_module(f"packager.render.{_FINDS_OUT[name]}").template_troubles(content)
        found += [FIT_RULES[trouble.code].found(Span(trouble.id), trouble.message) for trouble in troubles]
    return found
