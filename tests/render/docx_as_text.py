"""An arranged Word document as text that a person reads: a line a paragraph, styles by name."""

from __future__ import annotations

from collections.abc import Iterator

from packager.render.docx.arranged import (
    Arranged,
    Block,
    ColumnBreak,
    Contents,
    Field,
    Group,
    Inline,
    Link,
    Paragraph,
    Picture,
    Section,
    Tab,
    Text,
)


def as_text(arranged: Arranged) -> str:
    """`[Style] text` for each paragraph, indented where it stands in a group or a cell; `{Style|text}` for a run in a style."""
    lines = [f"{name}: {getattr(arranged.properties, name)}" for name in arranged.properties.__slots__]
    return "\n".join([*lines, *(line for section in arranged.sections for line in _section(section))]) + "\n"


def _section(section: Section) -> Iterator[str]:
    page = section.page
    numbered = f", lines numbered by {page.numbered_lines}" if page.numbered_lines else ""
    columns = f", {page.columns} columns" if page.columns > 1 else ""
    goes_on = ", on the same page" if section.goes_on else ""
    yield f"\n== page {page.left:g} {page.right:g} {page.top:g} {page.bottom:g}{numbered}{columns}{goes_on}"
    for name in ("first_header", "header", "footer"):
        for paragraph in getattr(section, name) or ():
            yield f"{name}: {_paragraph(paragraph)}"
    for block in section.blocks:
        yield from _block(block, "")


def _block(block: Block, indent: str) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield indent + _paragraph(block)
    elif isinstance(block, Group):
        yield f"{indent}<{block.id}>"
        yield from (line for inner in block.blocks for line in _block(inner, indent + "  "))
    elif isinstance(block, Contents):
        yield f"{indent}contents {block.code}"
        yield from (indent + "  " + _paragraph(paragraph) for paragraph in (block.heading, *block.entries))
    else:
        widths = " ".join(f"{width:g}" for width in block.widths)
        yield f"{indent}table [{block.style}] {widths}: {block.title} ({block.description})"
        for row in block.rows:
            yield f"{indent}  {'header row' if row.header else 'row'}{f' <{row.id}>' if row.id else ''}"
            for cell in row.cells:
                yield from (f"{indent}    | {_paragraph(paragraph)}" for paragraph in cell.blocks)


def _paragraph(paragraph: Paragraph) -> str:
    mark = f" #{paragraph.bookmark}" if paragraph.bookmark else ""
    return f"[{paragraph.style}{mark}{' rtl' if paragraph.rtl else ''}] {''.join(_inline(piece) for piece in paragraph.content)}".rstrip()


def _inline(piece: Inline) -> str:
    if isinstance(piece, Text):
        named = "|".join(part for part in (piece.style, piece.language, "rtl" if piece.rtl else None) if part)
        return f"{{{named}|{piece.text}}}" if named else piece.text
    if isinstance(piece, Tab):
        return " -> "
    if isinstance(piece, ColumnBreak):
        return "-- column break --"
    if isinstance(piece, Field):
        return f"{{{piece.code} = {piece.shown}}}"
    if isinstance(piece, Link):
        return f"{{#{piece.to}: {''.join(_inline(part) for part in piece.content)}}}"
    assert isinstance(piece, Picture)
    place = f" at {piece.at[0]:g} {piece.at[1]:g}" if piece.at else ""
    return f"({piece.path} {piece.width:g} x {piece.height:g}{place}: {piece.alt or 'decoration'})"
