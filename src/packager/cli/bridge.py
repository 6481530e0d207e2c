"""`packager build --bridge`: what a class that joined late needs before its next half-term."""

from __future__ import annotations

import time
from pathlib import Path

import click

from packager.cli.asked import named_class, named_half_term
from packager.cli.findings import counted, rendered
from packager.cli.wording import when
from packager.diagnostics.diagnostic import Diagnostic
from packager.document.bridge import Joining
from packager.model.curriculum import Curriculum
from packager.pipeline import Built, build_bridge, check
from packager.plan.blocked import touched


def bridge_over(
    root: Path, folder: Path, bridge: bool, more: bool, joined: str | None, starting: str | None, content_year: int | None
) -> int:
    """The exit code of building a bridge; `more` says that topics or products were asked for too."""
    started = time.perf_counter()
    if not bridge:
        raise click.UsageError("--class-joined, --starting and --content-year belong to --bridge")
    if more:
        raise click.UsageError("a bridge is of all topics: name no topics and no --only with --bridge")
    if joined is None or starting is None:
        raise click.UsageError("--bridge needs --class-joined and --starting, such as --class-joined year-3/spring-1")
    checked = check(root)
    if checked.curriculum is None:
        click.echo(rendered(list(checked.found), "text", root) + "\n", err=True)
        return 1
    named_class(checked.curriculum, joined, starting, content_year)
    joining = Joining(named_half_term(checked.curriculum, joined), named_half_term(checked.curriculum, starting), content_year)
    built = build_bridge(checked, folder, joining)
    found = _found(checked.curriculum, built)
    if found:
        click.echo(rendered(found, "text", root) + "\n", err=True)
    click.echo(_summary(built, joining, folder, found, time.perf_counter() - started))
    return int(bool(built.left_out))


def shown(folder: Path) -> str:
    """A folder as it is named in a summary, from the current one where it lies below."""
    try:
        return f"{folder.resolve().relative_to(Path.cwd())}/"
    except ValueError:
        return f"{folder}/"


def _found(curriculum: Curriculum, built: Built) -> list[Diagnostic]:
    """What stops the bridge, or did not fit in it."""
    return [d for d in built.found if d.code.startswith("FIT") or (d.is_error and not touched(curriculum, d).isdisjoint(built.left_out))]


def _summary(built: Built, joining: Joining, folder: Path, found: list[Diagnostic], seconds: float) -> str:
    if built.left_out:
        return f"built no bridge because of errors in {', '.join(built.left_out)} ({counted(found)})"
    if not built.written:
        return f"built no bridge: the class has met all that is taken for granted in {when(joining.starting)}"
    files = " and ".join(entry.path for entry in built.written)
    return f"built {files} in {shown(folder)} in {seconds:.1f} s ({counted(found)})"
