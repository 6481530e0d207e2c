"""A real browser. `.ci/run` installs Chromium, what drives it and axe-core; without them these tests are skipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; .ci/run installs it")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed; .ci/run installs it")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def served(shipped_site: Path) -> Iterator[str]:
    """The address of the site on this machine."""
    handler = partial(_Quiet, directory=str(shipped_site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(params=["file", "http"])
def site(request: pytest.FixtureRequest, shipped_site: Path, served: str) -> str:
    """The address of the site: on a stick, and on a server."""
    return shipped_site.as_uri() if request.param == "file" else served
