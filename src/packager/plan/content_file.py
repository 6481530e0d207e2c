"""`content.json` of an output folder: what each topic that stands there says, composed anew only where it changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256
from typing import Any

from packager.model.curriculum import Curriculum
from packager.plan.artifact import Artifact
from packager.plan.content import CONTENT_FILE, joined, lines_of_json, programme_content, topic_content, topics_of
from packager.plan.fingerprint import PictureDigests, Read, fingerprint
from packager.plan.standing import Standing
from packager.plan.wanted import wanted
from packager.sequence.teaching import Teaching


class Contents:
    """What topics say, gathered while their documents are at hand. `digest_of` gives the digest of a picture."""

    def __init__(self, curriculum: Curriculum, standing: Standing, digest_of: Read) -> None:
        self.curriculum, self.standing, self.digests = curriculum, standing, PictureDigests(digest_of)
        self.said: dict[str, bytes] = {}
        """By topic, as JSON in UTF-8: as values it would take ten times the room, as text twice."""
        self.marks: dict[str, str] = {}
        """Of each topic, what it is made of; kept only once the file tells it, for a build may end at any moment."""

    def add(self, topic: str, artifacts: Iterable[Artifact]) -> None:
        """What a topic that is built says now."""
        distinct, kept = {id(each.composed): each for each in artifacts}.values(), self.standing.kept.contents
        marks = (fingerprint(each.told, self.curriculum.theme, self.digests, "content", {}) for each in distinct)
        mark = sha256("".join(marks).encode()).hexdigest()
        if mark != kept.get(topic) or not self._holds(topic):
            documents = [each.document for each in distinct]
            said = topic_content(self.curriculum, topic, documents, self.curriculum.folder.read)
            self.said[topic] = lines_of_json(said).encode("utf-8", "surrogatepass")
        self.marks[topic] = mark

    def write(self, stopped: frozenset[str], teaching: Teaching) -> None:
        """The file tells what each topic with files in the folder says: those built now anew, others as before."""
        standing = {entry.topic for entry in self.standing.entries.values() if entry.topic}
        for topic in sorted(standing - self.said.keys() - stopped):
            if topic in self.curriculum.topics and not self._holds(topic):
                self.add(topic, wanted(teaching, self.curriculum.topics[topic]))
        told = {
            topic: self.said[topic].decode("utf-8", "surrogatepass") if topic in self.said else lines_of_json(self._before[topic])
            for topic in standing
            if topic in self.said or topic in self._before
        }
        text = joined(programme_content(self.curriculum), told)
        if standing or self._text:
            self.standing.folder.write_text(CONTENT_FILE, text)
            self.standing.kept.contents.update(self.marks | {CONTENT_FILE: _digest(text)})

    def _holds(self, topic: str) -> bool:
        """Whether the file tells what a topic said when it was last composed, and nobody has edited it since."""
        return self._is_ours and topic in self._before

    @cached_property
    def _is_ours(self) -> bool:
        return self.standing.kept.contents.get(CONTENT_FILE) == _digest(self._text)

    @cached_property
    def _text(self) -> str:
        return self.standing.folder.text(CONTENT_FILE)

    @cached_property
    def _before(self) -> dict[str, Any]:
        return topics_of(self._text)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
