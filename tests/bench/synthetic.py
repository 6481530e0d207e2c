"""A curriculum of any number of topics, made by rule in the manner of the shipped ones, for measuring.

`python -m tests.bench.synthetic FOLDER --topics 72` writes one: three subjects in each half-term, from
the first of Year 3 to the last of Year 6. Each topic has six lessons and 42 terms of its own; its sentences
are drawn from the shipped chapters, with its own words and names in the places of theirs. The
pictures are its own, small and made by rule. The same number of topics always gives the same bytes.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import yaml

from packager.model.vocabulary import Term
from tests.bench.made_media import png, svg
from tests.bench.made_prose import Shapes, Voice, whole_sentences
from tests.bench.made_words import MadeTerm, made_term, name
from tests.bench.made_yaml import as_yaml
from tests.packs import REPOSITORY

LESSONS, TERMS = 6, 7
YEARS = (3, 4, 5, 6)
HALF_TERMS = ("autumn-1", "autumn-2", "spring-1", "spring-2", "summer-1", "summer-2")
SUBJECTS = ("history", "geography", "religion")
OPTIONAL = "religion"
"""A school may leave it out: the others use no word of it."""
MOST_TOPICS = len(YEARS) * len(HALF_TERMS) * len(SUBJECTS)
_FIXED = {"kind", "at", "from", "to", "here", "about", "image", "credit", "licence", "url"}
_MAPPED = {"bounds", "layers", "borders", "rivers", "water", "regions", "seas", "relief", "areas", "country", "beside", "colour", "along"}
_KEPT = frozenset(_FIXED | _MAPPED)
"""Fields of blocks that are no prose, or name what the atlas must know."""

Fields = dict[str, Any]


@dataclass(frozen=True)
class Shipped:
    """The shipped topics of the three subjects as plain data, all scalars as text."""

    topics: tuple[Fields, ...]
    lessons: tuple[tuple[Fields, ...], ...]
    requirements: tuple[str, ...]

    @cached_property
    def shapes(self) -> Shapes:
        """The shapes of all their texts."""
        known = ("term", "forms", "apart", "meaning", "lesson", "kind")
        return Shapes(Term(**{key: entry[key] for key in known if key in entry}) for topic in self.topics for entry in topic["vocabulary"])

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences of all their chapters."""
        return whole_sentences(
            block["text"] for lessons in self.lessons for lesson in lessons for block in lesson["chapter"] if "text" in block
        )


def shipped() -> Shipped:
    """The shipped curriculum; the first topic of each subject."""
    units = REPOSITORY / "units"
    files = [next(iter(sorted(units.glob(f"year-3-{subject}/*/topic.yaml")))) for subject in SUBJECTS]
    lessons = tuple(tuple(_read(file.parent / f"lesson-{number}.yaml") for number in range(1, LESSONS + 1)) for file in files)
    return Shipped(tuple(_read(file) for file in files), lessons, tuple(_read(REPOSITORY / "curriculum/coverage.yaml")))


def _read(file: Path) -> Fields:
    data: Fields = yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)
    return data


def write_synthetic(root: Path, topics: int = MOST_TOPICS) -> None:
    """A whole curriculum of `topics` topics in `root`."""
    real = shipped()
    made = [SyntheticTopic(real, place) for place in range(topics)]
    for path, content in (*_of_programme(made), *(file for topic in made for file in topic.files(made))):
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _of_programme(made: list[SyntheticTopic]) -> Iterator[tuple[str, bytes]]:
    for path in ("curriculum.yaml", "coverage.yaml", "theme/theme.yaml"):
        yield f"curriculum/{path}", (REPOSITORY / "curriculum" / path).read_bytes()
    slots: dict[str, dict[str, dict[str, str]]] = {}
    for topic in made:
        slots.setdefault(f"year-{topic.year}", {}).setdefault(topic.half_term, {})[topic.subject] = topic.id
    yield "curriculum/map.yaml", as_yaml(slots).encode()
    for unit in sorted({(topic.year, topic.subject) for topic in made}):
        fields = {"title": f"{unit[1].capitalize()} in Year {unit[0]}", "subject": unit[1], "year": str(unit[0])}
        yield f"units/year-{unit[0]}-{unit[1]}/unit.yaml", as_yaml(fields).encode()


@dataclass(frozen=True)
class SyntheticTopic:
    """The topic at a place of the teaching order; all it needs to know of the others follows from that."""

    real: Shipped
    place: int

    @property
    def subject(self) -> str:
        return SUBJECTS[self.place % 3]

    @property
    def half_term(self) -> str:
        return HALF_TERMS[self.place // 3 % 6]

    @property
    def year(self) -> int:
        return YEARS[self.place // 18]

    @property
    def folder_name(self) -> str:
        return f"{name(self.place).lower()}-{self.place + 1}"

    @property
    def id(self) -> str:
        return f"year-{self.year}-{self.subject}/{self.folder_name}"

    @property
    def like(self) -> Fields:
        """The shipped topic of its subject."""
        return self.real.topics[self.place % 3]

    @cached_property
    def vocabulary(self) -> tuple[MadeTerm, ...]:
        """What its lessons introduce, each as many."""
        likes, first = self.like["vocabulary"], self.place * LESSONS * TERMS
        likes = [likes[number % len(likes)] for number in range(LESSONS * TERMS)]
        return tuple(
            made_term(first + number, like, number // TERMS + 1, f"{like['meaning']} near {name(first + number)}")
            for number, like in enumerate(likes)
        )

    def terms(self, lesson: int) -> tuple[MadeTerm, ...]:
        """What a lesson (from 1) introduces."""
        return self.vocabulary[(lesson - 1) * TERMS : lesson * TERMS]

    def files(self, made: list[SyntheticTopic]) -> Iterator[tuple[str, bytes]]:
        """Every file of the topic, by path; `made` are all topics."""
        folder, pictures = f"units/{self.id}", dict.fromkeys([self._image(self.like["cover"]["image"])])
        yield f"{folder}/topic.yaml", as_yaml(self._topic(made)).encode()
        for number in range(1, LESSONS + 1):
            lesson = self._lesson(made, number)
            pictures |= dict.fromkeys(_images(lesson))
            yield f"{folder}/lesson-{number}.yaml", as_yaml(lesson).encode()
        for path in pictures:
            draw = png if path.endswith(".png") else svg
            yield f"{folder}/{path}", draw(f"{self.id}/{path}")

    def _image(self, like: str) -> str:
        """A picture in place of a shipped one; of the figures, every third is a PNG."""
        stem = like.rpartition(".")[0]
        raster = "opening" not in stem and "cover" not in stem and len(stem) % 3 == 0
        return f"{stem}.{'png' if raster else 'svg'}"

    def _topic(self, made: list[SyntheticTopic]) -> Fields:
        before = [made[self.place - back].id for back in (3, 4) if self.place >= back]
        covered = [key for key in self.real.requirements if key.startswith(self.subject[:2])]
        return {
            "title": f"The story of {name(self.place)}",
            "question": f"How did people live in {name(self.place)}?",
            "why_this_why_now": self.like["why_this_why_now"],
            "builds_on": before,
            "coverage": [covered[(self.place + step) % len(covered)] for step in range(3)],
            "cover": {**self.like["cover"], "image": self._image(self.like["cover"]["image"])},
            "vocabulary": [term.fields for term in self.vocabulary],
        }

    def _again(self, made: list[SyntheticTopic], lesson: int, dice: Random) -> list[MadeTerm]:
        """Words taught before: all of this subject's last two lessons, and some of anything earlier."""
        own = [(topic, number) for topic in made[self.place % 3 : self.place + 1 : 3] for number in range(1, LESSONS + 1)]
        own = [(topic, number) for topic, number in own if topic is not self or number < lesson]
        others = [(topic, dice.randint(1, LESSONS)) for topic in made[: self.place - self.place % 3] if topic.subject != OPTIONAL]
        recent = [term for topic, number in own[-2:] for term in topic.terms(number)]
        older = [dice.choice(topic.terms(number)) for topic, number in dice.sample([*own, *others], min(8, len(own) + len(others)))]
        dice.shuffle(recent)
        return [*recent, *older]

    def _lesson(self, made: list[SyntheticTopic], number: int) -> Fields:
        like, dice = self.real.lessons[self.place % 3][number - 1], Random(f"{self.id}/{number}")
        voice = Voice(
            dice, self.real.shapes, list(self.terms(number)), self._again(made, number, dice), 10_000 + self.place * 300 + number * 40
        )
        texts = [self._text(voice, block["text"]) if "text" in block else "" for block in like["chapter"]]
        last = max(place for place, text in enumerate(texts) if text)
        texts[last] = " ".join([texts[last], *voice.unsaid()])
        blocks = [{"text": text} if text else self._block(voice, block) for text, block in zip(texts, like["chapter"], strict=True)]
        rest = {key: self._field(voice, key, like[key]) for key in like if key not in ("chapter", "allow", "say")}
        names = {made_name: f"{made_name[:3].upper()}-{made_name[3:]}" for made_name in list(voice.names.values())[:6]}
        told = [str(question["answer"]) for question in rest["quiz"] if "wrong" in question]
        rest["know"] = [*rest["know"], f"Remember {', '.join(told)}."]
        fields = {**rest, "title": f"{like['title']} in {name(self.place * LESSONS + number)}", "say": names, "chapter": blocks}
        return {key: fields[key] for key in ("title", *(key for key in like if key in fields and key != "title"))}

    def _field(self, voice: Voice, key: str, like: Any) -> Any:
        if key in ("quiz", "recall"):
            asking = voice.without_new_words() if key == "recall" else voice
            asked = [{**each, "ask": f"{each['ask'][:-1]} in {name(self.place * 10 + number)}?"} for number, each in enumerate(like)]
            return [asking.question(each) for each in asked]
        if key == "opening":
            return {**like, "image": self._image(like["image"])}
        return like if key in ("notes", "materials", "content_guidance") else voice.reworded(like, frozenset())

    def _text(self, voice: Voice, like: str) -> str:
        """A text with as many paragraphs and sentences as another; its lists and quotations are kept in shape."""
        paragraphs = []
        for paragraph in like.strip().split("\n\n"):
            if paragraph[0] in "->":
                paragraphs.append(voice.says(paragraph))
            else:
                count = max(1, len(whole_sentences([paragraph])))
                paragraphs.append(" ".join(voice.says(sentence) for sentence in voice.dice.sample(self.real.sentences, count)))
        return "\n\n".join(paragraphs) + "\n"

    def _block(self, voice: Voice, like: Fields) -> Fields:
        (kind, content), *_ = like.items()
        made = voice.reworded(content, _KEPT)
        if isinstance(made, dict) and "image" in made:
            made["image"] = self._image(content["image"])
        if kind == "map" and isinstance(made, dict):
            west, south, east, north = map(float, content["bounds"])
            more = [voice.dice.random() * 0.04 * size for size in (east - west, north - south)]
            made["bounds"] = [f"{edge:.3f}" for edge in (west - more[0], south - more[1], east + more[0], north + more[1])]
        return {kind: made}


def _images(value: object) -> Iterator[str]:
    """Every picture that a lesson names."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "image":
                yield str(inner)
            else:
                yield from _images(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _images(inner)


def main() -> None:
    """Writes a curriculum of so many topics."""
    parser = ArgumentParser(prog="python -m tests.bench.synthetic", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--topics", type=int, default=MOST_TOPICS)
    asked = parser.parse_args()
    write_synthetic(asked.folder, asked.topics)


if __name__ == "__main__":
    main()
