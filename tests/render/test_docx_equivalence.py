"""Files written as text are those that python-docx and lxml would have written, part by part."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from packager.document.nodes import Figure, Image, Paragraph, Table
from packager.document.teacher_guide import compose_teacher_guide
from packager.render.docx.arrange import arrange_booklet
from packager.render.docx.arranged import Arranged
from packager.render.docx.editions import laid_out_in
from packager.render.docx.guide import arrange_guide
from packager.render.docx.pictures import Pictures
from packager.render.docx.sheet import arrange_sheet
from packager.render.docx.templates import template_of
from packager.render.docx.write import write
from packager.render.editions import EDITIONS, booklet_in, look_in
from packager.render.margins import Product
from packager.render.renderer import Context
from tests.render.docx_builders import CONTEXT, SHEET, SMALL, runs
from tests.render.docx_files import EGYPT, egypt, egypt_context, egypt_sheet, teaching
from tests.render.docx_opened import Opened
from tests.render.docx_oracle.write import write as write_with_python_docx

PRODUCTS: tuple[Product, ...] = ("booklet", "sheet", "guide")


def in_edition(name: str, context: Context) -> Context:
    edition = EDITIONS[name]
    return Context(look_in(edition, context.look), context.media, context.pages, edition=edition)


def arranged(product: Product, context: Context) -> Arranged:
    if product == "booklet":
        return arrange_booklet(egypt(), context)
    if product == "sheet":
        return arrange_sheet(egypt_sheet(), context.edition)
    return arrange_guide(compose_teacher_guide(teaching(), teaching().curriculum.topics[EGYPT]), context)


@cache
def both(product: Product, edition: str) -> tuple[bytes, bytes]:
    """A document of the shipped topic as it is written, and as the oracle writes it."""
    context = in_edition(edition, egypt_context())
    return _both(laid_out_in(context.edition, arranged(product, context)), product, context)


def _both(document: Arranged, product: Product, context: Context) -> tuple[bytes, bytes]:
    template, pictures = template_of(product, context.look, context.edition), Pictures(document, context)
    return write(document, template, pictures), write_with_python_docx(document, template, pictures)


def same(ours: bytes, oracles: bytes) -> None:
    written, expected = Opened(ours), Opened(oracles)
    assert written.names() == expected.names()
    assert written.types() == expected.types()
    for name in sorted(expected.names()):
        assert written.meaning(name) == expected.meaning(name), name
        assert sorted(written.relations(name).values()) == sorted(expected.relations(name).values()), name


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("product", PRODUCTS)
def test_a_shipped_document_is_that_of_the_oracle(product: Product, edition: str) -> None:
    same(*both(product, edition))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_kind_of_block_is_that_of_the_oracle(edition: str) -> None:
    context = in_edition(edition, CONTEXT)
    same(*_both(arrange_booklet(booklet_in(context.edition, SMALL), context), "booklet", context))
    same(*_both(arrange_sheet(SHEET, context.edition), "sheet", context))


@pytest.mark.parametrize("words", ["<w:p/> & ]]> \"'", "a\tb\nc\rd", "\x0b\x00\ud800\uffff\U0001f300 é", "", " leading and trailing "])
def test_any_text_is_that_of_the_oracle(words: str) -> None:
    imprint = replace(SMALL.imprint, title=words, publisher=words, licence=words, question=words)
    shown = Figure("lesson-2/chapter/1", words, Image("wide.png", words, words), words)
    table = Table("lesson-2/chapter/2", words, (words, words), ((words, words),))
    chapter = replace(SMALL.chapters[1], title=words, blocks=(shown, table, Paragraph(f"lesson-2/{words}", runs(words))))
    same(*_both(arrange_booklet(replace(SMALL, imprint=imprint, chapters=(chapter,)), CONTEXT), "booklet", CONTEXT))
