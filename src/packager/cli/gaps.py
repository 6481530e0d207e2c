"""`packager gaps`: what a class that joined late has never met, although the coming half-term counts on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from packager.cli.asked import json_option, named_class, named_half_term, print_json, taught
from packager.cli.wording import columns, counted, heading, ids, lessons, topic_and_time, when, word
from packager.document.places import and_list, topic_place
from packager.sequence.gaps import Cohort, Gaps, MissedTopic, MissedWord, coming_slots, find_gaps
from packager.sequence.teaching import Teaching


@click.command()
@click.option("--class-joined", "joined", required=True, metavar="YEAR/HALF-TERM", help="When the class joined: year-3/spring-1.")
@click.option("--starting", required=True, metavar="YEAR/HALF-TERM", help="The half-term that comes next: year-4/autumn-1.")
@click.option("--content-year", type=int, metavar="N", help="The year whose content it is taught, where that is not its own.")
@json_option
@click.pass_context
def gaps(ctx: click.Context, joined: str, starting: str, content_year: int | None, as_json: bool) -> None:
    """List the words and topics that the coming half-term takes for granted and a class has never met.

    `packager build --bridge` makes a booklet and a deck of them.
    """
    teaching = taught(ctx)
    group = named_class(teaching.curriculum, joined, starting, content_year)
    joined, starting = (named_half_term(teaching.curriculum, written) for written in (joined, starting))
    found = find_gaps(teaching.occurrences, group)
    if as_json:
        print_json({"class_joined": joined, "starting": starting, "content_year": content_year, **_data(found)})
        return
    taught_content = f", with the content of Year {content_year}" if content_year is not None else ""
    click.echo(heading(f"A class that joined in {when(joined)} and starts {when(starting)}{taught_content}"))
    click.echo("\n".join(_text(teaching, group, found)))


def _data(found: Gaps) -> dict[str, Any]:
    return {
        "coming": [topic.id for topic in found.coming],
        "topics": [
            {"id": missed.topic.id, "built_on_by": [topic.id for topic in missed.built_on_by], "words": _terms(missed)}
            for missed in found.topics
        ],
        "words": [_word_data(missed) for missed in found.words],
    }


def _terms(missed: MissedTopic) -> list[str]:
    return [word.entry.term.term for word in missed.words]


def _word_data(missed: MissedWord) -> dict[str, Any]:
    entry, term = missed.entry, missed.entry.term
    return {
        "id": entry.key,
        "term": term.term,
        "sense": term.sense,
        "say": term.say,
        "meaning": term.meaning,
        "introduced": entry.introduced.id if entry.introduced else None,
        "used_in": ids({use.taught.id: use.taught for use in missed.uses}.values()),
        "sentences": [{"lesson": use.taught.id, "part": str(use.passage.part), "sentence": use.sentence} for use in missed.uses],
    }


def _text(teaching: Teaching, group: Cohort, found: Gaps) -> Iterator[str]:
    curriculum = teaching.curriculum
    yield from _coming(teaching, group, found)
    if not found.words and not found.topics:
        if found.coming:
            yield "  The class has met all that is taken for granted there."
        return
    yield f"  It has never met {counted(len(found.words), 'word')} of {counted(len(found.topics), 'topic')} that these lessons count on."
    for missed in found.topics:
        yield f"\n{heading(topic_and_time(curriculum, missed.topic))}"
        if missed.built_on_by:
            verb = "builds" if len(missed.built_on_by) == 1 else "build"
            yield f"  {and_list([topic_place(curriculum, topic) for topic in missed.built_on_by])} {verb} on it"
        yield from _words(teaching, missed.words)


def _words(teaching: Teaching, words: tuple[MissedWord, ...]) -> Iterator[str]:
    rows = columns((word(missed.entry), _lesson(missed), missed.entry.term.meaning) for missed in words)
    for row, missed in zip(rows, words, strict=True):
        where = "; ".join(lessons(teaching.curriculum, (use.taught for use in missed.uses)))
        yield row
        yield f"      taken for granted in {where}: ‘{missed.uses[0].sentence}’"


def _lesson(missed: MissedWord) -> str:
    return f"lesson {missed.entry.introduced.lesson.number}" if missed.entry.introduced else ""


def _coming(teaching: Teaching, group: Cohort, found: Gaps) -> Iterator[str]:
    """What is taught in the coming half-term, and what is not written yet."""
    curriculum = teaching.curriculum
    if found.coming:
        yield f"  Coming up: {'; '.join(topic_place(curriculum, topic) for topic in found.coming)}"
    planned = [slot.entry.planned for slot in coming_slots(curriculum, group) if slot.entry.planned]
    if planned:
        yield f"  Not written yet: {'; '.join(planned)}"
    if not found.coming and not planned:
        yield "  Nothing is taught in that half-term."
