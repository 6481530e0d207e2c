"""Checks end soon and within little memory, whatever the files hold."""

from __future__ import annotations

import resource
import struct
import time
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from packager.checks.picture_files import FaultKind, raster_fault
from packager.checks.run import run_checks
from packager.checks.svg_files import svg_fault
from packager.diagnostics.diagnostic import Diagnostic
from tests.builders import MINIMAL, TOPIC, loaded_with_findings, picture

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">'


@pytest.fixture(autouse=True)
def soon_and_small() -> Iterator[None]:
    start, peak = time.process_time(), peak_kilobytes()
    yield
    assert time.process_time() - start < 20
    assert peak_kilobytes() - peak < 1_000_000


def peak_kilobytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def found(root: Path, files: dict[str, str | bytes | None]) -> list[Diagnostic]:
    loaded, findings = loaded_with_findings(root, files)
    return findings + (run_checks(loaded) if loaded else [])


def png_of(width: int, height: int) -> bytes:
    """The header of a PNG of that size, and no pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(5000, 5000), (20_000, 20_000), (100_000, 100_000), (2**31 - 1, 2**31 - 1)])
def test_a_decompression_bomb_is_never_decoded(width: int, height: int) -> None:
    fault = raster_fault(png_of(width, height))
    assert fault is not None and fault.kind is FaultKind.TOO_LARGE


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"\x00" * 1000, b"GIF89a" + b"\xff" * 100])
def test_what_is_no_picture_is_unreadable(content: bytes) -> None:
    fault = raster_fault(content)
    assert fault is not None and fault.kind is FaultKind.UNREADABLE


@pytest.mark.parametrize("kind", ["png", "jpeg"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.98])
def test_a_picture_that_is_cut_off_is_unreadable(kind: str, share: float) -> None:
    content = BytesIO()
    Image.effect_noise((200, 200), 50).save(content, kind.upper())
    fault = raster_fault(content.getvalue()[: int(share * len(content.getvalue()))])
    assert fault is not None and fault.kind is FaultKind.UNREADABLE


@pytest.mark.parametrize(("width", "height", "sound"), [(5000, 4000, True), (5001, 4000, False)])
def test_twenty_million_pixels_are_the_most(width: int, height: int, sound: bool) -> None:
    assert (raster_fault(picture("jpeg", width, height)) is None) is sound


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(HEAD + "<path/>" * 300_000 + "</svg>", FaultKind.TOO_LARGE, id="many elements"),
        pytest.param(HEAD + "<g>" * 50_000 + "</g>" * 50_000 + "</svg>", FaultKind.UNREADABLE, id="deep"),
        pytest.param(
            HEAD + "".join(f'<g id="a{n}">{f"<use href=_#a{n - 1}_/>".replace("_", chr(34)) * 9}</g>' for n in range(5000)) + "</svg>",
            FaultKind.TOO_LARGE,
            id="use upon use",
        ),
        pytest.param(HEAD + '<rect fill="url(#' + "a" * 5_000_000 + ')"/></svg>', None, id="a long reference"),
        pytest.param(HEAD + '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>', FaultKind.UNREADABLE, id="a ring"),
        pytest.param('<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + HEAD + "&a;</svg>", FaultKind.UNSAFE, id="entities"),
        pytest.param(HEAD.replace("0 0 4 3", "0 0 1e300 1e-300") + "</svg>", FaultKind.UNREADABLE, id="no real size"),
        pytest.param(HEAD.replace("0 0 4 3", "0 0 1e999 1") + "</svg>", FaultKind.UNREADABLE, id="endless"),
        pytest.param(HEAD.replace("0 0 4 3", "0 0 1 30") + "</svg>", FaultKind.TOO_LARGE, id="a tower"),
        pytest.param('<?xml version="1.0" encoding="utf-7"?>' + HEAD + "</svg>", FaultKind.UNREADABLE, id="a hidden encoding"),
        pytest.param(HEAD + "\0</svg>", FaultKind.UNREADABLE, id="noughts"),
        pytest.param(HEAD + "<style>rect { fill: u\\72l(http://a.b) }</style></svg>", FaultKind.UNSAFE, id="an escaped reference"),
        pytest.param(HEAD + '<rect fill="u&#114;l(http://a.b)"/></svg>', FaultKind.UNSAFE, id="a letter as a number"),
        pytest.param(HEAD + '<image href="data:image/png;base64,AAAA"/></svg>', FaultKind.UNREADABLE, id="an embedded ruin"),
        pytest.param(HEAD + '<image href=" JavaScript:alert(1)"/></svg>', FaultKind.UNSAFE, id="a script in a link"),
        pytest.param(HEAD + "\x1b</svg>", FaultKind.UNREADABLE, id="control characters"),
    ],
)
def test_hostile_svg(text: str, kind: FaultKind | None) -> None:
    fault = svg_fault(text.encode())
    assert (fault.kind if fault else None) is kind


def test_ten_thousand_pictures_that_are_not_there(tmp_path: Path) -> None:
    figures = "".join(f"  - figure: {{image: media/{number}.svg, alt: A, credit: ours}}\n" for number in range(10_000))
    media = {f"{TOPIC}/media/{number}x.svg": HEAD for number in range(300)}
    findings = found(tmp_path, {f"{TOPIC}/lesson-1.yaml": f"title: A\nchapter:\n  - text: A\n{figures}", **media})
    assert [d.code for d in findings].count("MED001") == 100


def test_twenty_thousand_unknown_names(tmp_path: Path) -> None:
    names = "".join(f"  - history/rom{number}\n" for number in range(20_000))
    terms = "".join(f"  - {{term: a{number % 9}, lesson: 7, meaning: ''}}\n" for number in range(10_000))
    files = {f"{TOPIC}/topic.yaml": f"title: A\nbuilds_on:\n{names}coverage:\n{names}vocabulary:\n{terms}"}
    codes = [d.code for d in found(tmp_path, {**files})]
    assert {code: codes.count(code) for code in codes} == {
        **dict.fromkeys(("REF001", "REF002", "REF003", "VOC001", "VOC002"), 100),
        "VOC006": 1,
    }


def test_a_text_in_letters_that_no_font_has(tmp_path: Path) -> None:
    findings = found(tmp_path, {f"{TOPIC}/topic.yaml": f"title: {''.join(map(chr, range(0x13000, 0x13400))) * 400}"})
    assert [d.code for d in findings] == ["SRC009", "TXT005"]


def test_a_large_picture_is_not_read(tmp_path: Path) -> None:
    lesson = "title: A\nchapter: [{text: A}, {figure: {image: media/a.png, alt: A, credit: ours}}]"
    findings = found(tmp_path, {f"{TOPIC}/lesson-1.yaml": lesson, f"{TOPIC}/media/a.png": bytes(10_000_001)})
    assert [(d.code, d.message) for d in findings] == [("MED006", "`media/a.png` has 10.0 MB, at most 10 are allowed")]


def test_one_topic_in_thousands_of_slots(tmp_path: Path) -> None:
    halves = [f"autumn-{number}" for number in range(5000)]
    programme = MINIMAL["curriculum/curriculum.yaml"].replace("[autumn-1, autumn-2]", f"[{', '.join(halves)}]")
    slots = "".join(f"  {half}: {{history: history/rome}}\n" for half in halves)
    findings = found(tmp_path, {"curriculum/curriculum.yaml": programme, "curriculum/map.yaml": f"year-3:\n{slots}"})
    assert [d.code for d in findings] == ["SEQ002"] * 100
