"""The files that belong to the whole programme and to no one topic. A new one adds its line here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from packager.diagnostics.diagnostic import Diagnostic
from packager.document.coverage import compose_coverage
from packager.document.curriculum_map import compose_curriculum_map, compose_poster, years_on_map
from packager.document.progression import compose_progression
from packager.document.year_timeline import compose_year_timeline, years_with_dates
from packager.model.curriculum import COVERAGE_FILE, MAP_FILE, PROGRAMME_FILE, Curriculum
from packager.plan.artifact import Artifact
from packager.plan.composed import Composed
from packager.sequence.teaching import Teaching

FOLDER = "curriculum"


@dataclass(frozen=True, slots=True)
class WholeProduct:
    """A kind of file of the whole programme, one for each year where `per_year`."""

    name: str
    format: str
    stem: str
    compose: Callable[..., Any]
    per_year: bool = False


WHOLE_PRODUCTS = (
    WholeProduct("curriculum-map", "pdf", "curriculum-map", compose_poster, per_year=True),
    WholeProduct("curriculum-map", "xlsx", "curriculum-map", compose_curriculum_map),
    WholeProduct("timeline", "pdf", "timeline", compose_year_timeline, per_year=True),
    WholeProduct("progression", "pdf", "vocabulary-progression", compose_progression),
    WholeProduct("progression", "xlsx", "vocabulary-progression", compose_progression),
    WholeProduct("coverage", "xlsx", "curriculum-coverage", compose_coverage),
)
WHOLE_NAMES = tuple(dict.fromkeys(product.name for product in WHOLE_PRODUCTS))


@dataclass(frozen=True, slots=True)
class WholeTarget:
    """A file of the whole programme before it is composed; `year` is None where it is of all years."""

    product: WholeProduct
    year: int | None
    path: str


def whole_targets(curriculum: Curriculum) -> tuple[WholeTarget, ...]:
    """Every file of the whole programme; none of a kind that would have nothing in it."""
    return tuple(_targets(curriculum))


def whole_wanted(teaching: Teaching, names: Collection[str]) -> Iterator[Artifact]:
    """The artifacts of the products named, each with its document; one serves all formats of a product."""
    documents: dict[tuple[Any, int | None], Composed] = {}
    for target in whole_targets(teaching.curriculum):
        if target.product.name in names:
            compose, year = target.product.compose, target.year
            if (compose, year) not in documents:
                documents[compose, year] = Composed(partial(compose, teaching, *(() if year is None else (year,))))
            yield Artifact(
                path=target.path,
                product=target.product.name,
                format=target.product.format,
                topic=None,
                lesson=None,
                year=year,
                audience="teachers",
                composed=documents[compose, year],
                sources=_sources(teaching.curriculum),
            )


def is_whole_stopped(stopped: Collection[str], diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether the programme is not whole: some topic has errors, or a file of `curriculum/` has."""
    return bool(stopped) or any(d.is_error and d.span.file.startswith("curriculum/") for d in diagnostics)


def _targets(curriculum: Curriculum) -> Iterator[WholeTarget]:
    years, words = years_on_map(curriculum), any(topic.vocabulary for topic in curriculum.topics.values())
    dated = years_with_dates(curriculum)
    filled = {"curriculum-map": bool(years), "timeline": bool(dated), "progression": words, "coverage": bool(curriculum.requirements)}
    for product in WHOLE_PRODUCTS:
        of_each = dated if product.name == "timeline" else years
        for year in (of_each if product.per_year else (None,)) if filled[product.name] else ():
            name = product.stem if year is None else f"{product.stem}-year-{year}"
            yield WholeTarget(product, year, f"{FOLDER}/{name}.{product.format}")


def _sources(curriculum: Curriculum) -> tuple[str, ...]:
    read = (file for file in (PROGRAMME_FILE, MAP_FILE, COVERAGE_FILE) if file in curriculum.trees)
    topics = (file for topic in curriculum.topics.values() for file in (topic.file, *(lesson.file for lesson in topic.lessons)))
    return (*read, *(unit.file for unit in curriculum.units.values()), *topics)
