"""The XLSX renderers, as the table of renderers names them."""

from __future__ import annotations

from packager.document.coverage import Coverage
from packager.document.curriculum_map import CurriculumMap
from packager.document.progression import Progression
from packager.render.renderer import Context, Rendered
from packager.render.xlsx.arrange import arrange_coverage, arrange_map, arrange_progression
from packager.render.xlsx.write import write


def render_map(document: CurriculumMap, context: Context) -> Rendered:
    """The curriculum map as a workbook."""
    return Rendered(write(arrange_map(document, context), context.look))


def render_progression(document: Progression, context: Context) -> Rendered:
    """The progression of vocabulary as a workbook."""
    return Rendered(write(arrange_progression(document, context), context.look))


def render_coverage(document: Coverage, context: Context) -> Rendered:
    """The coverage of the curriculum as a workbook."""
    return Rendered(write(arrange_coverage(document, context), context.look))
