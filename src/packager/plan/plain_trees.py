"""Trees as plain text that can be kept from run to run: to read JSON takes a twentieth of the time of reading YAML.

Only a file without findings is kept, and only its data: the places are found again when one is asked for.
"""

from __future__ import annotations

import json

from packager.source.read_yaml import read_yaml
from packager.source.tree import Tree


def plain_tree(tree: Tree) -> bytes:
    """The data of a tree, as JSON."""
    return json.dumps(tree.data, ensure_ascii=False, separators=(",", ":")).encode()


def tree_of(file: str, content: bytes, plain: bytes) -> Tree | None:
    """The tree that `read_yaml` gave for this content; None where `plain` holds no data of a file."""
    try:
        data = json.loads(plain)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    return Tree(file, data, None, content, read_yaml)
