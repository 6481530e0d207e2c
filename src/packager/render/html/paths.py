"""Where each page of the catalogue stands, and how pages refer to each other: always relative, so that any host will do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from packager.document.catalogue import Catalogue, CatalogueTopic
from packager.document.catalogue_words import CatalogueWord
from packager.document.nodes import Image
from packager.model.slug import slug
from packager.plan.names import pack_folder

FRONT, WORDS, LEADERS, HELP = "index.html", "words.html", "leaders.html", "help.html"
_LONGEST_WORD: Final = 48
# Microsoft, "Naming Files, Paths, and Namespaces": device names are refused with any ending behind them.
_DEVICE: Final = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


@dataclass(frozen=True, slots=True)
class Paths:
    """The page of each topic and word, by their ids."""

    topics: Mapping[str, str]
    words: Mapping[str, str]


def paths_of(catalogue: Catalogue) -> Paths:
    """The paths of all pages. Of two words spelt alike the one that is taught first has the plain name."""
    words: dict[str, str] = {}
    taken: set[str] = set()
    for word in catalogue.words():
        name = _free(word, taken)
        taken.add(name)
        words[word.id] = f"words/{name}.html"
    return Paths({topic.id: f"topics/{folder_of(topic)}.html" for topic in catalogue.topics.values()}, words)


def folder_of(topic: CatalogueTopic) -> str:
    """The folder of a topic's pack: `y3-autumn-1-history-ancient-egypt`."""
    return pack_folder(topic.imprint.year, topic.half_term, topic.imprint.subject, topic.id.rpartition("/")[2])


def year_page(year: int) -> str:
    """The page of a year."""
    return f"year-{year}.html"


def letter_page(letter: str) -> str:
    """The page of the words that begin with a letter."""
    return f"words-{letter}.html"


def logo_path(logo: Image) -> str:
    """Where the publisher's sign stands among what pages share."""
    return f"assets/logo{PurePosixPath(logo.path).suffix.lower()}"


def upwards(path: str) -> str:
    """What leads from a page to the root of the catalogue: `../` for one in a folder."""
    return "../" * path.count("/")


def _free(word: CatalogueWord, taken: set[str]) -> str:
    plain = slug(word.term, _LONGEST_WORD)
    if _DEVICE.fullmatch(plain):
        plain = f"{plain}-word"
    longer = f"{plain}-{slug(word.place.topic.rpartition('/')[2], _LONGEST_WORD)}"
    numbered = (f"{longer}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (plain, longer, *numbered) if name not in taken)
