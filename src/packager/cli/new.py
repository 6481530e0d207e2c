"""`packager new`: the first draft of a unit, a topic or a lesson, with `TODO` where the author must write."""

from __future__ import annotations

import re
from pathlib import Path

import click

from packager.cli.root import current_root
from packager.cli.templates import lesson_text, topic_text, unit_text
from packager.diagnostics.nearest import did_you_mean
from packager.model.curriculum import MAP_FILE, Curriculum, Slot
from packager.model.layout import NAME
from packager.model.programme import SlotEntry
from packager.pipeline import check
from packager.plan.build_folder import BuildFolder
from packager.source.edit_yaml import CannotEdit, with_value

_SLOT = re.compile(r"year-(\d+)/([^/]+)")
_UNIT = re.compile(r"year-(\d+)-(.+)")


@click.group()
def new() -> None:
    """Begin a unit, a topic or a lesson."""


@new.command()
@click.argument("name")
@click.option("--subject", help="A subject of curriculum.yaml (default: read from a name such as year-3-history).")
@click.option("--year", type=int, help="A year of curriculum.yaml (default: read from the name).")
@click.pass_context
def unit(ctx: click.Context, name: str, subject: str | None, year: int | None) -> None:
    """Begin the unit NAME, such as year-4-history."""
    root = current_root(ctx)
    programme = _curriculum(root).programme
    _check_name(name)
    match = _UNIT.fullmatch(name)
    subject = subject or (match[2] if match else None)
    year = year if year is not None else int(match[1]) if match else None
    if subject not in programme.subjects:
        raise click.UsageError(f"no subject `{subject}`: name one of {', '.join(programme.subjects)} with --subject")
    if year not in programme.years:
        raise click.UsageError(f"no year `{year}`: name one of {', '.join(map(str, programme.years))} with --year")
    _begin(root, f"units/{name}/unit.yaml", unit_text(subject, year))


@new.command()
@click.argument("identity", metavar="UNIT/TOPIC")
@click.option("--slot", metavar="YEAR/HALF-TERM", help="Where it is taught: year-3/autumn-1.")
@click.pass_context
def topic(ctx: click.Context, identity: str, slot: str | None) -> None:
    """Begin a topic and put it on the map."""
    root = current_root(ctx)
    curriculum = _curriculum(root)
    unit_name, name = _topic_names(identity)
    if unit_name not in curriculum.units:
        hint = did_you_mean(unit_name, curriculum.units) or f"begin it with `packager new unit {unit_name}`"
        raise click.UsageError(f"no unit `{unit_name}`: {hint}")
    identity = f"{unit_name}/{name}"
    target = _free_slot(curriculum, identity, slot)
    map_text = None if target.entry.topic == identity else _map_with(curriculum, target, identity)
    _begin(root, f"units/{identity}/topic.yaml", topic_text(name, target.entry))
    if map_text is not None:
        BuildFolder(root).write(MAP_FILE, map_text)
        click.echo(f"put {identity} on {'/'.join(map(str, target.path))} in {MAP_FILE}")


@new.command()
@click.argument("identity", metavar="UNIT/TOPIC")
@click.pass_context
def lesson(ctx: click.Context, identity: str) -> None:
    """Begin the next lesson of a topic."""
    root = current_root(ctx)
    identity = "/".join(_topic_names(identity))
    folder = root / "units" / identity
    if not (folder / "topic.yaml").is_file():
        known = _curriculum(root).topics
        hint = did_you_mean(identity, known) or f"begin it with `packager new topic {identity} --slot year-3/autumn-1`"
        raise click.UsageError(f"no topic `{identity}`: {hint}")
    number = next(n for n in range(1, 1000) if not (folder / f"lesson-{n}.yaml").exists())
    _begin(root, f"units/{identity}/lesson-{number}.yaml", lesson_text())


def _curriculum(root: Path) -> Curriculum:
    curriculum = check(root).curriculum
    if curriculum is None:
        raise click.ClickException("curriculum/curriculum.yaml cannot be read; `packager check` says why")
    return curriculum


def _topic_names(identity: str) -> tuple[str, str]:
    """The unit's and the topic's part of `unit/topic`, which may be written as the path of its folder."""
    unit_name, slash, name = identity.strip("/").removeprefix("units/").partition("/")
    if not slash:
        raise click.UsageError(f"`{identity}` is no topic: write `unit/topic`")
    _check_name(unit_name)
    _check_name(name)
    return unit_name, name


def _map_with(curriculum: Curriculum, slot: Slot, identity: str) -> bytes:
    """The text of the map with the topic on its slot, all other lines as they are."""
    place = "/".join(map(str, slot.path))
    if MAP_FILE in curriculum.unread:
        raise click.ClickException(f"{MAP_FILE} cannot be read; `packager check` says why")
    try:
        text = curriculum.folder.read(MAP_FILE).decode("utf-8")
        return with_value(text, tuple(map(str, slot.path)), identity).encode()
    except CannotEdit as error:
        raise click.ClickException(f"cannot put {identity} on {place} in {MAP_FILE}: {error}; write it there yourself") from error


def _check_name(name: str) -> None:
    if not NAME.fullmatch(name):
        raise click.UsageError(f"`{name}` is no name for a folder: write lower-case words joined by hyphens")


def _begin(root: Path, file: str, text: str) -> None:
    if (root / file).exists():
        raise click.UsageError(f"`{file}` is there already")
    BuildFolder(root).write(file, text.encode())
    click.echo(f"wrote {file}; `packager check {file}` lists what is still to be written")


def _free_slot(curriculum: Curriculum, identity: str, asked: str | None) -> Slot:
    """The slot a new topic goes to: the one asked for, or the one that names it already."""
    named = curriculum.slot_by_topic.get(identity)
    if named and asked is None:
        return named
    match = _SLOT.fullmatch(asked or "")
    if not match:
        raise click.UsageError("name the slot with --slot, such as --slot year-3/autumn-1")
    unit = curriculum.units[identity.partition("/")[0]]
    year, half_term = int(match[1]), match[2]
    if half_term not in curriculum.programme.half_terms:
        raise click.UsageError(f"no half-term `{half_term}`: known are {', '.join(curriculum.programme.half_terms)}")
    if year != unit.year:
        raise click.UsageError(f"the unit `{unit.id}` is taught in Year {unit.year}, not in Year {year}")
    path = (f"year-{year}", half_term, unit.subject)
    for slot in curriculum.slots:
        if slot.path == path:
            if slot.entry.topic not in (None, identity):
                raise click.UsageError(f"{'/'.join(path)} is taken by `{slot.entry.topic}`")
            return slot
    return Slot(year, half_term, unit.subject, SlotEntry.model_construct(topic=None, planned=None, empty=None), path)
