"""The search index as a script: data that a page from a USB stick can read too, since nothing is fetched."""

from __future__ import annotations

import json

from packager.document.catalogue import Catalogue
from packager.render.html.paths import Paths

_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
Found = tuple[int, str, str, str, str]
"""Kind (0 topic, 1 lesson, 2 word), title, where it is, its page, and further words it is found by."""


def search_script(catalogue: Catalogue, paths: Paths) -> str:
    """`search-data.js`."""
    rows = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in _found(catalogue, paths))
    return f"window.catalogueIndex=[\n{rows}\n];\n".translate(_ESCAPES)


def _found(catalogue: Catalogue, paths: Paths) -> list[Found]:
    topics, lessons, words = list[Found](), list[Found](), list[Found]()
    for topic in catalogue.topics.values():
        imprint, page = topic.imprint, paths.topics[topic.id]
        place = f"{imprint.subject_title}, Year {imprint.year}, {imprint.half_term}"
        topics.append((0, imprint.title, place, page, imprint.question or ""))
        for lesson in topic.lessons:
            where = f"{imprint.title}, lesson {lesson.number}"
            lessons.append((1, lesson.title, where, f"{page}#lesson-{lesson.number}", lesson.question or ""))
        for word in topic.words:
            said = " ".join((word.sense or "", word.say or "", *word.forms)).strip()
            words.append((2, word.term, word.meaning, paths.words[word.id], said))
    return [*topics, *lessons, *words]
