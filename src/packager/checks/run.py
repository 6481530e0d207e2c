"""All families of rules, and the one function that runs them."""

from __future__ import annotations

from packager.checks import chapters, media, quiz, references, structure, text, theme, vocabulary
from packager.checks.pictures import look_at_pictures
from packager.diagnostics.diagnostic import Diagnostic, in_order
from packager.model.curriculum import Curriculum

OF_CURRICULUM = (
    *references.CHECKS,
    *structure.CHECKS,
    *chapters.CHECKS,
    *quiz.CHECKS,
    *vocabulary.CHECKS,
    *text.CHECKS,
    *theme.CHECKS,
)
"""Rules that look at the curriculum alone."""

OF_PICTURES = media.CHECKS
"""Rules that look at the picture files too."""

CHECK_RULES = tuple(check.rule for check in (*OF_CURRICULUM, *OF_PICTURES))


def run_checks(curriculum: Curriculum) -> list[Diagnostic]:
    """Every finding about a curriculum that could be read, in order."""
    found = [diagnostic for check in OF_CURRICULUM for diagnostic in check.run(curriculum)]
    pictures = look_at_pictures(curriculum)
    found += [diagnostic for check in OF_PICTURES for diagnostic in check.run(pictures)]
    return in_order(found)
