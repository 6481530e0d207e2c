"""`packager site`: the catalogue as web pages."""

from __future__ import annotations

import time
from pathlib import Path

import click

from packager.cli.build import progress
from packager.cli.findings import rendered
from packager.cli.root import current_root
from packager.pipeline import PRODUCT_NAMES, Checked
from packager.pipeline import build as build_files
from packager.pipeline import check as check_sources
from packager.plan.blocked import topic_ids
from packager.plan.build_folder import BuildFolder
from packager.render.html.stock import Shown
from packager.sequence.teaching import teach
from packager.site.make import make_site
from packager.site.stale import why_stale

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--public", is_flag=True, help="A shop window: no file of teachers, and no full text.")
@click.option("--build", "folder", type=_FOLDER, metavar="DIR", help="What was built (default: ROOT/build).")
@click.option("--out", type=_FOLDER, metavar="DIR", help="Where to write the pages (default: site/ in what was built).")
@click.pass_context
def site(ctx: click.Context, public: bool, folder: Path | None, out: Path | None) -> int:
    """Write the catalogue as pages that work from any server, from a USB stick, and without a network.

    Open OUT/index.html. Where nothing is built yet, or a source has changed since, it is built first.
    Exit code: 0 fine, 1 errors found, 2 wrong usage.
    """
    started, root = time.perf_counter(), current_root(ctx)
    build = BuildFolder(folder or root / "build")
    target = BuildFolder(out or build.folder / "site")
    checked = check_sources(root)
    failed = _built_first(checked, root, build)
    if checked.sequenced is None:
        return 1
    placed = make_site(teach(checked.sequenced), build, target, Shown.PUBLIC if public else Shown.TEACHERS)
    limits = " for everyone to see, without teachers’ files and full texts" if public else ""
    seconds = time.perf_counter() - started
    click.echo(f"wrote {target.folder / 'index.html'}{limits}: {placed.files} files, {placed.made} of them new, in {seconds:.1f} s")
    return int(failed)


def _built_first(checked: Checked, root: Path, build: BuildFolder) -> bool:
    """Whether errors stand in the way of something; what is stale is built before this is known."""
    found = checked.found
    reason = why_stale(checked.curriculum, root, build) if checked.curriculum else None
    if reason and checked.curriculum:
        click.echo(f"{reason}: building first", err=True)
        with progress() as report:
            found = build_files(checked, build.folder, topic_ids(checked.curriculum), PRODUCT_NAMES, report).found
    errors = [diagnostic for diagnostic in found if diagnostic.is_error]
    if errors:
        click.echo(rendered(errors, "text", root) + "\n", err=True)
    return bool(errors)
