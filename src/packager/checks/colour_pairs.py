"""Which colours stand on which, and what for. The tests hold this table against the roles of every format."""

from __future__ import annotations

from dataclasses import dataclass

TEXT, LARGE_TEXT, LINES = 4.5, 3.0, 3.0
"""The least contrast of text, of text of 18 points or 14 bold (WCAG 2.2, 1.4.3), and of lines that carry meaning (1.4.11)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A tone on another, by their names in `model.tones`, with what is set so; `ground` is that of the page, white or cream."""

    tone: str
    ground: str
    used_for: str
    least: float = TEXT


PAIRS = (
    Pair("ink", "ground", "reading text, headings and captions"),
    Pair("ink", "t1", "pauses and boxes"),
    Pair("ink", "t2", "table heads and words to match"),
    Pair("ink", "t3", "spans of timelines and boxes of trees"),
    Pair("ink", "white", "cards, tables of slides and diagrams"),
    Pair("ink", "paper", "the text of slides and web pages"),
    Pair("ink", "land", "places on maps"),
    Pair("ink", "sea", "places on maps, out at sea"),
    Pair("ink", "fertile", "places on maps, on farmland"),
    Pair("muted", "ground", "footers, running heads, attributions and line numbers"),
    Pair("muted", "t1", "where a word was first met"),
    Pair("muted", "white", "how to say a word, on slides"),
    Pair("muted", "paper", "captions and footers of slides"),
    Pair("muted", "land", "notes at places on maps"),
    Pair("accent", "ground", "chapter questions, labels and page numbers"),
    Pair("accent", "t1", "labels of boxes and of pauses"),
    Pair("accent", "t2", "heads of tables on pages"),
    Pair("accent", "white", "new words on slides, dates of timelines"),
    Pair("accent", "paper", "slide numbers and labels on slides"),
    Pair("white", "accent", "titles and labels on the accent, and heads of diagrams"),
    Pair("t2", "accent", "questions and footers on the accent"),
    Pair("deep", "ground", "the middle of a cycle"),
    Pair("deep", "paper", "titles of slides", LARGE_TEXT),
    Pair("deep", "white", "answers on slides", LARGE_TEXT),
    Pair("deep", "t1", "examples and questions on slides", LARGE_TEXT),
    Pair("deep", "t2", "heads of tables on slides, chips with booklet pages"),
    Pair("deep", "land", "names of journeys on maps"),
    Pair("white", "deep", "text on the darkest ground"),
    Pair("white", "ink", "‘You are here’, and the foot of the catalogue"),
    Pair("water_text", "sea", "names of seas"),
    Pair("water_text", "land", "names of rivers"),
    Pair("region_text", "land", "names of lands and hills"),
    Pair("accent", "t2", "pins and spans on timelines", LINES),
    Pair("accent", "land", "journeys on maps", LINES),
    Pair("muted", "white", "boxes and lines to write on", LINES),
    Pair("river", "land", "rivers on maps", LINES),
    Pair("river", "fertile", "rivers between fields", LINES),
    Pair("coast", "land", "coasts on maps", LINES),
    Pair("border", "land", "borders on maps", LINES),
)
"""Without lines that only divide (`rule`), and without areas that are told apart by their names too."""
