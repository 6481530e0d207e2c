"""A finding: what is wrong, where, and how to mend it. How it is printed stands in the `as_*` files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from packager.diagnostics.span import Span


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build of its topic, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `message` is one lower-case sentence without full stop; `hint` says how to mend it."""

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    hint: str | None = None
    related: tuple[Related, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether this finding stops the build of its topic."""
        return self.severity is Severity.ERROR


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics sorted by file, line, column and code, each said once."""
    return sorted(set(diagnostics), key=lambda d: (d.span, d.code, d.message))
