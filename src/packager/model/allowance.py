"""A finding that an author allows, with the reason."""

from __future__ import annotations

from packager.model.base import Model, Text


class Allowance(Model):
    """Findings of one rule in this file that are meant to be there."""

    rule: Text
    """The code of the rule: `VOC005`."""
    because: Text
    """Why the finding is no fault."""
