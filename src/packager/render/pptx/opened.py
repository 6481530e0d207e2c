"""A template opened with python-pptx, and made ready for a deck: without slides of its own, in the subject's colours."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from types import MappingProxyType
from typing import Any, Final

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from packager.render.look import Look
from packager.render.pptx.layouts import LAYOUTS, SPINE
from packager.render.pptx.master import PATTERN_IDS
from packager.render.pptx.palette import Palette
from packager.render.pptx.template import pattern_png
from packager.render.pptx.theme import TABLE_STYLE, colours_xml, table_styles_xml
from packager.render.pptx.xml import APPLICATION, NAMESPACES, SHOW, VIEW

NOTED = MappingProxyType(
    {PP_PLACEHOLDER.SLIDE_IMAGE: "Slide Image", PP_PLACEHOLDER.BODY: "Notes", PP_PLACEHOLDER.SLIDE_NUMBER: "Slide Number"}
)
"""The placeholders of the notes master that stand on a page of notes, and what they are called there."""
_PATTERNS = MappingProxyType(
    {each.name: each.form for each in (SPINE, *(each for own in LAYOUTS.values() for each in own.decorations)) if each.form in PATTERN_IDS}
)
"""The names of pictures that show the pattern of a subject, and the form in which they show it."""
_OF_SLIDES: Final = ("/ppt/slides/", "/ppt/notesSlides/")
_OF_A_DECK: Final = (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
"""What a file leads to first; a picture of its first slide, a signature or a label of the template says nothing of a deck made in it."""
_SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The list of sections ([MS-PPTX] 2.6.2), which names slides."""


def opened(content: bytes) -> Any:
    """The template as python-pptx has it, which has no types; raises whatever python-pptx raises for what is no deck."""
    file = Presentation(BytesIO(content))
    if file.part.content_type != CONTENT_TYPE.PML_PRESENTATION_MAIN or file.part.partname != "/ppt/presentation.xml":
        raise ValueError("a deck with macros, or of an unknown program")
    return file


def layouts_in(file: Any) -> Iterator[Any]:
    """The layouts of every master, in order."""
    for master in file.slide_masters:
        yield from master.slide_layouts


def cleared(file: Any) -> None:
    """The template is without slides, without what names or shows slides, and has the parts without which PowerPoint calls it damaged."""
    _without_slides(file)
    package = file.part.package
    for name, relation in list(package._rels.items()):
        if relation.reltype not in _OF_A_DECK:
            package._rels.pop(name)
    _part(file, RELATIONSHIP_TYPE.VIEW_PROPS, CONTENT_TYPE.PML_VIEW_PROPS, "/ppt/viewProps.xml", VIEW).rels._rels.clear()
    _part(file, RELATIONSHIP_TYPE.PRES_PROPS, CONTENT_TYPE.PML_PRES_PROPS, "/ppt/presProps.xml", SHOW).rels._rels.clear()
    _noted(file)
    file.core_properties.partname = PackURI("/docProps/core.xml")
    for part in package.iter_parts():
        if part.content_type == CONTENT_TYPE.OFC_EXTENDED_PROPERTIES:
            part.blob = APPLICATION.encode()


def _without_slides(file: Any) -> None:
    main = file.part
    for listed in list(file.slides._sldIdLst):
        main.rels.pop(listed.rId)
        file.slides._sldIdLst.remove(listed)
    for tag in ("p:custShowLst", f"p:extLst/p:ext[@uri='{_SECTIONS}']"):
        for element in main._element.xpath(tag):
            element.getparent().remove(element)
    for element in main._element.xpath("p:extLst[not(*)]"):
        main._element.remove(element)


def names_slides(file: Any) -> bool:
    """Whether a part of a cleared template still leads to a slide, as a link on a layout does."""
    return any(part.partname.startswith(_OF_SLIDES) for part in file.part.package.iter_parts())


def _part(file: Any, relation: str, kind: str, name: str, content: str) -> Any:
    """The one part of its kind, which has this content now, or is made with it."""
    try:
        part = file.part.part_related_by(relation)
    except KeyError:
        part = Part(PackURI(name), kind, file.part.package, b"")
        file.part.relate_to(part, relation)
    part.blob = content.encode()
    return part


def _noted(file: Any) -> None:
    """The template has a notes master, python-pptx's own where it had none, and lists it (ECMA-376-1, 19.2.1.17)."""
    name = file.part.relate_to(file.notes_master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
    presentation = file.part._element
    if presentation.find(qn("p:notesMasterIdLst")) is None:
        listed = parse_xml(f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{name}"/></p:notesMasterIdLst>')
        presentation.find(qn("p:sldMasterIdLst")).addnext(listed)


def dressed(file: Any, palette: Palette) -> None:
    """A publisher's template has the colours and the pattern of the subject, the theme's fonts, and the style of our tables."""
    for part in list(file.part.package.iter_parts()):
        if part.content_type == CONTENT_TYPE.OFC_THEME:
            root = etree.fromstring(part.blob)
            _themed(root, palette)
            _refill(part, etree.tostring(root, encoding="UTF-8", standalone=True, xml_declaration=True))
    _patterned(file, palette.look)
    _add_table_style(file, palette)


def _themed(theme: Any, palette: Palette) -> None:
    scheme = next(theme.iter(qn("a:clrScheme")))
    scheme.getparent().replace(scheme, parse_xml(colours_xml(palette, declared=True)))
    fonts = palette.look.fonts
    for tag, family in (("a:majorFont", fonts.office_display), ("a:minorFont", fonts.office_text)):
        for face in theme.iterfind(f".//{qn(tag)}/{qn('a:latin')}"):
            face.attrib.clear()  # the PANOSE figures of another face
            face.set("typeface", family)


def _patterned(file: Any, look: Look) -> None:
    """The pictures in its master and layouts that bear the names of ours show the subject's pattern."""
    for each in (*file.slide_masters, *layouts_in(file)):
        for picture in each._element.iter(qn("p:pic")):
            form = _PATTERNS.get(picture.nvPicPr.cNvPr.get("name"))
            blip = picture.find(f".//{qn('a:blip')}")
            if form and blip is not None:
                _show(each.part, blip, pattern_png(look, form))


def _show(part: Any, blip: Any, content: bytes) -> None:
    """The picture shows the content, and no vector or effect in its stead."""
    before, name = blip.get(qn("r:embed")), part.get_or_add_image_part(BytesIO(content))[1]
    if name != before:
        if before:
            part.drop_rel(before)
        blip.set(qn("r:embed"), name)
    for other in list(blip):
        blip.remove(other)


def _refill(part: Any, content: bytes) -> None:
    """The part has another content; python-pptx keeps some parts as a tree."""
    if hasattr(part, "_element"):
        part._element = parse_xml(content)
    else:
        part.blob = content


def _add_table_style(file: Any, palette: Palette) -> None:
    ours = table_styles_xml(palette)
    related = [each.target_part for each in file.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.TABLE_STYLES]
    root = etree.fromstring(related[0].blob if related else ours.encode())
    for style in root.findall(qn("a:tblStyle")):
        if style.get("styleId") == TABLE_STYLE:
            root.remove(style)
    root.append(etree.fromstring(ours.encode())[0])
    content = etree.tostring(root, encoding="UTF-8", standalone=True, xml_declaration=True).decode()
    _part(file, RELATIONSHIP_TYPE.TABLE_STYLES, CONTENT_TYPE.PML_TABLE_STYLES, "/ppt/tableStyles.xml", content)


def saved(file: Any) -> bytes:
    """The file as python-pptx writes it."""
    out = BytesIO()
    file.save(out)
    return out.getvalue()
