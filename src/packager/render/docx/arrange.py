"""The pupil booklet as sections of styled paragraphs, tables and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from packager.document.booklet import Booklet, Chapter
from packager.document.nodes import Image, Imprint
from packager.render.docx.arranged import Arranged, Block, Cell, Group, Page, Paragraph, Picture, Row, Section, Table
from packager.render.docx.chapter import arrange_block, needs_gap
from packager.render.docx.contents import contents, has_picture, page_of
from packager.render.docx.furniture import footer, header, opening_picture, properties, running_header
from packager.render.docx.text import bookmark, paragraph, texts
from packager.render.editions import booklet_in
from packager.render.look import WHITE
from packager.render.margins import margins
from packager.render.renderer import Context

COVER_PAGE = Page(left=10, right=10, top=10, bottom=5)
LONG_TITLE = 17
"""Letters: a title with more than these does not fit on one line of 164 mm in 50 pt Georgia bold (0.55 em a letter)."""
LOGO_ROW, LOGO_GAP, LOGO_TALLEST, LOGO_WIDEST = 14.0, 5.0, 9.0, 50.0
"""Millimetres: the row with the publisher's sign beside the line above the title, what stays free above it, and the most of the sign."""
OWN_PICTURE = "A place for your own picture"
END = Paragraph("Carrier")
"""The last paragraph of a section, which holds its settings and nothing else."""


def arrange_booklet(booklet: Booklet, context: Context) -> Arranged:
    """The booklet as Word shall hold it; page numbers come from `context.pages`."""
    booklet, imprint = booklet_in(context.edition, booklet), booklet.imprint
    bare = () if has_picture(context.edition) else None
    heads = (*contents(booklet, context), END)
    return Arranged(
        properties(imprint, imprint.title),
        (
            Section(COVER_PAGE, (*_cover(booklet, context), END)),
            Section(_page(context), heads, header(imprint, "Contents"), footer(imprint, imprint.title), bare),
            *(_chapter(chapter, imprint, context) for chapter in booklet.chapters),
            *_credits(booklet, context),
        ),
    )


def _page(context: Context, numbered_lines: int = 0) -> Page:
    at = margins(context.edition, "booklet")
    return Page(at.left, at.right, at.top, at.bottom, header_at=15.4, footer_at=10.5, numbered_lines=numbered_lines)


def _cover(booklet: Booklet, context: Context) -> tuple[Block, ...]:
    """The picture, the band, and the accent panel with the title and a strip for names; without ink, room for a picture."""
    if context.edition.outlined:
        return (_panel(booklet.imprint, context, paragraph("Own picture", OWN_PICTURE, bookmark("cover"))),)
    cover = booklet.cover
    path, alt = (cover.path, cover.alt) if cover else ("pattern:tile", None)
    picture = paragraph("Cover picture", [Picture(path, 190, 177, alt)], bookmark("cover"))
    band = paragraph("Cover picture", [Picture("pattern:band", 190, 10, None)])
    return picture, band, _panel(booklet.imprint, context)


def _panel(imprint: Imprint, context: Context, above: Paragraph | None = None) -> Table:
    title = "Title" if len(imprint.title) <= LONG_TITLE else "Long title"
    kicker, logo = paragraph("Kicker", "  ·  ".join(imprint.kicker)), _logo(imprint.logo, context)
    words = [*(() if logo else (kicker,)), paragraph(title, imprint.title)]
    if imprint.question:
        words.append(paragraph("Subtitle", imprint.question))
    blank = Cell((Paragraph("Carrier"),))
    names = [Cell((paragraph("Name strip", name),), fill=WHITE) for name in ("Name", "Class")]
    rows = (
        *((Row((Cell((above,), span=4),), height=187),) if above else ()),
        *(_signed(kicker, logo, blank) if logo else ()),
        Row((Cell(tuple(words), span=4),), height=68 - (LOGO_GAP + LOGO_ROW if logo else 0)),
        Row((blank, *names, blank), height=12),
        Row((Cell((Paragraph("Carrier"),), span=4),), height=9),
    )
    return Table("Cover panel", (13, 105, 59, 13), rows, "Title", "The title of the booklet, and a place for a name and a class")


def _signed(kicker: Paragraph, logo: Paragraph, blank: Cell) -> tuple[Row, ...]:
    """The line above the title beside the publisher's sign, which stands on white over the right end of the strip for names."""
    free = Row((Cell((Paragraph("Carrier"),), span=4),), height=LOGO_GAP)
    return free, Row((Cell((kicker,), span=2), Cell((logo,), fill=WHITE), blank), height=LOGO_ROW)


def _logo(logo: Image | None, context: Context) -> Paragraph | None:
    if logo is None:
        return None
    ratio = context.media.ratio(logo.path)
    height = min(LOGO_TALLEST, LOGO_WIDEST / ratio)
    return paragraph("Name strip", [Picture(logo.path, height * ratio, height, logo.alt)])


def _chapter(chapter: Chapter, imprint: Imprint, context: Context) -> Section:
    title = f"{chapter.number}. {chapter.title}"
    return Section(
        _page(context, numbered_lines=5),
        (*_opening(chapter), *_body(chapter, context), END),
        running_header(imprint, 'STYLEREF "Heading 1"', title),
        None,
        () if chapter.opening else None,
    )


def _opening(chapter: Chapter) -> Iterator[Block]:
    """Title, picture and question. The picture hangs on a line of its own, so that it stays out of the contents."""
    number = texts(f"{chapter.number}. ", "Chapter number")
    yield Group(chapter.id, (paragraph("Heading 1", [*number, *texts(chapter.title)], bookmark(chapter.id)),))
    if chapter.opening:
        yield Group(f"{chapter.id}/opening", (opening_picture(chapter.opening.path, chapter.opening.alt, 90),))
    if chapter.question:
        yield Group(f"{chapter.id}/question", (paragraph("Question", chapter.question, bookmark(f"{chapter.id}/question")),))


def _body(chapter: Chapter, context: Context) -> Iterator[Block]:
    before = None
    for block in chapter.blocks:
        if before is not None and needs_gap(before, block):
            yield Paragraph("After box")
        yield Group(block.id, tuple(arrange_block(block, context)))
        before = block


def _credits(booklet: Booklet, context: Context) -> Iterator[Section]:
    if not booklet.credits:
        return
    head = Row(tuple(Cell((paragraph("Table Head", name),)) for name in ("Page", "Picture", "Credit")), header=True)
    rows = (
        Row(
            (
                Cell((paragraph("Credit", [page_of(credit.id, context, None)]),)),
                Cell((paragraph("Credit", credit.name),)),
                Cell((paragraph("Credit", credit.text),)),
            )
        )
        for credit in booklet.credits
    )
    measure = margins(context.edition, "booklet").measure
    first = (24.0, 46.0) if context.edition.reflowed else (18.0, 40.0)
    table = Table(
        "Credits Table", (*first, measure - sum(first)), (head, *rows), "Picture credits", "Where each picture stands and who made it"
    )
    heading = paragraph("Credits heading", "Picture credits", bookmark("credits"))
    yield Section(_page(context), (Group("credits", (heading, table)), END), header(booklet.imprint, "Picture credits"))
