"""Pictures as DrawingML: cropped to their frames, in the line or on the page (ECMA-376 Part 1, sections 20.1, 20.2 and 20.4)."""

from __future__ import annotations

from dataclasses import dataclass

from packager.render.docx.arranged import Picture
from packager.render.docx.markup import emu, escaped
from packager.render.docx.pictures import Pictures
from packager.render.docx.relations import Parts, Relations
from packager.render.media import Raster

FRAME = 7620
"""EMU: 0.6 pt, the line around figures."""
CLEAR = 8.0
"""Millimetres between a picture at the head of the page and the text below it."""
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension that tells assistive technology to pass a picture over ([MS-ODRAWXML] decorative)."""
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension that names the vector beside a picture, for programs that show it ([MS-ODRAWXML] svgBlip)."""
_LOCKED = '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'


@dataclass(frozen=True, slots=True)
class PictureWriter:
    """Writes pictures that belong to one part of a package."""

    relations: Relations
    parts: Parts
    pictures: Pictures

    def __call__(self, picture: Picture, number: int) -> str:
        """The picture, which is kept in the package with the drawing that it is made of."""
        raster = self.pictures.raster(picture)
        image = self._kept(raster.content, raster.extension)
        vector = self._kept(picture.drawn.svg.encode(), "svg") if picture.drawn else None
        return _picture_xml(picture, number, raster, image, vector, self.pictures.frame)

    def _kept(self, content: bytes, extension: str) -> str:
        return self.relations.id("image", self.parts.media(content, extension))


def _picture_xml(picture: Picture, number: int, raster: Raster, image: str, vector: str | None, frame: str) -> str:
    """`w:drawing`, in the line (20.4.2.8) or anchored to the page (20.4.2.3); `image` and `vector` are relationships."""
    size = f'<wp:extent cx="{emu(picture.width)}" cy="{emu(picture.height)}"/>'
    shown = _picture(picture, number, raster, image, vector, frame)
    graphic = f'<a:graphic><a:graphicData uri="{_PICTURE}">{shown}</a:graphicData></a:graphic>'
    described = _described(picture, number)
    if picture.at is None:
        inline = f'<wp:inline distT="0" distB="0" distL="0" distR="0">{size}{described}{_LOCKED}{graphic}</wp:inline>'
        return f"<w:drawing>{inline}</w:drawing>"
    left, top = picture.at
    place = (
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{emu(left)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(top)}</wp:posOffset></wp:positionV>'
    )
    wrap = "<wp:wrapNone/>" if picture.behind else "<wp:wrapTopAndBottom/>"
    layer = f'relativeHeight="{number}" behindDoc="{int(picture.behind)}" locked="0" layoutInCell="1" allowOverlap="1"'
    return (
        f'<w:drawing><wp:anchor distT="0" distB="{emu(CLEAR)}" distL="0" distR="0" simplePos="0" {layer}>{place}{size}'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}{described}{_LOCKED}{graphic}</wp:anchor></w:drawing>'
    )


def _described(picture: Picture, number: int) -> str:
    """The picture's number, name and alternative text; decoration is flagged as such."""
    named = f'<wp:docPr id="{number}" name="Picture {number}"'
    if picture.alt is not None:
        return f'{named} descr="{escaped(picture.alt)}"/>'
    flagged = f'<a:extLst><a:ext uri="{_DECORATIVE}"><adec:decorative val="1"/></a:ext></a:extLst>'
    return f'{named} descr="">{flagged}</wp:docPr>'


def _picture(picture: Picture, number: int, raster: Raster, image: str, vector: str | None, frame: str) -> str:
    beside = f'<a:extLst><a:ext uri="{_SVG}"><asvg:svgBlip r:embed="{vector}"/></a:ext></a:extLst>' if vector else ""
    line = f'<a:ln w="{FRAME}"><a:solidFill><a:srgbClr val="{frame[1:]}"/></a:solidFill></a:ln>' if picture.framed else ""
    size = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu(picture.width)}" cy="{emu(picture.height)}"/></a:xfrm>'
    return (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{image}">{beside}</a:blip>{_crop(picture, raster)}'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr>{size}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{line}</pic:spPr></pic:pic>'
    )


def _crop(picture: Picture, raster: Raster) -> str:
    """What to leave out on each side so that the rest fills the frame, in thousandths of a per cent (20.1.8.55)."""
    frame, own = picture.width / picture.height, raster.width / raster.height
    if abs(frame / own - 1) < 0.01:
        return ""
    if own > frame:
        side = round((1 - frame / own) / 2 * 100_000)
        return f'<a:srcRect l="{side}" r="{side}"/>'
    out = (1 - own / frame) * 100_000
    return f'<a:srcRect t="{round(out * picture.focus)}" b="{round(out * (1 - picture.focus))}"/>'
