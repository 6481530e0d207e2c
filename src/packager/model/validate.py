"""A tree to a model, and pydantic's errors to findings with a place.

An error path of pydantic is not a path of the source: tags of unions stand in it, and a missing
key names nothing that is there. `Tree.span` skips the segments that do not exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.nearest import did_you_mean
from packager.diagnostics.quoted import quoted
from packager.model import rules
from packager.source.tree import Path, Tree

M = TypeVar("M", bound=BaseModel)

TODO = "TODO"
MOST_FINDINGS = 100
"""How many findings are shown for one file: more are one mistake made by a machine."""

_EXPECTED = {
    "string_type": "a text",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "dict_type": "a mapping",
    "tuple_type": "a list",
    "list_type": "a list",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
    "bool_type": "`true` or `false`",
    "bool_parsing": "`true` or `false`",
}


def validate(model: type[M], tree: Tree) -> tuple[M | None, list[Diagnostic]]:
    """The model that a tree describes, or None, and every finding about it."""
    is_finished = bool(tree.content) and TODO.encode() not in tree.content
    found = [] if is_finished else [_left_to_do(tree, path) for path in islice(_todo_paths(tree.data, ()), MOST_FINDINGS)]
    try:
        return model.model_validate(tree.data), found
    except ValidationError as error:
        errors = _without_followers(error.errors(include_url=False, include_context=True))
        found.extend(_finding(model, tree, e) for e in errors[:MOST_FINDINGS])
        return None, found


def _without_followers(errors: list[Any]) -> list[Any]:
    """The errors without those of a list that is too short only because its items are faulty."""
    around = {error["loc"][:depth] for error in errors for depth in range(len(error["loc"]))}
    return [error for error in errors if error["type"] != "too_short" or error["loc"] not in around]


def _todo_paths(value: Any, path: Path) -> Iterator[Path]:
    if isinstance(value, str):
        if value.strip() == TODO:
            yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _todo_paths(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _todo_paths(inner, (*path, position))


def _left_to_do(tree: Tree, path: Path) -> Diagnostic:
    name = next((part for part in reversed(path) if isinstance(part, str)), "text")
    return rules.LEFT_TO_DO.found(
        tree.span_in(path, 0), f"{quoted(name)} is still to be written", "write it, or delete the field where it is not needed"
    )


def _finding(model: type[BaseModel], tree: Tree, error: Any) -> Diagnostic:
    kind, path = error["type"], tuple(error["loc"])
    if kind == "missing" and isinstance(path[-1], int):
        found = len(error["input"]) if isinstance(error["input"], list) else path[-1]
        message = f"{_named(path[:-1])}: expected at least {path[-1] + 1} items, found {found}"
        return rules.WRONG_VALUE.found(tree.span(path[:-1]), message)
    if kind in ("missing", "union_tag_not_found"):
        field = str(path[-1]) if kind == "missing" else "kind"
        return rules.MISSING_FIELD.found(tree.span(path), f"{quoted(field)} is missing", f"add `{field}:` with its value")
    if error.get("input") is None and kind in _EXPECTED:
        return rules.MISSING_FIELD.found(tree.span(path), f"{_named(path)} is empty", "write its value, or delete the line")
    if kind == "extra_forbidden":
        known = _fields_at(model, path[:-1])
        message = f"{quoted(str(path[-1]))} is not a field that is known here"
        return rules.UNKNOWN_FIELD.found(tree.span(path, key=True), message, did_you_mean(str(path[-1])[:200], known) or _known_hint(known))
    if kind in _EXPECTED:
        message = f"{_named(path)}: expected {_EXPECTED[kind]}, found {_shown(error.get('input'))}"
        return rules.WRONG_TYPE.found(tree.span(path), message)
    hint = getattr(error.get("ctx", {}).get("error"), "hint", None)
    return rules.WRONG_VALUE.found(tree.span(path), f"{_named(path)}: {_reason(kind, error)}", hint)


def _named(path: Path) -> str:
    """The field at a path, or which list the item at a path belongs to."""
    name = next((part for part in reversed(path) if isinstance(part, str)), "value")
    return quoted(name) if not path or path[-1] == name else f"an item of {quoted(name)}"


def _reason(kind: str, error: Any) -> str:
    context = error.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_too_short":
        return "expected a text, found an empty one"
    if kind == "too_short":
        items = "item" if context["min_length"] == 1 else "items"
        return f"expected at least {context['min_length']} {items}, found {context['actual_length']}"
    if kind == "too_long":
        return f"expected at most {context['max_length']} items, found {context['actual_length']}"
    if kind == "literal_error" or kind == "union_tag_invalid":
        expected = context.get("expected") or context.get("expected_tags")
        return f"expected {expected}, found {_shown(context.get('tag', error['input']))}".replace("'", "`")
    return f"{_lower(error['msg'])}, found {_shown(error.get('input'))}"


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".").replace("Input", "input")


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    return {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(value), f"`{value}`")


def _known_hint(known: tuple[str, ...]) -> str | None:
    return f"known here are: {', '.join(known)}" if known else None


def _fields_at(model: type[BaseModel], path: tuple[Any, ...]) -> tuple[str, ...]:
    """The names an author may write at `path` of `model`."""
    current: set[type[BaseModel]] = {model}
    for segment in path:
        inner = {m for owner in current for m in _step(owner, segment)}
        current = inner or current
    names = {f.alias or name for owner in current for name, f in owner.model_fields.items() if name != "root"}
    return tuple(sorted(names))


def _step(owner: type[BaseModel], segment: Any) -> set[type[BaseModel]]:
    fields = owner.model_fields
    if "root" in fields:
        return _models_in(fields["root"].annotation)
    for name, field in fields.items():
        if segment in (name, field.alias):
            return _models_in(field.annotation)
    return set()


def _models_in(annotation: Any) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {m for argument in get_args(annotation) for m in _models_in(argument)}
