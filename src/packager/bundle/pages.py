"""The pages that every bundle has: its licence and the credits of its pictures. They ask nothing of the network."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from packager.bundle.contents import Contents
from packager.bundle.licence import Licence
from packager.bundle.licence_file import licence_lines
from packager.bundle.manifest import credits_of

_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}"
    "dt{font-weight:bold}dd{margin:0 0 .5rem}li{margin:.25rem 0}"
)


def licence_page(contents: Contents, licence: Licence | None) -> str:
    """To whom a bundle is given, until when, and on what terms."""
    programme = contents.programme
    held = (
        ["<p>This bundle is for no one school.</p>"]
        if licence is None
        else ["<h2>Your school’s licence</h2>", _pairs(licence_lines(licence))]
    )
    facts = (("Title", programme["title"]), ("Version", contents.version), ("Publisher", programme["publisher"]))
    checked = "<p>To check that a bundle is genuine and complete: <code>packager verify BUNDLE --key PUBLISHER.pub</code></p>"
    rights = ["<h2>Terms of the content</h2>", *_terms(programme["licence"])]
    pictures = '<p>Pictures have makers of their own: see the <a href="credits.html">picture credits</a>.</p>'
    return _page(contents, f"Licence: {programme['title']}", [_pairs(facts), *held, *rights, pictures, "<h2>Is it genuine?</h2>", checked])


def credits_page(contents: Contents) -> str:
    """The credit of every picture in a bundle, topic by topic."""
    parts = list[str]()
    for name in sorted(contents.topics):
        lines = "".join(f"<li>{_credited(credit)}</li>" for credit in credits_of(contents, name))
        if lines:
            parts += [f"<h2>{escape(contents.topics[name]['title'])}</h2>", f"<ul>{lines}</ul>"]
    return _page(contents, f"Picture credits: {contents.programme['title']}", parts or ["<p>There are no pictures in this bundle.</p>"])


def _credited(credit: dict[str, Any]) -> str:
    lesson = f"Lesson {credit['lesson']}, " if credit["lesson"] else ""
    return escape(f"{lesson}{', '.join(credit['pictures'])}: {credit['credit']}")


def _terms(terms: dict[str, Any] | None) -> list[str]:
    if not terms:
        return ["<p>All rights reserved.</p>"]
    url = str(terms.get("url") or "")
    name = escape(terms["name"])
    linked = f'<a href="{escape(url)}">{name}</a>' if url.startswith(("https://", "http://")) else name
    return [f"<p>{linked}</p>", *([f"<p>{escape(terms['text'])}</p>"] if terms.get("text") else [])]


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<dt>{escape(name)}</dt><dd><bdi>{escape(value)}</bdi></dd>" for name, value in pairs if value)
    return f"<dl>{rows}</dl>"


def _page(contents: Contents, title: str, parts: Iterable[str]) -> str:
    language = escape(str(contents.programme["language"]))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>{_STYLE}</style>'
    body = "\n".join((f"<h1>{escape(title)}</h1>", *parts))
    return f'<!doctype html>\n<html lang="{language}"><head>{head}</head>\n<body><main>{body}\n</main></body></html>\n'
