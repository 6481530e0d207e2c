"""A table as XML (ECMA-376-1, 21.1.3): cells with explicit lines and fills, in colours of the theme."""

from __future__ import annotations

from collections.abc import Iterator

from packager.render.deck import Cell, Edge, TableSlot
from packager.render.pptx.palette import Palette
from packager.render.pptx.paragraphs import in_cell
from packager.render.pptx.styles import ANCHOR
from packager.render.pptx.theme import TABLE_STYLE
from packager.render.pptx.xml import emu, points


def table_xml(table: TableSlot, palette: Palette, language: str) -> str:
    """The `a:tbl` of a filled table."""
    header = ' firstRow="1"' if table.header else ""
    grid = "".join([f'<a:gridCol w="{emu(width)}"/>' for width in table.columns])
    return (
        f"<a:tbl><a:tblPr{header}><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{grid}</a:tblGrid>{''.join(_rows(table, palette, language))}</a:tbl>"
    )


def _rows(table: TableSlot, palette: Palette, language: str) -> Iterator[str]:
    hidden: dict[tuple[int, int], str] = {}
    for y, row in enumerate(table.rows):
        cells = []
        for x, cell in enumerate(row.cells):
            if cell is None:
                cells.append(hidden[y, x])
            else:
                properties = _properties(cell, palette)
                if cell.rows > 1 or cell.columns > 1:
                    hidden |= _covered(cell, x, y, properties)
                cells.append(_cell(cell, properties, palette, language))
        yield f'<a:tr h="{emu(row.height)}">{"".join(cells)}</a:tr>'


def _covered(cell: Cell, x: int, y: int, properties: str) -> dict[tuple[int, int], str]:
    """The cells that a spanning cell covers; they have its lines and fill, as PowerPoint writes them."""
    empty = f"<a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody>{properties}"
    return {
        (y + down, x + right): f"<a:tc{_merged('hMerge', right)}{_merged('vMerge', down)}>{empty}</a:tc>"
        for down in range(cell.rows)
        for right in range(cell.columns)
        if down or right
    }


def _merged(name: str, steps: int) -> str:
    return f' {name}="1"' if steps else ""


def _cell(cell: Cell, properties: str, palette: Palette, language: str) -> str:
    span = (f' rowSpan="{cell.rows}"' if cell.rows > 1 else "") + (f' gridSpan="{cell.columns}"' if cell.columns > 1 else "")
    text = f"<a:txBody><a:bodyPr/><a:lstStyle/>{in_cell(cell, palette, language)}</a:txBody>"
    return f"<a:tc{span}>{text}{properties}</a:tc>"


def _properties(cell: Cell, palette: Palette) -> str:
    inset = cell.inset
    sides = (
        _edge("L", cell.left, palette) + _edge("R", cell.right, palette) + _edge("T", cell.top, palette) + _edge("B", cell.bottom, palette)
    )
    return (
        f'<a:tcPr marL="{points(inset.left)}" marR="{points(inset.right)}" marT="{points(inset.top)}" marB="{points(inset.bottom)}" '
        f'anchor="{ANCHOR[cell.anchor]}">{sides}{palette.fill(cell.fill)}</a:tcPr>'
    )


def _edge(side: str, edge: Edge, palette: Palette) -> str:
    if not edge.width:
        return f'<a:ln{side} w="0"><a:noFill/></a:ln{side}>'
    style = f'w="{points(edge.width)}" cap="flat" cmpd="sng" algn="ctr"'
    return f'<a:ln{side} {style}>{palette.fill(edge.tone)}<a:prstDash val="solid"/></a:ln{side}>'
