"""Tables, contents and content controls as WordprocessingML."""

from __future__ import annotations

from dataclasses import dataclass

from packager.render.docx.arranged import Block, Cell, Contents, Group, Paragraph, Row, Table
from packager.render.docx.compiled import StyleIds
from packager.render.docx.markup import el, escaped, twips
from packager.render.docx.write_text import Numbers, TextWriter

_GALLERY = el("w:docPartObj", el("w:docPartGallery", val="Table of Contents"), el("w:docPartUnique"))


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes the blocks of the main document."""

    styles: StyleIds
    numbers: Numbers
    text: TextWriter

    def block(self, block: Block) -> str:
        """The elements of one block."""
        if isinstance(block, Group):
            return self.group(block)
        if isinstance(block, Paragraph):
            return self.text.paragraph(block)
        return self.table(block) if isinstance(block, Table) else self.contents(block)

    def group(self, group: Group) -> str:
        """A block-level content control with the id as its tag (17.5.2.29)."""
        content = "".join([self.block(block) for block in group.blocks])
        return self._control(group.id, content, _GALLERY if isinstance(group.blocks[0], Contents) else "<w:richText/>")

    def _control(self, tag: str, content: str, kind: str = "<w:richText/>") -> str:
        """Shown without a frame, so that editing feels like editing any other text."""
        self.numbers.control += 1
        name = escaped(tag)
        named = f'<w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{self.numbers.control}"/>'
        return f'<w:sdt><w:sdtPr>{named}<w15:appearance w15:val="hidden"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'

    def contents(self, contents: Contents) -> str:
        """The heading, then the field from the start of the first entry to an end after the last."""
        heading = self.text.paragraph(contents.heading)
        begin, end = self.text.field(contents.code)
        last = len(contents.entries) - 1
        entries = (
            self.text.paragraph(entry, before="" if place else begin, after=end if place == last else "")
            for place, entry in enumerate(contents.entries)
        )
        return heading + "".join(entries)

    def table(self, table: Table) -> str:
        """`w:tbl` with fixed columns."""
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in table.widths)
        rows = "".join([self._row(row, table.widths) for row in table.rows])
        return f"<w:tbl>{self._table_properties(table)}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _table_properties(self, table: Table) -> str:
        """`w:tblPr`, its children in the order of the schema (17.4.59)."""
        headed = any(row.header for row in table.rows)
        look = el(
            "w:tblLook",
            val=f"{0x0600 | (0x20 if headed else 0) | (0x180 if table.first_column else 0):04X}",
            firstRow=int(headed),
            lastRow=0,
            firstColumn=int(table.first_column),
            lastColumn=int(table.first_column),
            noHBand=1,
            noVBand=1,
        )
        return el(
            "w:tblPr",
            el("w:tblStyle", val=self.styles[table.style]),
            el("w:tblW", w=sum(twips(width) for width in table.widths), type="dxa"),
            el("w:tblInd", w=twips(table.indent), type="dxa"),
            '<w:tblLayout w:type="fixed"/>',
            look,
            el("w:tblCaption", val=table.title) if table.title else "",
            el("w:tblDescription", val=table.description) if table.description else "",
        )

    def _row(self, row: Row, widths: tuple[float, ...]) -> str:
        height = f'<w:trHeight w:val="{twips(row.height)}" w:hRule="atLeast"/>' if row.height else ""
        header = "<w:tblHeader/>" if row.header else ""
        cells, start = "", 0
        for cell in row.cells:
            cells += self._cell(cell, sum(widths[start : start + cell.span]))
            start += cell.span
        element = f"<w:tr><w:trPr><w:cantSplit/>{height}{header}</w:trPr>{cells}</w:tr>"
        return self._control(row.id, element) if row.id else element

    def _cell(self, cell: Cell, width: float) -> str:
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill[1:]}"/>' if cell.fill else ""
        content = "".join([self.text.paragraph(paragraph) for paragraph in cell.blocks])
        return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}{fill}</w:tcPr>{content}</w:tc>'
