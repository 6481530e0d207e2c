"""A template compiled once: ready members of the package, and all that a slide needs to know of its layout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from lxml import etree
from pptx.oxml.ns import qn

from packager.render.look import Look
from packager.render.package import FIRST, Member, packed, stored
from packager.render.pptx.layout import Layout
from packager.render.pptx.opened import NOTED, cleared, dressed, layouts_in, opened, saved
from packager.render.pptx.palette import palette_of
from packager.render.pptx.publisher import layouts_of
from packager.render.pptx.template import template

_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif")
_THOROUGH: Final = 9
"""The level at which libdeflate packs what is packed once and written often."""
_MARK: Final = "rIdOfTheSlide"
_SLIDES: Final = "/ppt/slides"
MAIN, MAIN_RELATIONS, CORE = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels", "docProps/core.xml"
DYNAMIC: Final = frozenset((FIRST, MAIN, MAIN_RELATIONS, CORE))
"""The parts of a template that every deck has in a form of its own."""
_NUMBER: Final = re.compile(r"(\d+)\D*$")


@dataclass(frozen=True, slots=True)
class CompiledLayout:
    """A layout: its part as slides name it, its measures, and the `p:ph` of each place by the place's name."""

    target: str
    measures: Layout
    placeholders: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class CompiledTemplate:
    """What all decks of one look have in common.

    `presentation` is its part before, and after, the list of slides, and between them the form of one slide in
    that list; `relations` is the part of its relationships before its end, and `free` the first number that is
    no relationship's yet. `types` are the content types before their end. `picture` is the first free number of
    a picture. `notes` are the shapes of a page of notes.
    """

    members: tuple[Member, ...]
    layouts: Mapping[str, CompiledLayout]
    presentation: tuple[str, str, str]
    relations: str
    free: int
    types: str
    picture: int
    notes_master: str
    notes: tuple[tuple[str, str], ...]


@lru_cache(maxsize=16)
def compiled(look: Look, own: bytes | None = None) -> CompiledTemplate:
    """The template of a look: ours, or that of the publisher, which template_troubles() has found whole."""
    file = opened(own or template(look))
    cleared(file)
    if own:
        dressed(file, palette_of(look))
    entry = etree.SubElement(file.slides._sldIdLst, qn("p:sldId"), {"id": "0", qn("r:id"): _MARK})
    parts = _parts(saved(file))
    entry.getparent().remove(entry)
    found = {layout.name: layout for layout in layouts_in(file)}
    relations = parts[MAIN_RELATIONS].decode().removesuffix("</Relationships>")
    return CompiledTemplate(
        members=tuple(_member(name, content) for name, content in parts.items() if name not in DYNAMIC),
        layouts={name: _layout(found[name], measures) for name, measures in layouts_of(own).items()},
        presentation=_around(parts[MAIN].decode()),
        relations=relations,
        free=1 + _greatest(re.findall(r' Id="([^"]*)"', relations)),
        types=_types(parts[FIRST].decode()),
        picture=1 + _greatest(name for name in parts if name.startswith("ppt/media/image")),
        notes_master=file.notes_master.part.partname.relative_ref("/ppt/notesSlides"),
        notes=tuple(_notes(file.notes_master)),
    )


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in sorted(archive.namelist())}


def _member(name: str, content: bytes) -> Member:
    return stored(name, content) if name.endswith(_PICTURES) else packed(name, content, _THOROUGH)


def _around(presentation: str) -> tuple[str, str, str]:
    """The presentation part before its list of slides, the form of an entry, and the part after it."""
    entry = re.search(rf"<[^<>]*{_MARK}[^<>]*/>", presentation)
    assert entry, "the entry was put there"
    form = entry[0].replace('id="0"', 'id="{}"').replace(_MARK, "rId{}")
    return presentation[: entry.start()], form, presentation[entry.end() :]


def _types(content: str) -> str:
    """The content types, with those of pictures, before their end."""
    kinds = {"png": "image/png", "jpg": "image/jpeg"}
    missing = [
        f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in kinds.items() if f'Extension="{name}"' not in content
    ]
    head, first, rest = content.removesuffix("</Types>").partition("<Default")
    return "".join([head, *missing, first, rest])


def _greatest(names: Iterable[str]) -> int:
    return max((int(number[1]) for name in names if (number := _NUMBER.search(name))), default=0)


def _layout(found: Any, measures: Layout) -> CompiledLayout:
    shapes = {shape.name: shape for shape in found.placeholders}
    placeholders = {place.name: _placeholder(shapes[place.name]) for place in measures.places}
    return CompiledLayout(found.part.partname.relative_ref(_SLIDES), measures, placeholders)


def _placeholder(shape: Any) -> str:
    """The `p:ph` by which a slide names a placeholder of its layout (ECMA-376-1, 19.3.1.36)."""
    own = shape._element.ph
    said = "".join(f' {name}="{own.get(name)}"' for name in ("type", "orient", "idx", "sz") if own.get(name))
    return f"<p:ph{said}/>"


def _notes(master: Any) -> Iterator[tuple[str, str]]:
    """The shapes of a page of notes: the type of each, and its `p:sp` as far as its text."""
    for number, shape in enumerate((each for each in master.placeholders if each.placeholder_format.type in NOTED), 1):
        named = f'<p:cNvPr id="{number + 1}" name="{NOTED[shape.placeholder_format.type]} Placeholder {number}"/>'
        yield (
            str(shape._element.ph.get("type")),
            f'<p:sp><p:nvSpPr>{named}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{_placeholder(shape)}</p:nvPr></p:nvSpPr><p:spPr/>",
        )
