"""The commands as a newcomer runs them, in this process."""

from __future__ import annotations

import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest

from packager.cli.entry import main


@dataclass(frozen=True)
class Outcome:
    """What a command said, and the code it exited with."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """What `--format json` printed."""
        listed: list[dict[str, Any]] = json.loads(self.out)
        return listed

    @property
    def codes(self) -> list[str]:
        """The codes that `--format json` printed."""
        return [finding["code"] for finding in self.findings]


def packager(*arguments: object) -> Outcome:
    """Runs `packager` with these arguments; a traceback is an error of the test."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8", newline="\n") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    out.flush(), err.flush()
    code = ended.value.code
    assert isinstance(code, int)
    return Outcome(code, *(stream.buffer.getvalue().decode("utf-8") for stream in (out, err)))  # type: ignore[attr-defined]
