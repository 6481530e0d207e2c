"""Text of an arranged slide as SVG: broken into lines as the deck was measured, each stretch exactly as wide as in Office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from packager.render.deck import Box, Line, Tone, Words
from packager.render.look import WHITE, Look
from packager.render.measure import Face, face
from packager.render.pptx.fit import Setter
from packager.render.pptx.layout import Level

POINTS = 72
TICK = "✓"
_TICK = re.compile(f"({TICK})")
_ASCENT = 0.8
"""Where the baseline lies in a line of exact pitch, from above."""
LevelOf = Callable[[Line], Level]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text stands in its box: insets are taken off already; `hang` is how far it hangs in behind a tab, in points."""

    box: Box
    anchor: str = "top"
    align: str = "left"
    hang: float = 0.0


class Lettering:
    """Sets paragraphs in the fonts and colours of a look."""

    def __init__(self, look: Look) -> None:
        self.look, self.setter = look, Setter(look)
        fonts = look.fonts
        self.families = {True: f"{fonts.office_display}, {fonts.display}", False: f"{fonts.office_text}, {fonts.figures}"}

    def block(self, paragraphs: Sequence[Line], level_of: LevelOf, setting: Setting) -> str:
        """The paragraphs as SVG text, a unit a point."""
        rows = list(self._rows(paragraphs, level_of, setting))
        height = sum(before + level.pitch for _, level, before, _ in rows)
        room = setting.box.h * POINTS - height
        top = setting.box.y * POINTS + {"middle": room / 2, "bottom": room}.get(setting.anchor, 0.0)
        drawn = list[str]()
        for row, level, before, indent in rows:
            baseline = top + before + level.pitch * _ASCENT
            drawn += self._row(row, level, indent, baseline, setting)
            top += before + level.pitch
        return "".join(drawn)

    def _rows(self, paragraphs: Sequence[Line], level_of: LevelOf, setting: Setting) -> Iterator[tuple[list[Words], Level, float, float]]:
        for number, paragraph in enumerate(paragraphs):
            level = level_of(paragraph)
            before = (level.before if paragraph.before is None else paragraph.before) if number else 0.0
            head, rest = _parted(paragraph)
            indent = setting.hang if head else level.indent * POINTS
            broken = self.setter.broken(rest, replace(level, indent=indent / POINTS), setting.box.w * POINTS)
            for place, row in enumerate(_styled(rest, broken)):
                mark = head if place == 0 else ()
                bullet = (Words(f"{level.bullet}\t", tone=Tone.ACCENT),) if level.bullet and place == 0 else ()
                yield [*bullet, *mark, *row], level, before if place == 0 else 0.0, indent

    def _row(self, row: list[Words], level: Level, indent: float, baseline: float, setting: Setting) -> Iterator[str]:
        left = setting.box.x * POINTS
        marks = [words for words in row if words.text.endswith("\t")]
        text = [words for words in row if not words.text.endswith("\t")]
        for words in marks:
            yield self._stretch(replace(words, text=words.text[:-1]), level, left, baseline)
        width = sum(self._face(words, level).width(words.text, level.size) for words in text)
        spare = setting.box.w * POINTS - indent - width
        x = left + indent + {"centre": spare / 2, "right": spare}.get(setting.align, 0.0)
        for words in text:
            for part in _TICK.split(words.text):
                yield self._stretch(replace(words, text=part), level, x, baseline)
                x += self._face(words, level).width(part, level.size)

    def _stretch(self, words: Words, level: Level, x: float, y: float) -> str:
        drawn, shown = self._face(words, level), words.text.strip()
        if not shown:
            return ""
        if shown == TICK:
            return _tick(x, y, level.size, colour_of(words.tone or level.tone, self.look))
        x += drawn.width(words.text[: len(words.text) - len(words.text.lstrip())], level.size)
        weight = 700 if level.bold or words.bold else 400
        slant = ' font-style="italic"' if words.italic else ""
        look = f'font-family="{escape(self.families[level.display])}" font-size="{level.size:g}" font-weight="{weight}"{slant}'
        # The faces stand for those of Office, drawn to the same widths or squeezed to them.
        fit = f'textLength="{drawn.width(shown, level.size):.2f}" lengthAdjust="spacingAndGlyphs"'
        colour = colour_of(words.tone or level.tone, self.look)
        return f'<text x="{x:.2f}" y="{y:.2f}" {look} {fit} fill="{colour}" xml:space="preserve">{escape(shown)}</text>'

    def _face(self, words: Words, level: Level) -> Face:
        fonts = self.look.fonts
        return face(fonts.office_display if level.display else fonts.office_text, level.bold or words.bold)


def colour_of(tone: Tone, look: Look) -> str:
    """A tone in the colours of a look."""
    c = look.colours
    return {
        Tone.INK: c.ink, Tone.WHITE: WHITE, Tone.DEEP: look.deep, Tone.PAPER: c.paper, Tone.ACCENT: look.accent,
        Tone.MUTED: c.muted, Tone.T1: look.t1, Tone.T2: look.t2, Tone.T3: look.t3, Tone.RULE: c.rule,
    }[tone]  # fmt: skip


def _tick(x: float, y: float, size: float, colour: str) -> str:
    """A tick drawn, for Arial has none and each office program takes it from another font."""
    path = f"M{x + 0.08 * size:.2f} {y - 0.32 * size:.2f}l{0.2 * size:.2f} {0.26 * size:.2f}l{0.42 * size:.2f} {-0.62 * size:.2f}"
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{0.11 * size:.2f}" stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _parted(paragraph: Line) -> tuple[tuple[Words, ...], Line]:
    """What hangs before the tab of a paragraph, the tab with it, and the rest."""
    at = next((n for n, words in enumerate(paragraph.words) if "\t" in words.text), None)
    if at is None:
        return (), paragraph
    words = paragraph.words[at]
    before, _, after = words.text.partition("\t")
    head = "".join(each.text for each in paragraph.words[:at]) + before
    rest = (replace(words, text=after), *paragraph.words[at + 1 :])
    return (replace(words, text=f"{head}\t"),), replace(paragraph, words=tuple(each for each in rest if each.text))


def _styled(paragraph: Line, broken: Sequence[str]) -> Iterator[list[Words]]:
    """The lines of a paragraph with their styles; spaces at which it breaks are in none."""
    letters = [(letter, words) for words in paragraph.words for letter in words.text]
    at = 0
    for row in broken:
        while at < len(letters) and row and letters[at][0] != row[0] and letters[at][0].isspace():
            at += 1
        found: list[Words] = []
        for letter, words in letters[at : at + len(row)]:
            if found and replace(found[-1], text="") == replace(words, text=""):
                found[-1] = replace(words, text=found[-1].text + letter)
            else:
                found.append(replace(words, text=letter))
        yield found
        at += len(row)
