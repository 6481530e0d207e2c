"""Every picture that the sources name, and what is wrong with its file; each file is opened once."""

from __future__ import annotations

import errno
import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from packager.checks.picture_files import SUFFIXES, Fault, FaultKind, raster_fault
from packager.checks.svg_files import svg_fault
from packager.diagnostics.span import Span
from packager.model.curriculum import THEME_FILE, Curriculum
from packager.model.drawings import Labelled
from packager.model.layout import MEDIA_FOLDER
from packager.model.lesson import Lesson
from packager.model.picture import Picture
from packager.model.topic import Topic
from packager.source.files import OutsideRoot, SourceFolder, TooLarge, beside
from packager.source.tree import Path

LARGEST_PICTURE = 10_000_000
"""Bytes. A booklet of a dozen such pictures can still be sent by post."""

FaultOf = Callable[[SourceFolder, str], Fault | None]
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG)


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a picture is named: in `file`, by the field `image` of the mapping at `path`.

    `picture` is the picture's path relative to the root, `folder` the one in which it would be looked for.
    """

    folder: str
    file: str
    path: Path
    image: str
    picture: str


@dataclass(frozen=True)
class Pictures:
    """All uses of pictures in the author's order, and the fault of each picture that has one."""

    curriculum: Curriculum
    uses: tuple[Use, ...]
    faults: Mapping[str, Fault]

    def with_fault(self, kind: FaultKind) -> Iterator[tuple[Use, Span, str]]:
        """The uses of pictures with a fault of this kind, each with its place and what is said about it."""
        for use in self.uses:
            fault = self.faults.get(use.picture)
            if fault and fault.kind is kind:
                yield use, self.curriculum.span(use.file, (*use.path, "image")), fault.message


def look_at_pictures(curriculum: Curriculum, fault_of: FaultOf | None = None) -> Pictures:
    """The pictures of a curriculum, each file looked at once; `fault_of` may know from earlier what `picture_fault` would find."""
    uses = (*_logo(curriculum), *(use for topic in curriculum.topics.values() for use in _uses(topic)))
    found = {path: (fault_of or picture_fault)(curriculum.folder, path) for path in dict.fromkeys(use.picture for use in uses)}
    return Pictures(curriculum, uses, {path: fault for path, fault in found.items() if fault})


def _logo(curriculum: Curriculum) -> Iterator[Use]:
    logo = curriculum.theme.logo
    if logo:
        yield Use(posixpath.dirname(THEME_FILE), THEME_FILE, ("logo",), logo.image, beside(THEME_FILE, logo.image))


def _uses(topic: Topic) -> Iterator[Use]:
    folder = f"{topic.folder}/{MEDIA_FOLDER}"
    if topic.cover:
        yield Use(folder, topic.file, ("cover",), topic.cover.image, beside(topic.file, topic.cover.image))
    for lesson in topic.lessons:
        for path, picture in pictures_in(lesson):
            yield Use(folder, lesson.file, path, picture.image, beside(lesson.file, picture.image))


def pictures_in(lesson: Lesson) -> Iterator[tuple[Path, Picture | Labelled]]:
    """Each picture of a lesson, with the path to it."""
    if lesson.opening:
        yield ("opening",), lesson.opening
    for position, block in enumerate(lesson.chapter):
        if block.figure:
            yield ("chapter", position, "figure"), block.figure
        if isinstance(block.diagram, Labelled):
            yield ("chapter", position, "diagram"), block.diagram


def picture_fault(folder: SourceFolder, path: str) -> Fault | None:
    """What is wrong with the picture at `path`, or None."""
    try:
        return _content_fault(path, folder.read(path, LARGEST_PICTURE))
    except TooLarge as error:
        message = f"has {error.size / 1_000_000:.1f} MB, at most {LARGEST_PICTURE // 1_000_000} are allowed"
        return Fault(FaultKind.TOO_LARGE, message)
    except OutsideRoot:
        return Fault(FaultKind.OUTSIDE, "leads out of the curriculum")
    except OSError as error:
        if error.errno in _NOT_THERE:
            return Fault(FaultKind.MISSING, "is not there")
        return Fault(FaultKind.UNREADABLE, f"cannot be read: {error.strerror}")


def _content_fault(path: str, content: bytes) -> Fault | None:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix == ".svg":
        return svg_fault(content)
    if suffix in SUFFIXES:
        return raster_fault(content, SUFFIXES[suffix])
    return Fault(FaultKind.UNREADABLE, "is neither PNG nor JPEG nor SVG")
