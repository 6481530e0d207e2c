"""A page on this machine that shows what the last build changed, and loads itself again after each."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from string import Template

from packager.render.preview.changed import Panel

HOST = "127.0.0.1"
_PATIENCE = 20.0
"""Seconds after which a page that waits for news is told that there is none."""


@dataclass(frozen=True, slots=True)
class Section:
    """The panels of one file, below its name."""

    title: str
    panels: tuple[Panel, ...]


class PreviewPage:
    """Serves the page from a thread of its own until it is closed. Port 0 takes any that is free."""

    def __init__(self, port: int) -> None:
        self.number, self.said = 0, ""
        self.sections: tuple[Section, ...] = ()
        self.pictures: dict[str, Panel] = {}
        self.news = threading.Condition()
        self.server = ThreadingHTTPServer((HOST, port), lambda *given: _Answer(self, *given))
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server.server_port}/"

    def show(self, said: str, sections: tuple[Section, ...]) -> None:
        """What the page shows from now on; where nothing changed to look at, the last pictures stay."""
        with self.news:
            self.said, self.number = said, self.number + 1
            if sections:
                self.sections = sections
                self.pictures = {_name(panel): panel for section in sections for panel in section.panels}
            self.news.notify_all()

    def wait_for(self, other_than: str) -> str:
        """The number of the state to show as soon as it is another than the one that is shown."""
        with self.news:
            self.news.wait_for(lambda: str(self.number) != other_than, _PATIENCE)
            return str(self.number)

    def html(self) -> str:
        """The page as it is now."""
        with self.news:
            shown = "".join(_section(section) for section in self.sections)
            template = Template((files("packager.cli") / "preview_page.html").read_text("utf-8"))
            return template.substitute(number=self.number, said=escape(self.said), sections=shown or "<p>Nothing has changed yet.</p>")

    def close(self) -> None:
        """No more is served."""
        self.server.shutdown()
        self.server.server_close()


class _Answer(BaseHTTPRequestHandler):
    """Answers one request. Only requests that name this machine are answered, so that no web site can read the page."""

    def __init__(self, page: PreviewPage, *given: object) -> None:
        self.page = page
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """The page, the number of its state, or a picture."""
        if self.headers.get("Host", "").partition(":")[0] not in (HOST, "localhost"):
            self.send_error(403)
            return
        path, _, query = self.path.partition("?")
        picture = self.page.pictures.get(path.removeprefix("/picture/"))
        if path == "/":
            self._send("text/html; charset=utf-8", self.page.html().encode())
        elif path == "/state":
            self._send("text/plain", self.page.wait_for(query).encode())
        elif picture:
            self._send(picture.kind, picture.content)
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for findings."""

    def _send(self, kind: str, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", "default-src 'self'; style-src 'unsafe-inline'; script-src 'unsafe-inline'")
        self.end_headers()
        self.wfile.write(content)


def _section(section: Section) -> str:
    figures = "".join(
        f'<figure><img src="/picture/{_name(panel)}" alt="{escape(panel.label)}"><figcaption>{escape(panel.label)}</figcaption></figure>'
        for panel in section.panels
    )
    return f"<section><h2>{escape(section.title)}</h2><div>{figures}</div></section>"


def _name(panel: Panel) -> str:
    return sha256(panel.content).hexdigest()[:24]
