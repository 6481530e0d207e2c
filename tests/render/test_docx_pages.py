"""What stays together on the pages of Word files, and which pictures are sharp enough to be printed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image as PictureFile

from packager.document.nodes import Block, Drawing, Figure
from packager.render.docx.renderer import render_booklet
from packager.render.editions import EDITIONS
from packager.render.media import Media
from tests.builders import picture
from tests.render.docx_builders import CONTEXT, FILES, SMALL, image
from tests.render.docx_files import ALL, R, W, content, part, style_name, value

# What stays together


def effective(name: str, style: Any, switch: str) -> bool:
    """Whether a style, or the nearest that it is based on and that says so, has a switch on."""
    by_id = {each.get(f"{W}styleId"): each for each in part(name, "word/styles.xml").iter(f"{W}style")}
    while style is not None:
        found = style.find(f"{W}pPr/{W}{switch}")
        if found is not None:
            return found.get(f"{W}val") != "0"
        style = by_id.get(value(style.find(f"{W}basedOn")))
    return False


@ALL
def test_every_heading_keeps_with_the_next_paragraph(name: str) -> None:
    headings = [style for style in part(name, "word/styles.xml").iter(f"{W}style") if effective_outline(name, style)]
    assert headings and all(effective(name, style, "keepNext") for style in headings)


def effective_outline(name: str, style: Any) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.find(f"{W}pPr/{W}outlineLvl") is not None


@pytest.mark.parametrize(
    ("style", "follows"), [("Figure", ("caption", "Caption and hint")), ("Caption and hint", ("Hint",)), ("Table title", ("Table Head",))]
)
def test_a_picture_keeps_with_its_caption_and_a_title_with_its_table(style: str, follows: tuple[str, ...]) -> None:
    names = style_name("small")
    own = next(each for each in part("small", "word/styles.xml").iter(f"{W}style") if names[each.get(f"{W}styleId")] == style)
    assert effective("small", own, "keepNext")
    order = [names[value(found)] for found in part("small").iter(f"{W}pStyle")]
    places = [place for place, found in enumerate(order) if found == style]
    assert places and {order[place + 1] for place in places} <= set(follows)


def test_boxes_and_captions_are_not_torn_apart() -> None:
    names = style_name("small")
    styles = {names[each.get(f"{W}styleId")]: each for each in part("small", "word/styles.xml").iter(f"{W}style")}
    for name in ("Pause label", "Pause question", "Source label", "Source"):
        assert effective("small", styles[name], "keepNext"), name
    for name in ("Pause end", "Pause how", "Source end", "Source attribution", "caption", "Hint", "Question"):
        assert effective("small", styles[name], "keepLines"), name
    for name in ("Pause end", "Pause how", "Source end", "Source attribution", "caption", "Hint"):
        assert not effective("small", styles[name], "keepNext"), name


@ALL
def test_no_line_stands_alone_and_no_row_is_torn(name: str) -> None:
    """Word keeps two lines of a paragraph together at least, unless a style says otherwise."""
    root = part(name, "word/styles.xml")
    assert root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl") is not None
    assert not [found for style in root.iter(f"{W}style") for found in style.iter(f"{W}widowControl")]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in part(name).iter(f"{W}tr"))


@ALL
def test_pictures_keep_their_ratio(name: str) -> None:
    """What of a picture is not cropped has the shape of its frame, to a hundredth."""
    with ZipFile(BytesIO(content(name))) as package:
        related = etree.fromstring(package.read("word/_rels/document.xml.rels"))
        sizes = {each.get("Id"): png_or_jpeg(package.read(f"word/{each.get('Target')}")) for each in related if is_picture(each)}
    for shown in part(name).iter("{*}pic"):
        extent, crop = shown.find("{*}spPr/{*}xfrm/{*}ext"), shown.find("{*}blipFill/{*}srcRect")
        kept = {side: 1 - sum(int(crop.get(edge, 0)) for edge in side) / 100_000 if crop is not None else 1.0 for side in ("lr", "tb")}
        width, height = sizes[shown.find("{*}blipFill/{*}blip").get(f"{R}embed")]
        assert width * kept["lr"] / (height * kept["tb"]) == pytest.approx(int(extent.get("cx")) / int(extent.get("cy")), rel=0.011)


def is_picture(relation: Any) -> bool:
    return relation.get("Target").endswith((".png", ".jpg"))


def png_or_jpeg(content: bytes) -> tuple[int, int]:
    with PictureFile.open(BytesIO(content)) as opened:
        return opened.size


# What is sharp enough


def figure_of(path: str, number: int = 5) -> Figure:
    return Figure(f"lesson-1/chapter/{number}", f"Picture {number}", image(path), None)


def coarse(*blocks: Block, edition: str = "standard", **files: bytes) -> list[tuple[str, str, str]]:
    named = {path.replace("_", "."): content for path, content in files.items()}
    context = replace(CONTEXT, media=Media({**FILES, **named}.__getitem__), edition=EDITIONS[edition])
    chapter = replace(SMALL.chapters[1], blocks=blocks)
    rendered = render_booklet(replace(SMALL, cover=None, chapters=(chapter,), credits=()), context)
    return [(trouble.code, trouble.id, trouble.message) for trouble in rendered.troubles]


def test_a_picture_with_too_few_pixels_is_reported_with_its_block() -> None:
    """The measure is 148 mm, which at 150 to the inch is 874 pixels."""
    message = "`small.png` is 800 pixels wide and printed over 148 mm, which needs 874"
    assert coarse(figure_of("small.png"), small_png=picture("png", 800, 400)) == [("FIT003", "lesson-1/chapter/5", message)]
    assert coarse(figure_of("large.jpg"), large_jpg=picture("jpeg", 900, 450)) == []


def test_a_picture_is_measured_by_the_width_it_is_shown_in() -> None:
    """One of 2 to 3 is 105 mm high and so 70 wide."""
    assert coarse(figure_of("tall.png"), tall_png=picture("png", 420, 630)) == []
    assert len(coarse(figure_of("tall.png"), tall_png=picture("png", 400, 600))) == 1


def test_a_coarse_picture_is_reported_once_and_in_the_standard_edition() -> None:
    twice = (figure_of("small.png", 1), figure_of("small.png", 2))
    assert [id for _, id, _ in coarse(*twice, small_png=picture("png", 800, 400))] == ["lesson-1/chapter/1"]
    assert coarse(*twice, edition="large-print", small_png=picture("png", 800, 400)) == []


def test_a_vector_is_never_coarse_but_a_picture_in_a_drawing_may_be() -> None:
    assert coarse(figure_of("cover.svg")) == []
    labelled = next(block for block in SMALL.chapters[0].blocks if isinstance(block, Drawing) and block.image)
    assert [found[:2] for found in coarse(labelled)] == [("FIT003", labelled.id)]
    assert coarse(labelled, photograph_jpg=picture("jpeg", 1200, 900)) == []


def test_cover_and_opening_are_measured_as_they_are_cropped() -> None:
    chapter = replace(SMALL.chapters[0], opening=image("wide.png"), blocks=())
    booklet = replace(SMALL, cover=image("photograph.jpg"), chapters=(chapter,), credits=())
    found = render_booklet(booklet, CONTEXT).troubles
    assert [(trouble.id, trouble.message) for trouble in found] == [
        ("cover", "`photograph.jpg` is 400 pixels wide and printed over 236 mm, which needs 1394"),
        ("lesson-1/opening", "`wide.png` is 160 pixels wide and printed over 190 mm, which needs 1122"),
    ]
