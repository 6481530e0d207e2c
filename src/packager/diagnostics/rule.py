"""A rule: the identity of a kind of finding, and the page that explains it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from packager.diagnostics.diagnostic import Diagnostic, Related, Severity
from packager.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """`code` is FAMnnn, `name` names the fault, `page` is what `packager explain CODE` prints."""

    code: str
    name: str
    severity: Severity
    page: str

    def found(
        self,
        span: Span,
        message: str,
        hint: str | None = None,
        related: Iterable[tuple[Span, str]] = (),
    ) -> Diagnostic:
        """A finding of this rule at `span`; `related` are (place, what is there) pairs."""
        places = tuple(Related(text, place) for place, text in related)
        return Diagnostic(self.code, self.name, self.severity, message, span, hint, places)
