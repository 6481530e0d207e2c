"""A publisher's own deck template: its layouts are found by name, its measures are used, and what it lacks is reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from packager.model.theme import ThemeFile
from packager.render.deck import Box, Deck, Inset, PictureSlot
from packager.render.look import Look
from packager.render.pptx.arrange import arrange
from packager.render.pptx.layout import Level
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.publisher import layouts_of, template_troubles
from packager.render.pptx.renderer import render_deck
from packager.render.pptx.template import pattern_png, template
from packager.render.pptx.write import write
from packager.render.pptx.xml import NAMESPACES
from tests.packs import REPOSITORY
from tests.render.lessons import small_lesson
from tests.render.test_pptx_equivalence import LOOK, canonical, made_deck, media, parts_of
from tests.validators import MICROSOFT, microsoft_faults

OTHER = Look(ThemeFile(), "#46277A", "flowers")


@pytest.fixture(scope="module")
def built() -> bytes:
    """A built deck, from which a publisher begins."""
    return write(made_deck(), LOOK, media())


def changed(content: bytes, change: Callable[[Any], None]) -> bytes:
    """The file as a publisher saves it after a change."""
    file, out = Presentation(BytesIO(content)), BytesIO()
    change(file)
    file.save(out)
    return out.getvalue()


def layout(file: Any, name: str) -> Any:
    return next(each for each in file.slide_layouts if each.name == name)


def place(file: Any, name: str, placeholder: str) -> Any:
    return next(each for each in layout(file, name).placeholders if each.name == placeholder)


def messages(content: bytes) -> list[tuple[str, str]]:
    troubles = template_troubles(content)
    assert {trouble.id for trouble in troubles} <= {"curriculum/theme/deck.pptx"}
    return [(trouble.code, trouble.message) for trouble in troubles]


def test_any_built_deck_is_a_template(built: bytes) -> None:
    assert template_troubles(built) == ()


def test_nothing_of_the_template_but_its_masters_and_layouts_stands_in_a_deck(built: bytes) -> None:
    again, ours = parts_of(write(made_deck(), LOOK, media(), built)), parts_of(write(made_deck(), LOOK, media()))
    assert set(again) == set(ours)
    assert {name for name in ours if again[name] != ours[name] and canonical(again[name]) != canonical(ours[name])} == set()


def test_a_deck_in_a_publishers_template_has_the_colours_and_the_pattern_of_its_subject(built: bytes) -> None:
    parts = parts_of(write(made_deck(), OTHER, media(), built))
    assert '<a:accent1><a:srgbClr val="46277A"/></a:accent1>' in parts["ppt/theme/theme1.xml"].decode()
    patterns = {pattern_png(look, form) for look in (LOOK, OTHER) for form in ("spine", "tile")}
    assert patterns & set(parts.values()) == {pattern_png(OTHER, "spine"), pattern_png(OTHER, "tile")}


def test_the_fonts_of_the_theme_are_those_in_which_text_is_measured(built: bytes) -> None:
    look = Look(ThemeFile.model_validate({"fonts": {"office_display": "Arial"}}), "#46277A")
    theme = parts_of(write(made_deck(), look, media(), built))["ppt/theme/theme1.xml"].decode()
    assert '<a:majorFont><a:latin typeface="Arial"/>' in theme and "Georgia" not in theme


def test_a_picture_by_another_name_stays_the_publishers(built: bytes) -> None:
    def change(file: Any) -> None:
        for picture in file.slide_master._element.iter(qn("p:pic")):
            picture.nvPicPr.cNvPr.set("name", "our wall")

    parts = parts_of(write(made_deck(), OTHER, media(), changed(built, change)))
    assert pattern_png(LOOK, "spine") in parts.values()


def test_a_deck_in_a_template_made_elsewhere_is_valid(built: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(write(made_deck(), OTHER, media(), changed(built, as_from_elsewhere)))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert MICROSOFT is None or microsoft_faults([path]) == {}
    slides = Presentation(str(path)).slides
    assert [slide.slide_layout.name for slide in slides] == [slide.layout for slide in made_deck().slides]
    assert all(slide.has_notes_slide for slide in slides)
    assert {"ppt/media/image41.jpg", "ppt/media/image42.png"} <= set(parts_of(path.read_bytes())), "pictures of slides come after its own"


def as_from_elsewhere(file: Any) -> None:
    """Without notes master, table styles and view, with sections, a custom show, a thumbnail and a picture of its own."""
    main = file.part
    for part in (main, *(slide.part for slide in file.slides)):
        for name, relation in list(part.rels.items()):
            if relation.reltype.endswith(("/notesMaster", "/tableStyles", "/viewProps", "/notesSlide")):
                part.rels.pop(name)
    main._element.remove(main._element.find(qn("p:notesMasterIdLst")))
    first = main._element.find(qn("p:sldIdLst"))[0]
    main._element.find(qn("p:notesSz")).addnext(parse_xml(SHOW.format(first.rId)))
    main._element.append(parse_xml(SECTIONS.format(first.id)))
    picture, _ = layout(file, "Picture").part.get_or_add_image_part(BytesIO(media().raster("photo.jpg", 1).content))
    picture.partname = PackURI("/ppt/media/image41.jpg")
    main.package.relate_to(picture, RELATIONSHIP_TYPE.THUMBNAIL)


P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SHOW = f'<p:custShowLst {NAMESPACES}><p:custShow name="short" id="0"><p:sldLst><p:sld r:id="{{}}"/></p:sldLst></p:custShow></p:custShowLst>'
SECTIONS = (
    f'<p:extLst {NAMESPACES}><p:ext uri="{{{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}}}"><p14:sectionLst xmlns:p14="{P14}">'
    '<p14:section name="All" id="{{7A2F1C54-90B1-4E0B-8C55-1B6C0D5A4E21}}"><p14:sldIdLst><p14:sldId id="{}"/></p14:sldIdLst></p14:section>'
    "</p14:sectionLst></p:ext></p:extLst>"
)


def test_places_sizes_and_insets_are_the_publishers(built: bytes) -> None:
    def change(file: Any) -> None:
        text = place(file, "Passage", "text")
        text.left, text.top, text.width, text.height = Inches(1), Inches(2), Inches(8), Inches(4)
        text.text_frame.margin_left = Pt(9)
        properties = text._element.find(f".//{qn('a:lvl1pPr')}")
        properties.find(qn("a:defRPr")).set("sz", "3000")
        spacing = properties.find(qn("a:lnSpc"))
        spacing.remove(spacing[0])
        spacing.append(spacing.makeelement(qn("a:spcPct"), {"val": "110000"}))

    own = layouts_of(changed(built, change))["Passage"].place("text")
    assert own.box == Box(1, 2, 8, 4)
    assert own.inset == Inset(9, 0, 0, 0)
    assert own.levels[0] == Level(30, pytest.approx(30 * 1.2 * 1.1), before=6)
    assert own.levels[1:] == LAYOUTS["Passage"].place("text").levels[1:]


def test_the_measures_of_our_own_template_are_our_layouts() -> None:
    for name, own in layouts_of(template(LOOK)).items():
        for ours, found in zip(LAYOUTS[name].places, own.places, strict=True):
            assert found.box == pytest.approx(ours.box, abs=0.001)
            assert (found.anchor, found.inset, found.levels) == (ours.anchor, ours.inset, ours.levels) or not ours.levels


def test_what_a_layout_does_not_say_is_its_masters(built: bytes) -> None:
    def change(file: Any) -> None:
        title = place(file, "Passage", "title")._element
        title.spPr.remove(title.spPr.find(qn("a:xfrm")))
        style = title.find(f".//{qn('a:lstStyle')}")
        style.remove(style[0])
        model = next(each for each in file.slide_master.placeholders if each.name == "title")
        model.left = Inches(2)
        model._element.find(f".//{qn('a:defRPr')}").set("sz", "3300")

    own = layouts_of(changed(built, change))["Passage"].place("title")
    assert own.box.x == 2 and own.levels[0].size == 33 and own.levels[0].display


def test_a_lesson_is_arranged_in_the_publishers_places(built: bytes, tmp_path: Path) -> None:
    def change(file: Any) -> None:
        place(file, "Passage", "text").height = Inches(2)
        picture = place(file, "Passage and picture", "picture")
        picture.left, picture.top, picture.width, picture.height = Inches(9), Inches(2), Inches(3), Inches(2)

    given = small_lesson(tmp_path)
    usual = arrange(given.lesson, given.context).deck
    context = replace(given.context, templates={"deck.pptx": changed(built, change)})
    own = arrange(given.lesson, context).deck
    assert count(own, "Passage") > count(usual, "Passage")
    shown = next(slot for slide in own.slides for slot in slide.slots if isinstance(slot, PictureSlot) and slide.layout != "Title")
    assert (shown.box.x, shown.box.y) == (9, 2) and shown.box.right <= 12 and shown.box.bottom <= 4
    assert count_slides(render_deck(given.lesson, context).content) == len(own.slides)


def count(deck: Deck, layout: str) -> int:
    return sum(slide.layout == layout for slide in deck.slides)


def count_slides(content: bytes) -> int:
    return len(Presentation(BytesIO(content)).slides)


@pytest.mark.parametrize("content", [b"", b"no zip at all", pytest.param(None, id="damaged"), pytest.param(b"docx", id="docx")])
def test_what_is_no_deck_is_reported(content: bytes | None, built: bytes) -> None:
    if content == b"docx":
        out = BytesIO()
        with ZipFile(out, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")
        content = out.getvalue()
    assert messages(built[:-3000] if content is None else content) == [
        ("TPL001", "deck.pptx is no PowerPoint file without macros, or is damaged")
    ]


def renamed(name: str, placeholder: str | None = None, new: str = "Something else") -> Callable[[Any], None]:
    def change(file: Any) -> None:
        if placeholder is None:
            layout(file, name)._element.cSld.set("name", new)
        else:
            place(file, name, placeholder).name = new

    return change


def retyped(file: Any) -> None:
    place(file, "Picture", "picture")._element.ph.set("type", "body")


def narrowed(file: Any) -> None:
    file.slide_width = Inches(10)


def squeezed(file: Any) -> None:
    place(file, "Quiz", "table").width = Inches(9)


def doubled(file: Any) -> None:
    shape = place(file, "Quiz", "table")._element
    shape.addnext(deepcopy(shape))


def linked(file: Any) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
    layout(file, "Quiz").part.rels.get_or_add(kind, file.slides[0].part)


def without_notes(file: Any) -> None:
    shape = next(each for each in file.notes_master.placeholders if each._element.ph.get("type") == "body")
    shape._element.getparent().remove(shape._element)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (renamed("Map"), [("TPL002", "deck.pptx has no layout `Map`")]),
        (renamed("Passage", "text"), [("TPL002", "the layout `Passage` of deck.pptx has no placeholder `text`")]),
        (renamed("Talk", new="Task"), [("TPL002", "deck.pptx has no layout `Talk`"), ("TPL003", "deck.pptx has 2 layouts `Task`")]),
        (doubled, [("TPL003", "the layout `Quiz` of deck.pptx has 2 placeholders `table`")]),
        (retyped, [("TPL002", "the layout `Picture` of deck.pptx has no placeholder `picture` for a picture")]),
        (narrowed, [("TPL002", "the slides of deck.pptx are 10.000 by 7.5 inches, and it has none of 13.333 by 7.5 inches")]),
        (
            squeezed,
            [("TPL002", "the placeholder `table` in the layout `Quiz` of deck.pptx is 9.00 inches wide, and its table needs 11.95 inches")],
        ),
        (linked, [("TPL001", "the master or a layout of deck.pptx links to a slide, and decks do not have that slide")]),
        (without_notes, [("TPL002", "the notes master of deck.pptx has no placeholder for notes")]),
    ],
)
def test_what_a_template_lacks_is_reported_with_the_layout_and_the_file(
    built: bytes, change: Callable[[Any], None], expected: list[tuple[str, str]]
) -> None:
    assert messages(changed(built, change)) == expected


def test_the_design_lists_every_layout_with_its_placeholders() -> None:
    text = (REPOSITORY / "docs" / "design.md").read_text("utf-8")
    section = text.split("### A template of your own")[1].split("\n## ")[0]
    assert re.findall(r"^\| (?!layout)([^|]+) \| ([^|]+) \|$", section, re.MULTILINE) == [
        (
            name,
            ", ".join(
                f"`{each.name}`" + (f" ({each.kind})" if each.kind != "body" else "") for each in own.places[:-2] if each.name != "title"
            ),
        )
        for name, own in LAYOUTS.items()
    ]
    assert all({"title", "footer", "number"} == {p.name for p in own.places} & {"title", "footer", "number"} for own in LAYOUTS.values())
