"""A unit: the topics of one subject in one year."""

from __future__ import annotations

from packager.model.allowance import Allowance
from packager.model.base import Model, Text


class UnitFile(Model):
    """A `unit.yaml`."""

    title: Text
    subject: Text
    """A subject of `curriculum.yaml`."""
    year: int
    """A year of `curriculum.yaml`."""
    rationale: Text | None = None
    """Why these topics, in this order."""
    allow: tuple[Allowance, ...] = ()


class Unit(UnitFile):
    """A unit in its place: `id` is the name of its folder."""

    id: str
    file: str
