"""Posters of the curriculum map and the progression of vocabulary as PDF."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from packager.document.curriculum_map import Cell, CurriculumMap, MapSubject, State, Stop, Traveller, YearMap, compose_poster
from packager.document.progression import compose_progression
from packager.model.theme import ThemeFile
from packager.render.look import Look
from packager.render.media import Media
from packager.render.pdf.renderer import render_poster, render_progression
from packager.render.pdf.whole import arrange_poster, arrange_progression
from packager.render.renderer import Context
from tests.document.programme import programme
from tests.render.docx_files import teaching
from tests.render.pdf_text import HOSTILE, texts
from tests.validators import pdf_faults

CONTEXT = Context(Look(ThemeFile(), "#1C2B36"), Media(dict[str, bytes]().__getitem__))
GOLDEN = Path(__file__).parent / "golden"
A3 = [0, 0, 1190.55, 841.89]


def crowded(subjects: int, half_terms: int, title: str = "A topic with a long name", question: str = "Why is this?") -> CurriculumMap:
    """A year with that many rows and columns."""
    rows = tuple(MapSubject(f"s{n}", f"Subject {n}", "#0A6F70", "contours" if n % 2 else None) for n in range(subjects))
    cells = tuple(
        tuple(Cell(State.WRITTEN, title, question, ("silt", "delta")) if n % 3 else None for n in range(half_terms)) for _ in rows
    )
    names = tuple(f"Half-term {n}" for n in range(half_terms))
    stops = (Stop(0, 0), Stop(half_terms - 1, subjects - 1))
    year = YearMap(3, names, rows, cells, (Traveller("archaeologist", stops), Traveller("silt", stops[::-1])))
    return CurriculumMap(compose_poster(teaching(), 3).imprint, (year,))


def test_arranged_data(tmp_path: Path, update_goldens: bool) -> None:
    given = programme(tmp_path)
    for name, pages in (
        ("poster", arrange_poster(compose_poster(given, 3), CONTEXT)),
        ("progression", arrange_progression(compose_progression(given), CONTEXT)),
    ):
        found, file = json.dumps(pages.content, ensure_ascii=False, indent=1) + "\n", GOLDEN / f"pdf-{name}.json"
        if update_goldens:
            file.write_text(found, "utf-8")
        assert found == file.read_text("utf-8")


@pytest.mark.parametrize("year", [3, 4, 5, 6])
def test_a_year_of_the_shipped_map_is_one_page_of_a3(year: int, tmp_path: Path) -> None:
    content = render_poster(compose_poster(teaching(), year), CONTEXT).content
    (tmp_path / "poster.pdf").write_bytes(content)
    assert pdf_faults(tmp_path / "poster.pdf") == []
    with pikepdf.open(BytesIO(content)) as pdf:
        assert [[round(float(side), 2) for side in page.MediaBox] for page in pdf.pages] == [A3]
    assert render_poster(compose_poster(teaching(), year), CONTEXT).content == content


def test_a_poster_shows_written_planned_and_empty_slots(tmp_path: Path) -> None:
    (shown,) = texts(render_poster(compose_poster(programme(tmp_path), 3), CONTEXT).content)
    for said in ("Year 3", "Ancient Egypt", "flood · silt", "Mountains", "planned", "No topic: visits to places of worship", "Words that"):
        assert said in shown


@pytest.mark.parametrize(("subjects", "half_terms"), [(1, 1), (2, 3), (8, 6), (5, 12)])
def test_a_map_of_any_size_is_one_page(subjects: int, half_terms: int, tmp_path: Path) -> None:
    (tmp_path / "poster.pdf").write_bytes(render_poster(crowded(subjects, half_terms), CONTEXT).content)
    assert pdf_faults(tmp_path / "poster.pdf") == []
    assert len(texts((tmp_path / "poster.pdf").read_bytes())) == 1


@pytest.mark.parametrize("text", [HOSTILE, "long " * 200, "x" * 300, "رحلة النهر"])
def test_any_text_can_stand_on_a_poster(text: str) -> None:
    assert len(texts(render_poster(crowded(3, 6, text, text), CONTEXT).content)) == 1


def test_the_stops_of_a_word_are_told_in_words() -> None:
    year = arrange_poster(crowded(2, 3), CONTEXT).content["years"][0]
    assert year["travellers"][0]["said"] == "archaeologist: first taught in Subject 0, Half-term 0; met again in Subject 1, Half-term 2"


def test_the_progression_of_the_shipped_words_is_pdf_ua(tmp_path: Path) -> None:
    content = render_progression(compose_progression(teaching()), CONTEXT).content
    (tmp_path / "progression.pdf").write_bytes(content)
    assert pdf_faults(tmp_path / "progression.pdf") == []
    shown = " ".join(texts(content))
    assert all(topic.title in shown for topic in compose_progression(teaching()).topics)


def test_a_progression_without_words_is_a_page() -> None:
    empty = replace(compose_progression(teaching()), topics=())
    assert len(texts(render_progression(empty, CONTEXT).content)) == 1
