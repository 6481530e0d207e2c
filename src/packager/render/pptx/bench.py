"""What every arrangement of a step works with: the lesson, the fonts, the pages, and the troubles found so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from packager.document.deck_notes import Note
from packager.document.lesson_deck import LessonDeck
from packager.document.nodes import Run, Style
from packager.render.deck import Box, Line, Mark, Remark, Slide, Slot, TextSlot, Words, line
from packager.render.pptx.fit import Setter
from packager.render.pptx.layouts import LAYOUTS
from packager.render.renderer import Context, Trouble
from packager.render.rules import DOES_NOT_FIT

SEPARATOR = " · "
_SAME = 0.005
"""Inches by which two places may differ and still be one."""
_LISTED = MappingProxyType({"New words here": ", ", "Say it": "; "})
"""The notes that list words, and what divides them."""


@dataclass
class Bench:
    """Makes slots and slides for one lesson, and gathers what did not fit."""

    lesson: LessonDeck
    context: Context
    setter: Setter
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def footer(self) -> str:
        """The topic and the lesson, at the foot of each slide."""
        return f"{self.lesson.imprint.title}{SEPARATOR}Lesson {self.lesson.number}: {self.lesson.title}"

    def page(self, where: str) -> int | None:
        """The page of the booklet on which a block stands; None where it is not known."""
        return self.context.pages.get(where)

    def chip(self, where: str) -> tuple[TextSlot, ...]:
        """The chip that names the booklet's page, if it is known."""
        page = self.page(where)
        return (TextSlot("page", f"{where} page", (line(f"Booklet p. {page}"),)),) if page else ()

    def remarks(self, notes: Iterable[Note], where: str | None) -> tuple[Remark, ...]:
        """The notes of a slide, and the booklet's page of what it shows."""
        page = self.page(where) if where else None
        said = tuple(Remark(note.label, note.text) for note in notes)
        return (*said, Remark("", f"Booklet page {page}")) if page else said

    def text(self, layout: str, name: str, where: str, lines: tuple[Line, ...], box: Box | None = None) -> TextSlot:
        """A filled text, at the greatest size at which it fits; reported where that is not the layout's."""
        place = LAYOUTS[layout].place(name)
        scale = self.setter.scale(lines, place, box)
        if scale != 1:
            self.smaller(where, lines[0].text, place.levels[-1].size, place.levels[-1].at(scale or 0).size, scale is not None)
        return TextSlot(name, where, lines, box, scale or 0.1)

    def evened(self, layout: str, name: str, where: str, text: str) -> TextSlot:
        """A filled display text, whose last line is never one word where that can be helped."""
        slot = self.text(layout, name, where, (line(text),))
        place = LAYOUTS[layout].place(name)
        return replace(slot, box=self.setter.evened(slot.lines[0], place, place.box, slot.scale))

    def on_one_line(self, layout: str, name: str, text: str) -> str:
        """A text cut at a word, with dots, where it is longer than the one line of its place."""
        place = LAYOUTS[layout].place(name)
        short, kept = text, text.split(" ")
        while len(kept) > 1 and not self.setter.fits((line(short),), place):
            kept = kept[:-1]
            short = " ".join(kept).rstrip(" ·,:") + " …"
        return short

    def unheld(self, where: str, text: str, height: float, room: float) -> None:
        """Reports a piece of a table or list that is higher than the slide has room."""
        if height > room:
            self.trouble(DOES_NOT_FIT.code, where, f"the text `{shortened(text)}` is too long for one slide and cannot be split")

    def smaller(self, where: str, text: str, size: float, shown: float, fits: bool = True) -> None:
        """Reports that a text is shown smaller than the design says, or does not fit at all."""
        shown_as = f"is shown at {shown:g} points instead of {size:g}" if fits else f"does not fit, even at {shown:g} points"
        self.trouble(DOES_NOT_FIT.code, where, f"the text `{shortened(text)}` is too long for its slide and {shown_as}")

    def trouble(self, code: str, where: str, message: str) -> None:
        """Keeps a trouble, once."""
        found = Trouble(code, where, message)
        if found not in self.troubles:
            self.troubles.append(found)

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
        chip = self.chip(shown) if shown and LAYOUTS[layout].has("page") else ()
        heading = TextSlot("title", where, (line(title),))
        placed = tuple(_where_it_belongs(slot, layout) for slot in (*chip, *slots))
        return Slide(where, layout, heading, placed, self.footer, marks, self.remarks(notes, shown))


def _where_it_belongs(slot: Slot, layout: str) -> Slot:
    """The slot without a box of its own where that is the layout's, so that a change of the layout moves it."""
    if not isinstance(slot, TextSlot) or not slot.box:
        return slot
    own = LAYOUTS[layout].place(slot.name).box
    return replace(slot, box=None) if all(abs(a - b) < _SAME for a, b in zip(slot.box, own, strict=True)) else slot


def of_slide(notes: Iterable[Note], text: str) -> tuple[Note, ...]:
    """The notes of one slide of a step: words and names to say are those that the slide shows."""
    return tuple(note for each in notes if (note := _narrowed(each, text)).text)


def _narrowed(note: Note, text: str) -> Note:
    mark = _LISTED.get(note.label)
    if not mark:
        return note
    return Note(note.label, mark.join(each for each in note.text.split(mark) if each.split(" (")[0] in text))


def words(runs: Iterable[Run]) -> tuple[Words, ...]:
    """Runs of a document as stretches of text: terms bold, emphasis italic."""
    return tuple(Words(run.text, run.style is Style.TERM, run.style is Style.EMPHASIS) for run in runs)


def shortened(text: str, most: int = 40) -> str:
    """The beginning of a text, for naming it in a message."""
    return text if len(text) <= most else text[: most - 2].rsplit(" ", 1)[0] + " …"
