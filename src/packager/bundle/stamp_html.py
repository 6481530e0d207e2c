"""A page with a school's licence at its foot, on screen and on every printed sheet."""

from __future__ import annotations

from html import escape

from packager.bundle.mark import Mark
from packager.bundle.pieces import Content, Pieces

_STYLE = "font:12px/1.4 sans-serif;margin:2em 1em 1em;text-align:center"


def stamp_html(content: Content, mark: Mark) -> Pieces:
    """The page with a line at the end of its body and the licence in its head; raises ValueError where it has neither."""
    head, body = content.find(b"</head>"), content.rfind(b"</body>")
    if head < 0 or body < head:
        raise ValueError("no head and body")
    number, school = escape(mark.number), escape(mark.school)
    meta = f'<meta name="licence-number" content="{number}"><meta name="licensed-to" content="{school}">'
    line = f'<aside class="school-licence" aria-label="School licence" style="{_STYLE}">Licence {number} · <bdi>{school}</bdi></aside>'
    return content[:head], meta.encode(), content[head:body], line.encode(), content[body:]
