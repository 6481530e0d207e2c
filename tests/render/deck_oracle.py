"""An arranged deck through python-pptx, slowly and by the book: what the direct writer is compared with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import PicturePlaceholder, TablePlaceholder

from packager.render.deck import Box, Deck, DrawingSlot, Mark, PictureSlot, Remark, Slide, Slot, TableSlot, TextSlot, line
from packager.render.look import Look
from packager.render.media import Media
from packager.render.pptx.layout import Layout
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.palette import Palette
from packager.render.pptx.paragraphs import noted, placed
from packager.render.pptx.roles import Inks
from packager.render.pptx.table_xml import Tables
from packager.render.pptx.template import template
from packager.render.pptx.write_drawing import drawing_xml, written
from packager.render.pptx.xml import DECORATIVE, NAMESPACES, emu, geometry, quoted, slide_number, xfrm


def by_python_pptx(deck: Deck, look: Look, media: Media) -> bytes:
    """The deck's file in our template; layouts and placeholders are found by their names."""
    file: Any = Presentation(BytesIO(template(look)))
    layouts = {layout.name: layout for layout in file.slide_layouts}
    for number, slide in enumerate(deck.slides, 1):
        added = file.slides.add_slide(layouts[slide.layout])
        _Slide(added, slide, number, Palette(look), media, deck.language).write()
        _write_notes(added.notes_slide, slide.remarks, number, deck.language)
    _write_properties(file.core_properties, deck)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def _write_notes(notes: Any, remarks: Iterable[Remark], number: int, language: str) -> None:
    for shape in notes.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            _fill_text(shape.text_frame._txBody, slide_number(language, str(number)))
    told = "".join(noted(remark.label, remark.text, language) for remark in remarks)
    _fill_text(notes.notes_text_frame._txBody, told or "<a:p/>")


def _write_properties(properties: Any, deck: Deck) -> None:
    moment = datetime.fromisoformat(deck.date or "2000-01-01").replace(tzinfo=None)
    properties.title = deck.title
    properties.author = properties.last_modified_by = deck.author
    properties.keywords = deck.keywords
    properties.comments = deck.rights
    properties.language = deck.language
    properties.created = properties.modified = moment
    properties.revision = 1


class _Slide:
    """Fills one slide that python-pptx has added from its layout."""

    def __init__(self, file: Any, slide: Slide, number: int, palette: Palette, media: Media, language: str) -> None:
        self.file, self.slide, self.number = file, slide, number
        self.palette, self.media, self.language = palette, media, language
        self.layout: Layout = LAYOUTS[slide.layout]
        self.models = {shape.name: shape for shape in file.slide_layout.placeholders}
        names = {shape.placeholder_format.idx: shape.name for shape in self.models.values()}
        self.places = {names[shape.placeholder_format.idx]: shape for shape in file.placeholders}

    def write(self) -> None:
        slide = self.slide
        self.file._element.cSld.set("name", slide.id)
        behind = [self._mark(mark) for mark in slide.marks if not mark.front]
        before = [self._mark(mark) for mark in slide.marks if mark.front]
        slots = [self._slot(slot) for slot in slide.slots]
        self._order([self._text(slide.title), *behind, *slots, *before, self._footer(), self._number()])

    def _order(self, elements: list[Any]) -> None:
        tree = self.file.shapes._spTree
        for element in list(tree.iter_shape_elms()):
            tree.remove(element)
        for element in elements:
            tree.append(element)
        for number, properties in enumerate(tree.iterdescendants(qn("p:cNvPr")), 1):
            properties.set("id", str(number))

    def _slot(self, slot: Slot) -> Any:
        if isinstance(slot, TextSlot):
            return self._text(slot)
        if isinstance(slot, DrawingSlot):
            drawing = written(slot.root, slot.box[:2], Inks(self.palette.look), self.language)
            return _parsed(drawing_xml(slot, drawing, self._image))
        return self._picture(slot) if isinstance(slot, PictureSlot) else self._table(slot)

    def _image(self, path: str, width: float) -> str:
        raster = self.media.raster(path, width)
        return str(self.file.part.get_or_add_image_part(BytesIO(raster.content))[1])

    def _text(self, slot: TextSlot) -> Any:
        shape = self.places[slot.name]
        if slot.box:
            _put(shape, slot.box)
        _fill_text(shape._element.txBody, placed(slot.lines, self.layout.place(slot.name), slot.scale, self.palette, self.language))
        return _named(shape._element, f"{slot.id} {slot.name}")

    def _picture(self, slot: PictureSlot) -> Any:
        box, crop = slot.box, slot.crop
        raster = self.media.raster(slot.path, box.w / (1 - crop.left - crop.right))
        picture: Any
        if slot.name in self.places:
            empty = self.places[slot.name]
            picture = PicturePlaceholder(empty._element, empty._parent)
            picture = picture.insert_picture(BytesIO(raster.content))
        else:
            picture = self.file.shapes.add_picture(BytesIO(raster.content), 0, 0)
        _put(picture, box)
        picture.crop_left, picture.crop_top, picture.crop_right, picture.crop_bottom = crop
        return _named(picture._element, f"{slot.id} {slot.name}", slot.alt)

    def _table(self, slot: TableSlot) -> Any:
        empty = self.places[slot.name]
        frame: Any = TablePlaceholder(empty._element, empty._parent)
        frame = frame.insert_table(rows=1, cols=1)
        _put(frame, slot.box)
        data = frame._element.graphic.graphicData
        data.replace(data.tbl, _parsed(Tables(self.palette, self.language).xml(slot)))
        return _named(frame._element, f"{slot.id} {slot.name}", slot.alt)

    def _mark(self, mark: Mark) -> Any:
        shape = geometry("ellipse" if mark.kind == "disc" else "rect")
        return _parsed(
            f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoted(f"{mark.id} {mark.kind}")}>{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
            f"<p:nvPr/></p:nvSpPr><p:spPr>{xfrm(*mark.box)}{shape}{self.palette.fill(mark.tone)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )

    def _footer(self) -> Any:
        element = self._copied("footer")
        text = (line(self.slide.footer),)
        _fill_text(element.txBody, placed(text, self.layout.place("footer"), 1.0, self.palette, self.language))
        return element

    def _number(self) -> Any:
        element = self._copied("number")
        _fill_text(element.txBody, slide_number(self.language, str(self.number)))
        return element

    def _copied(self, name: str) -> Any:
        """A footer or number of the layout on the slide: python-pptx leaves them out."""
        kind, index = self.models[name]._element.ph.get("type"), self.models[name].placeholder_format.idx
        return _parsed(
            f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoted(f"{self.slide.id} {name}")}/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr>'
            "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
        )


def _parsed(content: str) -> Any:
    return parse_xml(f"<a:wrap {NAMESPACES}>{content}</a:wrap>")[0]


def _fill_text(body: Any, content: str) -> None:
    for paragraph in body.p_lst:
        body.remove(paragraph)
    body.extend(parse_xml(f"<a:wrap {NAMESPACES}>{content}</a:wrap>"))


def _named(element: Any, name: str, alt: str | None = None) -> Any:
    properties = element._nvXxPr.cNvPr
    properties.set("name", name)
    if alt is not None:
        properties.set("descr", alt)
    return element


def _put(shape: Any, box: Box) -> None:
    shape.left, shape.top = emu(box.x), emu(box.y)
    shape.width, shape.height = emu(box.right) - emu(box.x), emu(box.bottom) - emu(box.y)
