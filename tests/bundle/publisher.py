"""A publisher with a key and a small build, for tests of bundles; nothing in it has to be rendered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from packager.bundle.choose import Wish
from packager.bundle.licence import Licence, signed
from packager.bundle.licence_file import licence_text
from packager.plan.content import Item, content_text
from packager.plan.record import Entry, index_text
from packager.publishing import Bundled, Bundling, bundle

TODAY = date(2026, 10, 1)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
PROGRAMME = {
    "title": "Small",
    "publisher": "The publisher",
    "version": "1",
    "date": None,
    "language": "en-GB",
    "licence": {"name": "CC-BY-4.0", "text": None, "url": "https://creativecommons.org/licenses/by/4.0/"},
    "years": [3, 4],
    "half_terms": ["autumn-1", "autumn-2"],
    "subjects": {"history": "History", "geography": "Geography"},
}
LICENCE = Licence("L-1", "The publisher", "St Mary’s", "123456", 210, ("history",), (3, 4), date(2026, 9, 1), date(2027, 8, 31))
HTML = "<!doctype html><html lang=en><head><title>Rome</title></head><body><h1>Rome</h1></body></html>"


def item(kind: str, identity: str, lesson: int | None = 1, audience: str = "pupils", **said: Any) -> Item:
    """An item of a content.json."""
    return {"id": identity, "kind": kind, "lesson": lesson, "audience": audience, **said}


def topic(*items: Item, title: str = "Rome", subject: str = "history", year: int = 3, half_term: str = "autumn-1") -> dict[str, Any]:
    """A topic of a content.json, with one lesson before `items`."""
    lesson = item("lesson", "lesson-1", title="Seven hills", question=None)
    return {"title": title, "question": None, "subject": subject, "year": year, "half_term": half_term, "items": [lesson, *items]}


TOPICS = {
    "history/rome": topic(
        item(
            "picture",
            "lesson-1/chapter/1",
            label="Picture 1",
            file="hills.png",
            sha256="0",
            alt="Hills",
            credit="Ada Smith, CC0",
            caption=None,
        ),
        item("question", "lesson-1/quiz/1", audience="teachers", text="How many hills?", answer="Seven", options=["Six", "Seven"]),
    ),
    "geography/rivers": topic(title="Rivers", subject="geography", half_term="autumn-2"),
}
FILES = {
    "packs/rome/rome-booklet.html": ("history/rome", "booklet", "pupils", HTML.encode()),
    "packs/rome/rome-words.csv": ("history/rome", "vocabulary", "pupils", b"word,meaning\nhill,high ground\n"),
    "packs/rome/rome-lesson-1.csv": ("history/rome", "deck", "teachers", b"answers\n" * 50),
    "packs/rivers/rivers-booklet.html": ("geography/rivers", "booklet", "pupils", HTML.encode()),
}


@dataclass(frozen=True)
class Publisher:
    """Builds into `folder`/build and bundles from it."""

    folder: Path
    topics: dict[str, Any] = field(default_factory=lambda: TOPICS)

    @property
    def build(self) -> Path:
        """What was built."""
        return self.folder / "build"

    def built(self, files: dict[str, tuple[str | None, str, str, bytes]] | None = None, **programme: Any) -> Publisher:
        """The publisher, with files, index and content on disk."""
        entries = [self._write(path, *said) for path, said in (files or FILES).items()]
        (self.build / "content.json").write_text(content_text({**PROGRAMME, **programme}, self.topics), "utf-8")
        (self.build / "index.json").write_text(index_text(entries), "utf-8")
        return self

    def _write(self, path: str, topic: str | None, product: str, audience: str, content: bytes) -> Entry:
        place = self.build / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        digest, ending = sha256(content).hexdigest(), path.rpartition(".")[2]
        lesson = 1 if product == "deck" else None
        return Entry(path, product, ending, topic, lesson, "standard", 3, audience, len(content), digest, "", ("units/rome/topic.yaml",))

    def licensed(self, licence: Licence = LICENCE, key: Ed25519PrivateKey = KEY, **changed: Any) -> Path:
        """A licence file."""
        made = replace(licence, **changed)
        file = self.folder / "licence.txt"
        file.write_text(licence_text(made, signed(made, key)), "utf-8")
        return file

    def bundled(self, name: str = "bundle.zip", wish: Wish | None = None, key: Ed25519PrivateKey = KEY, **asked: Any) -> Path:
        """A bundle of everything, or of what is wished for."""
        self.make(name, wish, key, **asked)
        return self.folder / name

    def make(self, name: str = "bundle.zip", wish: Wish | None = None, key: Ed25519PrivateKey = KEY, **asked: Any) -> Bundled:
        """As `bundled`, with what was made."""
        return bundle(Bundling(self.build, wish or Wish(), **asked), key, TODAY, self.folder / name)
