"""The files that a topic is compiled into. A new product adds its line here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from packager.document.booklet import compose_booklet
from packager.document.chapter import Chapters
from packager.document.flashcards import compose_flashcards
from packager.document.lesson_deck import compose_deck
from packager.document.teacher_guide import compose_teacher_guide
from packager.document.vocabulary_sheet import compose_vocabulary_sheet
from packager.model.curriculum import Curriculum
from packager.model.lesson import Lesson
from packager.model.topic import Topic
from packager.plan.artifact import Artifact
from packager.plan.composed import Composed
from packager.plan.fingerprint import Digested
from packager.plan.names import file_stem, pack_folder
from packager.sequence.teaching import Teaching


@dataclass(frozen=True, slots=True)
class Product:
    """A kind of file a topic has: its name, its formats, who it is for, and the products it counts pages or slides of."""

    name: str
    formats: tuple[str, ...]
    audience: str
    per_lesson: bool
    compose: Callable[..., Any]
    needs: tuple[str, ...] = ()
    has_editions: bool = False
    """Whether it is also made in the inclusive editions."""
    shares: bool = False
    """Whether `compose` takes the Chapters of the topic too: what several documents show is worked out once."""


STANDARD = "standard"
EDITIONS = (STANDARD, "large-print", "easy-read", "ink-saver")
PRODUCTS = (
    Product("booklet", ("pdf", "docx"), "pupils", False, compose_booklet, ("booklet",), has_editions=True, shares=True),
    Product("deck", ("pptx",), "teachers", True, compose_deck, ("booklet",), shares=True),
    Product("vocabulary", ("docx", "pdf"), "pupils", False, compose_vocabulary_sheet, has_editions=True, shares=True),
    Product(
        "teacher-guide", ("docx", "pdf"), "teachers", False, compose_teacher_guide, ("booklet", "deck"), has_editions=True, shares=True
    ),
    Product("flashcards", ("csv",), "pupils", False, compose_flashcards),
)
"""In the order of rendering: a product stands behind those it needs. The first format of one is what is counted."""


@dataclass(frozen=True, slots=True)
class Target:
    """A file that a topic has, before anything is composed: `lesson` is None where it is the whole topic's."""

    product: Product
    lesson: Lesson | None
    format: str
    path: str
    edition: str = STANDARD


def targets(curriculum: Curriculum, topic: Topic) -> tuple[Target, ...]:
    """Every file of a topic that stands on a slot in every edition, none while it has no lessons.

    The standard booklet's PDF, which decks quote, is the first.
    """
    if not topic.lessons:
        return ()
    unit, slot = curriculum.units[topic.unit], curriculum.slot_by_topic[topic.id]
    name = topic.id.rpartition("/")[2]
    folder = pack_folder(unit.year, slot.half_term, unit.subject, name)
    stem = f"packs/{folder}/{file_stem(unit.year, unit.subject, name)}"
    return tuple(
        Target(product, lesson, extension, f"{stem}-{_name(product, lesson, edition)}.{extension}", edition)
        for product in PRODUCTS
        for lesson in (topic.lessons if product.per_lesson else (None,))
        for edition in (EDITIONS if product.has_editions else (STANDARD,))
        for extension in product.formats
    )


def _name(product: Product, lesson: Lesson | None, edition: str) -> str:
    name = f"lesson-{lesson.number}" if lesson else product.name
    return name if edition == STANDARD else f"{name}-{edition}"


Known = Mapping[str, Digested]
"""What stands for documents that need not be composed for it: by product, `deck`, or product and lesson, `deck/2`."""


def wanted(
    teaching: Teaching, topic: Topic, editions: Collection[str] = (STANDARD,), known: Known = MappingProxyType({})
) -> Iterator[Artifact]:
    """The artifacts of a topic in `editions`, each with its document; one serves all formats and editions of a product."""
    documents, chapters = dict[str, Composed](), Chapters(topic)
    for target in targets(teaching.curriculum, topic):
        if target.edition in editions:
            name = document_name(target.product.name, target.lesson.number if target.lesson else None)
            if name not in documents:
                documents[name] = Composed(partial(_compose, teaching, topic, target, chapters), known.get(name))
            yield _artifact(teaching.curriculum, topic, target, documents[name])


def document_name(product: str, lesson: int | None) -> str:
    """What a document goes by within its topic: `booklet`, `deck/2`."""
    return product if lesson is None else f"{product}/{lesson}"


def _compose(teaching: Teaching, topic: Topic, target: Target, chapters: Chapters) -> Any:
    lesson, shared = (target.lesson,) if target.lesson else (), (chapters,) if target.product.shares else ()
    return target.product.compose(teaching, topic, *lesson, *shared)


def _artifact(curriculum: Curriculum, topic: Topic, target: Target, composed: Composed) -> Artifact:
    return Artifact(
        path=target.path,
        product=target.product.name,
        format=target.format,
        topic=topic.id,
        lesson=target.lesson.number if target.lesson else None,
        year=curriculum.units[topic.unit].year,
        audience=target.product.audience,
        composed=composed,
        sources=_sources(topic, composed.told, target.lesson),
        edition=target.edition,
        needs=target.product.needs,
    )


def counted_for(products: Collection[str]) -> frozenset[tuple[str, str]]:
    """The products and formats whose pages or slides some of `products` quote."""
    return frozenset((need, _first_format(need)) for product in PRODUCTS if product.name in products for need in _all_needs(product.name))


def _all_needs(name: str) -> frozenset[str]:
    needs = next(product.needs for product in PRODUCTS if product.name == name)
    return frozenset(needs).union(*(_all_needs(need) for need in needs if need != name))


def _first_format(name: str) -> str:
    return next(product.formats[0] for product in PRODUCTS if product.name == name)


def _sources(topic: Topic, digest: Digested, lesson: Lesson | None) -> tuple[str, ...]:
    lessons = (each.file for each in topic.lessons if lesson is None or each is lesson)
    return (f"units/{topic.unit}/unit.yaml", topic.file, *lessons, *digest.pictures)
