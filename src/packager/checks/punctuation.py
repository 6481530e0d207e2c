"""TXT: signs that are not set as in a printed book."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packager.checks.printed import Printed
from packager.checks.registry import Finding, check
from packager.diagnostics.diagnostic import Severity

_FAULT = re.compile(r"[\"']|\s?\u2014\s?|(?<=\S)(?<!\n)[ \u00a0]{2,}(?=\S)")
_NAMES = {'"': "a straight quotation mark", "'": "a straight apostrophe or quotation mark", "\u2014": "an em dash"}
_HINTS = {
    '"': "write ‘ and ’, or “ and ” inside them",
    "'": "write ’ for an apostrophe, ‘ and ’ for a quotation",
    "\u2014": "write – with a space on either side",
    " ": "delete all but one",
}


@check("TXT004", "punctuation", Severity.WARNING)
def punctuation(printed: Printed) -> Iterator[Finding]:
    """A text has a straight quotation mark or apostrophe, an em dash, or two spaces in a row.

    Printed books have ‘curly’ marks and, in British style, a spaced en dash – like this. Each text is
    named once, at its first fault.

        - text: "It's the king's gift"     # It’s the king’s gift

    Write the sign that the hint shows.
    """
    for file, path, text in printed.texts:
        if not _has_sign(text):
            continue
        match = _FAULT.search(text.strip())
        if match and path[-1:] not in (("id",), ("language",), ("licence",)):
            sign = match[0].strip() or " "
            count = sum(1 for _ in _FAULT.finditer(text.strip()))
            more = f", and {count - 1} more" if count > 1 else ""
            span = printed.curriculum.trees[file].span_in(path, match.start() + match[0].find(sign if sign != " " else match[0]))
            yield Finding(span, f"{_NAMES.get(sign, 'two spaces in a row')} in a text{more}", _HINTS.get(sign, _HINTS[" "]))


CHECKS = (punctuation,)


def _has_sign(text: str) -> bool:
    """Whether anything stands in a text that may be a fault: most need no closer look."""
    return '"' in text or "'" in text or "\u2014" in text or "  " in text or "\u00a0" in text
