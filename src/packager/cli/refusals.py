"""What a stage refuses becomes one sentence and the exit code 1."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import click

from packager.bundle.refused import Refused

P = ParamSpec("P")
R = TypeVar("R")
PASSPHRASE = "PACKAGER_PASSPHRASE"


def refusing(command: Callable[P, R]) -> Callable[P, R]:
    """The command, ending with the sentence of what it refuses."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except Refused as refused:
            raise click.ClickException(str(refused)) from refused

    return run


def passphrase() -> str:
    """The passphrase of a key: from the environment, or asked for on a terminal."""
    return _given() or _asked(confirm=False)


def new_passphrase() -> str:
    """A passphrase for a new key, asked for twice."""
    return _given() or _asked(confirm=True)


def _given() -> str | None:
    value = os.environ.get(PASSPHRASE)
    if value == "":
        raise Refused(f"{PASSPHRASE} is empty")
    return value


def _asked(*, confirm: bool) -> str:
    if not sys.stdin.isatty():
        raise Refused(f"the key needs a passphrase: set {PASSPHRASE}, or run this in a terminal")
    return str(click.prompt("Passphrase of the key", hide_input=True, confirmation_prompt=confirm, err=True))
