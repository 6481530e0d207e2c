"""Paragraphs, runs, fields and links as WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from packager.render.docx.arranged import ColumnBreak, Field, Inline, Paragraph, Picture, Tab, Text
from tests.render.docx_oracle.element import Element, el, flag, qualified

DrawPicture = Callable[[Picture, int], Element]


class StyleIds:
    """The ids of a template's styles by name, whatever their case: `Heading 1` is stored as `heading 1`."""

    def __init__(self, styles: Element) -> None:
        found = ((style.find(qualified("w:name")), style.get(qualified("w:styleId"))) for style in styles.iter(qualified("w:style")))
        self._ids = {str(name.get(qualified("w:val"))).lower(): str(id) for name, id in found if name is not None}

    def __getitem__(self, name: str) -> str:
        return self._ids[name.lower()]


@dataclass
class Numbers:
    """The next free number of content controls, drawings and bookmarks."""

    control: int = 0
    drawing: int = 0
    bookmark: int = 0

    def next(self, kind: str) -> int:
        """The next number of its kind, from 1."""
        value: int = getattr(self, kind) + 1
        setattr(self, kind, value)
        return value


class TextWriter:
    """Writes the paragraphs of one part."""

    def __init__(self, styles: StyleIds, numbers: Numbers, draw: DrawPicture) -> None:
        self.styles, self.numbers, self.draw = styles, numbers, draw

    def paragraph(self, paragraph: Paragraph) -> Element:
        """`w:p` in its style, with its bookmark around its content."""
        properties = el("w:pPr", el("w:pStyle", val=self.styles[paragraph.style]), flag("w:bidi", paragraph.rtl or None))
        content = [run for piece in paragraph.content for run in self.inline(piece)]
        return el("w:p", properties, *self._marked(paragraph.bookmark, content))

    def inline(self, piece: Inline) -> Iterator[Element]:
        """The runs of one piece."""
        if isinstance(piece, Text):
            yield self.run(piece)
        elif isinstance(piece, Tab):
            yield el("w:r", el("w:tab"))
        elif isinstance(piece, ColumnBreak):
            yield el("w:r", el("w:br", type="column"))
        elif isinstance(piece, Picture):
            yield el("w:r", self._letters(Text("", piece.style)), self.draw(piece, self.numbers.next("drawing")))
        elif isinstance(piece, Field):
            yield from self.field(piece.code, [self.run(Text(piece.shown, piece.style))], piece.style)
        else:
            yield el("w:hyperlink", *(run for part in piece.content for run in self.inline(part)), anchor=piece.to, history=1)

    def run(self, text: Text) -> Element:
        """`w:r`, with its script and language where they are not the document's (17.3.2.30, 17.3.2.20)."""
        return el("w:r", self._letters(text), el("w:t", text=text.text, xml__space="preserve"))

    def field(self, code: str, result: list[Element], style: str | None = None) -> Iterator[Element]:
        """A complex field around its result (17.16.18)."""
        look = self._letters(Text("", style))
        yield el("w:r", look, el("w:fldChar", fldCharType="begin"))
        yield el("w:r", self._letters(Text("", style)), el("w:instrText", text=f" {code} ", xml__space="preserve"))
        yield el("w:r", self._letters(Text("", style)), el("w:fldChar", fldCharType="separate"))
        yield from result
        yield el("w:r", self._letters(Text("", style)), el("w:fldChar", fldCharType="end"))

    def _letters(self, text: Text) -> Element:
        style = el("w:rStyle", val=self.styles[text.style]) if text.style else None
        language = None
        if text.language:
            language = el("w:lang", bidi=text.language) if text.rtl else el("w:lang", val=text.language, bidi=text.language)
        if style is None and language is None and not text.rtl:
            return None
        return el("w:rPr", style, flag("w:rtl", text.rtl or None), language)

    def _marked(self, name: str | None, content: list[Element]) -> list[Element]:
        if name is None:
            return content
        number = self.numbers.next("bookmark")
        return [el("w:bookmarkStart", id=number, name=name), *content, el("w:bookmarkEnd", id=number)]
