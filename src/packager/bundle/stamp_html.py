"""A page with a school's licence at its foot, on screen and on every printed sheet."""

from __future__ import annotations

from functools import partial
from html import escape

from packager.bundle.blank import Blank, Done
from packager.bundle.mark import Mark
from packager.bundle.pieces import Content, Pieces

_STYLE = "font:12px/1.4 sans-serif;margin:2em 1em 1em;text-align:center"


def blank_html(content: Content, _: object = None) -> Blank:
    """The page, ready for a line at the end of its body and the licence in its head; raises ValueError where it has neither."""
    head, body = content.find(b"</head>"), content.rfind(b"</body>")
    if head < 0 or body < head:
        raise ValueError("no head and body")
    return Blank((slice(0, head),), partial(_rest, content[head:body], content[body:]))


def _rest(body: bytes, end: bytes, mark: Mark, _: Done) -> Pieces:
    number, school = escape(mark.number), escape(mark.school)
    meta = f'<meta name="licence-number" content="{number}"><meta name="licensed-to" content="{school}">'
    line = f'<aside class="school-licence" aria-label="School licence" style="{_STYLE}">Licence {number} · <bdi>{school}</bdi></aside>'
    return (b"".join((meta.encode(), body, line.encode(), end)),)
