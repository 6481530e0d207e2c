"""A stamp is on every page and slide, whatever the school is called, and the file is as valid as it was."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import typst
import xlsxwriter
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from pptx import Presentation

from packager.bundle.blank import Blank, Done, plain
from packager.bundle.licence import school_name
from packager.bundle.mark import LONGEST_SHOWN, Mark, mark_of, shortened
from packager.bundle.office import Known, OfficeFile
from packager.bundle.refused import Refused
from packager.bundle.stamp import blank
from tests.bundle.publisher import HTML, LICENCE
from tests.packs import Packs
from tests.validators import MICROSOFT, OFFICE, microsoft_faults, open_xml_faults, pdf_faults

NUMBER = "L-123456-2c1f9a07"
NAMES = (
    "St Mary’s Primary School",
    "O’Brien & \"Sons\" <script>alert('x')</script> ]]> --> ${x} {{x}} \\(x\\)",
    "👩🏽‍🏫 School of 🌍",
    "مدرسة النور",
    "בית ספר St Mary’s",
    "Ysgol " + "Llanfair" * 36,
    "\u0001\ufffe\ud800x",
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def mark(school: str = NAMES[0]) -> Mark:
    return Mark(
        NUMBER, mark_of(LICENCE.__class__(NUMBER, "P", school, "123456", 1, ("h",), (3,), LICENCE.first_day, LICENCE.last_day)).school
    )


def stamped(name: str, content: bytes, school: str = NAMES[0]) -> bytes:
    return whole(blank(name, content, Known()), content, mark(school), {})


def whole(ready: Blank, content: bytes, marked: Mark, done: Done) -> bytes:
    return b"".join((*ready.pieces(content), *(ready.rest(marked, done) if ready.rest else ())))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def saved(file: Any) -> bytes:
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def deck() -> bytes:
    """A deck of PowerPoint's own template, which is not ours."""
    file = Presentation()
    for layout in file.slide_layouts:
        file.slides.add_slide(layout)
    return saved(file)


def document(footer: str = "") -> bytes:
    file = Document()
    file.add_paragraph("First page")
    file.add_section().different_first_page_header_footer = True
    if footer:
        file.sections[1].footer.is_linked_to_previous = False
        file.sections[1].footer.paragraphs[0].text = footer
    return saved(file)


def workbook(footer: str | None = None) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name in ("Words", "More"):
            sheet = book.add_worksheet(name)
            sheet.write(0, 0, "hill")
            sheet.set_landscape()
            sheet.add_table(2, 0, 4, 1)
            sheet.insert_textbox(6, 0, "a drawing")
            if footer:
                sheet.set_footer(footer)
    return out.getvalue()


def pdf(source: str = "#set page(width: 210mm)\nOne\n#pagebreak()\n#page(flipped: true)[Two]") -> bytes:
    text = f'#set document(title: "T", author: "A", date: none)\n#set text(lang: "en")\n{source}'
    made = typst.compile(text.encode(), pdf_standards=["ua-1"], timestamp=0)
    assert isinstance(made, bytes)
    return made


MADE = {"deck.pptx": deck, "text.docx": document, "words.xlsx": workbook, "page.pdf": pdf, "page.html": lambda: HTML.encode()}


@pytest.mark.parametrize("school", NAMES, ids=range(len(NAMES)))
@pytest.mark.parametrize("name", MADE)
def test_any_school_can_be_stamped_on_anything(name: str, school: str, tmp_path: Path) -> None:
    content = stamped(name, MADE[name](), school)
    place = tmp_path / name
    place.write_bytes(content)
    if name.endswith("pdf"):
        assert pdf_faults(place) == []
        assert str(pikepdf.open(place).trailer.Info.LicensedTo) == mark(school).school
    elif not name.endswith("html"):
        assert [fault for fault in open_xml_faults(place) if fault not in _known(name, tmp_path)] == []
        texts = "".join(etree.fromstring(part).xpath("string()") for path, part in parts(content).items() if "custom.xml" in path)
        assert mark(school).school in texts and NUMBER in texts


def _known(name: str, folder: Path) -> list[str]:
    """What is wrong with the file before it is stamped, for these templates are not ours."""
    plain = folder / f"plain-{name}"
    plain.write_bytes(MADE[name]())
    return open_xml_faults(plain)


def test_a_page_shows_the_school_and_runs_no_script() -> None:
    page = html.fromstring(stamped("page.html", HTML.encode(), NAMES[1]).decode())
    assert [element.text_content() for element in page.xpath("//aside")] == [f"Licence {NUMBER} · {NAMES[1]}"]
    assert page.xpath("//script") == [] and page.xpath("//meta[@name='licensed-to']/@content") == [NAMES[1]]


def test_every_slide_shows_the_number_from_its_master_or_layout() -> None:
    file = Presentation(BytesIO(stamped("deck.pptx", deck())))
    for slide in file.slides:
        layout = slide.slide_layout
        hides = layout._element.get("showMasterSp") in ("0", "false")
        shown = layout.shapes if hides else layout.slide_master.shapes
        assert [s.text_frame.text for s in shown if s.name == "School licence"] == [f"Licence {NUMBER}  ·  {NAMES[0]}"]
    assert NUMBER in file.core_properties.comments


def test_only_what_shows_the_number_is_rewritten() -> None:
    before, after = (parts(content) for content in (deck(), stamped("deck.pptx", deck())))
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "ppt/slideMasters/slideMaster1.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
        "_rels/.rels",
        "[Content_Types].xml",
    }


def test_every_page_of_a_document_has_a_footer_with_the_number() -> None:
    for footer in ("", "Ours"):
        file = Document(BytesIO(stamped("text.docx", document(footer))))
        for section in file.sections:
            for kind in ([section.first_page_footer] if section.different_first_page_header_footer else []) + [section.footer]:
                assert NUMBER in "".join(p.text for p in kind.paragraphs), footer
        assert any(p.text == "Ours" for p in file.sections[1].footer.paragraphs) == bool(footer)


def test_every_sheet_has_the_number_in_its_footer() -> None:
    for footer in (None, "&CPage &P", "&LOurs&RPage &P", "&L" + "x" * 250):
        sheets = [etree.fromstring(part) for name, part in parts(stamped("w.xlsx", workbook(footer))).items() if "worksheets/sheet" in name]
        for sheet in sheets:
            text = sheet.xpath("string(//*[local-name()='oddFooter'])")
            assert NUMBER in text and len(text) <= 255


def test_an_ampersand_in_a_name_is_no_command_in_a_sheets_footer() -> None:
    sheet = parts(stamped("w.xlsx", workbook(), "A&P Page"))["xl/worksheets/sheet1.xml"]
    assert "A&&P Page" in etree.fromstring(sheet).xpath("string(//*[local-name()='oddFooter'])")


def page_texts(content: bytes) -> list[str]:
    file = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in file]


def test_every_page_of_a_pdf_shows_the_number_and_a_name_in_latin_letters() -> None:
    assert all(f"Licence {NUMBER} · {NAMES[0]}" in " ".join(text.split()) for text in page_texts(stamped("p.pdf", pdf())))
    for school in NAMES[2:4]:
        assert all(f"Licence {NUMBER}" in text for text in page_texts(stamped("p.pdf", pdf(), school)))


def test_a_pdf_keeps_every_byte_it_had_and_has_one_footer_for_all_pages() -> None:
    before, after = pdf(), stamped("p.pdf", pdf())
    assert after.startswith(before)
    with pikepdf.open(BytesIO(after)) as file:
        assert {page.resources.XObject["/SchoolLicence"].objgen for page in file.pages} == {
            file.pages[0].resources.XObject["/SchoolLicence"].objgen
        }
        assert file.check_pdf_syntax() == []
        assert mark().sentence in file.Root.Metadata.read_bytes().decode()


def test_a_file_that_is_not_what_its_name_says_is_refused() -> None:
    for name in MADE:
        for content in (b"", b"nonsense", b"PK\x05\x06" + bytes(18), b"%PDF-1.7\ntrailer\n<<>>\nstartxref\n0\n%%EOF"):
            with pytest.raises(Refused, match="cannot be stamped: build it again"):
                stamped(name, content)


def test_other_files_stay_as_they_are() -> None:
    assert stamped("words.csv", b"a,b\n") == b"a,b\n"
    assert plain(b"anything").pieces(b"anything") == (b"anything",)


def test_a_file_that_is_ready_can_be_stamped_for_one_school_after_another() -> None:
    for name, make in MADE.items():
        content = make()
        ready = blank(name, content, Known())
        for school in NAMES[:2]:
            assert whole(ready, content, mark(school), {}) == stamped(name, content, school)


def test_a_document_whose_even_pages_differ_has_the_number_on_them_too() -> None:
    file = Document()
    file.settings.odd_and_even_pages_header_footer = True
    for section in Document(BytesIO(stamped("text.docx", saved(file)))).sections:
        for kind in (section.footer, section.even_page_footer):
            assert NUMBER in "".join(p.text for p in kind.paragraphs)


def test_an_office_file_of_another_program_is_stamped_too() -> None:
    """Parts stored, in any order, with sizes behind them and remarks beside them (PKWARE, APPNOTE 4.3.9)."""
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        out = _Stream()
        with zipfile.ZipFile(out, "w", method) as archive:
            for name, content in reversed(parts(deck()).items()):
                member = zipfile.ZipInfo(name)
                member.comment, member.extra, member.compress_type = b"remark", b"\xfe\xca\x02\x00ab", method
                archive.writestr(member, content)
        before, after = (parts(content) for content in (deck(), stamped("deck.pptx", out.getvalue())))
        assert before.keys() < after.keys() and len(Presentation(BytesIO(stamped("deck.pptx", out.getvalue()))).slides) == 11


class _Stream(BytesIO):
    """A file that cannot be gone back in, as when a program writes to a network."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError


def test_a_stamp_is_the_same_bytes_each_time() -> None:
    for name, make in MADE.items():
        content = make()
        assert stamped(name, content) == stamped(name, content)


@given(st.text(min_size=1))
def test_no_name_breaks_a_page_or_a_document(text: str) -> None:
    try:
        school = school_name(text)
    except Refused:
        return
    page = html.fromstring(stamped("page.html", HTML.encode(), school).decode("utf-8"))
    assert len(page.xpath("//aside/bdi/*")) == 0
    for part in OfficeFile(stamped("text.docx", _DOCUMENT, school)).names("docProps/"):
        etree.fromstring(OfficeFile(stamped("text.docx", _DOCUMENT, school)).part(part) or b"")


_DOCUMENT = document()


@pytest.mark.parametrize(("name", "shown"), [("short", "short"), ("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…"), ("e\u0301" * 40, None)])
def test_a_long_name_is_cut_between_letters(name: str, shown: str | None) -> None:
    cut = shortened(name)
    assert len(cut) <= LONGEST_SHOWN
    assert cut == shown if shown else not cut.endswith("e…")


def test_what_is_shipped_is_valid_after_it_is_stamped(built: Packs, tmp_path: Path) -> None:
    """One topic for all: another has other words, not other parts. And what belongs to no topic."""
    known, done, topic = Known(), Done(), min(entry["topic"] for entry in built.index if entry["topic"])
    for path in (*built.files(topic=topic), *built.files(topic=None)):
        content = path.read_bytes()
        (tmp_path / path.name).write_bytes(whole(blank(path.name, content, known), content, mark(NAMES[1]), done))
    made = sorted(tmp_path.iterdir())
    assert {path.name: open_xml_faults(path) for path in made if path.suffix in OFFICE} == {p.name: [] for p in made if p.suffix in OFFICE}
    assert {path.name: pdf_faults(path) for path in made if path.suffix == ".pdf"} == {p.name: [] for p in made if p.suffix == ".pdf"}
    assert MICROSOFT is None or microsoft_faults(path for path in made if path.suffix in OFFICE) == {}
    for path in (path for path in made if path.suffix == ".pdf"):
        assert all(NUMBER in text for text in page_texts(path.read_bytes())), path.name
    _check_slides(path for path in made if path.suffix == ".pptx")


def _check_slides(decks: Any) -> None:
    for path in decks:
        for slide in Presentation(str(path)).slides:
            shapes = (*slide.slide_layout.shapes, *slide.slide_layout.slide_master.shapes)
            assert any(shape.has_text_frame and NUMBER in shape.text_frame.text for shape in shapes), path.name
