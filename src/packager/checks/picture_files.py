"""What is wrong with the bytes of one picture. Pixels are decoded only after the header was found harmless."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from enum import Enum, auto
from io import BytesIO

from PIL import Image

MOST_PIXELS = 20_000_000
"""Twice what an A4 page holds at 300 dots an inch."""
SUFFIXES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
"""The format that the end of a name promises."""


class FaultKind(Enum):
    """What can be wrong with a picture's file; each is a rule of the MED family."""

    MISSING = auto()
    OUTSIDE = auto()
    UNREADABLE = auto()
    TOO_LARGE = auto()
    UNSAFE = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    """`message` goes on after the picture's name: "is not there"."""

    kind: FaultKind
    message: str


def raster_fault(content: bytes, expected: str | None = None) -> Fault | None:
    """What is wrong with a PNG or JPEG, or None; `expected` is the format that its name promises."""
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
            warnings.simplefilter("ignore")
            return _raster_fault(image, expected)
    except Image.DecompressionBombError:
        return Fault(FaultKind.TOO_LARGE, "has far too many pixels")
    except Exception as error:  # Pillow raises many kinds on broken files: OSError, SyntaxError, struct.error ...
        return Fault(FaultKind.UNREADABLE, _reason(error))


def _raster_fault(image: Image.Image, expected: str | None) -> Fault | None:
    if expected and image.format != expected:
        return Fault(FaultKind.UNREADABLE, f"is a {image.format} picture, which its name does not say")
    if image.width * image.height > MOST_PIXELS:
        millions = image.width * image.height / 1_000_000
        return Fault(FaultKind.TOO_LARGE, f"has {millions:.0f} million pixels, at most {MOST_PIXELS // 1_000_000} are allowed")
    if image.format == "PNG":
        image.verify()  # the checksums of all chunks; a JPEG has none and is decoded, eight times smaller
    else:
        image.draft("L", (image.width // 8 or 1, image.height // 8 or 1))
        image.load()
    return None


def _reason(error: Exception) -> str:
    return "is cut off" if "runcated" in str(error) or "broken PNG" in str(error) else "cannot be read as a picture"
