"""The timeline of a year as a poster."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf

from packager.document.year_timeline import compose_year_timeline
from packager.model.drawings import Timeline
from packager.model.theme import ThemeFile
from packager.render.look import Look
from packager.render.media import Media
from packager.render.pdf.renderer import render_year_timeline
from packager.render.pdf.year_timeline import arrange_year_timeline
from packager.render.renderer import Context
from tests.document.timelines import in_years
from tests.render.docx_files import teaching
from tests.render.pdf_text import HOSTILE, texts
from tests.validators import pdf_faults

CONTEXT = Context(Look(ThemeFile(), "#1C2B36"), Media(dict[str, bytes]().__getitem__))
A3 = [1191, 842]
GOLDEN = Path(__file__).parent / "golden" / "pdf-year-timeline.json"


def test_arranged_data(tmp_path: Path, update_goldens: bool) -> None:
    pages = arrange_year_timeline(compose_year_timeline(in_years(tmp_path), 3), CONTEXT)
    found = json.dumps(pages.content, ensure_ascii=False, indent=1) + "\n"
    if update_goldens:
        GOLDEN.write_text(found, "utf-8")
    assert found == GOLDEN.read_text("utf-8")


def test_the_shipped_year_is_a_tagged_poster_with_a_drawing_a_topic_and_a_table(tmp_path: Path) -> None:
    document = compose_year_timeline(teaching(), 3)
    content = render_year_timeline(document, CONTEXT).content
    (tmp_path / "year.pdf").write_bytes(content)
    assert pdf_faults(tmp_path / "year.pdf") == []
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.Root.Lang == "en-GB" and len(pdf.pages) == 2
        assert all([round(float(x)) for x in page.MediaBox[2:]] == A3 for page in pdf.pages)
    said = " ".join(texts(content))
    assert all(moment.text in said for moment in document.moments)
    assert "In the table only" not in said


def test_the_same_bytes_every_time() -> None:
    document = compose_year_timeline(teaching(), 3)
    assert render_year_timeline(document, CONTEXT).content == render_year_timeline(document, CONTEXT).content


def test_what_finds_no_room_is_named_and_stands_in_the_table(tmp_path: Path) -> None:
    document = compose_year_timeline(in_years(tmp_path), 3)
    events = [{"at": 1900 + n, "text": f"Event number {n} with words that take room"} for n in range(24)]
    model = document.lanes[0].timeline
    full = {**model.model_dump(by_alias=True), "events": events}
    crowded = replace(document, lanes=(replace(document.lanes[0], timeline=Timeline.model_validate(full)),))
    pages = arrange_year_timeline(crowded, CONTEXT)
    assert "Event number" in pages.content["lanes"][0]["left-out"]


def test_hostile_texts_are_only_texts(tmp_path: Path) -> None:
    document = compose_year_timeline(in_years(tmp_path), 3)
    lane = replace(document.lanes[0], title=HOSTILE, subject=HOSTILE)
    moment = replace(document.moments[0], text=HOSTILE)
    content = render_year_timeline(replace(document, lanes=(lane,), moments=(moment,)), CONTEXT).content
    assert all(HOSTILE in page for page in texts(content))
