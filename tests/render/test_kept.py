"""Drawings are laid out and written once, and are known again by all that they are made of."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from packager.document.nodes import Drawing
from packager.drawing.draw import draw
from packager.model import drawings
from packager.render import drawn, kept
from packager.render.deck import DrawingSlot
from packager.render.drawn import for_office, for_print
from packager.render.editions import EDITIONS, look_in
from packager.render.kept import Kept
from packager.render.media import Media
from packager.render.pptx import known
from packager.render.pptx.arrange import arrange
from packager.render.pptx.renderer import render_deck
from packager.render.pptx.roles import Inks
from packager.render.pptx.write_drawing import written
from tests.render.docx_builders import CONTEXT, SMALL
from tests.render.lessons import Given, small_lesson

MADE = Kept([1, "two", None, [0.1]], "a text\nof two lines, with Nil and النيل")
MAP = next(block for block in SMALL.chapters[0].blocks if isinstance(block, Drawing) and isinstance(block.model, drawings.Map))


class Memory:
    """A store that stays from one build to the next."""

    def __init__(self) -> None:
        self.items: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.items.get(key)

    def put(self, key: str, content: bytes) -> None:
        self.items[key] = content


@pytest.fixture
def given(tmp_path: Path) -> Given:
    return small_lesson(tmp_path)


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of drawings as they are laid out, none of which the process remembers from other tests."""
    titles = list[str]()

    def noting(model: Any, *arguments: Any) -> Any:
        titles.append(model.title)
        return draw(model, *arguments)

    for module in (known, drawn):
        module._laid_out.cache_clear()
        monkeypatch.setattr(module, "draw", noting)
    return titles


def anew(given: Given, store: Memory) -> Given:
    """The same lesson in a later build, whose pictures are read again."""
    return replace(given, context=replace(given.context, media=Media(given.context.media._read, store)))


# What is kept


def test_a_text_is_made_once_and_comes_back_as_it_was() -> None:
    store, made = Memory(), list[int]()
    for _ in range(2):
        media = Media(lambda path: b"", store)
        for _ in range(2):
            assert kept.kept(media, ("a map", "of Egypt"), lambda: made.append(1) or MADE) == MADE  # type: ignore[func-returns-value]
    assert made == [1] and len(store.items) == 1


def test_what_depends_on_something_else_is_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    media = Media(lambda path: b"")
    assert kept.kept(media, ("a", "b c"), lambda: MADE) == MADE
    other = replace(MADE, text="another")
    assert kept.kept(media, ("a b", "c"), lambda: other) == other
    monkeypatch.setattr(kept, "renderer_version", lambda: "of the next release")
    assert kept.kept(media, ("a", "b c"), lambda: other) == other


def test_the_same_is_kept_as_the_same_bytes() -> None:
    assert kept._packed(MADE) == kept._packed(MADE)
    assert json.loads(json.dumps(MADE.facts)) == MADE.facts


# Decks


def test_a_later_build_lays_out_no_drawing_of_a_deck_and_writes_the_same_bytes(given: Given, laid_out: list[str]) -> None:
    store = Memory()
    first = anew(given, store)
    content = render_deck(first.lesson, first.context).content
    assert laid_out == ["Where Rome lies", "The first kings", "From marsh to forum"]
    second = anew(given, store)
    known._laid_out.cache_clear()
    assert render_deck(second.lesson, second.context).content == content
    assert len(laid_out) == 3


def test_the_shapes_of_a_known_drawing_are_laid_out_when_they_are_asked_for_and_are_those_that_were_written(
    given: Given, laid_out: list[str]
) -> None:
    store = Memory()
    arrange(given.lesson, anew(given, store).context)
    laid_out.clear()
    known._laid_out.cache_clear()
    context = anew(given, store).context
    deck = arrange(given.lesson, context).deck
    slots = [slot for slide in deck.slides for slot in slide.slots if isinstance(slot, DrawingSlot)]
    assert len(slots) == 3 and not laid_out
    for slot in slots:
        assert isinstance(slot.shown, known.Known)
        assert written(slot.root, slot.box[:2], Inks(context.look), deck.language) == slot.shown.written
    assert len(laid_out) == 3


def test_another_colour_of_the_subject_is_another_drawing(given: Given, laid_out: list[str]) -> None:
    first = anew(given, Memory())
    render_deck(first.lesson, first.context)
    laid_out.clear()
    known._laid_out.cache_clear()
    render_deck(first.lesson, replace(first.context, look=replace(first.context.look, accent="#0A6F70")))
    assert len(laid_out) == 3


# Booklets and guides


def test_a_drawing_on_paper_is_known_by_its_width_its_format_and_its_edition(laid_out: list[str]) -> None:
    store = Memory()

    def context() -> Any:
        return replace(CONTEXT, media=Media(CONTEXT.media._read, store))

    large = EDITIONS["large-print"]
    wanted = [
        lambda: for_print(MAP, 148, context()),
        lambda: for_office(MAP, 148, context()),
        lambda: for_print(MAP, 120, context()),
        lambda: for_print(MAP, 148, replace(context(), edition=large, look=look_in(large, CONTEXT.look))),
    ]
    first = [ask() for ask in wanted]
    assert len({each.svg for each in first}) == len(store.items) == 4
    laid_out.clear()
    drawn._laid_out.cache_clear()
    assert [ask() for ask in wanted] == first and not laid_out


def test_a_picture_in_a_drawing_is_not_kept_with_it(laid_out: list[str]) -> None:
    store = Memory()
    blocks = [block for block in SMALL.chapters[0].blocks if isinstance(block, Drawing)]
    labelled = next(block for block in blocks if isinstance(block.model, drawings.Labelled))
    assert "data:image/jpeg;base64," in for_print(labelled, 148, replace(CONTEXT, media=Media(CONTEXT.media._read, store))).svg
    assert "data:image/jpeg;base64," in for_print(labelled, 148, replace(CONTEXT, media=Media(CONTEXT.media._read, store))).svg
    assert len(laid_out) == 1 and all(len(item) < 4000 for item in store.items.values())
