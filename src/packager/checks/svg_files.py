"""What is wrong with an SVG: it is no SVG, it would do something, or it would unfold without end."""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from packager.checks.picture_files import Fault, FaultKind, raster_fault
from packager.checks.unfolding import drawn_elements
from packager.diagnostics.quoted import quoted

MOST_ELEMENTS = 100_000
"""Elements, each counted as often as it is drawn."""
LONGEST_RATIO = 20
"""How many times as long as wide a picture may be: a raster of a longer one could fill the memory."""
_SVG = "{http://www.w3.org/2000/svg}svg"
_STYLE = "{http://www.w3.org/2000/svg}style"
_ACTIVE = ("script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "listener")
_DANGEROUS = etree.XPath(
    f"//*[contains(' {' '.join(_ACTIVE)} ', concat(' ', local-name(), ' '))]"
    "|//*[@*[starts-with(local-name(), 'on')]]|//*[@attributeName[contains(., 'href')]]|//processing-instruction()"
)
# Most pictures hold nothing of the kind, which a look at the bytes tells in a tenth of the time.
_MAYBE_DANGEROUS = tuple(word.encode() for word in (*_ACTIVE, " on", "\ton", "\non", "\ron", ":on", "attributeName", "<?"))
_MAYBE_REFERS = (b"href", b"src", b"l(", b"L(", b"\\", b"style", b"&")
"""Without one of these an SVG refers to nothing, and its elements need no closer look; `&` may spell any other letter."""
_ENCODING = re.compile(rb"\s*<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"']|us-ascii[\"'])", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")]*)|(@import|\\)", re.IGNORECASE)
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g);base64,(.*)", re.IGNORECASE | re.DOTALL)
_LENGTH = re.compile(r"\+?([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?)(?:px|pt|pc|mm|cm|in|em|ex|%)?")


@dataclass(frozen=True, slots=True)
class _Reference:
    """What an element refers to by `href`, `url(...)` or `@import`."""

    owner: etree._Element
    target: str


def svg_fault(content: bytes) -> Fault | None:
    """What is wrong with an SVG, or None."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return Fault(FaultKind.UNSAFE, "declares a document type or entities")
    if content.count(b"<") > 2 * MOST_ELEMENTS:
        return Fault(FaultKind.TOO_LARGE, f"has more than {MOST_ELEMENTS:,} elements")
    if not _is_utf8(content):
        return Fault(FaultKind.UNREADABLE, "is not UTF-8 text")
    try:
        root = etree.fromstring(content, etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        return Fault(FaultKind.UNREADABLE, f"is not well-formed XML: line {error.lineno or 1}")
    if root.tag != _SVG:
        return Fault(FaultKind.UNREADABLE, "is XML, but not SVG")
    references = tuple(_references(root)) if any(sign in content for sign in _MAYBE_REFERS) else ()
    active = _active_fault(root) if any(word in content for word in _MAYBE_DANGEROUS) else None
    return _size_fault(root) or active or _outer_references_fault(references) or _unfolding_fault(root, references)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in content and not _ENCODING.match(content)


def _size_fault(root: etree._Element) -> Fault | None:
    width, height = _size(root)
    if not (1e-6 < width < math.inf and 1e-6 < height < math.inf):
        return Fault(FaultKind.UNREADABLE, "has no size: its `viewBox` is missing or wrong")
    if max(width / height, height / width) > LONGEST_RATIO:
        return Fault(FaultKind.TOO_LARGE, f"is more than {LONGEST_RATIO} times as long as wide")
    return None


def _size(root: etree._Element) -> tuple[float, float]:
    """Width and height in the SVG's own units; 0 where they cannot be read."""
    box = (root.get("viewBox") or "").replace(",", " ").split()
    texts = box[2:] if box else [root.get("width") or "", root.get("height") or ""]
    lengths = [_LENGTH.fullmatch(text.strip()) for text in texts]
    numbers = [float(length[1]) if length else 0.0 for length in lengths]
    return (numbers[0], numbers[1]) if len(numbers) == 2 and len(box) in (0, 4) else (0.0, 0.0)


def _active_fault(root: etree._Element) -> Fault | None:
    found = _DANGEROUS(root)
    if not found:
        return None
    name = f"the element `<{etree.QName(found[0]).localname}>`" if isinstance(found[0].tag, str) else "a processing instruction"
    return Fault(FaultKind.UNSAFE, f"can do something when it is shown, by {name} in line {found[0].sourceline}")


def _outer_references_fault(references: tuple[_Reference, ...]) -> Fault | None:
    outer = {reference.target for reference in references if not reference.target.startswith("#")}
    return next(filter(None, map(_outer_fault, sorted(outer))), None)


def _references(root: etree._Element) -> Iterator[_Reference]:
    for node in root.iter(etree.Element):
        for key, value in node.items():
            if key.endswith(("href", "src")):
                yield _Reference(node, value.strip())
            elif "l(" in value or "L(" in value or "\\" in value:
                yield from (_Reference(node, target) for target in _urls(value))
        if node.tag == _STYLE:
            yield from (_Reference(node, target) for target in _urls("".join(node.itertext())))


def _urls(text: str) -> Iterator[str]:
    """What a style refers to. A backslash could spell any name, so it counts as a reference too."""
    return ((match[1] or match[2] or "").strip() for match in _URL.finditer(text))


def _outer_fault(target: str) -> Fault | None:
    """What is wrong with a reference to anything but a part of the same SVG; an embedded picture may be sound."""
    embedded = _EMBEDDED.fullmatch(target)
    if not embedded:
        return Fault(FaultKind.UNSAFE, f"refers to {quoted(target)} outside itself")
    try:
        fault = raster_fault(base64.b64decode(embedded[1]))
    except binascii.Error:
        return Fault(FaultKind.UNREADABLE, "holds a picture that cannot be read")
    return Fault(fault.kind, f"holds a picture that {fault.message}") if fault else None


def _unfolding_fault(root: etree._Element, references: tuple[_Reference, ...]) -> Fault | None:
    links = [(reference.owner, reference.target[1:]) for reference in references if reference.target.startswith("#")]
    count = drawn_elements(root, links) if links else 0
    if count is None:
        return Fault(FaultKind.UNREADABLE, "refers to itself")
    if count > MOST_ELEMENTS:
        return Fault(FaultKind.TOO_LARGE, f"draws more than {MOST_ELEMENTS:,} elements, because its parts refer to each other")
    return None
