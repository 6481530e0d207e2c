"""`packager build`: the files that schools teach from."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from packager.cli.findings import counted, rendered
from packager.cli.root import current_root
from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.nearest import did_you_mean
from packager.model.curriculum import Curriculum
from packager.pipeline import PRODUCT_NAMES, Built, Report
from packager.pipeline import build as build_files
from packager.pipeline import check as check_sources
from packager.plan.blocked import topic_ids, touched


@click.command()
@click.argument("topics", nargs=-1, metavar="[TOPIC...]")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write (default: ROOT/build).")
@click.option("--only", metavar="PRODUCT,...", help=f"Only these products: {', '.join(PRODUCT_NAMES)}.")
@click.pass_context
def build(ctx: click.Context, topics: tuple[str, ...], out: Path | None, only: str | None) -> int:
    """Build every topic, or only the TOPICs named as `unit/topic`.

    A topic with errors is left out and what was built of it before stays. What was written is listed in
    OUT/index.json. Exit code: 0 fine, 1 errors found, 2 wrong usage.
    """
    started = time.perf_counter()
    root = current_root(ctx)
    folder = out or root / "build"
    products = _products(only)
    checked = check_sources(root)
    asked = _topics(checked.curriculum, topics)
    with _progress() as report:
        built = build_files(checked, folder, asked, products, report)
    found = [d for d in built.found if not topics or _concerns(checked.curriculum, d, asked)]
    if found:
        click.echo(rendered(found, "text", root) + "\n", err=True)
    click.echo(_summary(built, found, folder, time.perf_counter() - started))
    return int(any(d.is_error for d in found) or bool(built.left_out))


def _products(only: str | None) -> tuple[str, ...]:
    if only is None:
        return PRODUCT_NAMES
    names = tuple(name.strip() for name in only.split(",") if name.strip())
    for name in names:
        if name not in PRODUCT_NAMES:
            hint = did_you_mean(name, PRODUCT_NAMES) or f"known are {', '.join(PRODUCT_NAMES)}"
            raise click.UsageError(f"`{name}` is no product: {hint}")
    return names or PRODUCT_NAMES


def _topics(curriculum: Curriculum | None, asked: tuple[str, ...]) -> tuple[str, ...]:
    if curriculum is None:
        return asked
    known = topic_ids(curriculum)
    names = tuple(dict.fromkeys(name.strip("/").removeprefix("units/") for name in asked))
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or "topics are named `unit/topic`"
            raise click.UsageError(f"no topic `{name}`: {hint}")
    return names or known


def _concerns(curriculum: Curriculum | None, diagnostic: Diagnostic, asked: tuple[str, ...]) -> bool:
    """Whether a finding speaks of one of the topics, or of the whole."""
    if curriculum is None or diagnostic.span.file.startswith("curriculum/"):
        return True
    return not touched(curriculum, diagnostic).isdisjoint(asked)


@contextmanager
def _progress() -> Iterator[Report]:
    """A progress bar on a terminal, a line a topic elsewhere."""
    if not sys.stderr.isatty():
        yield lambda topic, done, total: click.echo(f"[{done}/{total}] {topic}", err=True)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Building", total=None)
        yield lambda topic, done, total: bar.update(task, total=total, completed=done, description=topic)


def _summary(built: Built, found: list[Diagnostic], folder: Path, seconds: float) -> str:
    topics = len({entry.topic for entry in built.written})
    left = f"; left out because of errors: {', '.join(built.left_out)}" if built.left_out else ""
    files = f"{len(built.written)} files for {topics} topic{'' if topics == 1 else 's'}"
    return f"built {files} in {_shown(folder)} in {seconds:.1f} s ({counted(found)}){left}"


def _shown(folder: Path) -> str:
    try:
        return f"{folder.resolve().relative_to(Path.cwd())}/"
    except ValueError:
        return f"{folder}/"
