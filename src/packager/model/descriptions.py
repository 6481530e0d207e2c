"""What the docstrings below the fields of models say, for schemas.

Pydantic can read them too, but does so whenever a model is defined, which takes a tenth of the time that it
takes to start the packager. A schema is made once in a while.
"""

from __future__ import annotations

import ast
import inspect
from itertools import pairwise
from sys import modules
from typing import Any

from pydantic import BaseModel

from packager.model.base import Model

Described = dict[str, str | None]


def described(schema: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a model in which every field says what its docstring says."""
    models = {each.__name__: each for each in _models(Model)}
    inner = {name: _with_descriptions(each, models.get(name)) for name, each in schema.get("$defs", {}).items()}
    return {**_with_descriptions(schema, model), **({"$defs": inner} if inner else {})}


def _models(base: type[BaseModel]) -> list[type[BaseModel]]:
    return [found for each in base.__subclasses__() for found in (each, *_models(each))]


def _with_descriptions(schema: dict[str, Any], model: type[BaseModel] | None) -> dict[str, Any]:
    if model is None or "properties" not in schema:
        return schema
    told = {field.alias or name: _told(model).get(name) for name, field in model.model_fields.items()}
    return {**schema, "properties": {name: _with(field, told.get(name)) for name, field in schema["properties"].items()}}


def _with(field: dict[str, Any], description: str | None) -> dict[str, Any]:
    if description is None or "description" in field:
        return field
    return dict(sorted({**field, "description": description}.items()))


def _told(model: type[BaseModel]) -> Described:
    """The docstring of each field, those of the classes it inherits from among them."""
    return {name: text for each in reversed(model.__mro__) if each.__module__.startswith("packager.") for name, text in _own(each).items()}


def _own(model: type) -> Described:
    [definition] = [
        node
        for node in ast.walk(ast.parse(inspect.getsource(modules[model.__module__])))
        if isinstance(node, ast.ClassDef) and node.name == model.__name__
    ]
    return {
        node.target.id: inspect.cleandoc(text) if (text := _text(behind)) else None
        for node, behind in pairwise((*definition.body, None))
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }


def _text(node: ast.stmt | None) -> str | None:
    value = node.value if isinstance(node, ast.Expr) else None
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None
