"""Our template for a subject's decks as a PowerPoint file without slides, made from the table of layouts."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image

from packager.render.deck import HEIGHT, WIDTH
from packager.render.look import Look, PatternPart
from packager.render.media import DOTS_PER_INCH, rasterised
from packager.render.package import package, packed
from packager.render.pptx.layout import Level
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.master import PATTERN_IDS, layout_xml, master_xml, patterns_of
from packager.render.pptx.notes_master import PAGE, notes_master_xml
from packager.render.pptx.palette import Palette, palette_of
from packager.render.pptx.styles import level_styles
from packager.render.pptx.theme import table_styles_xml, theme_xml
from packager.render.pptx.xml import APPLICATION, DECLARATION, NAMESPACES, SHOW, VIEW, emu, relationships

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_TYPES: Final = (
    ("ppt/presentation.xml", "presentationml.presentation.main"),
    ("ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster"),
    ("ppt/notesMasters/notesMaster1.xml", "presentationml.notesMaster"),
    ("ppt/theme/theme1.xml", "theme"),
    ("ppt/theme/theme2.xml", "theme"),
    ("ppt/presProps.xml", "presentationml.presProps"),
    ("ppt/viewProps.xml", "presentationml.viewProps"),
    ("ppt/tableStyles.xml", "presentationml.tableStyles"),
    ("docProps/app.xml", "extended-properties"),
)
_SHOWN: Final = {"spine": (0.36, HEIGHT), "tile": (WIDTH - 11.0, HEIGHT)}
"""The size at which each pattern is shown, in inches."""


@lru_cache(maxsize=8)
def template(look: Look) -> bytes:
    """The template of a look, ready to be opened."""
    parts = _parts(palette_of(look))
    parts |= {f"ppt/media/{part}.png": pattern_png(look, part) for part in PATTERN_IDS}
    return package(packed(name, content.encode() if isinstance(content, str) else content) for name, content in parts.items())


def _parts(palette: Palette) -> dict[str, str | bytes]:
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _rels(("rId1", "officeDocument", "ppt/presentation.xml"), ("rId2", "extended-properties", "docProps/app.xml")),
        "docProps/app.xml": APPLICATION,
        "ppt/presentation.xml": _presentation(palette),
        "ppt/_rels/presentation.xml.rels": _rels(
            ("rId1", "slideMaster", "slideMasters/slideMaster1.xml"),
            ("rId2", "notesMaster", "notesMasters/notesMaster1.xml"),
            ("rId3", "presProps", "presProps.xml"),
            ("rId4", "viewProps", "viewProps.xml"),
            ("rId5", "theme", "theme/theme1.xml"),
            ("rId6", "tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": SHOW,
        "ppt/viewProps.xml": VIEW,
        "ppt/tableStyles.xml": table_styles_xml(palette),
        "ppt/theme/theme1.xml": theme_xml(palette),
        "ppt/theme/theme2.xml": theme_xml(palette),
        "ppt/notesMasters/notesMaster1.xml": notes_master_xml(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _rels(("rId1", "theme", "../theme/theme2.xml")),
    }
    return parts | _master(palette)


def _master(palette: Palette) -> dict[str, str | bytes]:
    layouts = [(f"rId{n}", "slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, len(LAYOUTS) + 1)]
    theme = ("rIdTheme", "theme", "../theme/theme1.xml")
    parts: dict[str, str | bytes] = {
        "ppt/slideMasters/slideMaster1.xml": master_xml(palette),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _rels(*layouts, theme, _picture("spine")),
    }
    for number, layout in enumerate(LAYOUTS.values(), 1):
        master = ("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = layout_xml(layout, palette)
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _rels(master, *map(_picture, patterns_of(layout)))
    return parts


def _picture(pattern: str) -> tuple[str, str, str]:
    return PATTERN_IDS[pattern], "image", f"../media/{pattern}.png"


@lru_cache(maxsize=16)
def pattern_png(look: Look, part: str) -> bytes:
    """The pattern scaled to the height of the slide and cut in its middle to the width at which it is shown."""
    kind: PatternPart = "spine" if part == "spine" else "tile"
    width, height = (round(side * DOTS_PER_INCH) for side in _SHOWN[part])
    drawn = rasterised(look.pattern(kind), {"spine": height // 15, "tile": height * 3 // 2}[part])
    with Image.open(BytesIO(drawn.content)) as image:
        whole = image.convert("RGB").resize((max(width, image.width), height))
        left = (whole.width - width) // 2
        out = BytesIO()
        whole.crop((left, 0, left + width, height)).save(out, "PNG", optimize=True)
    return out.getvalue()


def _presentation(palette: Palette) -> str:
    styles = level_styles((Level(18, 24),), palette, count=9)
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="12192000" cy="{emu(HEIGHT)}"/><p:notesSz cx="{emu(PAGE[0])}" cy="{emu(PAGE[1])}"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="en-GB"/></a:defPPr>{styles}</p:defaultTextStyle></p:presentation>'
    )


def _content_types() -> str:
    layouts = [(f"ppt/slideLayouts/slideLayout{n}.xml", "presentationml.slideLayout") for n in range(1, len(LAYOUTS) + 1)]
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{_OFFICE}.{kind}+xml"/>' for name, kind in (*_TYPES, *layouts))
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


def _rels(*relations: tuple[str, str, str]) -> str:
    return relationships(relations)
