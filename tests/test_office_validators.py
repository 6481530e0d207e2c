"""Every file that is shipped opens without a repair: two Open XML validators and PDF/UA-1 find no fault."""

from __future__ import annotations

import pytest

from tests.packs import Packs
from tests.validators import MICROSOFT, OFFICE, microsoft_faults, open_xml_faults, pdf_faults


def test_the_validator_from_pypi_finds_no_fault(built: Packs) -> None:
    paths = [path for path in built.files() if path.suffix in OFFICE]
    assert {path.name: open_xml_faults(path) for path in paths} == {path.name: [] for path in paths}


@pytest.mark.skipif(MICROSOFT is None, reason="Microsoft's validator is installed by .ci/run, from npm")
def test_microsofts_validator_finds_no_fault(built: Packs) -> None:
    assert microsoft_faults(path for path in built.files() if path.suffix in OFFICE) == {}


def test_every_pdf_is_pdf_ua_1(built: Packs) -> None:
    paths = built.files(format="pdf")
    assert {path.name: pdf_faults(path) for path in paths} == {path.name: [] for path in paths}
