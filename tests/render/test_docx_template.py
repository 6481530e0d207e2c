"""What a publisher's own `booklet.docx` must have: what is amiss is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from pptx import Presentation

from packager.render.docx.renderer import render_booklet
from packager.render.docx.template_troubles import TEMPLATE_FILE, template_troubles, wanted_styles
from tests.render.docx_builders import CONTEXT, SMALL
from tests.render.docx_opened import Opened
from tests.render.docx_templates import changed, emptied, style, with_template

DESIGN = Path(__file__).parents[2] / "docs" / "design.md"


def test_a_booklet_of_ours_is_a_template_to_begin_with() -> None:
    assert template_troubles(emptied()) == ()


def test_a_document_in_that_template_is_the_one_without() -> None:
    ours, theirs = Opened(render_booklet(SMALL, CONTEXT).content), Opened(render_booklet(SMALL, with_template(emptied())).content)
    for name in sorted(ours.names() - {"word/settings.xml", "word/styles.xml"}):
        assert theirs.meaning(name) == ours.meaning(name), name


def test_a_missing_style_is_reported_with_its_name_and_the_file() -> None:
    def without(document: Any) -> None:
        for name in ("Pause label", "Tag", "Met before"):
            document.styles.element.remove(style(document, name))

    found = template_troubles(changed(without))
    assert {trouble.code for trouble in found} == {"TPL002"} and {trouble.id for trouble in found} == {TEMPLATE_FILE}
    assert [trouble.message for trouble in found] == [
        "`curriculum/theme/booklet.docx` has no paragraph style `Pause label`",
        "`curriculum/theme/booklet.docx` has no character style `Tag`",
        "`curriculum/theme/booklet.docx` has no table style `Met before`",
    ]


def test_a_style_of_another_kind_is_a_missing_one() -> None:
    def otherwise(document: Any) -> None:
        document.styles.element.remove(style(document, "Icon"))
        document.styles.add_style("Icon", WD_STYLE_TYPE.PARAGRAPH)

    (found,) = template_troubles(changed(otherwise))
    assert found.code == "TPL002"
    assert found.message.endswith("has no character style `Icon`: its style of that name is a paragraph style")


def test_two_styles_of_one_name_are_reported() -> None:
    def twice(document: Any) -> None:
        document.styles.add_style("body TEXT", WD_STYLE_TYPE.PARAGRAPH)

    (found,) = template_troubles(changed(twice))
    assert (found.code, found.message) == ("TPL003", "`curriculum/theme/booklet.docx` has 2 styles of the name `Body Text`")


def test_a_plain_word_file_lacks_each_style_of_ours() -> None:
    file = BytesIO()
    Document().save(file)
    found = template_troubles(file.getvalue())
    assert {trouble.code for trouble in found} == {"TPL002"} and len(found) > 70
    assert not [trouble for trouble in found if "`Heading 1`" in trouble.message or "`List Bullet`" in trouble.message]


def a_presentation() -> bytes:
    file = BytesIO()
    Presentation().save(file)
    return file.getvalue()


def without_part(name: str, content: bytes | None = None) -> bytes:
    file = BytesIO()
    with ZipFile(BytesIO(content or emptied())) as whole, ZipFile(file, "w") as rest:
        for each in whole.namelist():
            if each != name:
                rest.writestr(each, whole.read(each))
    return file.getvalue()


def with_part(name: str, part: bytes, content: bytes | None = None) -> bytes:
    file = BytesIO(without_part(name, content))
    with ZipFile(file, "a") as package:
        package.writestr(name, part)
    return file.getvalue()


def headless() -> bytes:
    made, name = render_booklet(SMALL, CONTEXT).content, "word/_rels/document.xml.rels"
    with ZipFile(BytesIO(made)) as package:
        return with_part(name, re.sub(rb'<Relationship [^>]*Target="header[^>]*>', b"", package.read(name)), made)


DAMAGED: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "text": lambda: b"Dear publisher",
    "cut off": lambda: emptied()[: len(emptied()) // 2],
    "a deck": a_presentation,
    "without styles": lambda: without_part("word/styles.xml"),
    "without a main part": lambda: without_part("word/document.xml"),
    "broken styles": lambda: with_part("word/styles.xml", b"<w:styles"),
    "a header that is not there": headless,
    "broken theme": lambda: with_part("word/theme/theme1.xml", b"no markup"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_no_word_file_is_reported(name: str) -> None:
    (found,) = template_troubles(DAMAGED[name]())
    assert (found.code, found.id) == ("TPL001", TEMPLATE_FILE)


def test_the_design_lists_the_styles_that_are_looked_for() -> None:
    listed = re.search(r"### Styles of booklet\.docx\n(.*?)\n#", DESIGN.read_text("utf-8"), re.DOTALL)
    assert listed is not None
    rows = [line.split("|")[1:-1] for line in listed[1].splitlines() if line.startswith("|")][2:]
    found, kind = [], ""
    for first, _, names in rows:
        kind = first.strip() or kind
        found += [(name, kind) for name in re.findall(r"`([^`]+)`", names)]
    assert sorted(found) == sorted(wanted_styles())
