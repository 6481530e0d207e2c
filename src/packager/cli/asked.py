"""What the commands that answer questions share: the curriculum as it is taught, and the names that a teacher gives."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from packager.cli.root import current_root
from packager.cli.wording import when
from packager.diagnostics.nearest import did_you_mean
from packager.document.places import and_list
from packager.model.curriculum import Curriculum
from packager.model.topic import Topic
from packager.pipeline import read
from packager.sequence.gaps import Cohort, cohort
from packager.sequence.teaching import Teaching

F = TypeVar("F", bound=Callable[..., Any])
_LESSON = re.compile(r"(.+)/(?:lesson-)?(\d{1,3})(?:\.yaml)?")


def json_option(command: F) -> F:
    """The command with the option `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")(command)


def print_json(data: Any) -> None:
    """Prints plain data."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def taught(ctx: click.Context) -> Teaching:
    """The curriculum as it is taught; says on stderr which files it has to leave out."""
    teaching = read(current_root(ctx))
    if teaching is None:
        raise click.ClickException("curriculum/curriculum.yaml cannot be read; `packager check` says why")
    broken = _whole(teaching.curriculum.broken)
    if broken:
        click.echo(f"left out, because they cannot be read: {', '.join(broken)}; `packager check` says why", err=True)
    return teaching


def named_topic(curriculum: Curriculum, written: str) -> Topic:
    """The topic that is meant by its id, its folder, the last part of its id, or its title."""
    name = written.strip().strip("/").removeprefix("units/").removesuffix("/topic.yaml")
    topic = curriculum.topics.get(name)
    if topic:
        return topic
    meant = [t for t in curriculum.topics.values() if name.casefold() in (t.id.partition("/")[2], t.title.casefold())]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise click.UsageError(f"`{written}` may be {and_list([f'`{t.id}`' for t in meant])}: write one of them")
    if name in curriculum.broken:
        raise click.ClickException(f"the topic `{name}` cannot be read; `packager check` says why")
    raise click.UsageError(f"no topic `{shortened(written)}`: {_nearest_topic(curriculum, name)}")


def named_topic_or_lesson(curriculum: Curriculum, written: str) -> tuple[Topic, int | None]:
    """The topic that is meant, and the number of the lesson where one is: `unit/topic/3`."""
    match = _LESSON.fullmatch(written.strip().strip("/"))
    if match is None:
        return named_topic(curriculum, written), None
    topic, number = named_topic(curriculum, match[1]), int(match[2])
    numbers = [lesson.number for lesson in topic.lessons]
    if number not in numbers:
        known = f"it has lessons {and_list([str(n) for n in numbers])}" if len(numbers) > 1 else f"it has {len(numbers)}"
        raise click.UsageError(f"no lesson {number} in `{topic.id}`: {known}")
    return topic, number


def named_class(curriculum: Curriculum, joined: str, starting: str, content_year: int | None) -> Cohort:
    """The class that joined in one half-term and starts another."""
    programme = curriculum.programme
    if content_year is not None and content_year not in programme.years:
        raise click.UsageError(f"no year {content_year}: the programme has {and_list([str(year) for year in programme.years])}")
    joined, starting = named_half_term(curriculum, joined), named_half_term(curriculum, starting)
    group = cohort(curriculum, joined, starting, content_year)
    if group.joined > group.starting:
        raise click.UsageError(f"a class that joins in {when(joined)} cannot start {when(starting)}, which is earlier")
    return group


def named_half_term(curriculum: Curriculum, written: str) -> str:
    """A half-term as the programme names it: `year-3/autumn-1`."""
    programme, name = curriculum.programme, written.strip().strip("/")
    known = [f"year-{year}/{half_term}" for year in programme.years for half_term in programme.half_terms]
    if name not in known:
        hint = did_you_mean(name.casefold(), known) or f"half-terms are named `{known[0]}`"
        raise click.UsageError(f"no half-term `{shortened(written)}`: {hint}")
    return name


def _nearest_topic(curriculum: Curriculum, name: str) -> str:
    topics = curriculum.topics.values()
    ids = {form: topic.id for topic in topics for form in (topic.title.casefold(), topic.id.partition("/")[2], topic.id)}
    near = did_you_mean(name.casefold(), ids)
    if near is None:
        return "topics are named `unit/topic`"
    form = near.removeprefix("did you mean `").removesuffix("`?")
    return f"did you mean `{ids[form]}`?"


def _whole(identities: Iterable[str]) -> list[str]:
    """The ids without those of what lies inside another of them."""
    found = set(identities)
    return sorted(each for each in found if not any(each.startswith(f"{other}/") for other in found))


def shortened(text: str) -> str:
    """What was asked for, as a message names it."""
    return text if len(text) <= 60 else f"{text[:59]}…"
