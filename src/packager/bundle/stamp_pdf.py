"""A PDF file with a school's licence at the foot of every page, added at its end: what stands there stays, byte for byte.

One footer object serves all pages (ISO 32000-1, 8.10). It is marked as an artefact, so that a reader who
listens is not told it on every page, and the file stays PDF/UA-1 (ISO 14289-1, 7.1).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from xml.sax.saxutils import escape

from packager.bundle.blank import Blank, Done
from packager.bundle.mark import Mark
from packager.bundle.pdf_file import PdfFile, Update, reference, stream
from packager.bundle.pdf_font import encoded, line_font, to_unicode
from packager.bundle.pieces import Content, Pieces

_RESOURCE = "/SchoolLicence"
_SIZE, _HEIGHT, _FROM_EDGE, _FROM_FOOT = 6.5, 9, 28.35, 13
"""Points: below the footer of every page, in the margin that printers keep."""
_ARTIFACT = "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]/BBox[{}]>> BDC q 1 0 0 1 {} {} cm {} Do Q EMC"
_BOX = re.compile(rb"/MediaBox\s*\[\s*(-?[\d.]+)\s+(-?[\d.]+)\s")
_CONTENTS = re.compile(rb"/Contents\s*(\[[^\]]*\]|\d+ 0 R)")


def blank_pdf(content: Content, _: object = None) -> Blank:
    """The file, ready for the licence number, and the school's name where its letters allow, on every page and in its properties."""
    file = PdfFile(content)
    form = file.reserve()
    foot = Foot(form, _add_font(file), _stamp_pages(file, form))
    information, root = file.root(b"/Info"), file.root(b"/Root")
    catalogue = file.object(root)
    metadata = reference(catalogue, b"/Metadata")
    said = Said(information, file.object(information), file.reserve(), file.stream(metadata))
    file.change(root, catalogue.replace(b"/Metadata %d 0 R" % metadata, b"/Metadata %d 0 R" % said.metadata))
    return Blank(file.same(), partial(_rest, file.update(), foot, said))


@dataclass(frozen=True, slots=True)
class Foot:
    """The numbers of the objects that draw the line: the form, its font, and feet by corner."""

    form: int
    font: int
    feet: Mapping[tuple[float, float], int]


@dataclass(frozen=True, slots=True)
class Said:
    """What the properties said before: the document information, and the metadata, which become another object."""

    information: int
    told: bytes
    metadata: int
    xmp: bytes


def _rest(update: Update, foot: Foot, said: Said, mark: Mark, _: Done) -> Pieces:
    """The objects that show the licence, and the tables of objects behind them."""
    bodies, width = _form(foot, mark)
    for (x, y), number in foot.feet.items():
        bodies[number] = stream(_foot(x + _FROM_EDGE, y + _FROM_FOOT, width))
    told = f"/LicensedTo{_text(mark.school)}/LicenceNumber{_text(mark.number)}"
    bodies[said.information] = _beginning_with(said.told, told.encode())
    bodies[said.metadata] = stream(_with_rights(said.xmp, mark), "/Type/Metadata/Subtype/XML")
    return (update.with_objects(bodies, mark.sentence.encode()),)


def _stamp_pages(file: PdfFile, form: int) -> dict[tuple[float, float], int]:
    """The pages draw a foot; the number of each, by the corner that it is measured from."""
    before, feet, resources = file.add(stream(b"q\n")), dict[tuple[float, float], int](), set[int]()
    for number in file.pages():
        page = file.object(number)
        box, old = _BOX.search(page), _CONTENTS.findall(page)
        if box is None or len(old) != 1:
            raise ValueError(f"page {number} is of another kind")
        corner = float(box[1]), float(box[2])
        if corner not in feet:
            feet[corner] = file.reserve()
        contents = f"/Contents[{before} 0 R {old[0].decode().strip('[]')} {feet[corner]} 0 R]".encode()
        file.change(number, _CONTENTS.sub(lambda _, new=contents: new, page))  # type: ignore[misc]  # mypy has no type for this
        resources.add(reference(page, b"/Resources"))
    for number in resources:
        file.change(number, _with_footer(file.object(number), f"{form} 0 R"))
    return feet


def _foot(x: float, y: float, width: float) -> bytes:
    box = f"{x:g} {y - 2:g} {x + width:g} {y + _HEIGHT - 2:g}"
    return f"\nQ\n{_ARTIFACT.format(box, f'{x:g}', f'{y:g}', _RESOURCE)}\n".encode()


def _with_footer(resources: bytes, form: str) -> bytes:
    """The resources of a page, or of several, with the footer among their pictures."""
    named = f"{_RESOURCE} {form}".encode()
    pictures = resources.count(b"/XObject")
    if pictures == 0:
        return _beginning_with(resources, b"/XObject<<%b>>" % named)
    if pictures > 1 or b"/XObject<<" not in resources:
        raise ValueError("the resources of a page are of another kind")
    return resources.replace(b"/XObject<<", b"/XObject<<%b" % named)


def _beginning_with(dictionary: bytes, said: bytes) -> bytes:
    if not dictionary.startswith(b"<<"):
        raise ValueError("an object is no dictionary")
    return b"<<" + said + dictionary[2:]


def _form(foot: Foot, mark: Mark) -> tuple[dict[int, bytes], float]:
    """The footer that all pages share, and its width. The name is left out where a letter of it is not in the font."""
    font = line_font()
    codes = encoded(mark.line, font) or encoded(mark.name, font)
    assert codes is not None, "numbers of licences are ASCII"
    width = sum(font.widths[code - 32] for code in codes) * _SIZE / 1000
    box = f"/BBox[0 -2 {width:.2f} {_HEIGHT - 2}]/Resources<</Font<</F {foot.font} 0 R>>>>"
    drawn = f"0.35 g BT /F {_SIZE} Tf <{codes.hex()}> Tj ET".encode()
    return {foot.form: stream(drawn, f"/Type/XObject/Subtype/Form{box}")}, width


def _add_font(file: PdfFile) -> int:
    """The number of the font, which is the same for every school."""
    font = line_font()
    name, box = "/SCHLIC+AtkinsonHyperlegible-Regular", " ".join(map(str, font.box))
    program = file.add(stream(font.program, f"/Length1 {font.length}/Filter/FlateDecode"))
    measures = f"/ItalicAngle 0/Ascent {font.ascent}/Descent {font.descent}/CapHeight {font.cap_height}/StemV 80"
    described = f"<</Type/FontDescriptor/FontName{name}/Flags 32/FontBBox[{box}]{measures}/FontFile2 {program} 0 R>>"
    widths = f"/FirstChar 32/LastChar 255/Widths[{' '.join(map(str, font.widths))}]/Encoding/WinAnsiEncoding"
    parts = f"/FontDescriptor {file.add(described.encode())} 0 R/ToUnicode {file.add(stream(to_unicode(font)))} 0 R"
    return file.add(f"<</Type/Font/Subtype/TrueType/BaseFont{name}{widths}{parts}>>".encode())


def _text(text: str) -> str:
    """A text string in UTF-16 (7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


def _with_rights(xmp: bytes, mark: Mark) -> bytes:
    """The metadata with the terms of use (XMP 1, 8.5)."""
    end = xmp.rfind(b"</rdf:RDF>")
    if end < 0:
        raise ValueError("its metadata are no XMP")
    terms = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(mark.sentence)}</rdf:li></rdf:Alt>'
    added = (
        '<rdf:Description rdf:about="" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">'
        f"<xmpRights:Marked>True</xmpRights:Marked><xmpRights:UsageTerms>{terms}</xmpRights:UsageTerms></rdf:Description>"
    )
    return xmp[:end] + added.encode() + xmp[end:]
