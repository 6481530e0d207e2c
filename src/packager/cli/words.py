"""`packager words`: the story of a word, or the words of a topic."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import click

from packager.cli.asked import json_option, named_topic, print_json, shortened, taught
from packager.cli.wording import columns, counted, heading, ids, lesson, lessons, marked, topic_and_time, word
from packager.diagnostics.nearest import did_you_mean
from packager.document.places import lesson_numbers
from packager.model.topic import Topic
from packager.sequence.occurrences import Entry
from packager.sequence.returns import Returning, met_before
from packager.sequence.stories import Quoted, Story, When, story
from packager.sequence.teaching import Teaching

_REMARKS = {When.TAUGHT: "introduced here", When.AGAIN: "", When.SAME_WEEK: "in the same week", When.EARLY: "before it is introduced"}


@click.command()
@click.argument("term", nargs=-1, metavar="[TERM]")
@click.option("--topic", "topic_name", metavar="UNIT/TOPIC", help="The words of a topic, instead of one word.")
@json_option
@click.pass_context
def words(ctx: click.Context, term: tuple[str, ...], topic_name: str | None, as_json: bool) -> None:
    """Tell the story of the word TERM: where it is introduced, where it is met again, and every sentence with it.

    With --topic instead: which words a topic introduces, and which it meets again, first met where.
    """
    written = " ".join(term).strip()
    if bool(written) == bool(topic_name):
        raise click.UsageError("name either a word, such as `packager words flood`, or a topic with --topic")
    teaching = taught(ctx)
    if topic_name:
        topic = named_topic(teaching.curriculum, topic_name)
        print_json(_topic_data(teaching, topic)) if as_json else click.echo("\n".join(_topic_text(teaching, topic)))
        return
    stories = [story(teaching, entry) for entry in _entries(teaching, written)]
    if as_json:
        print_json({"asked": written, "words": [_story_data(told) for told in stories]})
    else:
        click.echo("\n\n".join("\n".join(_story_text(teaching, told)) for told in stories))


def _entries(teaching: Teaching, written: str) -> tuple[Entry, ...]:
    found = teaching.occurrences.named(written)
    if found:
        return found
    known = {entry.term.term.casefold(): entry.term.term for entry in teaching.occurrences.entries.values()}
    programme = teaching.curriculum.programme
    if written.casefold() in (word.casefold() for word in programme.assumed):
        raise click.UsageError(f"no topic teaches `{written}`: it stands under `assumed` in curriculum/curriculum.yaml")
    near = did_you_mean(written.casefold(), known) or "`packager words --topic T` lists those of a topic"
    raise click.UsageError(f"no topic teaches the word `{shortened(written)}`: {near}")


def _story_data(told: Story) -> dict[str, Any]:
    entry, term = told.entry, told.entry.term
    return {
        "id": entry.key,
        "term": term.term,
        "sense": term.sense,
        "kind": term.kind,
        "say": term.say,
        "meaning": term.meaning,
        "example": term.example,
        "topic": entry.topic.id,
        "introduced": entry.introduced.id if entry.introduced else None,
        "met_again": ids(told.lessons(When.AGAIN)),
        "same_week": ids(told.lessons(When.SAME_WEEK)),
        "too_early": ids(told.lessons(When.EARLY)),
        "recalled_in": ids(told.recalled),
        "sentences": [_sentence_data(quoted) for quoted in told.sentences],
    }


def _sentence_data(quoted: Quoted) -> dict[str, Any]:
    place = {"file": quoted.span.file, "line": quoted.span.line, "column": quoted.span.column}
    said = {"part": str(quoted.part), "sentence": quoted.sentence, "written": list(quoted.written)}
    return {"lesson": quoted.taught.id, "when": str(quoted.when), **said, **place}


def _story_text(teaching: Teaching, told: Story) -> Iterator[str]:
    term = told.entry.term
    sense = f" ({term.sense})" if term.sense else ""
    yield heading(term.term) + "".join((sense, f"  {term.say}" if term.say else "", f"  {term.kind}" if term.kind else ""))
    yield f"  {term.meaning}"
    if term.example:
        yield f"  For example: {term.example}"
    yield ""
    yield from columns(_summary(teaching, told))
    for _, group in groupby(told.sentences, key=lambda quoted: quoted.taught.id):
        sentences = list(group)
        yield ""
        yield _lesson_heading(teaching, sentences[0])
        yield from columns(_quoted(quoted) for quoted in sentences)


def _summary(teaching: Teaching, told: Story) -> Iterator[tuple[str, str]]:
    curriculum, introduced = teaching.curriculum, told.entry.introduced
    nowhere = f"no lesson that has a place on the map ({told.entry.topic.id})"
    yield "Introduced in", lesson(curriculum, introduced) if introduced else nowhere
    yield from _labelled("Met again in", lessons(curriculum, told.lessons(When.AGAIN)) or ["no later lesson"])
    yield from _labelled("The same week", lessons(curriculum, told.lessons(When.SAME_WEEK)))
    yield from _labelled("Too early in", lessons(curriculum, told.lessons(When.EARLY)))
    yield from _labelled("Recall asks in", lessons(curriculum, told.recalled))


def _labelled(label: str, lines: list[str]) -> Iterator[tuple[str, str]]:
    yield from zip((label, *[""] * len(lines)), lines, strict=False)


def _quoted(quoted: Quoted) -> tuple[str, ...]:
    return f"{quoted.span.line:>4}", str(quoted.part), marked(quoted.sentence, quoted.written)


def _lesson_heading(teaching: Teaching, quoted: Quoted) -> str:
    remark = _REMARKS[quoted.when]
    return f"{heading(lesson(teaching.curriculum, quoted.taught))}{f', {remark}' if remark else ''}  {quoted.span.file}"


def _topic_data(teaching: Teaching, topic: Topic) -> dict[str, Any]:
    return {
        "topic": topic.id,
        "title": topic.title,
        "new": [{**_word_data(entry), "lesson": f"{topic.id}/{entry.term.lesson}"} for entry in _new(teaching, topic)],
        "met_again": [
            {**_word_data(met.entry), "first_met": met.entry.introduced.id if met.entry.introduced else None, "lessons": ids(met.lessons)}
            for met in met_before(teaching.occurrences, topic.id)
        ],
    }


def _word_data(entry: Entry) -> dict[str, Any]:
    return {"id": entry.key, "term": entry.term.term, "sense": entry.term.sense, "meaning": entry.term.meaning}


def _topic_text(teaching: Teaching, topic: Topic) -> Iterator[str]:
    new, again = _new(teaching, topic), met_before(teaching.occurrences, topic.id)
    yield heading(topic_and_time(teaching.curriculum, topic))
    yield f"  {counted(len(new), 'new word')}, {counted(len(again), 'word')} met again"
    for number, group in groupby(new, key=lambda entry: entry.term.lesson):
        yield f"\n{heading(f'New in lesson {number}')}"
        yield from columns((word(entry), entry.term.meaning) for entry in group)
    if again:
        yield f"\n{heading('Met again here')}"
        yield from columns((word(met.entry), *_first_met(teaching, met)) for met in again)


def _first_met(teaching: Teaching, met: Returning) -> tuple[str, str]:
    introduced = met.entry.introduced
    place = f"first met in {lesson(teaching.curriculum, introduced)};" if introduced else ""
    return place, f"here in {lesson_numbers(taught.lesson.number for taught in met.lessons)}"


def _new(teaching: Teaching, topic: Topic) -> list[Entry]:
    entries = (entry for entry in teaching.occurrences.entries.values() if entry.topic is topic)
    return sorted(entries, key=lambda entry: entry.term.lesson)
