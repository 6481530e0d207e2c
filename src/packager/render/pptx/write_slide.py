"""One slide: its placeholders filled, the others removed, its shapes in reading order with stable names."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import PicturePlaceholder, TablePlaceholder

from packager.render.deck import Box, DrawingSlot, Mark, PictureSlot, Slide, Slot, TableSlot, TextSlot, line
from packager.render.media import Media
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.palette import Palette
from packager.render.pptx.paragraphs import placed
from packager.render.pptx.roles import Inks
from packager.render.pptx.table_xml import table_xml
from packager.render.pptx.write_drawing import drawing_xml
from packager.render.pptx.xml import DECORATIVE, NAMESPACES, emu, geometry, slide_number, xfrm


class SlideWriter:
    """Fills one slide that python-pptx has added from its layout. `file` is its slide, which has no types."""

    def __init__(self, file: Any, slide: Slide, number: int, palette: Palette, media: Media, language: str) -> None:
        self.file, self.slide, self.number = file, slide, number
        self.palette, self.media, self.language = palette, media, language
        self.layout = LAYOUTS[slide.layout]
        self.models = {shape.name: shape for shape in file.slide_layout.placeholders}
        names = {shape.placeholder_format.idx: shape.name for shape in self.models.values()}
        self.places = {names[shape.placeholder_format.idx]: shape for shape in file.placeholders}

    def write(self) -> None:
        """The slide is complete when this returns: title first, decoration behind or before what it decorates."""
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
            return parse_xml(drawing_xml(slot, Inks(self.palette.look), self._image, self.language))
        return self._picture(slot) if isinstance(slot, PictureSlot) else self._table(slot)

    def _image(self, path: str, width: float) -> str:
        """The relationship to a picture that is shown `width` inches wide."""
        raster = self.media.raster(path, width)
        return str(self.file.part.get_or_add_image_part(BytesIO(raster.content))[1])

    def _text(self, slot: TextSlot) -> Any:
        shape = self.places[slot.name]
        if slot.box:
            _put(shape, slot.box)
        place = self.layout.place(slot.name)
        fill_text(shape._element.txBody, placed(slot.lines, place, slot.scale, self.palette, self.language))
        return _named(shape._element, f"{slot.id} {slot.name}")

    def _picture(self, slot: PictureSlot) -> Any:
        box, crop = slot.box, slot.crop
        raster = self.media.raster(slot.path, box.w / (1 - crop.left - crop.right))
        empty = self.places[slot.name]
        picture: Any = PicturePlaceholder(empty._element, empty._parent)
        picture = picture.insert_picture(BytesIO(raster.content))
        _put(picture, box)
        picture.crop_left, picture.crop_top, picture.crop_right, picture.crop_bottom = crop
        return _named(picture._element, f"{slot.id} {slot.name}", slot.alt)

    def _table(self, slot: TableSlot) -> Any:
        empty = self.places[slot.name]
        frame: Any = TablePlaceholder(empty._element, empty._parent)
        frame = frame.insert_table(rows=1, cols=1)
        _put(frame, slot.box)
        data = frame._element.graphic.graphicData
        data.replace(data.tbl, parse_xml(table_xml(slot, self.palette, self.language)))
        return _named(frame._element, f"{slot.id} {slot.name}", slot.alt)

    def _mark(self, mark: Mark) -> Any:
        shape = geometry("ellipse" if mark.kind == "disc" else "rect")
        return parse_xml(
            f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="0" name={quoteattr(f"{mark.id} {mark.kind}")}>{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
            f"<p:nvPr/></p:nvSpPr><p:spPr>{xfrm(*mark.box)}{shape}{self.palette.fill(mark.tone)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )

    def _footer(self) -> Any:
        element = self._copied("footer")
        text = (line(self.slide.footer),)
        fill_text(element.txBody, placed(text, self.layout.place("footer"), 1.0, self.palette, self.language))
        return element

    def _number(self) -> Any:
        element = self._copied("number")
        fill_text(element.txBody, slide_number(self.language, str(self.number)))
        return element

    def _copied(self, name: str) -> Any:
        """A footer or number of the layout on the slide: python-pptx leaves them out."""
        kind, index = self.models[name]._element.ph.get("type"), self.models[name].placeholder_format.idx
        return parse_xml(
            f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="0" name={quoteattr(f"{self.slide.id} {name}")}/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr>'
            "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
        )


def fill_text(body: Any, content: str) -> None:
    """Paragraphs of XML take the place of those of a text body."""
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
