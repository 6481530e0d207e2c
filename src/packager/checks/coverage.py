"""COV: a requirement that nothing meets."""

from __future__ import annotations

from collections.abc import Iterator

from packager.checks.registry import Finding, check
from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.quoted import quoted
from packager.model.curriculum import COVERAGE_FILE, MAP_FILE, Curriculum


@check("COV001", "not-covered", Severity.WARNING)
def not_covered(curriculum: Curriculum) -> Iterator[Finding]:
    """No topic covers a requirement of `curriculum/coverage.yaml`, and no planned slot promises to.

    The programme would leave out something that it sets itself to teach.

    Name the requirement under `coverage` of a topic, or of a planned slot in `curriculum/map.yaml`.
    """
    if MAP_FILE in curriculum.unread or curriculum.broken:
        return
    covered = {identity for topic in curriculum.topics.values() for identity in topic.coverage}
    covered |= {identity for slot in curriculum.slots for identity in slot.entry.coverage}
    for identity, requirement in curriculum.requirements.items():
        if identity not in covered:
            span = curriculum.span(COVERAGE_FILE, (identity,), key=True)
            message = f"nothing covers {quoted(identity)}: {quoted(requirement.text)}"
            yield Finding(span, message, "name it under `coverage` of a topic or of a planned slot")


CHECKS = (not_covered,)
