"""How many lines texts take, from the widths of letters: with it the template fits its pages, and need not lay out each text twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from packager.model.theme import Fonts
from packager.render.measure import Face, Measured, face
from packager.render.pdf.editions import Edition
from packager.render.pdf.pages import Data

_POINTS = 72 / 25.4
_KERNED = 1.002
"""Kerning, which widths of letters know nothing of, draws text together by so much. With it one text in a hundred is a line out."""
_BOLD = ("term", "strong")
_HEAVY = 600
"""Weights from which on a face is measured as bold."""
SOURCE_INSET, PAUSE_INSET = 14.0, 16.0
"""Millimetres, as in `blocks.typ`; a pause loses two more to its weight of 500, for which there is no measure."""
_GAP = "\u00a0\u00a0"
"""As wide as what stands between a label and its text."""


def counted(blocks: Iterable[Data], edition: Edition, fonts: Fonts) -> list[Data]:
    """The blocks, of which those of text have their `lines`; none where letters are spaced, which the template measures."""
    if edition.tracking:
        return list(blocks)
    counter = LineCounter(edition, fonts)
    return [{**block, "lines": lines} if (lines := counter.of(block)) else block for block in blocks]


def head_lines(title: str, question: str, edition: Edition, fonts: Fonts) -> list[int]:
    """The lines of a chapter's title and of its question, if it has one; none where letters are spaced."""
    if edition.tracking:
        return []
    counter = LineCounter(edition, fonts)
    return [counter.text("chapter", title), *([counter.text("question", question)] if question else [])]


@dataclass(frozen=True, slots=True)
class LineCounter:
    """Counts the lines of texts in one edition of a booklet."""

    edition: Edition
    fonts: Fonts

    def of(self, block: Data) -> list[int]:
        """The lines of each part of a block; none of what only the template can measure."""
        match block["kind"]:
            case "paragraph":
                return [self._runs("body", block["runs"])]
            case "heading":
                return [self.text("heading", block["text"])]
            case "figure" | "drawing":
                labelled = [(block["label"], block["caption"]), *([block["hint"]] if block.get("hint") else [])]
                return [
                    self._count("caption", [(label, self._face("text", True)), (_GAP + text, self._face("text"))])
                    for label, text in labelled
                ]
            case "pause":
                texts = (("pause", block["ask"]), ("attribution", block["how"]))
                return [self.text(role, text, PAUSE_INSET) for role, text in texts if text]
            case "source":
                said = [self._runs("source", runs, SOURCE_INSET) for runs in block["paragraphs"]]
                return [*said, *([self.text("attribution", block["from"], SOURCE_INSET)] if block["from"] else [])]
        return []

    def text(self, role: str, text: str, inset: float = 0) -> int:
        """The lines of a text in a role, `inset` millimetres narrower than the measure."""
        return self._count(role, [(text, self._face(self.edition.roles[role].face, self.edition.roles[role].weight >= _HEAVY))], inset)

    def _runs(self, role: str, runs: Iterable[tuple[str, str]], inset: float = 0) -> int:
        drawn = self.edition.roles[role].face
        return self._count(role, [(text, self._face(drawn, style in _BOLD)) for style, text in runs], inset)

    def _count(self, role: str, parts: Sequence[tuple[str, Face]], inset: float = 0) -> int:
        width = (self.edition.margins.measure - inset) * _POINTS
        return Measured(parts).count(width / self.edition.roles[role].size * _KERNED)

    def _face(self, drawn: str, bold: bool = False) -> Face:
        return face(self.fonts.display if drawn == "display" else self.fonts.text, bold)
