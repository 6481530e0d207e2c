"""A curriculum of another programme: other subjects, years, half-terms and lengths, every kind of block.

It has no coverage, no theme, no SVG, and pictures of its own made here. Its short topic holds all
that may be written; its long one holds the least that must be.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.builders import picture, write_files
from tests.foreign_drawings import DRAWINGS

FULL, BARE = "annee-1-musique/la-voix", "year-7-science/cells-and-microscopes"
LESSONS = {FULL: 5, BARE: 8}

PROGRAMME: dict[str, Any] = {
    "title": "École du Pré",
    "years": [1, 7],
    "half_terms": ["term-1", "term-2", "term-3"],
    "subjects": {
        "science": {"title": "Science", "colour": "#22577A"},
        "musique-à-l’école": {"title": "Musique à l’école", "colour": "#7A2257", "pattern": "hexagons"},
    },
}
MAP: dict[str, Any] = {
    "year-1": {"term-2": {"musique-à-l’école": FULL}, "term-3": {"musique-à-l’école": {"planned": "Le rythme"}}},
    "year-7": {"term-1": {"science": {"topic": BARE}}, "term-2": {"science": {"empty": "examinations"}}},
}
VOCABULARY: list[dict[str, Any]] = [
    {
        "term": "voice",
        "lesson": 1,
        "meaning": "the sound you make when you speak or sing",
        "say": "VOYSS",
        "example": "Her voice filled the hall.",
    },
    {"term": "breath", "lesson": 1, "meaning": "air that goes in and out", "translations": {"fr": "le souffle", "ar": "نَفَس"}},
    {"term": "in tune", "lesson": 1, "meaning": "at the right height", "kind": "phrase", "forms": ["more in tune"]},
    {"term": "choir", "lesson": 1, "meaning": "people who sing together", "say": "KWIRE"},
    {"term": "tongue", "lesson": 2, "meaning": "what tastes and shapes the sounds in your mouth", "say": "TUNG"},
]
CREDIT = {"text": "Photograph by the school", "licence": "CC0-1.0", "url": "https://example.org/choir"}
BLOCKS: list[dict[str, Any]] = [
    {"text": "Everybody has a *voice*.\n\n- Some are high.\n- Some are low.\n\n> Sing, and the day is shorter.\n\nTry it now."},
    {"heading": "How breath becomes song"},
    {"text": "A breath rises, and two small folds begin to tremble. " * 12},
    {"figure": {"image": "media/choir.jpg", "alt": "A choir on the steps of a church", "caption": "Our choir", "credit": CREDIT}},
    {"text": "When a whole choir is in tune, the air itself seems to ring."},
    {"table": {"title": "Voices", "columns": ["Voice", "Height"], "rows": [["soprano", "high"], ["bass", "low"], ["tenor", ""]]}},
    {"source": {"text": "Sing to the Lord a new song.\n\nSing to him, all the earth.", "from": "Psalm 96", "date": "about 500 BCE"}},
    {"pause": "Where do you feel your own voice?"},
    {"pause": {"ask": "What happens when you hum?", "how": "In pairs", "answer": "The nose trembles too."}},
]
ASKED: dict[str, Any] = {
    "question": "Where does a voice come from?",
    "outcome": "I can sing a long note.",
    "know": ["A voice begins with breath.", "Two folds tremble in the throat."],
    "story_cue": "Hum as they come in.",
    "materials": ["a tuning fork"],
    "say": {"Guido": "GWEE-doh"},
    "opening": {"image": "media/choir.jpg", "alt": "A choir", "credit": "ours"},
    "recall": [{"ask": "What is a song?", "answer": "words with a tune"}],
    "talk": {"prompt": "Which song do you know by heart?", "starters": ["I know ...", "I learned it ..."]},
    "task": {
        "instruction": "Draw your throat.",
        "support": ["lungs", "folds"],
        "challenge": "Add arrows.",
        "guidance": "Look for the folds.",
    },
    "quiz": [
        {"ask": "What trembles?", "answer": "two folds", "wrong": ["the ears", "the teeth", "the hair"]},
        {"ask": "How many folds are there?", "answer": 2, "wrong": [1, 3]},
        {"ask": "Why do we warm up?", "answer": "so that the voice does not tire"},
    ],
    "misconceptions": [{"idea": "Loud is high.", "response": "Sing softly and high, then loudly and low."}],
    "notes": "Nobody sings alone unless they wish to.",
    "content_guidance": "Some families do not sing.",
}


def write_foreign(root: Path) -> Path:
    """The foreign curriculum below `root`."""
    write_files(root, {path: content if isinstance(content, bytes) else yaml(content) for path, content in _files().items()})
    return root


def yaml(value: Any) -> str:
    """A value as YAML; JSON is YAML too."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _files() -> dict[str, Any]:
    files: dict[str, Any] = {"curriculum/curriculum.yaml": PROGRAMME, "curriculum/map.yaml": MAP}
    files["units/annee-1-musique/unit.yaml"] = {
        "title": "La voix et le corps",
        "subject": "musique-à-l’école",
        "year": 1,
        "rationale": "Body first.",
    }
    files["units/year-7-science/unit.yaml"] = {"title": "Science", "subject": "science", "year": 7}
    files[f"units/{FULL}/topic.yaml"] = _topic()
    files[f"units/{BARE}/topic.yaml"] = {"title": "Cells and microscopes", "builds_on": [FULL, f"{FULL}/1"]}
    files |= {f"units/{FULL}/lesson-{number}.yaml": _full_lesson(number) for number in range(1, LESSONS[FULL] + 1)}
    files |= {f"units/{BARE}/lesson-{number}.yaml": _bare_lesson(number) for number in range(1, LESSONS[BARE] + 1)}
    files |= {f"units/{FULL}/media/choir.jpg": picture("jpeg", 640, 400), f"units/{FULL}/media/mouth.png": picture("png", 300, 300)}
    return files


def _topic() -> dict[str, Any]:
    return {
        "title": "La voix",
        "question": "How does a body sing?",
        "why_this_why_now": "Because everybody has one.",
        "cover": {"image": "media/choir.jpg", "alt": "A choir", "credit": CREDIT},
        "vocabulary": VOCABULARY,
        "notes": "Sing every day.",
    }


def _full_lesson(number: int) -> dict[str, Any]:
    """The first lesson has every block that is written or shown, the second every drawing, the others some of both."""
    chapter = {1: BLOCKS, 2: [BLOCKS[0], *DRAWINGS]}.get(number, [*BLOCKS[number - 3 : number + 3], BLOCKS[4], DRAWINGS[number]])
    return {"title": f"Leçon {number} : chanter", "chapter": chapter, **ASKED}


def _bare_lesson(number: int) -> dict[str, Any]:
    return {"title": f"Cell {number}", "chapter": [{"text": f"A cell is small. This is the cell with the number {number}."}]}
