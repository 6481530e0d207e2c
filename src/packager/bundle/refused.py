"""The one way in which this stage says no."""

from __future__ import annotations


class Refused(Exception):
    """Something is not done; the message is one clear sentence and never holds a secret."""
