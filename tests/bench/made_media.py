"""Small pictures made by rule, each with bytes of its own: landscapes as SVG, bands of colour as PNG."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from random import Random

WIDTH, HEIGHT = 1200, 750
_COLOURS = 64


def svg(seed: str) -> bytes:
    """Hills, a sun and trees."""
    dice = Random(seed)
    hills = "".join(_hill(dice, layer) for layer in range(4))
    trees = "".join(
        f'<circle cx="{dice.randrange(WIDTH)}" cy="{dice.randrange(480, HEIGHT)}" r="{dice.randrange(8, 30)}" fill="{_colour(dice)}"/>'
        for _ in range(40)
    )
    sun = f'<circle cx="{dice.randrange(WIDTH)}" cy="{dice.randrange(90, 250)}" r="60" fill="#F4C95D"/>'
    sky = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_colour(dice)}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{sky}{sun}{hills}{trees}</svg>\n'.encode()


def _hill(dice: Random, layer: int) -> str:
    base = 300 + layer * 110
    points = " ".join(f"{x},{base + dice.randrange(-60, 60)}" for x in range(0, WIDTH + 1, 30))
    return f'<polygon points="0,{HEIGHT} {points} {WIDTH},{HEIGHT}" fill="{_colour(dice)}"/>'


def _colour(dice: Random) -> str:
    return f"#{dice.randrange(0x303030, 0xE0E0E0):06X}"


def png(seed: str) -> bytes:
    """Waves in colours of this picture's own; the colours alone tell two pictures apart, so that many are quickly made."""
    dice = Random(seed)
    palette = bytes(dice.randrange(256) for _ in range(3 * _COLOURS))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", _waves()), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


@lru_cache(maxsize=1)
def _waves() -> bytes:
    """The compressed rows, each with a nought before it (PNG 1.2, section 6: filter type none)."""
    rows = (bytes((x * x // 9000 + x * y // 7000 + y // 11) % _COLOURS for x in range(WIDTH)) for y in range(HEIGHT))
    return zlib.compress(b"".join(b"\0" + row for row in rows), 6)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
