"""Lessons for the tests of decks: one that shows every layout, and the shipped ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from packager.document.lesson_deck import LessonDeck, compose_deck
from packager.model.curriculum import Curriculum
from packager.model.load import load
from packager.render.look import Look
from packager.render.media import Media
from packager.render.renderer import Context
from packager.sequence.sequenced import sequence
from packager.sequence.teaching import teach
from packager.source.files import SourceFolder
from tests.builders import SVG, TOPIC, curriculum
from tests.packs import REPOSITORY

TOPIC_TEXT = """\
title: Rome
cover: {image: media/hills.svg, alt: Seven hills beside a river, credit: 'Drawn by us, CC0-1.0'}
vocabulary:
  - {term: hill, lesson: 1, meaning: high ground, example: They climbed the hill.}
  - {term: senate, lesson: 1, say: SEN-ut, meaning: a council of old and powerful men, example: The senate met at dawn.}
  - {term: forum, lesson: 1, say: FOR-um, meaning: an open place in the middle of a Roman town where people met}
  - {term: toga, lesson: 1, say: TOH-guh, meaning: a long piece of cloth worn by men, example: His toga was white.}
"""
LESSON = """\
title: Seven hills
question: Why did a city grow here?
outcome: I can say why Rome grew.
story_cue: Stand at the window and look for high ground.
know: [Rome stands on seven hills., A river ran below them., The forum lay between the hills.]
recall:
  - {ask: Which sea is south of Europe?, answer: the Mediterranean}
  - {ask: What is a city?, answer: a large town}
chapter:
  - text: |
      Long ago there were seven hills beside a river. Each hill had a village of its own. Nobody called it a city.

      Then the villages *joined*. A senate of old men met on one hill. It chose what to do.
  - heading: The forum
  - text: |
      Between the hills lay a marsh. The kings drained it, and it became the forum. People bought and sold there:

      - bread and oil
      - news

      Men came in their toga.
  - figure: {image: media/hills.svg, alt: A plain brown field, caption: The marsh before it was drained, credit: 'Drawn by us, CC0-1.0'}
  - source: {text: 'The city rose, hill by hill.', from: a Roman poet, date: about 20 BCE}
  - pause: {ask: Why build on a hill?, how: Think alone first., answer: It is safe and dry.}
  - map: {title: Where Rome lies, alt: Map of Italy with Rome on its western side, bounds: [6, 36, 19, 47],
          places: [{at: [12.5, 41.9], name: Rome}],
          look_for: [the river Tiber, the sea]}
  - timeline: {title: The first kings, alt: Timeline of the kings of Rome, from: -760, to: -500, ask: Who came last?,
               events: [{at: -753, text: Rome is founded, about: true}, {at: -509, text: The last king is driven out}]}
  - diagram: {kind: sequence, title: From marsh to forum, alt: Three steps one after another, steps: [a marsh, a drain, a forum],
              points: [It took years.]}
  - table: {title: Kings, columns: [King, Deed], rows: [[Romulus, built the wall], [Ancus, built the bridge]]}
talk: {prompt: What would you sell in the forum?, starters: [I would sell …, Because …]}
task: {instruction: Draw the seven hills., support: ['Words: hill, river'], challenge: Explain why the marsh mattered.}
quiz:
  - {ask: How many hills has Rome?, answer: seven, wrong: [five, six, nine]}
  - {ask: What lay between them?, answer: a marsh, wrong: [a lake]}
  - {ask: Who met on the hill?, answer: the senate, wrong: [the pirates, the farmers, the kings]}
  - {ask: What is a toga?, answer: cloth, wrong: [bread]}
  - {ask: Why was the forum drained?, answer: So that people could meet and trade there.}
"""


@dataclass(frozen=True)
class Given:
    """A lesson's deck and what it is rendered with."""

    lesson: LessonDeck
    context: Context


def small_lesson(root: Path, text: str = LESSON, topic: str = TOPIC_TEXT, pages: bool = True) -> Given:
    """The lesson above, or another in its place, composed from files under `root`."""
    files = {f"{TOPIC}/lesson-1.yaml": text, f"{TOPIC}/topic.yaml": topic, f"{TOPIC}/media/hills.svg": SVG}
    return _given(root, curriculum(root, dict(files)), "history/rome", 1, pages)


def shipped_lesson(topic: str, number: int) -> Given:
    """A lesson of the curriculum that this repository ships."""
    loaded, _ = load(SourceFolder(REPOSITORY))
    assert loaded is not None
    return _given(REPOSITORY, loaded, topic, number, True)


def shipped_lessons(topic: str) -> list[Given]:
    """Every lesson of a topic that this repository ships."""
    loaded, _ = load(SourceFolder(REPOSITORY))
    assert loaded is not None
    return [_given(REPOSITORY, loaded, topic, number, True) for number in range(1, len(loaded.topics[topic].lessons) + 1)]


def _given(root: Path, loaded: Curriculum, topic_id: str, number: int, pages: bool) -> Given:
    topic = loaded.topics[topic_id]
    lesson = compose_deck(teach(sequence(loaded)), topic, topic.lessons[number - 1])
    look = Look(loaded.theme, lesson.imprint.colour, lesson.imprint.pattern)
    known = {f"lesson-{number}": 3, f"lesson-{number}/end": 8, **dict.fromkeys(lesson.blocks, 4)} if pages else {}
    return Given(lesson, Context(look, Media(lambda path: (root / path).read_bytes()), known))
