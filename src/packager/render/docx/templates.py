"""The template of each product, compiled once for each look, edition and language."""

from __future__ import annotations

from functools import lru_cache

from packager.render.docx.compiled import CompiledTemplate
from packager.render.docx.editions import in_edition
from packager.render.docx.guide_styles import guide_styles
from packager.render.docx.sheet_styles import sheet_styles
from packager.render.docx.style import Style
from packager.render.docx.styles import YOUNG, booklet_styles
from packager.render.docx.template import own_template
from packager.render.editions import STANDARD, Edition
from packager.render.look import Look
from packager.render.margins import Product
from packager.render.renderer import Context

TEMPLATE = "booklet.docx"
"""The publisher's own template, for every Word file of a topic."""


def template_for(product: Product, context: Context, language: str, year: int = YOUNG) -> CompiledTemplate:
    """The template of a document: the publisher's own if there is one. The inclusive editions have ours.

    They promise sizes, faces and grounds that a template made for the standard edition does not keep.
    """
    given = context.templates.get(TEMPLATE)
    if given is not None and context.edition == STANDARD:
        # Imported late: python-docx takes 60 ms, and most builds have no template to read.
        from packager.render.docx.publisher import publishers_template

        return publishers_template(given, language).compiled
    return template_of(product, context.look, context.edition, language, min(year, YOUNG + 1))


@lru_cache(maxsize=64)
def template_of(product: Product, look: Look, edition: Edition = STANDARD, language: str = "en-GB", year: int = YOUNG) -> CompiledTemplate:
    """Our own template of a product in an edition; the text of booklets is larger up to Year 4."""
    return own_template(in_edition(_styles(product, look, edition, year), edition, look), look, language)


def all_styles(look: Look, edition: Edition = STANDARD, year: int = YOUNG) -> tuple[Style, ...]:
    """The styles of all products; of those that have one name, the booklet's."""
    found: dict[str, Style] = {}
    for style in (*booklet_styles(look, year, edition), *sheet_styles(look, edition), *guide_styles(look)):
        found.setdefault(style.name, style)
    return tuple(found.values())


def _styles(product: Product, look: Look, edition: Edition, year: int) -> tuple[Style, ...]:
    """Those of booklets are all: each is a template that a publisher can begin with."""
    if product == "booklet":
        return all_styles(look, edition, year)
    return sheet_styles(look, edition) if product == "sheet" else guide_styles(look)
