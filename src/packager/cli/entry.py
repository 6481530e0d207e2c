"""The entry point: exit codes, and the three kinds of trouble kept apart.

A finding is the author's and exits 1; a usage error exits 2; anything else is our own fault and shows its
traceback. Ctrl-C exits 130.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click

from packager.cli.root import RootGroup
from packager.plan.build_folder import CannotWrite

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> None:
    """Runs one command and exits with its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a name that is no UTF-8, a terminal that has no emoji
    try:
        sys.exit(_run(arguments))
    except KeyboardInterrupt:
        print("interrupted; every file that was written is whole", file=sys.stderr)
        sys.exit(INTERRUPTED)


def _run(arguments: list[str] | None) -> int:
    try:
        code = packager.main(args=arguments, prog_name="packager", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except CannotWrite as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1


@click.group(cls=RootGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="packager")
def packager() -> None:
    """Turns a sequenced curriculum, written in YAML, into what schools teach from."""
