"""Which texts of a lesson are prose that pupils read."""

from __future__ import annotations

from packager.model.lesson import Lesson
from packager.sequence.prose import Part, chapter_prose, prose_of
from packager.sequence.sentences import count_words, sentence_at, sentences

LESSON = Lesson.model_validate(
    {
        "id": "u/t/1",
        "number": 1,
        "file": "units/u/t/lesson-1.yaml",
        "title": "a title",
        "question": "a question",
        "outcome": "an outcome",
        "know": ["known"],
        "story_cue": "a cue",
        "materials": ["a sponge"],
        "say": {"Nile": "NILE"},
        "opening": {"image": "a.svg", "alt": "opening alt", "credit": "opening credit"},
        "chapter": [
            {"text": "a text"},
            {"heading": "a heading"},
            {"figure": {"image": "a.svg", "alt": "figure alt", "caption": "a caption", "credit": "figure credit"}},
            {
                "map": {
                    "title": "map title",
                    "alt": "map alt",
                    "bounds": [0, 0, 1, 1],
                    "places": [{"at": [0, 0], "name": "Memphis", "note": "city"}],
                    "arrows": [{"along": [[0, 0], [1, 1]], "text": "arrow"}, {"along": [[0, 0], [1, 1]]}],
                    "key": ["a key"],
                    "look_for": ["look"],
                    "credit": "map credit",
                }
            },
            {
                "timeline": {
                    "title": "line",
                    "alt": "line alt",
                    "from": -10,
                    "to": 10,
                    "events": [{"at": 1, "text": "event"}],
                    "spans": [{"from": 1, "to": 2, "text": "span"}],
                    "ask": "which?",
                }
            },
            {
                "diagram": {
                    "kind": "cycle",
                    "title": "ring",
                    "alt": "x",
                    "steps": ["step", {"name": "name", "text": "text"}],
                    "points": ["point"],
                }
            },
            {"diagram": {"kind": "tree", "title": "tree", "alt": "x", "root": {"text": "root", "children": ["left", "right"]}}},
            {
                "diagram": {
                    "kind": "compare",
                    "title": "two",
                    "alt": "x",
                    "columns": [{"title": "this", "points": ["one"]}, {"title": "that", "points": ["other"]}],
                }
            },
            {"diagram": {"kind": "labelled", "title": "parts", "alt": "x", "image": "a.svg", "labels": [{"at": [0, 0], "text": "label"}]}},
            {"table": {"title": "table", "columns": ["column"], "rows": [["cell"]]}},
            {"source": {"text": "words", "from": "a hymn", "date": "about 1500 BCE"}},
            {"pause": {"ask": "why?", "how": "alone", "answer": "because"}},
        ],
        "recall": [{"ask": "recall?", "answer": "yes"}],
        "talk": {"prompt": "talk", "starters": ["start"]},
        "task": {"instruction": "do", "support": ["help"], "challenge": "more", "guidance": "look for"},
        "quiz": [{"ask": "quiz?", "answer": "right", "wrong": ["wrong"]}],
        "misconceptions": [{"idea": "idea", "response": "response"}],
        "notes": "notes",
        "content_guidance": "guidance",
    }
)


def texts(part: Part) -> list[str]:
    return [passage.text for passage in prose_of(LESSON) if passage.part is part]


def test_prose_is_what_pupils_read_part_by_part() -> None:
    assert {part: texts(part) for part in Part if part is not Part.CHAPTER} == {
        Part.TITLE: ["a title", "a question"],
        Part.KNOW: ["known"],
        Part.RECALL: ["recall?", "yes"],
        Part.TALK: ["talk", "start"],
        Part.TASK: ["do", "help", "more"],
        Part.QUIZ: ["quiz?", "right", "wrong"],
    }


def test_of_the_chapter_neither_credits_nor_alt_texts_nor_names_of_places_are_prose() -> None:
    assert texts(Part.CHAPTER) == [
        *("a text", "a heading", "a caption"),
        *("map title", "arrow", "a key", "look"),
        *("line", "event", "span", "which?"),
        *("ring", "step", "name", "text", "point"),
        *("tree", "root", "left", "right"),
        *("two", "this", "one", "that", "other"),
        *("parts", "label"),
        *("table", "column", "cell"),
        *("words", "why?"),
    ]


def test_each_passage_knows_its_path() -> None:
    paths = {passage.text: passage.path for passage in prose_of(LESSON)}
    assert paths["event"] == ("chapter", 4, "timeline", "events", 0, "text")
    assert paths["right"] == ("quiz", 0, "answer")
    assert paths["cell"] == ("chapter", 9, "table", "rows", 0, 0)


def test_recall_opens_a_lesson_and_what_to_know_ends_it() -> None:
    assert list(dict.fromkeys(passage.part for passage in prose_of(LESSON))) == [
        *(Part.TITLE, Part.RECALL, Part.CHAPTER, Part.TALK, Part.TASK, Part.QUIZ, Part.KNOW)
    ]


def test_the_running_text_is_the_texts_alone() -> None:
    assert [passage.text for passage in chapter_prose(LESSON)] == ["a text"]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_sentences() -> None:
    assert split("One. Two! ‘Three?’ Four … and on.\n\nFive\n\n- six\n- seven") == [
        *("One.", "Two!", "‘Three?’", "Four … and on.", "Five", "six", "seven")
    ]


def test_short_forms_and_initials_end_no_sentence() -> None:
    assert split("St. Paul met Dr. J. R. Hall at 3.5 km. He came.") == ["St. Paul met Dr. J. R. Hall at 3.5 km.", "He came."]


def test_a_sentence_is_quoted_whole_on_one_line() -> None:
    text = "First one. The *river*\nflooded the field. Last."
    assert sentence_at(text, text.index("flooded")) == "The river flooded the field."


def test_words_are_counted_as_a_reader_does() -> None:
    assert count_words("Don’t count three-quarters of 3,000 – or do?") == 7
