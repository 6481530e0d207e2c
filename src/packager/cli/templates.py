"""The texts that `packager new` begins with. Each `TODO` is a finding until the author has written there."""

from __future__ import annotations

import json

from packager.model.programme import SlotEntry


def unit_text(subject: str | None, year: int | None) -> str:
    """The first `unit.yaml` of a unit."""
    return f"""\
# yaml-language-server: $schema=../../curriculum/schema/unit.schema.json
title: TODO
subject: {subject}
year: {year}
rationale: TODO
"""


def topic_text(name: str, entry: SlotEntry) -> str:
    """The first `topic.yaml` of a topic; what the map has planned for its slot is taken over."""
    title = entry.planned or name.replace("-", " ").capitalize()
    coverage = f"coverage: [{', '.join(entry.coverage)}]\n" if entry.coverage else ""
    return f"""\
# yaml-language-server: $schema=../../../curriculum/schema/topic.schema.json
title: {_quoted(title)}
question: {_quoted(entry.question) if entry.question else "TODO"}
why_this_why_now: TODO
{coverage}vocabulary: []
# Each word that the topic teaches, in the lesson that introduces it:
#  - term: silt
#    lesson: 1
#    meaning: tiny pieces of rich soil carried along by a river
#    example: The flood left dark silt on the fields.
"""


def lesson_text() -> str:
    """A first `lesson-N.yaml`."""
    return """\
# yaml-language-server: $schema=../../../curriculum/schema/lesson.schema.json
title: TODO
question: TODO
outcome: TODO
know:
  - TODO
chapter:
  - text: |
      TODO
talk: TODO
task: TODO
quiz:
  - ask: TODO
    answer: TODO
"""


def _quoted(text: str) -> str:
    """A text as a YAML scalar; JSON's double-quoted strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)
