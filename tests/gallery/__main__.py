"""`make gallery`: every deck and booklet as a contact sheet, held against the last accepted ones.

New sheets go to `build/gallery/`. A sheet that differs from the accepted one in `docs/gallery/` is named, and the exit
code is 1; look at both, and run with `--accept` where the new one is right.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.gallery.fonts import font_configuration
from tests.gallery.sheets import TOLERANCE, difference, pages, sheet, slides_as_pdf

ROOT = Path(__file__).parents[2]
PACKS = ROOT / "build/packs"
NEW, ACCEPTED = ROOT / "build/gallery", ROOT / "docs/gallery"
SLIDE_WIDTH, SLIDE_COLUMNS = 240, 7
PAGE_WIDTH, PAGE_COLUMNS = 150, 9


def main() -> int:
    """Draws the sheets and compares or accepts them; 1 where one differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--accept", action="store_true", help="take the new sheets for right")
    accept = parser.parse_args().accept
    if shutil.which("soffice") is None:
        print("the gallery needs LibreOffice (soffice) to show slides", file=sys.stderr)
        return 2
    drawn = _draw()
    if accept:
        ACCEPTED.mkdir(exist_ok=True)
        for path in drawn:
            shutil.copyfile(path, ACCEPTED / path.name)
        print(f"accepted {len(drawn)} sheets in {ACCEPTED.relative_to(ROOT)}/")
        return 0
    return _compare(drawn)


def _draw() -> list[Path]:
    NEW.mkdir(parents=True, exist_ok=True)
    drawn = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        decks = sorted(PACKS.glob("*/*.pptx"))
        slides_as_pdf(decks, folder, font_configuration(folder / "fonts"))
        for deck in decks:
            drawn.append(_save(deck.stem, folder / f"{deck.stem}.pdf", SLIDE_WIDTH, SLIDE_COLUMNS))
    for page in sorted(PACKS.glob("*/*.pdf")):
        drawn.append(_save(page.stem, page, PAGE_WIDTH, PAGE_COLUMNS))
    return drawn


def _save(name: str, pdf: Path, width: int, columns: int) -> Path:
    path = NEW / f"{name}.png"
    sheet(pages(pdf, width), columns).save(path, optimize=True)
    return path


def _compare(drawn: list[Path]) -> int:
    wrong = 0
    for path in drawn:
        accepted = ACCEPTED / path.name
        apart = difference(Image.open(path), Image.open(accepted)) if accepted.exists() else 255.0
        if apart > TOLERANCE:
            wrong += 1
            print(f"{path.relative_to(ROOT)} differs from {accepted.relative_to(ROOT)} by {apart:.1f} (at most {TOLERANCE})")
    print(f"{len(drawn)} sheets, {wrong} differ")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
