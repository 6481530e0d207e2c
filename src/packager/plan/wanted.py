"""The files that a topic is compiled into. A new product adds its line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from packager.document.booklet import compose_booklet
from packager.document.lesson_deck import compose_deck
from packager.document.vocabulary_sheet import compose_vocabulary_sheet
from packager.model.curriculum import Curriculum
from packager.model.lesson import Lesson
from packager.model.topic import Topic
from packager.plan.artifact import Artifact
from packager.plan.fingerprint import images_in
from packager.plan.names import file_stem, pack_folder
from packager.sequence.teaching import Teaching


@dataclass(frozen=True, slots=True)
class Product:
    """A kind of file a topic has: its name, its formats, and who it is for."""

    name: str
    formats: tuple[str, ...]
    audience: str
    per_lesson: bool
    compose: Callable[..., Any]


PRODUCTS = (
    Product("booklet", ("pdf", "docx"), "pupils", False, compose_booklet),
    Product("deck", ("pptx",), "teachers", True, compose_deck),
    Product("vocabulary", ("docx", "pdf"), "pupils", False, compose_vocabulary_sheet),
)


@dataclass(frozen=True, slots=True)
class Target:
    """A file that a topic has, before anything is composed: `lesson` is None where it is the whole topic's."""

    product: Product
    lesson: Lesson | None
    format: str
    path: str


def targets(curriculum: Curriculum, topic: Topic) -> tuple[Target, ...]:
    """Every file of a topic that stands on a slot, none while it has no lessons; the booklet's PDF first.

    Decks quote the pages of the booklet, so its PDF is what a topic's rendering begins with.
    """
    if not topic.lessons:
        return ()
    unit, slot = curriculum.units[topic.unit], curriculum.slot_by_topic[topic.id]
    name = topic.id.rpartition("/")[2]
    folder = pack_folder(unit.year, slot.half_term, unit.subject, name)
    stem = f"packs/{folder}/{file_stem(unit.year, unit.subject, name)}"
    return tuple(
        Target(product, lesson, extension, f"{stem}-{f'lesson-{lesson.number}' if lesson else product.name}.{extension}")
        for product in PRODUCTS
        for lesson in (topic.lessons if product.per_lesson else (None,))
        for extension in product.formats
    )


def wanted(teaching: Teaching, topic: Topic) -> Iterator[Artifact]:
    """The artifacts of a topic, each with its document; one document serves all formats of a product."""
    documents: dict[tuple[str, int | None], Any] = {}
    for target in targets(teaching.curriculum, topic):
        key = (target.product.name, target.lesson.number if target.lesson else None)
        if key not in documents:
            given = (teaching, topic, target.lesson) if target.lesson else (teaching, topic)
            documents[key] = target.product.compose(*given)
        yield _artifact(teaching.curriculum, topic, target, documents[key])


def _artifact(curriculum: Curriculum, topic: Topic, target: Target, document: Any) -> Artifact:
    return Artifact(
        path=target.path,
        product=target.product.name,
        format=target.format,
        topic=topic.id,
        lesson=target.lesson.number if target.lesson else None,
        year=curriculum.units[topic.unit].year,
        audience=target.product.audience,
        document=document,
        sources=_sources(topic, document, target.lesson),
    )


def _sources(topic: Topic, document: Any, lesson: Lesson | None) -> tuple[str, ...]:
    lessons = (each.file for each in topic.lessons if lesson in (None, each))
    media = {image.path for image in images_in(document)}
    return (f"units/{topic.unit}/unit.yaml", topic.file, *lessons, *sorted(media))
