"""An arranged deck as a PowerPoint file: the template's ready members, and slides and notes written straight from the data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from packager.render.deck import Deck, Slide
from packager.render.look import Look
from packager.render.media import Media
from packager.render.package import FIRST, Member, package, packed
from packager.render.pptx.compiled import CORE, MAIN, MAIN_RELATIONS, CompiledTemplate, compiled
from packager.render.pptx.palette import palette_of
from packager.render.pptx.properties import core_xml
from packager.render.pptx.roles import inks_of
from packager.render.pptx.slide_media import DeckMedia, SlideMedia
from packager.render.pptx.write_notes import notes_xml
from packager.render.pptx.write_slide import Inked, slide_xml
from packager.render.pptx.xml import RELATIONS, SLIDE_DECLARATION, relationships

_FIRST_ID = 256
"""The least id of a slide (ECMA-376-1, 19.7.13)."""
_KIND = "application/vnd.openxmlformats-officedocument.presentationml"


def write(deck: Deck, look: Look, media: Media, own: bytes | None = None) -> bytes:
    """The bytes of the deck's file, the same on any day; `own` is the publisher's template, where it has one."""
    template = compiled(look, own)
    inked = Inked(palette_of(look), inks_of(look), media, deck.language)
    pictures = DeckMedia(template.picture)
    slides = [member for number, slide in enumerate(deck.slides, 1) for member in _slide_members(slide, number, template, inked, pictures)]
    core = packed(CORE, core_xml(deck).encode())
    return package([*_listed(template, len(deck.slides)), *template.members, core, *slides, *pictures.members])


def _slide_members(slide: Slide, number: int, template: CompiledTemplate, inked: Inked, pictures: DeckMedia) -> Iterator[Member]:
    """The parts of one slide: itself, its page of notes, and the relationships of both."""
    layout, shown = template.layouts[slide.layout], SlideMedia(pictures)
    yield packed(f"ppt/slides/slide{number}.xml", slide_xml(slide, number, layout, inked, shown))
    yield _slide_relations(number, layout.target, tuple(shown.targets))
    yield packed(f"ppt/notesSlides/notesSlide{number}.xml", notes_xml(slide, number, template, inked.language).encode())
    yield _notes_relations(number, template.notes_master)


@lru_cache(maxsize=2048)
def _slide_relations(number: int, layout: str, images: tuple[str, ...]) -> Member:
    """The relationships of a slide. Many decks have the same, for their slides begin and end alike."""
    shown = [(f"rId{n}", "image", target) for n, target in enumerate(images, 2)]
    notes = (f"rId{len(images) + 2}", "notesSlide", f"../notesSlides/notesSlide{number}.xml")
    content = relationships([("rId1", "slideLayout", layout), *shown, notes], SLIDE_DECLARATION)
    return packed(f"ppt/slides/_rels/slide{number}.xml.rels", content.encode())


@lru_cache(maxsize=512)
def _notes_relations(number: int, master: str) -> Member:
    content = relationships([("rId1", "notesMaster", master), ("rId2", "slide", f"../slides/slide{number}.xml")], SLIDE_DECLARATION)
    return packed(f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels", content.encode())


@lru_cache(maxsize=128)
def _listed(template: CompiledTemplate, slides: int) -> tuple[Member, ...]:
    """The parts that list the slides: they are the same for all decks with so many slides."""
    numbers = range(1, slides + 1)
    before, form, after = template.presentation
    entries = "".join(form.format(_FIRST_ID + n, template.free + n) for n in range(slides))
    relations = "".join(
        f'<Relationship Id="rId{template.free + n - 1}" Type="{RELATIONS}/slide" Target="slides/slide{n}.xml"/>' for n in numbers
    )
    types = "".join(
        f'<Override PartName="/ppt/{kind}s/{kind}{n}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for kind in ("slide", "notesSlide")
        for n in numbers
    )
    return (
        packed(FIRST, f"{template.types}{types}</Types>".encode()),
        packed(MAIN, f"{before}{entries}{after}".encode()),
        packed(MAIN_RELATIONS, f"{template.relations}{relations}</Relationships>".encode()),
    )
