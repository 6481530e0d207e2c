"""`packager watch`: what is saved is built, told and shown."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

from packager.cli.preview_page import PreviewPage, Section
from packager.render.preview.changed import Panel
from tests.builders import TOPIC, lesson_text, write_curriculum
from tests.packs import built_files

COMMAND = [sys.executable, "-u", "-c", "from packager.cli.entry import main; main()", "watch", "--port", "0"]
PATIENCE = 120


class Watcher:
    """A watcher in a process of its own, and the lines it says."""

    def __init__(self, root: Path) -> None:
        self.process = subprocess.Popen([*COMMAND, "--root", root], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()
        self.port = int(self.until(r"http://127\.0\.0\.1:(\d+)/")[1])

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, pattern: str) -> re.Match[str]:
        """The next line that has the pattern."""
        while not (found := re.search(pattern, self.lines.get(timeout=PATIENCE))):
            pass
        return found

    def get(self, path: str, host: str = "localhost") -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_curriculum(tmp_path, {f"{TOPIC}/topic.yaml": "title: Rome\nvocabulary: [{term: hill, lesson: 1, meaning: high ground}]\n"})
    return tmp_path


@pytest.fixture
def watcher(root: Path) -> Iterator[Watcher]:
    running = Watcher(root)
    yield running
    running.process.kill()
    running.process.communicate()


def test_a_save_is_built_told_and_shown(root: Path, watcher: Watcher) -> None:
    watcher.until(r"\d+ files written to .*build.*\(no findings\)")
    assert any(path.endswith("-lesson-1.pptx") for path in built_files(root / "build"))
    assert "Nothing has changed yet" in watcher.get("/")[1]
    (root / TOPIC / "lesson-1.yaml").write_text(lesson_text("Eight hills"))
    watcher.until(r"\d+ files written")
    status, page = watcher.get("/")
    assert status == 200 and "<h2>y3-history-rome-lesson-1.pptx</h2>" in page and "booklet.pdf</h2>" in page
    picture = re.search(r'<img src="([^"]+)" alt="Lesson 1, slide 1: Eight hills">', page)
    assert picture and "Eight" in watcher.get(picture[1])[1]
    (root / TOPIC / "lesson-1.yaml").write_text("title: [")
    watcher.until(r"error\[")
    watcher.until(r"nothing to build in .*\(1 error\)")
    assert "error[" in watcher.get("/")[1]
    watcher.process.send_signal(signal.SIGINT)
    _, err = watcher.process.communicate(timeout=PATIENCE)
    assert (watcher.process.returncode, "Traceback" in err) == (0, False)


def test_no_other_site_can_read_the_page(watcher: Watcher) -> None:
    assert watcher.get("/", host="evil.example")[0] == 403
    assert watcher.get("/nowhere")[0] == 404


def test_what_an_author_wrote_is_text_on_the_page() -> None:
    page = PreviewPage(0)
    try:
        page.show("<script>alert(1)</script>", (Section("<b>", (Panel('"><script>', "image/webp", b"x"),)),))
        assert "<script>alert" not in page.html() and '"><script>' not in page.html() and "<b>" not in page.html()
    finally:
        page.close()


def test_a_page_that_waits_is_told_of_news() -> None:
    page = PreviewPage(0)
    try:
        page.show("once", ())
        assert page.wait_for("0") == "1"
        Thread(target=page.show, args=("twice", ())).start()
        assert page.wait_for("1") == "2"
    finally:
        page.close()
