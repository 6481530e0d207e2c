"""One slide as XML (ECMA-376-1, 19.3.1.38): its placeholders filled, its shapes in reading order with stable names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from packager.render.deck import DrawingSlot, Mark, PictureSlot, Slide, Slot, TableSlot, TextSlot, line
from packager.render.media import Media
from packager.render.pptx.compiled import CompiledLayout
from packager.render.pptx.known import Known
from packager.render.pptx.palette import Palette
from packager.render.pptx.paragraphs import placed
from packager.render.pptx.roles import Inks
from packager.render.pptx.slide_media import SlideMedia
from packager.render.pptx.table_xml import Tables
from packager.render.pptx.write_drawing import Written, drawing_xml, written
from packager.render.pptx.xml import (
    DECORATIVE,
    SLIDE_DECLARATION,
    SLIDE_NAMESPACES,
    geometry,
    numbered,
    quoted,
    slide_number,
    xfrm,
)

_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_HEAD = f"{SLIDE_DECLARATION}<p:sld {SLIDE_NAMESPACES}><p:cSld name="
_FOOT = b"</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


@dataclass(frozen=True)
class Inked:
    """What all slides of a deck are written with."""

    palette: Palette
    inks: Inks
    media: Media
    language: str

    @cached_property
    def tables(self) -> Tables:
        """What writes tables."""
        return Tables(self.palette, self.language)

    @cached_property
    def footers(self) -> dict[tuple[str, str], str]:
        """The paragraphs of footers by their layouts and texts: most slides of a deck have the same."""
        return {}


def slide_xml(slide: Slide, number: int, layout: CompiledLayout, inked: Inked, pictures: SlideMedia) -> bytes:
    """The slide's part: title first, decoration behind or before what it decorates. `pictures` learns what is shown."""
    writer = _Writer(slide, layout, inked, pictures)
    shapes = [
        writer.text(slide.title),
        *[writer.mark(mark) for mark in slide.marks if not mark.front],
        *[writer.slot(slot) for slot in slide.slots],
        *[writer.mark(mark) for mark in slide.marks if mark.front],
        writer.furniture("footer", writer.footer()),
        writer.furniture("number", slide_number(inked.language, str(number))),
    ]
    # Each shape is encoded by itself, for a large drawing with plain letters alone takes no time.
    head = f"{_HEAD}{quoted(slide.id)}><p:spTree>{_GROUP}".encode()
    return b"".join([head, *[shape.encode() for shape in shapes], _FOOT])


class _Writer:
    """Writes the shapes of one slide, numbered in the order in which they are asked for."""

    __slots__ = ("inked", "layout", "pictures", "slide", "written")

    def __init__(self, slide: Slide, layout: CompiledLayout, inked: Inked, pictures: SlideMedia) -> None:
        self.slide, self.layout, self.inked, self.pictures = slide, layout, inked, pictures
        self.written = 1

    def _numbered(self) -> str:
        """The beginning of the next shape; the slide itself is the first."""
        self.written += 1
        return f'<p:cNvPr id="{self.written}"'

    def slot(self, slot: Slot) -> str:
        if isinstance(slot, TextSlot):
            return self.text(slot)
        if isinstance(slot, DrawingSlot):
            drawing, self.written = numbered(drawing_xml(slot, self._drawing(slot), self._image), self.written)
            return drawing
        return self._picture(slot) if isinstance(slot, PictureSlot) else self._table(slot)

    def _drawing(self, slot: DrawingSlot) -> Written:
        """The shapes of a drawing as XML, which nearly always are known already."""
        if isinstance(slot.shown, Known):
            return slot.shown.written
        return written(slot.root, slot.box[:2], self.inked.inks, self.inked.language)

    def _image(self, path: str, width: float) -> str:
        """The relationship to a picture that is shown `width` inches wide."""
        return self.pictures.relation(self.inked.media.raster(path, width))

    def text(self, slot: TextSlot) -> str:
        place = self.layout.measures.place(slot.name)
        paragraphs = placed(slot.lines, place, slot.scale, self.inked.palette, self.inked.language)
        return self._filled(
            f"{slot.id} {slot.name}", slot.name, f"<p:spPr>{xfrm(*slot.box)}</p:spPr>" if slot.box else "<p:spPr/>", paragraphs
        )

    def footer(self) -> str:
        """The paragraphs of the footer."""
        slide, inked = self.slide, self.inked
        known = inked.footers.get((slide.layout, slide.footer))
        if known is None:
            known = placed((line(slide.footer),), self.layout.measures.place("footer"), 1.0, inked.palette, inked.language)
            inked.footers[slide.layout, slide.footer] = known
        return known

    def furniture(self, name: str, paragraphs: str) -> str:
        """A footer or a number, which a slide has only where it repeats them."""
        return self._filled(f"{self.slide.id} {name}", name, "<p:spPr/>", paragraphs)

    def _filled(self, named: str, place: str, properties: str, paragraphs: str) -> str:
        return (
            f'<p:sp><p:nvSpPr>{self._numbered()} name={quoted(named)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{self.layout.placeholders[place]}</p:nvPr></p:nvSpPr>{properties}"
            f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )

    def _picture(self, slot: PictureSlot) -> str:
        crop, place = slot.crop, self.layout.placeholders.get(slot.name, "")
        kept = ' noGrp="1"' if place else ""
        image = self._image(slot.path, slot.box.w / (1 - crop.left - crop.right))
        sides = zip("ltrb", crop, strict=True)
        cut = "".join([f' {side}="{round(share * 100000)}"' for side, share in sides if share])
        return (
            f"<p:pic><p:nvPicPr>{self._numbered()} name={quoted(f'{slot.id} {slot.name}')} descr={quoted(slot.alt)}/>"
            f'<p:cNvPicPr><a:picLocks{kept} noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{place}</p:nvPr></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{image}"/><a:srcRect{cut}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{xfrm(*slot.box)}{'' if place else geometry('rect')}</p:spPr></p:pic>"
        )

    def _table(self, slot: TableSlot) -> str:
        place = self.layout.placeholders[slot.name]
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{self._numbered()} name={quoted(f'{slot.id} {slot.name}')} descr={quoted(slot.alt)}/>"
            f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{place}</p:nvPr>'
            f'</p:nvGraphicFramePr>{xfrm(*slot.box, "p:xfrm")}<a:graphic><a:graphicData uri="{_TABLE}">'
            f"{self.inked.tables.xml(slot)}</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def mark(self, mark: Mark) -> str:
        shape, name = geometry("ellipse" if mark.kind == "disc" else "rect"), quoted(f"{mark.id} {mark.kind}")
        return (
            f"<p:sp><p:nvSpPr>{self._numbered()} name={name}>{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{xfrm(*mark.box)}{shape}{self.inked.palette.fill(mark.tone)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )
