"""`packager check`: every finding, without building anything."""

from __future__ import annotations

import os
from pathlib import Path

import click

from packager.cli.findings import FORMATS, counted, rendered
from packager.cli.root import current_root
from packager.diagnostics.diagnostic import Diagnostic
from packager.pipeline import check as check_sources


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]", type=click.Path(path_type=Path))
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="text", help="How to print findings.")
@click.pass_context
def check(ctx: click.Context, paths: tuple[Path, ...], format_name: str) -> int:
    """Find every fault in the sources, all at once.

    PATH limits the findings to files or folders. Exit code: 0 fine, 1 errors found, 2 wrong usage.
    """
    root = current_root(ctx)
    wanted = tuple(_inside(root, path) for path in paths)
    found = [d for d in check_sources(root).found if _asked_for(d, wanted)]
    text = rendered(found, format_name, root)
    if text:
        click.echo(text)
    if format_name == "text":
        click.echo(("\n" if text else "") + counted(found))
    return int(any(d.is_error for d in found))


def _inside(root: Path, path: Path) -> str:
    """A path as given, from the current folder or from the root, relative to the root."""
    for candidate in (path, root / path):
        for real in (_without_last_link(candidate), candidate.resolve()):
            if os.path.lexists(candidate) and real.is_relative_to(root.resolve()):
                return real.relative_to(root.resolve()).as_posix()
    raise click.UsageError(f"`{path}` is no file or folder of the curriculum")


def _without_last_link(path: Path) -> Path:
    """The real place of a path; a link that it ends in is itself what is asked about."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 (`resolve` would follow the link)
    return absolute.parent.resolve() / absolute.name


def _asked_for(diagnostic: Diagnostic, wanted: tuple[str, ...]) -> bool:
    file = diagnostic.span.file
    return not wanted or any(path == "." or file == path or file.startswith(f"{path}/") for path in wanted)
