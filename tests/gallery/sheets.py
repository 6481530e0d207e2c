"""Pages and slides as pictures, laid out on contact sheets, and how far two sheets differ."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageStat

GAP = 6
GROUND = "#7A7A7A"
TOLERANCE = 1.5
"""The mean difference, of 255, that smoothing and other versions of the office program may make."""


def slides_as_pdf(decks: Iterable[Path], out: Path, fonts: Path) -> None:
    """Each deck as a PDF file of the same stem in `out`, by LibreOffice."""
    profile = f"-env:UserInstallation=file://{out.resolve()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), *map(str, decks)]
    environment = {"FONTCONFIG_FILE": str(fonts), "HOME": str(out), "PATH": "/usr/bin:/bin"}
    subprocess.run(command, check=True, capture_output=True, timeout=600, env=environment)


def pages(pdf: Path, width: int) -> list[Image.Image]:
    """The pages of a PDF file, each `width` pixels wide."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=width / page.get_width()).to_pil().convert("RGB") for page in document]


def sheet(pictures: list[Image.Image], columns: int) -> Image.Image:
    """The pictures in rows, on one picture of few colours."""
    width, height = max(p.width for p in pictures) + GAP, max(p.height for p in pictures) + GAP
    rows = -(-len(pictures) // columns)
    whole = Image.new("RGB", (columns * width + GAP, rows * height + GAP), GROUND)
    for place, picture in enumerate(pictures):
        whole.paste(picture, (GAP + place % columns * width, GAP + place // columns * height))
    return whole.quantize(96)


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures differ, 0 to 255: the mean over what is left of both when fine detail is smoothed away."""
    if one.size != other.size:
        return 255.0
    smooth = [p.convert("RGB").filter(ImageFilter.GaussianBlur(3)) for p in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*smooth)).mean) / 3
