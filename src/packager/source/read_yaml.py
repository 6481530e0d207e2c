"""YAML text to a Tree, through libyaml's events.

Scalars stay text, as YAML 1.2's failsafe schema has it, except the core schema's null: `no`, `on`, `12:30` and
`2024-01-01` are what the author wrote, and `answer: 1.50` keeps its nought. The model's types read
numbers and truth values where a field wants them. Anchors are shared, never unfolded; duplicate
keys, tags, alias bombs and characters that no document may hold are findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.quoted import quoted
from packager.diagnostics.rule import Rule
from packager.diagnostics.span import Span
from packager.source import rules
from packager.source.tree import Mark, Tree

LARGEST_FILE = 2_000_000
LONGEST_TEXT = 20_000
MOST_VALUES = 100_000
DEEPEST = 40
MOST_FINDINGS = 100
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str"})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class _Enough(Exception):
    """Ends the reading of a file with so many findings that one more tells nothing."""


class _Refused(Exception):
    """Carries the finding that ends the reading of a file."""

    def __init__(self, rule: Rule, mark: Any, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.rule, self.mark, self.message, self.hint = rule, mark, message, hint


def read_yaml(file: str, content: bytes) -> tuple[Tree | None, list[Diagnostic]]:
    """The tree of one file, or None where it cannot be read, and every finding on the way."""
    if len(content) > LARGEST_FILE:
        message = f"the file has {len(content):,} bytes, at most {LARGEST_FILE:,} are read"
        return None, [rules.TOO_LARGE.found(Span(file), message)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(file, content, error)]
    return _Reader(file, text, content).read()


def _not_utf8(file: str, content: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = content[: error.start]
    line = before.count(b"\n") + 1
    column = len(before) - (before.rfind(b"\n") + 1) + 1
    message = f"byte 0x{content[error.start]:02X} is not UTF-8 text"
    return rules.ENCODING.found(Span(file, line, column), message, "save the file as UTF-8")


class _Reader:
    """Builds data and marks from the events of one file, without recursion."""

    def __init__(self, file: str, text: str, content: bytes) -> None:
        self.file, self.text, self.content = file, text, content
        self.found: list[Diagnostic] = []
        self.anchors: dict[str, tuple[Any, Mark, int]] = {}
        self.count = 0
        self.nothing: dict[str | int, tuple[int, int, Mark]] = {}
        """What stands inside a text; one for all of them, as most values are texts."""
        self.can_forbid = "\\" in text or _FORBIDDEN.search(text) is not None
        """Whether any text may hold what no document may: a file without an escape holds only what is seen in it."""

    def read(self) -> tuple[Tree | None, list[Diagnostic]]:
        try:
            data, mark = self._document()
        except _Enough:
            return None, self.found
        except _Refused as refused:
            self._add(refused.rule, refused.mark, refused.message, refused.hint)
            return None, self.found
        except yaml.MarkedYAMLError as error:
            place = self._place(error)
            self._add(rules.SYNTAX, place, *self._explained(error, place))
            return None, self.found
        except yaml.reader.ReaderError as error:
            return None, [self._unreadable(error)]
        if not isinstance(data, dict):
            shown = "is empty" if data is None else f"holds a {'list' if isinstance(data, list) else 'text'}"
            hint = "write `key: value` lines"
            return None, [*self.found, rules.NOT_A_MAPPING.found(Span(self.file), f"expected a mapping, but the file {shown}", hint)]
        usable = not any(d.is_error for d in self.found)
        return (Tree(self.file, data, mark, self.content, read_yaml) if usable else None), self.found

    def _document(self) -> tuple[Any, Mark]:
        events = iter(yaml.CSafeLoader(self.text).get_event, None)
        data, mark, documents = None, Mark(1, 1), 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused(rules.SYNTAX, event.start_mark, "a second document begins here", "remove the line `---`")
                data, mark = self._value(next(events), events, 0)
        return data, mark

    def _value(self, event: Any, events: Iterator[Any], depth: int) -> tuple[Any, Mark]:
        self.count += 1
        if self.count > MOST_VALUES:
            raise _Refused(rules.TOO_LARGE, event.start_mark, f"the file holds more than {MOST_VALUES:,} values")
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if depth > DEEPEST:
            raise _Refused(rules.ALIAS_BOMB, event.start_mark, f"values are nested deeper than {DEEPEST} levels")
        before = self.count
        if kind is yaml.ScalarEvent:
            value: Any
            value, mark = self._scalar(event)
        else:
            self._refuse_tag(event)
            mark = Mark(event.start_mark.line + 1, event.start_mark.column + 1, {})
            inner = self._mapping if kind is yaml.MappingStartEvent else self._sequence
            value = inner(mark, events, depth + 1)
        if event.anchor:
            self.anchors[event.anchor] = (value, mark, self.count - before + 1)
        return value, mark

    def _scalar(self, event: Any) -> tuple[str | None, Mark]:
        text: str = event.value
        start = event.start_mark
        mark = Mark(start.line + 1, start.column + 1, self.nothing, event.style in ("|", ">"))
        if not event.style and text in NULLS and event.tag is None:
            return None, mark
        if event.tag not in _PLAIN_TAGS:
            self._refuse_tag(event)
        if self.can_forbid or len(text) > LONGEST_TEXT:
            self._check_text(text, start)
        return text, mark

    def _sequence(self, mark: Mark, events: Iterator[Any], depth: int) -> list[Any]:
        values: list[Any] = []
        for event in events:
            if type(event) is yaml.SequenceEndEvent:
                break
            value, inner = self._value(event, events, depth)
            mark.inside[len(values)] = (inner.line, inner.column, inner)
            values.append(value)
        return values

    def _mapping(self, mark: Mark, events: Iterator[Any], depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in events:
            if type(event) is yaml.MappingEndEvent:
                break
            key = self._key(event)
            start = event.start_mark
            line, column = start.line + 1, start.column + 1
            value, inner = self._value(next(events), events, depth)
            if key in values:
                self._duplicate(key, Span(self.file, line, column), mark)
                continue
            mark.inside[key] = (line, column, inner)
            values[key] = value
        return values

    def _key(self, event: Any) -> str:
        if type(event) is not yaml.ScalarEvent:
            raise _Refused(rules.SYNTAX, event.start_mark, "a key must be a text", "quote a text that begins with `[`, `{` or `*`")
        if event.tag not in _PLAIN_TAGS:
            self._refuse_tag(event)
        key: str = event.value
        if self.can_forbid or len(key) > LONGEST_TEXT:
            self._check_text(key, event.start_mark)
        return key

    def _alias(self, event: Any) -> tuple[Any, Mark]:
        if event.anchor not in self.anchors:
            raise _Refused(
                rules.ALIAS_BOMB, event.start_mark, f"alias {quoted('*' + event.anchor)} names no anchor that is complete above it"
            )
        value, mark, size = self.anchors[event.anchor]
        self.count += size
        if self.count > MOST_VALUES:
            raise _Refused(rules.ALIAS_BOMB, event.start_mark, f"aliases unfold to more than {MOST_VALUES:,} values")
        return value, mark

    def _refuse_tag(self, event: Any) -> None:
        if event.tag not in (None, "!"):
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._add(rules.UNKNOWN_TAG, event.start_mark, f"tag {quoted(tag)} is not allowed", "remove the tag, or quote the text")

    def _check_text(self, text: str, mark: Any) -> None:
        bad = _FORBIDDEN.search(text)
        if bad:
            message = f"the text holds the character U+{ord(bad[0]):04X}, which no document may hold"
            self._add(rules.CONTROL_CHARACTER, mark, message, "delete the character and type the text again")
        if len(text) > LONGEST_TEXT:
            message = f"this text has {len(text):,} characters"
            self._add(rules.LONG_TEXT, mark, message, "look for a missing quotation mark or a wrong indentation")

    def _duplicate(self, key: str, span: Span, mark: Mark) -> None:
        line, column, _ = mark.inside[key]
        first = Span(self.file, line, column)
        message = f"key {quoted(key)} stands twice in one mapping"
        self._found(rules.DUPLICATE_KEY.found(span, message, "keep one of the two", [(first, "first here")]))

    def _place(self, error: yaml.MarkedYAMLError) -> Any:
        """Where to look: what is never closed is found at the end of the file, but is mended where it begins."""
        place = error.problem_mark or error.context_mark
        at_end = place is not None and place.line >= len(self.text.rstrip().splitlines())
        never_closed = "end of stream" in (error.problem or "")
        return error.context_mark if error.context_mark and (at_end or never_closed) else place

    def _explained(self, error: yaml.MarkedYAMLError, place: Any) -> tuple[str, str | None]:
        problem = " ".join(part for part in (error.problem, error.context) if part)
        lines = self.text.splitlines()
        here = lines[place.line][place.column :] if place and place.line < len(lines) else ""
        if here.startswith("\t"):
            return "a tab is used to indent", "indent with spaces, not with tabs"
        return problem, next((hint for sign, hint in _HINTS.items() if sign in problem), None)

    def _add(self, rule: Rule, mark: Any, message: str, hint: str | None = None) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self._found(rule.found(Span(self.file, line, column), message, hint))

    def _found(self, finding: Diagnostic) -> None:
        self.found.append(finding)
        if len(self.found) >= MOST_FINDINGS:
            raise _Enough

    def _unreadable(self, error: Any) -> Diagnostic:
        position = error.position if isinstance(error.position, int) else 0
        before = self.text[:position]
        span = Span(self.file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        code = error.character if isinstance(error.character, int) else ord(error.character)
        message = f"the file holds the character U+{code:04X}, which YAML does not allow"
        return rules.CONTROL_CHARACTER.found(span, message, "delete the character and type the text again")


_HINTS = {
    "mapping values are not allowed": 'quote a text that holds a colon: `title: "Rome: the city"`',
    "unexpected end of stream": "a quotation mark or a bracket is never closed",
    "could not find expected ':'": "a colon is missing after the key, or a text is not indented",
    "did not find expected": "look at the indentation here and at quotation marks just above",
    "invalid Unicode": "write the character itself instead of an escape",
}
