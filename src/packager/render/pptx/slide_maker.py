"""What every arrangement of a step works with: the lesson, the fonts, the pages, and what was found of texts that hardly fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from packager.document.deck_notes import Note
from packager.document.furniture import slide_footer
from packager.document.lesson_deck import LessonDeck
from packager.document.nodes import Run, Style
from packager.render.deck import Box, Line, Mark, Remark, Slide, Slot, TextSlot, Words, line
from packager.render.pptx.fit import Setter
from packager.render.pptx.layout import Layout
from packager.render.pptx.publisher import TEMPLATE, layouts_of
from packager.render.renderer import Context, Fitting, Trouble
from packager.render.rules import DOES_NOT_FIT

SEPARATOR = " · "
NEARLY_FULL = 0.95
"""The part of its place from which on a text is a near miss: hardly a line more would fit."""
_OVERFULL = 1.001
"""The part of its place from which on a text does not fit, which is no near miss but a trouble."""
_HYPHEN = "\u2011"
"""A hyphen at which no line breaks."""
_ABOVE_FOOTER = 0.18
"""The least space between cards and the footer, in inches."""
_SAME = 0.005
"""Inches by which two places may differ and still be one."""
_LISTED = MappingProxyType({"New words here": ", ", "Say it": "; "})
"""The notes that list words, and what divides them."""


@dataclass
class SlideMaker:
    """Makes slots and slides for one lesson, and gathers what did not fit, what only just did, and what was split."""

    lesson: LessonDeck
    context: Context
    setter: Setter
    troubles: list[Trouble] = field(default_factory=list)
    fittings: list[Fitting] = field(default_factory=list)
    _cut: dict[tuple[str, str], str] = field(default_factory=dict)
    _chips: dict[tuple[str, int], TextSlot] = field(default_factory=dict)

    @cached_property
    def layouts(self) -> Mapping[str, Layout]:
        """The layouts by name, with the places and sizes of the publisher's own template where there is one."""
        return layouts_of(self.context.templates.get(TEMPLATE))

    @property
    def lowest(self) -> float:
        """How far down cards may reach, in inches."""
        return self.layouts["Task"].place("footer").box.y - _ABOVE_FOOTER

    @cached_property
    def footer(self) -> str:
        """What the theme puts at the foot of each slide, such as the topic and the lesson."""
        return SEPARATOR.join(slide_footer(self.lesson.imprint, self.lesson.number, self.lesson.title))

    def page(self, where: str) -> int | None:
        """The page of the booklet on which a block stands; None where it is not known."""
        return self.context.pages.get(where)

    def chip(self, layout: str, where: str) -> tuple[TextSlot, ...]:
        """The chip that names the booklet's page, if it is known and the layout has a place for it."""
        page = self.page(where)
        if not page or not self.layouts[layout].has("page"):
            return ()
        known = self._chips.get((layout, page))
        if known is None:
            known = self._chips[layout, page] = self.text(layout, "page", f"{where} page", (line(f"Booklet p. {page}"),))
        return (TextSlot("page", f"{where} page", known.lines, scale=known.scale),)

    def remarks(self, notes: Iterable[Note], where: str | None) -> tuple[Remark, ...]:
        """The notes of a slide, and the booklet's page of what it shows."""
        page = self.page(where) if where else None
        said = [Remark(note.label, note.text) for note in notes]
        return (*said, Remark("", f"Booklet page {page}")) if page else tuple(said)

    def text(self, layout: str, name: str, where: str, lines: tuple[Line, ...], box: Box | None = None, is_grown: bool = False) -> TextSlot:
        """A filled text, at the greatest size at which it fits; reported where that is not the layout's.

        `is_grown` says that its box is as high as it needs, so that it is no near miss if it fills it.
        """
        place = self.layouts[layout].place(name)
        scale, share = self.setter.fitted(lines, place, box)
        if scale != 1:
            self.smaller(where, _longest(lines), place.levels[-1].size, place.levels[-1].at(scale or 0).size, scale is not None)
        elif share > NEARLY_FULL and not is_grown:
            self.nearly(where, quoted(_longest(lines)), share)
        return TextSlot(name, where, lines, box, scale or 0.1)

    def evened(self, layout: str, name: str, where: str, text: str, box: Box | None = None, is_grown: bool = False) -> TextSlot:
        """A filled large text, whose last line is never one word where that can be helped."""
        slot = self.text(layout, name, where, (line(text),), box, is_grown)
        place = self.layouts[layout].place(name)
        narrower = self.setter.evened(slot.lines[0], place, box or place.box, slot.scale)
        return replace(slot, box=narrower) if narrower else slot

    def on_one_line(self, layout: str, name: str, where: str, text: str) -> str:
        """A text cut at a word, with dots, where it is longer than the one line of its place."""
        if (layout, text) not in self._cut:
            place = self.layouts[layout].place(name)
            short, kept = text, text.split(" ")
            while len(kept) > 1 and not self.setter.fits((line(short),), place):
                kept = kept[:-1]
                short = " ".join(kept).rstrip(" ·,:") + " …"
            if short != text:
                self.fitting(where, "near miss", f"the {name} of its slide is too long for one line and is cut to `{short}`")
            self._cut[layout, text] = short
        return self._cut[layout, text]

    def unheld(self, where: str, text: str, height: float, room: float) -> None:
        """Reports a piece of a table or list that is higher than the slide has room."""
        if height > room:
            self.trouble(DOES_NOT_FIT.code, where, f"{quoted(text)} is too long for one slide and cannot be split")

    def smaller(self, where: str, text: str, size: float, shown: float, fits: bool = True) -> None:
        """Reports that a text is shown smaller than the design says, or does not fit at all."""
        shown_as = f"is shown at {shown:g} points instead of {size:g}" if fits else f"does not fit, even at {shown:g} points"
        self.trouble(DOES_NOT_FIT.code, where, f"{quoted(text)} is too long for its slide and {shown_as}")

    def trouble(self, code: str, where: str, message: str) -> None:
        """Keeps a trouble, once."""
        found = Trouble(code, where, message)
        if found not in self.troubles:
            self.troubles.append(found)

    def split(self, where: str, what: str, slides: int) -> None:
        """Notes that something stands on more than one slide."""
        if slides > 1:
            self.fitting(where, "split", f"{what} on {slides} slides")

    def nearly(self, where: str, what: str, share: float) -> None:
        """Notes that something fills nearly all of its place."""
        if NEARLY_FULL < share < _OVERFULL:
            self.fitting(where, "near miss", f"{what} fills {min(share, 1) * 100:.0f} per cent of its place")

    def fitting(self, where: str, kind: Literal["split", "near miss"], message: str) -> None:
        """Keeps a line of the fit report, once."""
        found = Fitting(where, kind, message)
        if found not in self.fittings:
            self.fittings.append(found)

    def slide(
        self,
        where: str,
        layout: str,
        title: str,
        slots: Iterable[Slot],
        notes: Iterable[Note],
        shown: str | None = None,
        marks: tuple[Mark, ...] = (),
    ) -> Slide:
        """A slide of this lesson; `shown` is the id of the block whose page its chip and notes name."""
        chip = self.chip(layout, shown) if shown else ()
        heading = TextSlot("title", where, (line(title),))
        placed = tuple([_where_it_belongs(slot, self.layouts[layout]) for slot in (*chip, *slots)])
        return Slide(where, layout, heading, placed, self.footer, marks, self.remarks(notes, shown))


def _where_it_belongs(slot: Slot, layout: Layout) -> Slot:
    """The slot without a box of its own where that is the layout's, so that a change of the layout moves it."""
    if not isinstance(slot, TextSlot) or not slot.box:
        return slot
    own = layout.place(slot.name).box
    return replace(slot, box=None) if all(abs(a - b) < _SAME for a, b in zip(slot.box, own, strict=True)) else slot


def of_slide(notes: Iterable[Note], text: str) -> tuple[Note, ...]:
    """The notes of one slide of a step: words and names to say are those that the slide shows."""
    return tuple([note for each in notes if (note := _narrowed(each, text)).text])


def _narrowed(note: Note, text: str) -> Note:
    mark = _LISTED.get(note.label)
    if not mark:
        return note
    return Note(note.label, mark.join([each for each in note.text.split(mark) if each.split(" (")[0] in text]))


def words(runs: Iterable[Run]) -> tuple[Words, ...]:
    """Runs of a document as stretches of text: terms bold, emphasis italic, a respelling never broken at its hyphens."""
    return tuple([Words(_kept(run), run.style is Style.TERM, run.style is Style.EMPHASIS) for run in runs])


def _kept(run: Run) -> str:
    return run.text.replace("-", _HYPHEN) if run.style is Style.SAY else run.text


def _longest(lines: Iterable[Line]) -> str:
    return max([each.text for each in lines], key=len)


def quoted(text: str) -> str:
    """A text as messages name it."""
    return f"the text `{shortened(text)}`"


def shortened(text: str, most: int = 40) -> str:
    """The beginning of a text, for naming it in a message."""
    return text if len(text) <= most else text[: most - 2].rsplit(" ", 1)[0] + " …"
