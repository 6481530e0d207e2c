"""`packager recall`: how often each word and each question comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from packager.cli.asked import json_option, named_topic_or_lesson, print_json, taught
from packager.cli.wording import columns, counted, heading, ids, lesson, lessons, topic_and_time
from packager.model.topic import Topic
from packager.sequence.recall import Distance, Kind, Recalled
from packager.sequence.recall_report import QuestionReturns, TopicReturns, WordReturns, recall_report
from packager.sequence.teaching import Teaching
from packager.sequence.timeline import Taught

_DISTANCES = {
    Distance.LAST_LESSON: "the last lesson",
    Distance.LAST_TOPIC: "the last topic",
    Distance.LAST_HALF_TERM: "an earlier half-term",
    Distance.LAST_YEAR: "a year ago or more",
    Distance.OTHER_SUBJECT: "another subject",
}
_KINDS = {Kind.AUTHORED: "written for this lesson", Kind.QUIZ: "from its quiz", Kind.WORD: "one of its words"}


@click.command()
@click.argument("targets", nargs=-1, metavar="[UNIT/TOPIC[/LESSON]...]")
@json_option
@click.pass_context
def recall(ctx: click.Context, targets: tuple[str, ...], as_json: bool) -> None:
    """Report how often each word and each quiz question comes back, in all topics or those named.

    A word comes back where a later lesson uses it, and where the recall that opens a lesson asks for it; a question
    where recall asks it again. Of a lesson, written `unit/topic/3`: what its recall asks, and from how far back.
    """
    teaching = taught(ctx)
    named = [named_topic_or_lesson(teaching.curriculum, target) for target in targets]
    topics = [topic for topic, number in named if number is None] if named else list(teaching.curriculum.topics.values())
    decks = [f"{topic.id}/{number}" for topic, number in named if number is not None]
    report = recall_report(teaching, (topic.id for topic in topics))
    _warn_unplaced(teaching, topics)
    if as_json:
        print_json({"topics": [_topic_data(topic) for topic in report], "lessons": [_deck_data(teaching, deck) for deck in decks]})
    else:
        texts = [_topic_text(teaching, topic) for topic in report] + [_deck_text(teaching, deck) for deck in decks]
        click.echo("\n\n".join("\n".join(text) for text in texts))


def _warn_unplaced(teaching: Teaching, topics: list[Topic]) -> None:
    for topic in topics:
        if topic.id not in teaching.timeline.topics:
            click.echo(f"`{topic.id}` stands on no slot of the map, so nothing of it comes back", err=True)


def _topic_data(report: TopicReturns) -> dict[str, Any]:
    return {
        "topic": report.topic.id,
        "words": [_word_data(word) for word in report.words],
        "questions": [_question_data(question) for question in report.questions],
    }


def _word_data(word: WordReturns) -> dict[str, Any]:
    named = {"id": word.id, "term": word.term, "sense": word.sense, "introduced": word.introduced.id}
    return {**named, "returns": word.returns, "used_in": ids(word.used_in), "recalled_in": ids(word.recalled_in)}


def _question_data(question: QuestionReturns) -> dict[str, Any]:
    again = {"returns": len(question.recalled_in), "recalled_in": ids(question.recalled_in)}
    return {"id": question.id, "ask": question.ask, "lesson": question.asked_in.id, **again}


def _deck_data(teaching: Teaching, identity: str) -> dict[str, Any]:
    return {"lesson": identity, "asks": [_recalled_data(question) for question in teaching.recall.decks.get(identity, ())]}


def _recalled_data(question: Recalled) -> dict[str, Any]:
    origin = {"source": question.source, "lesson": question.lesson, "kind": str(question.kind)}
    return {"ask": question.ask, "answer": question.answer, **origin, "distance": str(question.distance) if question.distance else None}


def _topic_text(teaching: Teaching, report: TopicReturns) -> Iterator[str]:
    words, questions = report.words, report.questions
    back = sum(bool(word.returns) for word in words)
    again = sum(bool(question.recalled_in) for question in questions)
    yield heading(topic_and_time(teaching.curriculum, report.topic))
    yield f"  {back} of {counted(len(words), 'word')} come back"
    yield f"  {again} of {counted(len(questions), 'quiz question')} are asked again in recall"
    if words:
        yield f"\n{heading('Words')}"
        yield from columns((("word", "lesson", "used again", "recall", ""), *(_word_row(teaching, word) for word in words)))
    if questions:
        yield f"\n{heading('Quiz questions')}"
        yield from columns((("lesson", "recall", ""), *(_question_row(teaching, question) for question in questions)))


def _word_row(teaching: Teaching, word: WordReturns) -> tuple[str, ...]:
    term = f"{word.term} ({word.sense})" if word.sense else word.term
    where = "; ".join(lessons(teaching.curriculum, word.recalled_in))
    counts = (_times(len(word.used_in), "lesson"), str(len(word.recalled_in) or "-"))
    return term, str(word.introduced.lesson.number), *counts, f"in {where}" if where else "" if word.used_in else "not yet"


def _question_row(teaching: Teaching, question: QuestionReturns) -> tuple[str, ...]:
    where = "; ".join(lessons(teaching.curriculum, question.recalled_in))
    return str(question.asked_in.lesson.number), str(len(question.recalled_in) or "-"), question.ask + (f"  (in {where})" if where else "")


def _times(count: int, noun: str) -> str:
    return counted(count, noun) if count else "-"


def _deck_text(teaching: Teaching, identity: str) -> Iterator[str]:
    deck = teaching.recall.decks.get(identity, ())
    here = teaching.timeline.by_lesson.get(identity)
    yield heading(f"Recall that opens {lesson(teaching.curriculum, here) if here else identity}")
    if not deck:
        yield "  asks nothing"
    for number, question in enumerate(deck, 1):
        yield f"  {number}  {question.ask}"
        yield f"     {question.answer}"
        yield f"     {_origin(teaching, here, question)}"


def _origin(teaching: Teaching, here: Taught | None, question: Recalled) -> str:
    """How far back a question reaches, to which lesson, and what it was made from."""
    source = teaching.timeline.by_lesson.get(question.lesson or "")
    if source is None or question.distance is None:
        return _KINDS[question.kind]
    within = question.distance is Distance.LAST_TOPIC and here is not None and source.topic is here.topic
    distance = "earlier in this topic" if within else _DISTANCES[question.distance]
    return f"{distance}: {lesson(teaching.curriculum, source)}; {_KINDS[question.kind]}"
