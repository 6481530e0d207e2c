"""A curriculum of another programme checks clean and builds: nothing in the code knows ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import packager
from tests.foreign import BARE, FULL, LESSONS, write_foreign
from tests.packs import Packs, build_packs
from tests.validators import MICROSOFT, OFFICE, microsoft_faults, open_xml_faults, pdf_faults


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    root = write_foreign(tmp_path_factory.mktemp("foreign"))
    return build_packs(root, root / "build")


def test_it_checks_without_an_error(foreign: Packs) -> None:
    outcome = packager("check", "--root", foreign.root, "--format", "json")
    assert outcome.code == 0
    assert {finding["severity"] for finding in outcome.findings} <= {"warning"}
    counts = [finding["file"] for finding in outcome.findings if finding["code"] == "SEQ005"]
    assert counts == [f"units/{FULL}/topic.yaml", f"units/{BARE}/topic.yaml"], "six lessons are the default, not a law"


@pytest.mark.parametrize("topic", [FULL, BARE])
def test_every_product_is_built(topic: str, foreign: Packs) -> None:
    made = [(entry["product"], entry["format"], entry["lesson"]) for entry in foreign.index if entry["topic"] == topic]
    decks = {("deck", "pptx", number) for number in range(1, LESSONS[topic] + 1)}
    sheets = {(product, format_name, None) for product in ("booklet", "vocabulary") for format_name in ("docx", "pdf")}
    assert set(made) >= decks | sheets
    assert len(set(made)) == len(made)


def test_names_are_short_ascii(foreign: Packs) -> None:
    folders = {entry["path"].split("/")[1] for entry in foreign.index if entry["topic"]}
    assert folders == {"y7-term-1-science-cells-and-microscopes", "y1-term-2-musique-a-lecole-la-voix"}


def test_every_office_file_is_valid(foreign: Packs) -> None:
    paths = [path for path in foreign.files() if path.suffix in OFFICE]
    assert {path.name: open_xml_faults(path) for path in paths} == {path.name: [] for path in paths}
    if MICROSOFT is not None:
        assert microsoft_faults(paths) == {}


def test_every_pdf_is_pdf_ua_1(foreign: Packs) -> None:
    paths = foreign.files(format="pdf")
    assert {path.name: pdf_faults(path) for path in paths} == {path.name: [] for path in paths}


def test_two_builds_give_the_same_bytes(foreign: Packs, tmp_path: Path) -> None:
    again = build_packs(foreign.root, tmp_path)
    assert [entry for entry in again.index if entry not in foreign.index] == []
