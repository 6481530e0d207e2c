"""What authors, broken programs and attackers may put into a curriculum: one topic for each, beside sound ones."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.builders import SVG, lesson_text, picture, write_files

PICTURE = "title: A picture\nchapter: [{text: Look.}, {figure: {image: %s, alt: a picture, credit: ours}}]\n"
SVG_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 3">'
ENTITIES = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
LAUGHS = 'a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n' + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)  # fmt: skip


@dataclass(frozen=True)
class Bad:
    """`lesson` is the topic's only lesson, `files` stand beside it, and `code` is what must be found, at `line`."""

    code: str
    lesson: str | bytes
    line: int = 1
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    link: tuple[str, str] | None = None
    file: str = "lesson-1.yaml"


def png_header(width: int, height: int) -> bytes:
    """A PNG that says it has this size, with a few bytes of it: a decompression bomb."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(10**6))) + chunk(b"IEND", b"")


def _shown(content: str | bytes, name: str = "media/it.png") -> Mapping[str, str | bytes]:
    return {name: content}


BAD: dict[str, Bad] = {
    "truncated": Bad("SRC001", 'title: "Seven hi'),
    "latin-1": Bad("SRC003", "title: Rome\nchapter: [{text: café}]\n".encode("latin-1"), 2),
    "utf-16": Bad("SRC003", "title: Rome\n".encode("utf-16")),
    "surrogate-bytes": Bad("SRC003", b"title: \xed\xa0\x80\n"),
    "tabs": Bad("SRC001", "title: Rome\nchapter:\n\t- text: Rome stands.\n", 3),
    "duplicate-key": Bad("SRC002", lesson_text() + "title: Again\n", 4),
    "list-for-a-file": Bad("SRC008", "- title: Rome\n"),
    "list-for-a-map": Bad("MDL003", lesson_text() + "task: [Draw.]\n", 4),
    "map-for-a-list": Bad("MDL003", lesson_text() + "quiz: {ask: Why?, answer: So.}\n", 4),
    "billion-laughs": Bad("SRC004", LAUGHS + lesson_text(), 6),
    "self-alias": Bad("SRC004", "title: Rome\nchapter: &a [*a]\n", 2),
    "deep-nesting": Bad("SRC004", "title: Rome\nchapter: " + "[" * 10_000 + "\n", 2),
    "python-tag": Bad("SRC005", "title: !!python/object/apply:os.system ['touch pwned']\n"),
    "own-tag": Bad("SRC005", "title: !include /etc/passwd\n"),
    "control-character": Bad("SRC006", "title: Ro\x08me\n"),
    "null-character": Bad("SRC006", b"title: Ro\x00me\n"),
    "escaped-control": Bad("SRC006", 'title: "Ro\\x1bme"\nchapter: [{text: x}]\n'),
    "lone-surrogate": Bad("SRC001", 'title: "Ro\\ud800me"\nchapter: [{text: x}]\n'),
    "noncharacter": Bad("SRC006", 'title: "Ro\\uffffme"\nchapter: [{text: x}]\n'),
    "empty-file": Bad("SRC008", ""),
    "only-comments": Bad("SRC008", "# nothing yet\n\n"),
    "huge-file": Bad("SRC007", b"x: " + b"y" * 3_000_000),
    "renamed-text": Bad("MED002", PICTURE % "media/it.png", 2, _shown("I am no picture.")),
    "renamed-exe": Bad("MED002", PICTURE % "media/it.jpg", 2, _shown(b"MZ\x90\x00" * 50, "media/it.jpg")),
    "bomb": Bad("MED006", PICTURE % "media/it.png", 2, _shown(png_header(50_000, 50_000))),
    "svg-script": Bad("MED007", PICTURE % "media/it.svg", 2, _shown(SVG_HEAD + "<script>alert(1)</script></svg>", "media/it.svg")),
    "svg-handler": Bad("MED007", PICTURE % "media/it.svg", 2, _shown(SVG_HEAD + '<g onload="x()"/></svg>', "media/it.svg")),
    "svg-outside": Bad(
        "MED007", PICTURE % "media/it.svg", 2, _shown(SVG_HEAD + '<image xlink:href="http://example.org/x.png"/></svg>', "media/it.svg")
    ),
    "svg-laughs": Bad("MED007", PICTURE % "media/it.svg", 2, _shown(ENTITIES + SVG_HEAD + "&b;</svg>", "media/it.svg")),
    "dots": Bad("MED005", PICTURE % "../../../../secret.png", 2),
    "absolute": Bad("MED005", PICTURE % "/etc/hostname", 2),
    "linked-picture": Bad("MED005", PICTURE % "media/it.png", 2, link=("media/it.png", "secret.png")),
    "linked-lesson": Bad("SRC010", lesson_text(), link=("lesson-1.yaml", "secret.yaml")),
    "linked-device": Bad("SRC010", lesson_text(), link=("lesson-1.yaml", "/dev/zero")),
    "stray-lesson": Bad("SEQ007", lesson_text(), files={"Lesson 2.yaml": lesson_text()}, file="Lesson 2.yaml"),
    "stray-yml": Bad("SEQ007", lesson_text(), files={"lesson_2.yml": lesson_text()}, file="lesson_2.yml"),
}  # fmt: skip

SOUND: dict[str, tuple[str | None, str]] = {
    "plain": (None, lesson_text()),
    "long-text": ("SRC009", f"title: Long\nchapter:\n  - text: |\n      {'Rome stands on seven hills. ' * 3600}\n"),
    "right-to-left": (None, "title: مرحبا\nchapter: [{text: 'The word is مرحبا بالعالم, and it means hello.'}]\n"),
    "emoji": ("TXT005", "title: A smile 🙂\nchapter: [{text: 'A smile 🙂 and a family 👩‍👩‍👧‍👦.'}]\n"),
    "no-font": ("TXT005", "title: Old signs\nchapter: [{text: 'The sign 𓀀 is a man, 𒀀 is water.'}]\n"),
    "good-picture": (None, PICTURE % "media/it.png"),
    "good-svg": (None, PICTURE % "media/it.svg"),
}
"""Unusual but sound lessons, with the warning that each gives."""


def write_bad_input(root: Path) -> None:
    """A curriculum below `root` in which each topic of BAD and SOUND has a slot of its own."""
    names = (*BAD, *SOUND)
    slots = "".join(f"  term-{number}: {{history: history/{name}}}\n" for number, name in enumerate(names, 1))
    files: dict[str, str | bytes] = {
        "curriculum/curriculum.yaml": "title: Hostile\nyears: [3]\npolicy: {lessons_per_topic: 1}\n"
        f"half_terms: [{', '.join(f'term-{number}' for number in range(1, len(names) + 1))}]\n"
        'subjects: {history: {title: History, colour: "#A5421C"}}\n',
        "curriculum/map.yaml": f"year-3:\n{slots}",
        "units/history/unit.yaml": "{title: Hostile, subject: history, year: 3}\n",
        "units/history/good-picture/media/it.png": picture(),
        "units/history/good-svg/media/it.svg": SVG,
    }
    for name in names:
        folder = f"units/history/{name}"
        files[f"{folder}/topic.yaml"] = f"title: {name}\n"
        files[f"{folder}/lesson-1.yaml"] = BAD[name].lesson if name in BAD else SOUND[name][1]
        files |= {f"{folder}/{path}": content for path, content in (BAD[name].files if name in BAD else {}).items()}
    write_files(root, files)
    write_files(root.parent, {"secret.png": picture(), "secret.yaml": "title: Secret\nchapter: [{text: a secret}]\n"})
    for name, bad in BAD.items():
        if bad.link:
            place = root / "units/history" / name / bad.link[0]
            place.parent.mkdir(exist_ok=True)
            place.unlink(missing_ok=True)
            place.symlink_to(root.parent / bad.link[1])
