"""Changes to a YAML file that leave every other line as its author wrote it."""

from __future__ import annotations

from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap


def with_value(text: str, path: tuple[str, ...], value: str) -> str:
    """`text` with `value` at `path`; mappings on the way are made where they are missing."""
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    data = yaml.load(text) or CommentedMap()
    inner = data
    for key in path[:-1]:
        if not isinstance(inner.get(key), CommentedMap):
            inner[key] = CommentedMap()
        inner = inner[key]
    inner[path[-1]] = value
    out = StringIO()
    yaml.dump(data, out)
    return out.getvalue()
