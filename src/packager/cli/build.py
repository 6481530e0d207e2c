"""`packager build`: the files that schools teach from."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from packager.cli.bridge import bridge_over, shown
from packager.cli.findings import counted, rendered
from packager.cli.root import current_root
from packager.cli.twice import differing
from packager.cli.unchanged import Asked, Remembering
from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.nearest import did_you_mean
from packager.model.curriculum import Curriculum
from packager.pipeline import EDITION_NAMES, PRODUCT_NAMES, Built, Report
from packager.pipeline import build as build_files
from packager.pipeline import check as check_sources
from packager.plan.blocked import topic_ids, touched
from packager.plan.build_folder import BuildFolder
from packager.plan.content import CONTENT_FILE
from packager.plan.executor import Executor, InProcess, Processes, usable_processors
from packager.plan.fit_report import FIT_REPORT
from packager.plan.last_build import RECORD_FILE
from packager.plan.memory import memory
from packager.plan.record import INDEX_FILE
from packager.render import job

RENDERING = job.__name__
"""The module whose functions workers run."""


@click.command()
@click.argument("topics", nargs=-1, metavar="[TOPIC...]")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write (default: ROOT/build).")
@click.option("--only", metavar="PRODUCT,...", help=f"Only these products: {', '.join(PRODUCT_NAMES)}.")
@click.option("--edition", "editions", multiple=True, metavar="EDITION,...", help=f"These editions: {', '.join(EDITION_NAMES)}.")
@click.option("--jobs", "-j", type=click.IntRange(1), metavar="N", help="How many processes (default: one for each processor).")
@click.option("--cluster", metavar="ADDRESS", help="Instead: the workers of a Dask cluster (tcp://host:port).")
@click.option("--verify", is_flag=True, help="Build everything a second time, from nothing, and compare the bytes.")
@click.option("--bridge", is_flag=True, help="Instead: a booklet and a deck of what a class that joined late has missed.")
@click.option("--class-joined", "joined", metavar="YEAR/HALF-TERM", help="With --bridge: when the class joined (year-3/spring-1).")
@click.option("--starting", metavar="YEAR/HALF-TERM", help="With --bridge: the half-term that comes next (year-4/autumn-1).")
@click.option("--content-year", type=int, metavar="N", help="With --bridge: the year whose content it is taught, if not its own.")
@click.pass_context
def build(
    ctx: click.Context,
    topics: tuple[str, ...],
    out: Path | None,
    only: str | None,
    editions: tuple[str, ...],
    jobs: int | None,
    cluster: str | None,
    verify: bool,
    bridge: bool,
    joined: str | None,
    starting: str | None,
    content_year: int | None,
) -> int:
    """Build every topic and what belongs to the whole curriculum, or only the TOPICs named as `unit/topic`.

    Booklets, vocabulary sheets and teacher guides are made in each edition asked for (default: standard), all
    else with the standard one. Only what changed is made again. A topic with errors is left out and what was
    built of it before stays. What stands in OUT is listed in OUT/index.json; OUT/fit-report.txt tells what was
    split or only just held. Exit code: 0 fine, 1 errors found, 2 wrong usage.
    """
    started = time.perf_counter()
    root = current_root(ctx)
    folder = out or root / "build"
    if bridge or joined or starting or content_year is not None:
        return bridge_over(root, folder, bridge, bool(topics or only), joined, starting, content_year)
    products, versions = _products(only), _editions(editions)
    remembering = _remembering(ctx, root)
    known = memory(root, folder)
    checked = check_sources(root, known)
    asked = _topics(checked.curriculum, topics)
    with progress() as report, executor(jobs, cluster) as workers:
        built = build_files(checked, folder, asked, products, report, versions, workers, known)
    found = [d for d in built.found if not topics or _concerns(checked.curriculum, d, asked)]
    text = rendered(found, "text", root) if found else ""
    if text:
        click.echo(text + "\n", err=True)
    click.echo(_summary(built, found, folder, time.perf_counter() - started))
    failed = any(d.is_error for d in found) or bool(built.left_out)
    if remembering and not failed:
        _remember(remembering, folder, _nothing_done(built, found, folder), text)
    return int((verify and not _verified(root, folder, ctx.find_root().obj)) or failed)


@contextmanager
def executor(jobs: int | None, cluster: str | None) -> Iterator[Executor]:
    """Where files are made: on a cluster, in so many processes, or here where there is but one."""
    if cluster:
        from packager.plan.cluster import Cluster

        workers = Cluster(cluster)
        try:
            yield workers
        finally:
            workers.close()
        return
    count = jobs or usable_processors()
    yield Processes(count, (RENDERING,)) if count > 1 else InProcess()


def _remembering(ctx: click.Context, root: Path) -> Remembering | None:
    """What will be remembered of a build that was asked for in the usual way."""
    given = ctx.find_root().obj
    return Remembering(given[1:], str(root)) if given and given[0] == "build" else None


def _remember(remembering: Remembering, out: Path, said: str, findings: str) -> None:
    folder = BuildFolder(out)
    paths = [*(entry.path for entry in folder.entries()), INDEX_FILE, CONTENT_FILE, FIT_REPORT]
    folder.write(RECORD_FILE, remembering.text(str(out), paths, said, findings).encode())


def _verified(root: Path, out: Path, given: list[str]) -> bool:
    """Whether a second build, from nothing, gives the same bytes; it is said which files are not the same."""
    count, others = differing(root, out, [each for each in Asked(given[1:]).rest if each != "--verify"])
    for path in others:
        click.echo(f"not the same when built again: {path}", err=True)
    click.echo(f"built again: {count - len(others)} of {count} files have the same bytes")
    return count > 0 and not others


def _products(only: str | None) -> tuple[str, ...]:
    return _named(only or "", PRODUCT_NAMES, "product") or PRODUCT_NAMES


def _editions(given: tuple[str, ...]) -> tuple[str, ...]:
    """The editions asked for, at once or one by one; the standard one where none is."""
    return _named(",".join(given), EDITION_NAMES, "edition") or EDITION_NAMES[:1]


def _named(given: str, known: tuple[str, ...], kind: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in given.split(",") if name.strip())
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f"known are {', '.join(known)}"
            raise click.UsageError(f"`{name}` is no {kind}: {hint}")
    return names


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
def progress() -> Iterator[Report]:
    """A progress bar on a terminal, a line a topic elsewhere."""
    if not sys.stderr.isatty():
        yield lambda topic, done, total: click.echo(f"[{done}/{total}] {topic}", err=True)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Building", total=None)
        yield lambda topic, done, total: bar.update(task, total=total, completed=done, description=topic)


def _nothing_done(built: Built, found: list[Diagnostic], folder: Path) -> str:
    """What a build says that finds all of this as it is."""
    return f"nothing to do: {counted_files(len(built.written) + built.current)} in {shown(folder)} are current ({counted(found)})"


def counted_files(count: int) -> str:
    """`1 file`, `2 files`."""
    return f"{count} file{'' if count == 1 else 's'}"


def _summary(built: Built, found: list[Diagnostic], folder: Path, seconds: float) -> str:
    if not built.written and built.current and not _left_out(built):
        return _nothing_done(built, found, folder)
    topics = len({entry.topic for entry in built.written if entry.topic})
    left = f"; left out because of errors: {', '.join(_left_out(built))}" if _left_out(built) else ""
    files = f"{len(built.written)} files for {topics} topic{'' if topics == 1 else 's'}"
    stood = f", {counted_files(built.current)} stood already" if built.current else ""
    return f"built {files} in {shown(folder)} in {seconds:.1f} s{stood} ({counted(found)}){left}"


def _left_out(built: Built) -> tuple[str, ...]:
    return (*built.left_out, *(("the files of the whole curriculum",) if built.whole_left_out else ()))
