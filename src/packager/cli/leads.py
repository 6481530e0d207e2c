"""`packager leads`: what a topic or lesson builds on, and what it sets up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from packager.cli.asked import json_option, named_topic_or_lesson, print_json, taught
from packager.cli.wording import heading, lesson, topic_and_time, word
from packager.sequence.leads import Lead, Leads, lesson_leads, topic_leads, topic_of
from packager.sequence.teaching import Teaching
from packager.sequence.timeline import Link

_LINKS = {Link.VERTICAL: "the same subject", Link.HORIZONTAL: "the same half-term", Link.DIAGONAL: "another subject", None: ""}


@click.command()
@click.argument("target", metavar="UNIT/TOPIC[/LESSON]")
@json_option
@click.pass_context
def leads(ctx: click.Context, target: str, as_json: bool) -> None:
    """Draw what a topic, or one lesson of it, builds on and what it sets up.

    A lead stands where one topic names another under `builds_on`, and where a word that one teaches is used by the other.
    """
    teaching = taught(ctx)
    topic, number = named_topic_or_lesson(teaching.curriculum, target)
    found = topic_leads(teaching, topic) if number is None else lesson_leads(teaching, topic, number)
    print_json(_data(found)) if as_json else click.echo("\n".join(_text(teaching, found)))


def _data(found: Leads) -> dict[str, Any]:
    return {"id": found.id, "builds_on": _listed(found.builds_on, "builds_on"), "sets_up": _listed(found.sets_up, "sets_up")}


def _listed(side: tuple[Lead, ...], name: str) -> list[dict[str, Any]]:
    return [
        {
            "id": lead.id,
            "link": str(lead.link) if lead.link else None,
            "named": list(lead.named),
            "words": [{"id": entry.key, "term": entry.term.term, "sense": entry.term.sense} for entry in lead.words],
            name: _listed(lead.further, name),
        }
        for lead in side
    ]


def _text(teaching: Teaching, found: Leads) -> Iterator[str]:
    """What comes before above, what comes after below, as in the order of teaching."""
    yield from _side(teaching, "Builds on", found.builds_on)
    yield f"\n{heading(_name(teaching, found.id))}\n"
    yield from _side(teaching, "Sets up", found.sets_up)


def _side(teaching: Teaching, title: str, side: tuple[Lead, ...]) -> Iterator[str]:
    before = title == "Builds on"
    nothing = f"{title} nothing" if before else f"{title} nothing that is written yet"
    yield title if side else nothing
    yield from _branches(teaching, side, before, "")


def _branches(teaching: Teaching, side: tuple[Lead, ...], before: bool, indent: str) -> Iterator[str]:
    for lead in side:
        last = lead is side[-1]
        yield f"{indent}{'└─ ' if last else '├─ '}{_name(teaching, lead.id)}{_link(lead)}"
        deeper = indent + ("   " if last else "│  ")
        stem = deeper + ("│  " if lead.further else "   ")
        if lead.named:
            yield f"{stem}{_named(lead, before)}"
        if lead.words:
            verb = "its words used here" if before else "uses the words"
            yield f"{stem}{verb}: {', '.join(word(entry) for entry in lead.words)}"
        yield from _branches(teaching, lead.further, before, deeper)


def _named(lead: Lead, before: bool) -> str:
    """How `builds_on` names it; of a lesson that a topic names, which."""
    lessons = [f"lesson {target.rpartition('/')[2]}" for target in lead.named if target != topic_of(target)]
    which = f" ({', '.join(lessons)})" if lessons and lead.id == topic_of(lead.id) else ""
    return f"named under builds_on{which}" if before else f"names it under builds_on{which}"


def _link(lead: Lead) -> str:
    link = _LINKS[lead.link]
    return f", {link}" if link else ""


def _name(teaching: Teaching, identity: str) -> str:
    curriculum = teaching.curriculum
    found = teaching.timeline.by_lesson.get(identity)
    if found:
        return f"{lesson(curriculum, found)}: {found.lesson.title}"
    topic = curriculum.topics.get(topic_of(identity))
    if topic is None:
        return f"{identity}, which is not there"
    lesson_number = identity.removeprefix(topic.id).strip("/")
    return topic_and_time(curriculum, topic) + (f", lesson {lesson_number}" if lesson_number else "")
