"""Changes to a YAML file that leave every other line as its author wrote it, byte for byte.

The text is not written anew from its data: the new value is spliced in at the place that the parser
tells, so that comments, quotes, indentation and line ends stay.
"""

from __future__ import annotations

from typing import Any

import yaml

Edit = tuple[int, int, str]
"""The text between two positions, and what comes in its place."""


class CannotEdit(Exception):
    """The text is not laid out so that a value can be put in safely."""


def with_value(text: str, path: tuple[str, ...], value: str) -> str:
    """`text` with the plain scalar `value` at `path`; mappings on the way are made where they are missing.

    Raises CannotEdit where anything else in the file would change its meaning.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    mark = "\ufeff" if text.startswith("\ufeff") else ""  # libyaml does not count it
    text = text.removeprefix(mark)
    try:
        start, end, new = _edit(text, path, value)
        edited = text[:start] + new.replace("\n", newline) + text[end:]
        done = _data(edited) == _with(_data(text), path, value)
    except yaml.YAMLError as error:
        raise CannotEdit("it is not YAML") from error
    if not done:
        raise CannotEdit("another value would change too")
    return mark + edited


def _edit(text: str, path: tuple[str, ...], value: str) -> Edit:
    """What to splice in: into the deepest mapping on the way that is there already."""
    node, behind = yaml.compose(text, Loader=yaml.CBaseLoader), 0
    if node is None:
        return len(text), len(text), _own_line(text) + _lines(path, value, 0)
    for depth, key in enumerate(path):
        if isinstance(node, yaml.SequenceNode):
            raise CannotEdit(f"a list stands where `{key}` belongs")
        if not isinstance(node, yaml.MappingNode) or not node.value:
            return _instead(text, node, behind, _flow(path[depth:], value))
        entry = next((each for each in node.value if each[0].value == key), None)
        if entry is None:
            return _added(text, node, path[depth:], value)
        behind, node = text.index(":", entry[0].end_mark.index) + 1, entry[1]
        if node.start_mark.index < behind:
            raise CannotEdit(f"the value of `{key}` is an alias")
    return _instead(text, node, behind, value)


def _instead(text: str, node: yaml.Node, behind: int, new: str) -> Edit:
    """`new` in place of a value; on the key's line, `behind` its colon, where the value stands on lines of its own."""
    own_lines = isinstance(node, yaml.CollectionNode) and not node.flow_style
    start = behind if own_lines else node.start_mark.index
    return start, _end(node), new if not start or text[start - 1].isspace() else f" {new}"


def _added(text: str, node: yaml.MappingNode, path: tuple[str, ...], value: str) -> Edit:
    """A new entry behind the last one of a mapping."""
    end = _end(node.value[-1][1])
    if node.flow_style:
        return end, end, f", {path[0]}: {_flow(path[1:], value)}"
    line_end = next((n for n in range(end, len(text)) if text[n] in "\r\n"), len(text))
    return line_end, line_end, "\n" + _lines(path, value, node.start_mark.column).rstrip("\n")


def _end(node: yaml.Node) -> int:
    """Where the text of a node ends, without the comments and blank lines behind it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last: Any = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _lines(path: tuple[str, ...], value: str, indent: int) -> str:
    """The entry in block style: a line for each key, the last one with the value."""
    keys = [" " * (indent + 2 * depth) + f"{key}:" for depth, key in enumerate(path)]
    return "\n".join(keys) + f" {value}\n"


def _flow(path: tuple[str, ...], value: str) -> str:
    """The value below the keys of `path` in flow style: `{autumn-1: {history: ...}}`."""
    return f"{{{path[0]}: {_flow(path[1:], value)}}}" if path else value


def _own_line(text: str) -> str:
    return "" if not text or text.endswith("\n") else "\n"


def _data(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)


def _with(data: Any, path: tuple[str, ...], value: str) -> Any:
    """`data` with `value` at `path`: what the edited text must mean."""
    if not path:
        return value
    inner = data if isinstance(data, dict) else {}
    return {**inner, path[0]: _with(inner.get(path[0]), path[1:], value)}
