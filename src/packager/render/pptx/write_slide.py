"""One slide as XML (ECMA-376-1, 19.3.1.38): its placeholders filled, its shapes in reading order with stable names."""

from __future__ import annotations

from dataclasses import dataclass

from packager.render.deck import DrawingSlot, Mark, PictureSlot, Slide, Slot, TableSlot, TextSlot, line
from packager.render.media import Media
from packager.render.pptx.compiled import CompiledLayout
from packager.render.pptx.palette import Palette
from packager.render.pptx.paragraphs import placed
from packager.render.pptx.roles import Inks
from packager.render.pptx.slide_media import SlideMedia
from packager.render.pptx.table_xml import table_xml
from packager.render.pptx.write_drawing import drawing_xml
from packager.render.pptx.xml import (
    DECORATIVE,
    SLIDE_DECLARATION,
    SLIDE_NAMESPACES,
    UNNUMBERED,
    geometry,
    numbered,
    quoted,
    slide_number,
    xfrm,
)

_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


@dataclass(frozen=True, slots=True)
class Inked:
    """What all slides of a deck are written with."""

    palette: Palette
    inks: Inks
    media: Media
    language: str


def slide_xml(slide: Slide, number: int, layout: CompiledLayout, inked: Inked, pictures: SlideMedia) -> str:
    """The slide's part: title first, decoration behind or before what it decorates. `pictures` learns what is shown."""
    writer = _Writer(slide, layout, inked, pictures)
    shapes = [
        writer.text(slide.title),
        *[writer.mark(mark) for mark in slide.marks if not mark.front],
        *[writer.slot(slot) for slot in slide.slots],
        *[writer.mark(mark) for mark in slide.marks if mark.front],
        writer.furniture("footer", placed((line(slide.footer),), layout.measures.place("footer"), 1.0, inked.palette, inked.language)),
        writer.furniture("number", slide_number(inked.language, str(number))),
    ]
    return (
        f"{SLIDE_DECLARATION}<p:sld {SLIDE_NAMESPACES}><p:cSld name={quoted(slide.id)}><p:spTree>{_GROUP}{numbered(''.join(shapes), 2)}"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    slide: Slide
    layout: CompiledLayout
    inked: Inked
    pictures: SlideMedia

    def slot(self, slot: Slot) -> str:
        if isinstance(slot, TextSlot):
            return self.text(slot)
        if isinstance(slot, DrawingSlot):
            return drawing_xml(slot, self.inked.inks, self._image, self.inked.language)
        return self._picture(slot) if isinstance(slot, PictureSlot) else self._table(slot)

    def _image(self, path: str, width: float) -> str:
        """The relationship to a picture that is shown `width` inches wide."""
        return self.pictures.relation(self.inked.media.raster(path, width))

    def text(self, slot: TextSlot) -> str:
        place = self.layout.measures.place(slot.name)
        paragraphs = placed(slot.lines, place, slot.scale, self.inked.palette, self.inked.language)
        return self._filled(
            f"{slot.id} {slot.name}", slot.name, f"<p:spPr>{xfrm(*slot.box)}</p:spPr>" if slot.box else "<p:spPr/>", paragraphs
        )

    def furniture(self, name: str, paragraphs: str) -> str:
        """A footer or a number, which a slide has only where it repeats them."""
        return self._filled(f"{self.slide.id} {name}", name, "<p:spPr/>", paragraphs)

    def _filled(self, named: str, place: str, properties: str, paragraphs: str) -> str:
        return (
            f'<p:sp><p:nvSpPr>{UNNUMBERED} name={quoted(named)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
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
            f"<p:pic><p:nvPicPr>{UNNUMBERED} name={quoted(f'{slot.id} {slot.name}')} descr={quoted(slot.alt)}/>"
            f'<p:cNvPicPr><a:picLocks{kept} noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{place}</p:nvPr></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{image}"/><a:srcRect{cut}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{xfrm(*slot.box)}{'' if place else geometry('rect')}</p:spPr></p:pic>"
        )

    def _table(self, slot: TableSlot) -> str:
        place = self.layout.placeholders[slot.name]
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{UNNUMBERED} name={quoted(f'{slot.id} {slot.name}')} descr={quoted(slot.alt)}/>"
            f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{place}</p:nvPr>'
            f'</p:nvGraphicFramePr>{xfrm(*slot.box, "p:xfrm")}<a:graphic><a:graphicData uri="{_TABLE}">'
            f"{table_xml(slot, self.inked.palette, self.inked.language)}</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def mark(self, mark: Mark) -> str:
        shape = geometry("ellipse" if mark.kind == "disc" else "rect")
        return (
            f"<p:sp><p:nvSpPr>{UNNUMBERED} name={quoted(f'{mark.id} {mark.kind}')}>{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{xfrm(*mark.box)}{shape}{self.inked.palette.fill(mark.tone)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )
