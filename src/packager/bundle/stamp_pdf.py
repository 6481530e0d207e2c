"""A PDF file with a school's licence at the foot of every page, added at its end: what stands there stays, byte for byte.

One footer object serves all pages (ISO 32000-1, 8.10). It is marked as an artefact, so that a reader who
listens is not told it on every page, and the file stays PDF/UA-1 (ISO 14289-1, 7.1).
"""

from __future__ import annotations

import re
from hashlib import sha256
from xml.sax.saxutils import escape

from packager.bundle.mark import Mark
from packager.bundle.pdf_file import PdfFile, reference
from packager.bundle.pdf_font import LineFont, encoded, line_font, to_unicode
from packager.bundle.pieces import Content, Pieces

_RESOURCE = "/SchoolLicence"
_SIZE, _HEIGHT, _FROM_EDGE, _FROM_FOOT = 6.5, 9, 28.35, 13
"""Points: below the footer of every page, in the margin that printers keep."""
_ARTIFACT = "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]/BBox[{}]>> BDC q 1 0 0 1 {} {} cm {} Do Q EMC"
_BOX = re.compile(rb"/MediaBox\s*\[\s*(-?[\d.]+)\s+(-?[\d.]+)\s")
_CONTENTS = re.compile(rb"/Contents\s*(\[[^\]]*\]|\d+ 0 R)")


def stamp_pdf(content: Content, mark: Mark) -> Pieces:
    """The file with the licence number, and the school's name where its letters allow, on every page; both in its properties."""
    file = PdfFile(content)
    _stamp_pages(file, mark)
    _stamp_properties(file, mark)
    return file.whole(sha256(file.trailer + mark.sentence.encode()).digest()[:16])


def _stamp_pages(file: PdfFile, mark: Mark) -> None:
    form, width = _form(file, mark)
    before, feet, resources = file.add_stream(b"q\n"), dict[tuple[float, float], str](), set[int]()
    for number in file.pages():
        page = file.object(number)
        box, old = _BOX.search(page), _CONTENTS.findall(page)
        if box is None or len(old) != 1:
            raise ValueError(f"page {number} is of another kind")
        corner = float(box[1]), float(box[2])
        if corner not in feet:
            feet[corner] = file.add_stream(_foot(corner[0] + _FROM_EDGE, corner[1] + _FROM_FOOT, width))
        contents = f"/Contents[{before} {old[0].decode().strip('[]')} {feet[corner]}]".encode()
        file.change(number, _CONTENTS.sub(lambda _, new=contents: new, page))  # type: ignore[misc]  # mypy has no type for this
        resources.add(reference(page, b"/Resources"))
    for number in resources:
        file.change(number, _with_footer(file.object(number), form))


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


def _form(file: PdfFile, mark: Mark) -> tuple[str, float]:
    """The footer that all pages share, and its width. The name is left out where a letter of it is not in the font."""
    text = mark.line if encoded(mark.line) is not None else mark.name
    codes = encoded(text)
    assert codes is not None, "numbers of licences are ASCII"
    font = line_font(text)
    width = sum(font.widths[code - 32] for code in codes) * _SIZE / 1000
    box = f"/BBox[0 -2 {width:.2f} {_HEIGHT - 2}]/Resources<</Font<</F {_font(file, font, text)}>>>>"
    drawn = f"0.35 g BT /F {_SIZE} Tf <{codes.hex()}> Tj ET".encode()
    return file.add_stream(drawn, f"/Type/XObject/Subtype/Form{box}"), width


def _font(file: PdfFile, font: LineFont, text: str) -> str:
    name, box = "/SCHLIC+AtkinsonHyperlegible-Regular", " ".join(map(str, font.box))
    program = file.add_stream(font.program, f"/Length1 {len(font.program)}")
    measures = f"/ItalicAngle 0/Ascent {font.ascent}/Descent {font.descent}/CapHeight {font.cap_height}/StemV 80"
    described = file.add(f"<</Type/FontDescriptor/FontName{name}/Flags 32/FontBBox[{box}]{measures}/FontFile2 {program}>>")
    widths = f"/FirstChar 32/LastChar 255/Widths[{' '.join(map(str, font.widths))}]/Encoding/WinAnsiEncoding"
    letters = file.add_stream(to_unicode(text))
    return file.add(f"<</Type/Font/Subtype/TrueType/BaseFont{name}{widths}/FontDescriptor {described}/ToUnicode {letters}>>")


def _stamp_properties(file: PdfFile, mark: Mark) -> None:
    """Name and number stand in the document information (14.3.3) and in the XMP metadata (14.3.2)."""
    information, root = file.root(b"/Info"), file.root(b"/Root")
    said = f"/LicensedTo{_text(mark.school)}/LicenceNumber{_text(mark.number)}"
    file.change(information, _beginning_with(file.object(information), said.encode()))
    catalogue = file.object(root)
    metadata = reference(catalogue, b"/Metadata")
    written = file.add_stream(_with_rights(file.stream(metadata), mark), "/Type/Metadata/Subtype/XML")
    file.change(root, catalogue.replace(b"/Metadata %d 0 R" % metadata, b"/Metadata " + written.encode()))


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
