"""MED: a picture that cannot be used, or that not everyone can use."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from packager.checks.picture_files import FaultKind
from packager.checks.pictures import Pictures, Use, pictures_in
from packager.checks.registry import Finding, check, first_few
from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.nearest import did_you_mean
from packager.diagnostics.quoted import quoted
from packager.diagnostics.span import Span
from packager.model.curriculum import THEME_FILE, Curriculum
from packager.model.layout import MEDIA_FOLDER
from packager.model.picture import Credit
from packager.source.files import SourceFolder
from packager.source.tree import Path


@check("MED001", "picture-missing")
def picture_missing(pictures: Pictures) -> Iterator[Finding]:
    """A picture is named whose file is not there.

    The path is relative to the YAML file that names the picture, is divided by `/`, and capitals
    count: `media/Shaduf.svg` is not `media/shaduf.svg`, even where a computer treats them alike.

        cover: {image: media/shaduff.svg, ...}

    Correct the name, or save the picture in the `media/` folder of the topic.
    """
    for use, span, message in first_few(pictures.with_fault(FaultKind.MISSING)):
        hint = did_you_mean(use.image[:200], _near(pictures.curriculum.folder, use))
        by_slash = "divide folders with `/`" if "\\" in use.image else None
        example = "logo.svg" if use.file == THEME_FILE else "media/name.svg"
        yield Finding(span, f"{quoted(use.image)} {message}", by_slash or hint or f"the path is relative to this file: `{example}`")


@check("MED002", "picture-unreadable")
def picture_unreadable(pictures: Pictures) -> Iterator[Finding]:
    """A picture's file is no PNG, JPEG or SVG, or it is damaged.

    Often it was renamed instead of converted (a WebP called `.png`), or copied only in part.

    Open it in a picture editor and export it again under the same name.
    """
    for use, span, message in pictures.with_fault(FaultKind.UNREADABLE):
        yield Finding(span, f"{quoted(use.image)} {message}", "export the picture again as PNG, JPEG or SVG")


@check("MED003", "no-alt")
def no_alt(pictures: Pictures) -> Iterator[Finding]:
    """A picture or a drawing has an empty `alt`.

    Whoever cannot see it is told nothing. Office programs and PDF readers read `alt` aloud.

        figure: {image: media/shaduf.svg, alt: "", credit: ...}

    Say in one sentence what there is to see and why it matters here.
    """
    for file, path, alt, _ in _described(pictures.curriculum):
        if not _says_something(alt):
            span = pictures.curriculum.span(file, (*path, "alt"))
            yield Finding(span, "`alt` is empty", "say what there is to see, for those who cannot see it")


@check("MED004", "no-credit")
def no_credit(pictures: Pictures) -> Iterator[Finding]:
    """The `credit` of a picture is empty.

    Schools may only use pictures whose maker and terms are known; credits are printed in every
    booklet and deck.

        figure: {image: media/shaduf.svg, alt: ..., credit: ""}

    Say who made the picture and on what terms it may be used: `Ann Example, CC BY 4.0`.
    """
    for file, path, _, credit in _described(pictures.curriculum):
        if credit is not None and not _says_something(credit.text):
            span = pictures.curriculum.span(file, (*path, "credit", "text"))
            yield Finding(span, "`credit` is empty", "say who made the picture, and on what terms it may be used")


@check("MED005", "picture-outside")
def picture_outside(pictures: Pictures) -> Iterator[Finding]:
    """The path of a picture leads out of the curriculum, by `..`, from the root of the disk, or through a link.

    Another machine has no such file, and a private file could end up in a public booklet.

        cover: {image: ../../../../secret.png, ...}

    Copy the picture into the `media/` folder of the topic.
    """
    for use, span, message in pictures.with_fault(FaultKind.OUTSIDE):
        yield Finding(span, f"{quoted(use.image)} {message}", "copy the picture into the `media/` folder of the topic")


@check("MED006", "picture-too-large")
def picture_too_large(pictures: Pictures) -> Iterator[Finding]:
    """A picture has more than 10 MB or 20 million pixels, is extremely long, or is an SVG that draws too much.

    Such pictures make files that cannot be sent and can stop the machine that builds them. An A4
    page at 300 dots an inch has 9 million pixels.

    Export the picture smaller.
    """
    for use, span, message in pictures.with_fault(FaultKind.TOO_LARGE):
        yield Finding(span, f"{quoted(use.image)} {message}", "export the picture smaller")


@check("MED007", "unsafe-svg")
def unsafe_svg(pictures: Pictures) -> Iterator[Finding]:
    """An SVG does more than draw: it holds a script, an event handler, foreign content or entities,
    or it refers to another file or to the network.

    Files for schools must not do anything when they are opened, and must look the same everywhere.

        <image href="https://example.org/nile.png"/>

    Export the picture as plain SVG with all parts embedded.
    """
    for use, span, message in pictures.with_fault(FaultKind.UNSAFE):
        yield Finding(span, f"{quoted(use.image)} {message}", "export the picture as plain SVG, without scripts and links")


@check("MED008", "unused-picture", Severity.WARNING)
def unused_picture(pictures: Pictures) -> Iterator[Finding]:
    """A file in a `media/` folder is named nowhere.

    It is not part of anything that is built. Perhaps a figure was forgotten, or a name changed.

    Name it in a lesson, or delete it. Nothing is said about a topic with a file that cannot be read.
    """
    used = {use.picture for use in pictures.uses}
    for topic in pictures.curriculum.topics.values():
        if topic.complete:
            for file in _files(pictures.curriculum.folder, f"{topic.folder}/{MEDIA_FOLDER}"):
                if file not in used:
                    name = file.removeprefix(f"{topic.folder}/")
                    yield Finding(Span(file), f"nothing names {quoted(name)}", "name it in a lesson, or delete it")


CHECKS = (
    picture_missing,
    picture_unreadable,
    no_alt,
    no_credit,
    picture_outside,
    picture_too_large,
    unsafe_svg,
    unused_picture,
)


def _described(curriculum: Curriculum) -> Iterator[tuple[str, Path, str, Credit | None]]:
    """File, path, alternative text and credit of every picture and drawing; the logo needs no credit."""
    if curriculum.theme.logo:
        yield THEME_FILE, ("logo",), curriculum.theme.logo.alt, None
    for topic in curriculum.topics.values():
        if topic.cover:
            yield topic.file, ("cover",), topic.cover.alt, topic.cover.credit
    for lesson in curriculum.lessons():
        for path, picture in pictures_in(lesson):
            yield lesson.file, path, picture.alt, picture.credit
        for position, block in enumerate(lesson.chapter):
            for drawing in filter(None, (block.map, block.timeline, block.diagram)):
                if not hasattr(drawing, "image"):
                    yield lesson.file, ("chapter", position, block.kind), drawing.alt, getattr(drawing, "credit", None)


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _near(folder: SourceFolder, use: Use) -> list[str]:
    return [posixpath.relpath(file, posixpath.dirname(use.file)) for file in _files(folder, use.folder)]


def _files(folder: SourceFolder, path: str, depth: int = 3) -> Iterator[str]:
    for entry in folder.entries(path):
        if not entry.is_folder:
            yield entry.path
        elif depth:
            yield from _files(folder, entry.path, depth - 1)
