"""Options of the tests, and what many of them share."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from hypothesis import settings

from packager.cli import build as cli_build
from packager.render import job
from packager.site import inside
from tests.fakes import FAST_RENDERERS
from tests.packs import REPOSITORY, Packs, build_packs
from tests.site_pages import PLAIN_PICTURE, site_of

# The same examples on every machine and every day; what is found once is written down with @example.
settings.register_profile("packager", derandomize=True, deadline=None, database=None)
settings.load_profile("packager")


# A shell that runs the tests in the background lets them ignore Ctrl-C, and so would every command that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite golden files instead of comparing with them")


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update-goldens"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """The shipped curriculum, built once for all tests that look at what comes out."""
    return build_packs(REPOSITORY, tmp_path_factory.mktemp("shipped"))


@pytest.fixture
def fast_renderers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Renders each file as the text of its document, for tests of what is built when and where it goes."""
    monkeypatch.setattr(job, "RENDERERS", FAST_RENDERERS)
    monkeypatch.setattr(cli_build, "usable_processors", lambda: 1)  # another process would know nothing of them


@pytest.fixture(scope="session")
def shipped_site(built: Packs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue of the shipped curriculum. The pictures of its slides are plain, for drawing two hundred takes long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inside, "sample_picture", lambda sample, painter: PLAIN_PICTURE)
        return site_of(REPOSITORY, built.folder, tmp_path_factory.mktemp("site"))
