"""The styles of a product in an inclusive edition: other sizes, pitches, colours and lines, and no other names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from packager.render.docx.arranged import Arranged, Block, ColumnBreak, Group, Paragraph, Section, Table
from packager.render.docx.style import Border, CharacterStyle, ParagraphStyle, Part, Style, TableStyle
from packager.render.editions import READ_LEAST, Edition, easy_size, large_size
from packager.render.look import WHITE, Look

CARRIER = 4.0
"""Points: paragraphs of this size and below carry a picture or end a section, and no text."""
LABELS = frozenset(
    (
        "header", "footer", "sheet header", "sheet footer", "caption", "hint", "table head", "credit", "name strip", "key", "kicker",
        "panel kicker", "line number", "page number", "pause label", "pause how", "source label", "source attribution", "toc 3",
        "contents page", "translation", "pair label", "box heading", "column heading",
    )
)  # fmt: skip
"""The styles of what is looked at rather than read: in large print they may be smaller than text."""
TEXT = ("Normal", "Guide text", "Guide bullet")
"""The styles of what is read; others have their sizes from them."""
BODY = {"large-print": (18.0, 27.0, 12.0), "easy-read": (13.5, 25.0, 13.0)}
"""Size, pitch and space after of text. Verdana is larger in the letter than Lexend: half a point less is the same to the eye."""
TIGHTER = 0.6
"""The share of the space in the contents and their key that large print keeps, so that both stay on one page."""
OUTLINE = 1.2
"""Points: the lines that stand for grounds."""


def in_edition(styles: Iterable[Style], edition: Edition, look: Look) -> tuple[Style, ...]:
    """The styles of a product in an edition; the standard one changes nothing."""
    changed = tuple(styles)
    if edition.upright:
        changed = tuple(replace(s, italic=None, bold=True) if isinstance(s, CharacterStyle) and s.italic else s for s in changed)
    if edition.reflowed:
        changed = tuple(_resized(style, edition) for style in changed)
    if look.ground != WHITE:
        changed = tuple(_on_ground(style, look.ground) for style in changed)
    if edition.outlined:
        changed = tuple(_outlined(style, look) for style in changed)
    return changed


def laid_out_in(edition: Edition, arranged: Arranged) -> Arranged:
    """A document whose columns are one below the other in large print, where two would hold four words a line."""
    if not edition.is_large:
        return arranged
    return replace(arranged, sections=tuple(_in_one_column(s) if s.page.columns > 1 else s for s in arranged.sections))


def _in_one_column(section: Section) -> Section:
    page = replace(section.page, columns=1)
    blocks = (_widened(block, page.measure) for block in section.blocks if not _is_break(block))
    return replace(section, page=page, blocks=tuple(blocks))


def _widened(block: Block, measure: float) -> Block:
    if isinstance(block, Group):
        return replace(block, blocks=tuple(_widened(each, measure) for each in block.blocks))  # type: ignore[misc]
    if isinstance(block, Table):
        share = measure / sum(block.widths)
        return replace(block, widths=tuple(round(width * share, 1) for width in block.widths))
    return block


def _is_break(block: Block) -> bool:
    return isinstance(block, Paragraph) and any(isinstance(piece, ColumnBreak) for piece in block.content)


def _resized(style: Style, edition: Edition) -> Style:
    if isinstance(style, TableStyle):
        return style
    if isinstance(style, CharacterStyle):
        return style if style.size is None else replace(style, size=_size(style, style.size, edition))
    if style.name in TEXT:
        return _body(style, edition)
    if style.size is None or style.size <= CARRIER:
        return style
    return _larger(style, style.size, edition)


def _body(style: ParagraphStyle, edition: Edition) -> ParagraphStyle:
    size, pitch, after = BODY[edition.name]
    below = after if style.name == "Normal" else style.after
    return replace(style, size=size, pitch=pitch, after=below, tracking=0.3 if edition.tinted else None)


def _larger(style: ParagraphStyle, before: float, edition: Edition) -> ParagraphStyle:
    """A style with larger letters, its lines no closer, and its hanging indents as much wider."""
    size = _size(style, before, edition)
    hanging = style.first is not None and style.first < 0
    grown = size / before
    if edition.is_large and style.name.lower().startswith(("toc", "key")):
        borders = tuple(replace(b, space=b.space * TIGHTER) if b.side in ("top", "bottom") else b for b in style.borders)
        style = replace(style, after=style.after and style.after * TIGHTER, borders=borders)
    return replace(
        style,
        size=size,
        pitch=None if style.pitch is None else round(size * max(min(style.pitch / before, _most(style, edition)), 1.22), 1),
        first=style.first * grown if hanging and style.first is not None else style.first,
        left=style.left * grown if hanging and style.left is not None else style.left,
    )


def _most(style: ParagraphStyle, edition: Edition) -> float:
    """The widest pitch in ems."""
    return 1.22 if edition.is_large and style.name.lower().startswith(("toc", "key")) else 2.0


def _on_ground(style: Style, ground: str) -> Style:
    """Lines that are to stay unseen have the colour of the page."""
    if isinstance(style, ParagraphStyle):
        return replace(style, borders=tuple(replace(b, colour=ground) if b.colour == WHITE else b for b in style.borders))
    if isinstance(style, TableStyle) and style.between and style.between.colour == WHITE:
        return replace(style, between=replace(style.between, colour=ground))
    return style


def _size(style: CharacterStyle | ParagraphStyle, size: float, edition: Edition) -> float:
    """Sizes of Word are in halves of a point (17.3.2.38)."""
    least = edition.least if style.name.lower() in LABELS or isinstance(style, CharacterStyle) else READ_LEAST
    changed = large_size(size, least) if edition.is_large else easy_size(size)
    return round(changed * 2) / 2


def _outlined(style: Style, look: Look) -> Style:
    ink = look.colours.ink
    if isinstance(style, CharacterStyle):
        return replace(style, colour=_dark(style.colour, look), fill=None, padding=None, outline=ink if style.fill else None)
    if isinstance(style, ParagraphStyle):
        borders = tuple(_line(border, ink, boxed=style.fill is not None) for border in style.borders)
        if style.name == "Name strip":
            borders = (Border("bottom", OUTLINE, ink, 2),)
        return replace(style, colour=_dark(style.colour, look), fill=None, borders=borders)
    return _outlined_table(style, ink)


def _outlined_table(style: TableStyle, ink: str) -> TableStyle:
    """A table whose ground was coloured gets a frame; where only cells were, lines between them."""
    parts = tuple(Part(part.kind, None, tuple(_line(border, ink, boxed=False) for border in part.borders)) for part in style.parts)
    frame = tuple(Border(side, OUTLINE, ink) for side in ("top", "left", "bottom", "right"))
    was_white = style.between is not None and style.between.colour == WHITE
    between = Border("top", OUTLINE, ink) if was_white else style.between
    return replace(style, fill=None, parts=parts, between=between, borders=frame if style.fill or was_white else style.borders)


def _line(border: Border, ink: str, boxed: bool) -> Border:
    """White borders outside of boxes only widen a paragraph and stay unseen."""
    if boxed:
        return replace(border, colour=ink, size=max(border.size, OUTLINE))
    return replace(border, size=max(border.size, OUTLINE)) if border.colour == ink else border


def _dark(colour: str | None, look: Look) -> str | None:
    return look.colours.ink if colour == WHITE else colour
