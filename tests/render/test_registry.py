"""The table of renderers: every row leads to a function, and none is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from packager.plan.bridge import PRODUCT as BRIDGE
from packager.plan.wanted import PRODUCTS
from packager.plan.whole import WHOLE_PRODUCTS
from packager.render.registry import RENDERERS, Late

HEAVY = ("pptx", "docx", "typst", "xlsxwriter", "fontTools", "simplemma")
"""What only a renderer needs, or only a text with words or letters that were never met."""


@pytest.mark.parametrize("render", RENDERERS.values(), ids=map("/".join, RENDERERS))
def test_every_row_leads_to_a_renderer(render: Late) -> None:
    assert callable(getattr(import_module(f"packager.render.{render.format}.renderer"), render.name))


def test_every_product_has_its_renderers() -> None:
    topics = {(product.name, extension) for product in PRODUCTS for extension in product.formats}
    whole = {(product.name, product.format) for product in WHOLE_PRODUCTS}
    assert topics | whole == {row for row in RENDERERS if row[0] != BRIDGE}


def test_the_pipeline_waits_for_no_library_of_a_format() -> None:
    code = f"import sys, packager.pipeline; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip() == "[]"
