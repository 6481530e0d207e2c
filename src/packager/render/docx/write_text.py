"""Paragraphs, runs, fields and links as WordprocessingML, written as text: the many small pieces of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from packager.render.docx.arranged import ColumnBreak, Field, Inline, Paragraph, Picture, Tab, Text
from packager.render.docx.compiled import StyleIds
from packager.render.docx.markup import escaped

DrawPicture = Callable[[Picture, int], str]


@dataclass(slots=True)
class Numbers:
    """The last number given to content controls, drawings and bookmarks."""

    control: int = 0
    drawing: int = 0
    bookmark: int = 0


@dataclass(frozen=True, slots=True)
class TextWriter:
    """Writes the paragraphs of one part; `draw` writes pictures of that part."""

    styles: StyleIds
    numbers: Numbers
    draw: DrawPicture

    def paragraph(self, paragraph: Paragraph, settings: str = "", before: str = "", after: str = "") -> str:
        """`w:p` in its style, with its bookmark around its content; `settings` are those of a section that ends in it (17.6.18)."""
        content = "".join([self.run(piece) if isinstance(piece, Text) else self.inline(piece) for piece in paragraph.content])
        if paragraph.bookmark is not None:
            content = self._marked(paragraph.bookmark, content)
        style, direction = self.styles[paragraph.style], "<w:bidi/>" if paragraph.rtl else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direction}{settings}</w:pPr>{before}{content}{after}</w:p>'

    def inline(self, piece: Inline) -> str:
        """The runs of one piece."""
        if isinstance(piece, Text):
            return self.run(piece)
        if isinstance(piece, Tab):
            return "<w:r><w:tab/></w:r>"
        if isinstance(piece, ColumnBreak):
            return '<w:r><w:br w:type="column"/></w:r>'
        if isinstance(piece, Picture):
            self.numbers.drawing += 1
            return f"<w:r>{self._letters(piece.style)}{self.draw(piece, self.numbers.drawing)}</w:r>"
        if isinstance(piece, Field):
            begin, end = self.field(piece.code, piece.style)
            return f"{begin}{self.run(Text(piece.shown, piece.style))}{end}"
        inside = "".join([self.inline(part) for part in piece.content])
        return f'<w:hyperlink w:anchor="{escaped(piece.to)}" w:history="1">{inside}</w:hyperlink>'

    def run(self, text: Text) -> str:
        """`w:r`, with its script and language where they are not the document's (17.3.2.30, 17.3.2.20)."""
        letters = self._letters(text.style, text.language, text.rtl)
        return f'<w:r>{letters}<w:t xml:space="preserve">{escaped(text.text)}</w:t></w:r>'

    def field(self, code: str, style: str | None = None) -> tuple[str, str]:
        """What stands before and after the result of a complex field (17.16.18)."""
        run = f"<w:r>{self._letters(style)}"
        begin = f'{run}<w:fldChar w:fldCharType="begin"/></w:r>'
        said = f'{run}<w:instrText xml:space="preserve"> {escaped(code)} </w:instrText></w:r>'
        separate = f'{run}<w:fldChar w:fldCharType="separate"/></w:r>'
        return f"{begin}{said}{separate}", f'{run}<w:fldChar w:fldCharType="end"/></w:r>'

    def _letters(self, style: str | None, language: str | None = None, rtl: bool = False) -> str:
        if style is None and language is None and not rtl:
            return ""
        named = f'<w:rStyle w:val="{self.styles[style]}"/>' if style else ""
        spoken = _spoken(language, rtl) if language else ""
        return f"<w:rPr>{named}{'<w:rtl/>' if rtl else ''}{spoken}</w:rPr>"

    def _marked(self, name: str, content: str) -> str:
        self.numbers.bookmark += 1
        number = self.numbers.bookmark
        return f'<w:bookmarkStart w:id="{number}" w:name="{escaped(name)}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _spoken(language: str, rtl: bool) -> str:
    """The language of a run (17.3.2.20): of letters from right to left, or of all others, Devanagari and the like among them."""
    code = escaped(language)
    return f'<w:lang w:bidi="{code}"/>' if rtl else f'<w:lang w:val="{code}" w:bidi="{code}"/>'
