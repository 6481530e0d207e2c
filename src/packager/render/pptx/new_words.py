"""The slides of new words: cards with term, respelling and meaning above an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packager.document.lesson_deck import WordsStep
from packager.document.nodes import Word
from packager.render.deck import Box, Line, Mark, Slide, Slot, TextSlot, Tone, Words, line
from packager.render.languages import language_name
from packager.render.pptx.fit import POINTS, SCALES, shares
from packager.render.pptx.layouts import CARD_BAR
from packager.render.pptx.slide_maker import SlideMaker, of_slide, quoted

MOST_WORDS = 3
"""New words on one slide, by the design."""


def words_slides(step: WordsStep, maker: SlideMaker) -> Iterator[Slide]:
    """The new words as cards, at most three a slide."""
    pages = shares([1.0] * len(step.words), MOST_WORDS, MOST_WORDS)
    maker.split(step.id, "the new words stand", len(pages))
    for page in pages:
        yield _words_slide(step, [step.words[n] for n in page], maker)


def _words_slide(step: WordsStep, shown: Sequence[Word], maker: SlideMaker) -> Slide:
    cards = _card_boxes(len(shown), maker)
    said = any(word.say for word in shown)
    texts = [_word_lines(word, said) for word in shown]
    scale, edge, bottom = _cards(shown, texts, cards, maker)
    slots, marks = list[Slot](), list[Mark]()
    for number, (word, lines, card) in enumerate(zip(shown, texts, cards, strict=True), 1):
        upper = card._replace(h=(edge if word.example else bottom) - card.y)
        slots.append(TextSlot(f"word {number}", word.id, lines, upper, scale))
        if word.example:
            slots.append(TextSlot(f"example {number}", word.id, (line(word.example),), Box(card.x, edge, card.w, bottom - edge), scale))
        marks.append(Mark("bar", word.id, card._replace(h=CARD_BAR), Tone.ACCENT, True))
    notes = of_slide(step.notes, " ".join(word.term for word in shown))
    return maker.slide(step.id, "Words", step.title, slots, notes, maker.lesson.id, tuple(marks))


def _card_boxes(count: int, maker: SlideMaker) -> list[Box]:
    """The places of the cards; two, or one, take the room of three."""
    designed = [maker.layouts["Words"].place(f"word {n}").box for n in range(1, MOST_WORDS + 1)]
    if count == MOST_WORDS:
        return designed
    wide = (designed[2].right - designed[0].x - 0.25) / 2
    return [designed[0]._replace(x=designed[0].x + n * (wide + 0.25), w=wide) for n in range(count)]


def _word_lines(word: Word, said: bool) -> tuple[Line, ...]:
    say = (line(word.say or "", 2),) if said else ()
    translated = (_translated(code, text) for code, text in word.translations)
    return (line(word.term, 1), *say, line(word.meaning, 3), *translated)


def _translated(code: str, text: str) -> Line:
    """A translation and the name of its language; its own letters decide whether it runs from right to left."""
    return Line((Words(text, language=code), Words(f" ({language_name(code)})")), 4)


def _cards(shown: Sequence[Word], texts: Sequence[tuple[Line, ...]], cards: Sequence[Box], maker: SlideMaker) -> tuple[float, float, float]:
    """The scale of the cards' text, where words end and examples begin, and where the cards end."""
    upper, lower = (maker.layouts["Words"].place(name).box for name in ("word 1", "example 1"))
    longest = max(shown, key=lambda word: len(word.meaning))
    level = maker.layouts["Words"].place("word 1").level(3)
    for scale in SCALES:
        words, examples = _heights(shown, texts, cards, scale, maker)
        end = min(maker.lowest, max(lower.bottom, upper.y + words + examples))
        if upper.y + words + examples <= end + 0.001:
            if scale < 1:
                maker.smaller(longest.id, longest.meaning, level.size, level.at(scale).size)
            elif words + examples > upper.h + lower.h:
                maker.nearly(longest.id, quoted(longest.meaning), (words + examples) / (maker.lowest - upper.y))
            return scale, min(max(upper.bottom, upper.y + words), end - examples), end
    maker.smaller(longest.id, longest.meaning, level.size, level.at(SCALES[-1]).size, False)
    return SCALES[-1], upper.bottom, lower.bottom


def _heights(
    shown: Sequence[Word], texts: Sequence[tuple[Line, ...]], cards: Sequence[Box], scale: float, maker: SlideMaker
) -> tuple[float, float]:
    """What the highest word and the highest example need, in inches."""
    words = [_needs(lines, "word 1", card.w, scale, maker) for lines, card in zip(texts, cards, strict=True)]
    told = [((line(word.example),), card.w) for word, card in zip(shown, cards, strict=True) if word.example]
    return max(words), max((_needs(lines, "example 1", width, scale, maker) for lines, width in told), default=0)


def _needs(lines: tuple[Line, ...], name: str, width: float, scale: float, maker: SlideMaker) -> float:
    place = maker.layouts["Words"].place(name)
    return (maker.setter.height(lines, place, width, scale) + place.inset.top + place.inset.bottom) / POINTS
