"""The page of notes of one slide as XML (ECMA-376-1, 19.3.1.26)."""

from __future__ import annotations

from functools import lru_cache

from packager.render.deck import Slide
from packager.render.pptx.compiled import CompiledTemplate
from packager.render.pptx.paragraphs import noted
from packager.render.pptx.xml import EMPTY_GROUP, SLIDE_DECLARATION, SLIDE_NAMESPACES, slide_number

_TOLD, _NUMBER = "\0told", "\0number"
"""Where a page of notes has its texts. No text can hold these characters, for XML has none like the first."""


def notes_xml(slide: Slide, number: int, template: CompiledTemplate, language: str) -> str:
    """The notes part: the picture of the slide, what the teacher is told, and the number."""
    told = "".join([noted(remark.label, remark.text, language) for remark in slide.remarks]) or "<a:p/>"
    return _page(template, language).replace(_NUMBER, str(number), 1).replace(_TOLD, told, 1)


@lru_cache(maxsize=32)
def _page(template: CompiledTemplate, language: str) -> str:
    """A page of notes without its texts."""
    bodies = {
        "sldImg": "",
        "body": f"<p:txBody><a:bodyPr/><a:lstStyle/>{_TOLD}</p:txBody>",
        "sldNum": f"<p:txBody><a:bodyPr/>{slide_number(language, _NUMBER)}</p:txBody>",
    }
    shapes = "".join([f"{shape}{bodies[kind]}</p:sp>" for kind, shape in template.notes])
    return (
        f"{SLIDE_DECLARATION}<p:notes {SLIDE_NAMESPACES}><p:cSld><p:spTree>{EMPTY_GROUP}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
