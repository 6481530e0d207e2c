"""Pictures as DrawingML: cropped to their frames, in the line or on the page."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from packager.render.docx.arranged import Picture
from packager.render.docx.pictures import Pictures
from packager.render.media import Raster
from tests.render.docx_oracle.element import Element, el, emu

FRAME = 7620
"""EMU: 0.6 pt, the line around figures."""
CLEAR = 8.0
"""Millimetres between a picture at the head of the page and the text below it."""
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension that tells assistive technology to pass a picture over ([MS-ODRAWXML] decorative)."""

_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension that names the vector beside a picture."""


class PictureWriter:
    """Draws the pictures of one part of the package, rastered as the writer in `src` rasters them."""

    def __init__(self, part: Any, pictures: Pictures) -> None:
        self.part, self.pictures = part, pictures

    def __call__(self, picture: Picture, number: int) -> Element:
        raster = self.pictures.raster(picture)
        id, _ = self.part.get_or_add_image(BytesIO(raster.content))
        vector = _add_svg(self.part, picture.drawn.svg, number) if picture.drawn else None
        return _drawing(picture, number, id, raster, self.pictures.frame, vector)


def _add_svg(part: Any, svg: str, number: int) -> str:
    """A part with the drawing itself, for programs that show vectors."""
    name = PackURI(f"/word/media/drawing{number}.svg")
    relation: str = part.relate_to(Part(name, "image/svg+xml", svg.encode(), part.package), RELATIONSHIP_TYPE.IMAGE)
    return relation


def _drawing(picture: Picture, number: int, id: str, raster: Raster, frame: str, vector: str | None) -> Element:
    """`w:drawing`, in the line (20.4.2.8) or anchored to the page (20.4.2.3)."""
    across, down = emu(picture.width), emu(picture.height)
    described = _described(picture, number)
    graphic = el("a:graphic", el("a:graphicData", _picture(picture, number, id, raster, frame, vector), uri=_PICTURE))
    locks = el("wp:cNvGraphicFramePr", el("a:graphicFrameLocks", noChangeAspect=1))
    if picture.at is None:
        inline = el("wp:inline", el("wp:extent", cx=across, cy=down), described, locks, graphic, distT=0, distB=0, distL=0, distR=0)
        return el("w:drawing", inline)
    left, top = picture.at
    anchor = el(
        "wp:anchor",
        el("wp:simplePos", x=0, y=0),
        el("wp:positionH", el("wp:posOffset", text=str(emu(left))), relativeFrom="page"),
        el("wp:positionV", el("wp:posOffset", text=str(emu(top))), relativeFrom="page"),
        el("wp:extent", cx=across, cy=down),
        el("wp:effectExtent", l=0, t=0, r=0, b=0),
        el("wp:wrapNone") if picture.behind else el("wp:wrapTopAndBottom"),
        described,
        locks,
        graphic,
        distT=0, distB=emu(CLEAR), distL=0, distR=0, simplePos=0, relativeHeight=number,
        behindDoc=int(picture.behind), locked=0, layoutInCell=1, allowOverlap=1,
    )  # fmt: skip
    return el("w:drawing", anchor)


def _described(picture: Picture, number: int) -> Element:
    """The picture's number, name and alternative text; decoration is flagged as such."""
    name = f"Picture {number}"
    if picture.alt is not None:
        return el("wp:docPr", id=number, name=name, descr=picture.alt)
    flagged = el("a:ext", el("adec:decorative", val=1), uri=_DECORATIVE)
    return el("wp:docPr", el("a:extLst", flagged), id=number, name=name, descr="")


def _picture(picture: Picture, number: int, id: str, raster: Raster, frame: str, vector: str | None) -> Element:
    line = el("a:ln", el("a:solidFill", el("a:srgbClr", val=frame[1:])), w=FRAME) if picture.framed else None
    return el(
        "pic:pic",
        el("pic:nvPicPr", el("pic:cNvPr", id=number, name=f"Picture {number}"), el("pic:cNvPicPr")),
        el("pic:blipFill", el("a:blip", _vector(vector), r__embed=id), _crop(picture, raster), el("a:stretch", el("a:fillRect"))),
        el(
            "pic:spPr",
            el("a:xfrm", el("a:off", x=0, y=0), el("a:ext", cx=emu(picture.width), cy=emu(picture.height))),
            el("a:prstGeom", el("a:avLst"), prst="rect"),
            line,
        ),
    )


def _vector(id: str | None) -> Element:
    """The vector of which the picture is made, for programs that show it ([MS-ODRAWXML] svgBlip)."""
    return el("a:extLst", el("a:ext", el("asvg:svgBlip", r__embed=id), uri=_SVG)) if id else None


def _crop(picture: Picture, raster: Raster) -> Element:
    """What to leave out on each side so that the rest fills the frame, in thousandths of a per cent (20.1.8.55)."""
    frame, own = picture.width / picture.height, raster.width / raster.height
    if abs(frame / own - 1) < 0.01:
        return None
    if own > frame:
        side = round((1 - frame / own) / 2 * 100_000)
        return el("a:srcRect", l=side, r=side)
    out = (1 - own / frame) * 100_000
    return el("a:srcRect", t=round(out * picture.focus), b=round(out * (1 - picture.focus)))
