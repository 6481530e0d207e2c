"""A table as XML (ECMA-376-1, 21.1.3): cells with explicit lines and fills, in colours of the theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from packager.render.deck import Cell, Edge, Inset, TableSlot, Tone
from packager.render.pptx.palette import Palette
from packager.render.pptx.paragraphs import in_cell
from packager.render.pptx.styles import ANCHOR
from packager.render.pptx.theme import TABLE_STYLE
from packager.render.pptx.xml import emu, points


class Tables:
    """Writes the tables of a deck. A cell that stands on several slides, such as a question beside its answer, is written once."""

    def __init__(self, palette: Palette, language: str) -> None:
        self.palette, self.language = palette, language
        self._cells: dict[int, tuple[Cell, str]] = {}

    def xml(self, table: TableSlot) -> str:
        """The `a:tbl` of a filled table."""
        header = ' firstRow="1"' if table.header else ""
        grid = "".join([f'<a:gridCol w="{emu(width)}"/>' for width in table.columns])
        return (
            f"<a:tbl><a:tblPr{header}><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>"
            f"<a:tblGrid>{grid}</a:tblGrid>{''.join(self._rows(table))}</a:tbl>"
        )

    def _rows(self, table: TableSlot) -> Iterator[str]:
        hidden: dict[tuple[int, int], str] = {}
        for y, row in enumerate(table.rows):
            cells = []
            for x, cell in enumerate(row.cells):
                if cell is None:
                    cells.append(hidden[y, x])
                else:
                    if cell.rows > 1 or cell.columns > 1:
                        hidden |= self._covered(cell, x, y)
                    cells.append(self._cell(cell))
            yield f'<a:tr h="{emu(row.height)}">{"".join(cells)}</a:tr>'

    def _covered(self, cell: Cell, x: int, y: int) -> dict[tuple[int, int], str]:
        """The cells that a spanning cell covers; they have its lines and fill, as PowerPoint writes them."""
        properties = self._properties(cell)
        return {
            (y + down, x + right): _hidden(right > 0, down > 0, properties)
            for down in range(cell.rows)
            for right in range(cell.columns)
            if down or right
        }

    def _cell(self, cell: Cell) -> str:
        known = self._cells.get(id(cell))
        if known is None:
            span = (f' rowSpan="{cell.rows}"' if cell.rows > 1 else "") + (f' gridSpan="{cell.columns}"' if cell.columns > 1 else "")
            text = f"<a:txBody><a:bodyPr/><a:lstStyle/>{in_cell(cell, self.palette, self.language)}</a:txBody>"
            # The cell is kept with its text, for as long as it lives its id is no other's.
            known = self._cells[id(cell)] = cell, f"<a:tc{span}>{text}{self._properties(cell)}</a:tc>"
        return known[1]

    def _properties(self, cell: Cell) -> str:
        return _properties(cell.inset, cell.anchor, (cell.left, cell.right, cell.top, cell.bottom), cell.fill, self.palette)


@lru_cache(maxsize=256)
def _hidden(right: bool, below: bool, properties: str) -> str:
    """A cell that one to its left, or above it, covers."""
    merged = (' hMerge="1"' if right else "") + (' vMerge="1"' if below else "")
    return f"<a:tc{merged}><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody>{properties}</a:tc>"


@lru_cache(maxsize=512)
def _properties(inset: Inset, anchor: str, edges: tuple[Edge, Edge, Edge, Edge], fill: Tone | None, palette: Palette) -> str:
    """What a cell says of itself; its `edges` are those at its left, right, top and bottom."""
    sides = "".join([_edge(side, edge, palette) for side, edge in zip("LRTB", edges, strict=True)])
    return (
        f'<a:tcPr marL="{points(inset.left)}" marR="{points(inset.right)}" marT="{points(inset.top)}" marB="{points(inset.bottom)}" '
        f'anchor="{ANCHOR[anchor]}">{sides}{palette.fill(fill)}</a:tcPr>'
    )


def _edge(side: str, edge: Edge, palette: Palette) -> str:
    if not edge.width:
        return f'<a:ln{side} w="0"><a:noFill/></a:ln{side}>'
    style = f'w="{points(edge.width)}" cap="flat" cmpd="sng" algn="ctr"'
    return f'<a:ln{side} {style}>{palette.fill(edge.tone)}<a:prstDash val="solid"/></a:ln{side}>'
