"""The digest of what a file says: the same for the same document, another for any other, and found out once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from packager import pipeline
from packager.document.booklet import Booklet, compose_booklet
from packager.document.chapter import Chapters
from packager.document.lesson_deck import compose_deck
from packager.document.nodes import Image, Paragraph, Run, Style
from packager.plan.artifact import Artifact
from packager.plan.composed import composed
from packager.plan.fingerprint import digested, digests_of, fingerprint, images_in
from packager.plan.wanted import EDITIONS, wanted
from packager.plan.whole import whole_wanted
from packager.sequence.teaching import Teaching
from tests.document.programme import EGYPT, programme, topic_of
from tests.packs import REPOSITORY

READ = {"a.png": b"a", "b.png": b"b"}.__getitem__


@lru_cache(maxsize=1)
def shipped() -> Teaching:
    """The programme that is shipped, as it is taught."""
    teaching = pipeline.read(REPOSITORY)
    assert teaching is not None
    return teaching


def shown(*paths: str) -> tuple[Image, ...]:
    return tuple(Image(path, "a picture", "ours") for path in paths)


def artifacts() -> list[Artifact]:
    """Of all topics that are shipped, in every edition."""
    teaching = shipped()
    return [artifact for topic in teaching.curriculum.topics.values() for artifact in wanted(teaching, topic, EDITIONS)]


def test_what_is_composed_anew_has_the_same_digest(tmp_path: Path) -> None:
    first, second = (compose_booklet(teaching, topic_of(teaching, EGYPT)) for teaching in (programme(tmp_path / n) for n in "ab"))
    assert first is not second and first == second
    assert digested(first) == digested(second)


@pytest.mark.parametrize(
    "other",
    [
        Paragraph("b", (Run("The flood"),)),
        Paragraph("a", (Run("The floods"),)),
        Paragraph("a", (Run("The flood", Style.TERM),)),
        Paragraph("a", (Run("The "), Run("flood"))),
        Paragraph("a", (Run("The flood"), Run(""))),
        Paragraph("a", ()),
        (Paragraph("a", (Run("The flood"),)),),
    ],
    ids=range(7),
)
def test_whatever_is_said_otherwise_has_another_digest(other: object) -> None:
    assert digested(other).digest != digested(Paragraph("a", (Run("The flood"),))).digest


def test_nothing_and_an_empty_text_are_told_apart() -> None:
    assert digested((None,)).digest != digested(("",)).digest != digested(("None",)).digest
    assert digested((1, True, 1.0)).digest != digested((1, 1, 1.0)).digest != digested((1, 1, 1)).digest


def test_texts_that_are_not_unicode_have_a_digest() -> None:
    assert digested("\ud800").digest != digested("\ud801").digest


def test_the_pictures_are_those_of_the_document() -> None:
    for artifact in artifacts():
        assert artifact.told.pictures == tuple(sorted({image.path for image in images_in(artifact.document)}))


def test_a_document_and_its_digest_give_the_same_fingerprint() -> None:
    theme = shipped().curriculum.theme
    document = shown("b.png", "a.png")
    plain = fingerprint(document, theme, READ, "pdf", {"lesson-1": 2})
    assert fingerprint(digested(document), theme, digests_of(READ), "pdf", {"lesson-1": 2}) == plain
    others = [
        fingerprint(shown("a.png", "a.png"), theme, READ, "pdf", {"lesson-1": 2}),
        fingerprint(document, theme, lambda path: READ(path) + b"!", "pdf", {"lesson-1": 2}),
        fingerprint(document, theme, READ, "docx", {"lesson-1": 2}),
        fingerprint(document, theme, READ, "pdf", {"lesson-1": 3}),
        fingerprint(document, theme.model_copy(update={"credit_note": "Other."}), READ, "pdf", {"lesson-1": 2}),
    ]
    assert len({plain, *others}) == 6


def test_a_picture_is_read_once() -> None:
    asked = list[str]()

    def read(path: str) -> bytes:
        asked.append(path)
        return READ(path)

    digests = digests_of(read)
    for _ in range(3):
        fingerprint(shown("a.png", "b.png"), shipped().curriculum.theme, digests, "pdf", {})
    assert asked == ["a.png", "b.png"]


def test_formats_and_editions_of_one_document_share_its_digest() -> None:
    teaching = shipped()
    topic = next(topic for topic in teaching.curriculum.topics.values() if topic.lessons)
    booklets = [artifact for artifact in wanted(teaching, topic, EDITIONS) if artifact.product == "booklet"]
    assert len(booklets) > 2 and len({id(booklet.told) for booklet in booklets}) == 1
    assert booklets[0].told == digested(booklets[0].document) == composed(booklets[0].document).told


def test_files_of_the_whole_programme_have_digests_too() -> None:
    for artifact in whole_wanted(shipped(), ("curriculum-map", "progression", "coverage")):
        assert artifact.told == digested(artifact.document)


def test_chapters_that_are_shared_give_the_same_documents(tmp_path: Path) -> None:
    teaching = programme(tmp_path)
    topic = topic_of(teaching, EGYPT)
    shared = Chapters(topic)
    booklet: Booklet = compose_booklet(teaching, topic, shared)
    assert booklet == compose_booklet(teaching, topic)
    for lesson in topic.lessons:
        assert compose_deck(teaching, topic, lesson, shared) == compose_deck(teaching, topic, lesson)
        assert shared.of(lesson) is shared.of(lesson)
