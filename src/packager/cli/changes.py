"""`packager changes`: what is new for a teacher who knows the old version."""

from __future__ import annotations

from pathlib import Path

import click

from packager.bundle.whole_file import WholeFile
from packager.cli.refusals import refusing
from packager.publishing import CHANGE_FORMATS, compare

_PLACE = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("old", type=_PLACE)
@click.argument("new", type=_PLACE)
@click.option("--format", "format_name", type=click.Choice(CHANGE_FORMATS), default="text", help="How to tell it.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="The file to write (default: the terminal).")
@refusing
def changes(old: Path, new: Path, format_name: str, out: Path | None) -> None:
    """Tell what changed from OLD to NEW, each a bundle or the folder of a build, topic by topic.

    Words, definitions, passages, slides, answers and pictures are compared, not bytes. Exit code: 0 fine, 1 refused,
    2 wrong usage.
    """
    if format_name == "docx" and out is None:
        raise click.UsageError("a Word file needs a place: name it with --out")
    content = compare(old, new, format_name)
    if out is None:
        click.echo(content.decode(), nl=False)
        return
    with WholeFile(out) as file:
        file.write(content)
    click.echo(f"wrote {out}")
