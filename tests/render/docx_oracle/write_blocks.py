"""Tables, contents and content controls as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator

from packager.render.docx.arranged import Block, Cell, Contents, Group, Paragraph, Row, Table
from tests.render.docx_oracle.element import Element, el, flag, qualified, twips
from tests.render.docx_oracle.write_text import Numbers, StyleIds, TextWriter


class BlockWriter:
    """Writes the blocks of the main document."""

    def __init__(self, styles: StyleIds, numbers: Numbers, text: TextWriter) -> None:
        self.styles, self.numbers, self.text = styles, numbers, text

    def block(self, block: Block) -> Iterator[Element]:
        """The elements of one block."""
        if isinstance(block, Paragraph):
            yield self.text.paragraph(block)
        elif isinstance(block, Table):
            yield self.table(block)
        elif isinstance(block, Contents):
            yield from self.contents(block)
        else:
            yield self.group(block)

    def group(self, group: Group) -> Element:
        """A block-level content control with the id as its tag (17.5.2.29)."""
        gallery = None
        if isinstance(group.blocks[0], Contents):
            gallery = el("w:docPartObj", el("w:docPartGallery", val="Table of Contents"), el("w:docPartUnique"))
        content = [element for block in group.blocks for element in self.block(block)]
        return self._control(group.id, gallery, content)

    def _control(self, tag: str, gallery: Element, content: list[Element]) -> Element:
        """Shown without a frame, so that editing feels like editing any other text."""
        appearance = el("w15:appearance", val="hidden")
        number = self.numbers.next("control")
        properties = el(
            "w:sdtPr",
            el("w:alias", val=tag),
            el("w:tag", val=tag),
            el("w:id", val=number),
            appearance,
            gallery if gallery is not None else el("w:richText"),
        )
        return el("w:sdt", properties, el("w:sdtContent", *content))

    def contents(self, contents: Contents) -> Iterator[Element]:
        """The heading, then the field from the start of the first entry to an end after the last."""
        yield self.text.paragraph(contents.heading)
        entries = [self.text.paragraph(entry) for entry in contents.entries]
        *start, end = self.text.field(contents.code, [])
        for run in reversed(start):
            entries[0].insert(1, run)
        entries[-1].append(end)
        yield from entries

    def table(self, table: Table) -> Element:
        """`w:tbl` with fixed columns."""
        grid = el("w:tblGrid", *(el("w:gridCol", w=twips(width)) for width in table.widths))
        return el("w:tbl", self._table_properties(table), grid, *(self._row(row, table) for row in table.rows))

    def _table_properties(self, table: Table) -> Element:
        """`w:tblPr`, its children in the order of the schema (17.4.59)."""
        headed = any(row.header for row in table.rows)
        look = el(
            "w:tblLook",
            val="0000",
            firstRow=int(headed),
            lastRow=0,
            firstColumn=int(table.first_column),
            lastColumn=int(table.first_column),
            noHBand=1,
            noVBand=1,
        )
        look.set(qualified("w:val"), f"{0x0600 | (0x20 if headed else 0) | (0x180 if table.first_column else 0):04X}")
        return el(
            "w:tblPr",
            el("w:tblStyle", val=self.styles[table.style]),
            el("w:tblW", w=sum(twips(width) for width in table.widths), type="dxa"),
            el("w:tblInd", w=twips(table.indent), type="dxa"),
            el("w:tblLayout", type="fixed"),
            look,
            el("w:tblCaption", val=table.title) if table.title else None,
            el("w:tblDescription", val=table.description) if table.description else None,
        )

    def _row(self, row: Row, table: Table) -> Element:
        height = el("w:trHeight", val=twips(row.height), hRule="atLeast") if row.height else None
        properties = el("w:trPr", el("w:cantSplit"), height, flag("w:tblHeader", row.header or None))
        starts = [sum(cell.span for cell in row.cells[:n]) for n in range(len(row.cells))]
        cells = (self._cell(cell, sum(table.widths[start : start + cell.span])) for cell, start in zip(row.cells, starts, strict=True))
        element = el("w:tr", properties, *cells)
        return self._control(row.id, None, [element]) if row.id else element

    def _cell(self, cell: Cell, width: float) -> Element:
        properties = el(
            "w:tcPr",
            el("w:tcW", w=twips(width), type="dxa"),
            el("w:gridSpan", val=cell.span) if cell.span > 1 else None,
            el("w:shd", val="clear", color="auto", fill=cell.fill[1:]) if cell.fill else None,
        )
        return el("w:tc", properties, *(self.text.paragraph(paragraph) for paragraph in cell.blocks))
