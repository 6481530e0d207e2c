"""PptxGenJS and pandoc on the same slides: seconds for one deck, or None where the program is absent."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from base64 import b64encode
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.plain import PlainSlide, as_pixels

_HERE = Path(__file__).parent


def pptxgenjs(slides: list[PlainSlide], runs: int) -> float | None:
    """PptxGenJS in a process that is warm already."""
    if not shutil.which("node") or not (_HERE / "node_modules/pptxgenjs").is_dir():
        return None
    given = json.dumps([_as_json(slide) for slide in slides])
    printed = subprocess.run(["node", "deck.js", str(runs)], cwd=_HERE, input=given, capture_output=True, text=True, check=True).stdout
    return median(json.loads(printed)) / 1000


def pandoc(slides: list[PlainSlide], runs: int) -> float | None:
    """Pandoc, a process for each deck: it has no other way of working."""
    try:
        from pypandoc import get_pandoc_path
    except ImportError:
        return None
    with TemporaryDirectory() as folder:
        source = Path(folder) / "deck.md"
        source.write_text(_as_markdown(slides, Path(folder)), "utf-8")
        command = [get_pandoc_path(), "--slide-level", "2", "-o", str(Path(folder) / "deck.pptx"), str(source)]
        return median(_seconds(command) for _ in range(runs))


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def _as_json(slide: PlainSlide) -> dict[str, object]:
    picture = f"data:image/png;base64,{b64encode(as_pixels(slide.picture)).decode()}" if slide.picture else None
    return {"title": slide.title, "lines": slide.lines, "notes": slide.notes, "picture": picture, "table": slide.table}


def _as_markdown(slides: list[PlainSlide], folder: Path) -> str:
    return "\n\n".join(_slide_as_markdown(slide, folder / f"{number}.png") for number, slide in enumerate(slides))


def _slide_as_markdown(slide: PlainSlide, picture: Path) -> str:
    lines = [f"## {_flat(slide.title)}", ""]
    if slide.picture:
        picture.write_bytes(as_pixels(slide.picture))
        lines.append(f"![{_flat(slide.title)}]({picture})")
    elif slide.table:
        head, *rows = (f"| {' | '.join(map(_flat, row))} |" for row in slide.table)
        lines += [head, "|" + "---|" * len(slide.table[0]), *rows]
    else:
        lines += [f"- {_flat(line)}" for line in slide.lines]
    return "\n".join([*lines, "", "::: notes", slide.notes, ":::"] if slide.notes else lines)


def _flat(text: object) -> str:
    return " ".join(str(text).split())
