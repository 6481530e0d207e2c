"""What changed, by meaning: a passage put in is one passage, not all that follow it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from packager.bundle.changes import changes
from packager.bundle.contents import Contents, read_contents
from packager.bundle.read_archive import content_of, read_members
from packager.bundle.refused import Refused
from packager.bundle.tell_changes import as_json, as_text, notes_of
from packager.plan.content import Item
from packager.publishing import compare
from tests.bundle.publisher import PROGRAMME, Publisher, item, topic

PASSAGES = (
    "Rome stands on seven hills beside the Tiber.",
    "Long ago a farmer found a wolf in the reeds.",
    "The market was held below, where the ground was flat and dry.",
)


def passages(*texts: str) -> list[Item]:
    return [item("passage", f"lesson-1/chapter/{n}", text=text) for n, text in enumerate(texts, 1)]


def word(term: str, meaning: str = "high ground", **said: Any) -> Item:
    return item("word", "vocabulary/1", term=term, say=None, meaning=meaning, example=None, translations={}) | said


def question(ask: str, answer: str) -> Item:
    return item("question", "lesson-1/quiz/1", audience="teachers", text=ask, answer=answer, options=[])


def picture(digest: str = "1", file: str = "a.png", **said: Any) -> Item:
    return (
        item("picture", "lesson-1/chapter/1", label="Picture 1", file=file, sha256=digest, alt="Hills", credit="Ada", caption=None) | said
    )


def said(*items: Item, audience: str = "everyone", version: str = "1") -> Contents:
    return Contents({**PROGRAMME, "version": version}, {"history/rome": topic(*items)}, audience)


def kinds(old: list[Item], new: list[Item]) -> list[str]:
    return [change.kind for change in changes(said(*old), said(*new))]


def test_nothing_changed() -> None:
    same = [*passages(*PASSAGES), word("hill"), question("How many?", "Seven"), picture()]
    assert kinds(same, same) == []
    assert "nothing changed" in as_text(notes_of((), said(), said()))


def test_a_passage_put_in_before_others_is_one_change() -> None:
    assert kinds(passages(*PASSAGES), passages("A storm came from the sea.", *PASSAGES)) == ["passage-added"]
    assert kinds(passages(*PASSAGES), passages(*PASSAGES[1:])) == ["passage-removed"]


def test_a_reworded_passage_is_told_with_what_it_was() -> None:
    reworded = PASSAGES[0].replace("beside", "close to")
    (change,) = changes(said(*passages(*PASSAGES)), said(*passages(reworded, *PASSAGES[1:])))
    assert (change.kind, change.topic, change.lesson) == ("passage-reworded", "history/rome", 1)
    assert (change.before, change.after) == (PASSAGES[0], reworded)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ([], [word("hill")], "word-added"),
        ([word("hill")], [], "word-removed"),
        ([word("hill")], [word("hill", "a small mountain")], "definition-changed"),
        ([word("hill")], [word("hill", say="HIL")], "pronunciation-changed"),
        ([question("How many?", "Six")], [question("How many?", "Seven")], "answer-corrected"),
        ([question("How many are there?", "7")], [question("How many hills are there?", "7")], "question-reworded"),
        ([picture("1")], [picture("2")], "picture-replaced"),
        ([picture()], [picture(file="b.png", digest="2", alt="A wolf")], "picture-replaced"),
        ([picture()], [picture(alt="Seven hills")], "picture-description-changed"),
        ([], [item("slide", "s", audience="teachers", title="Quiz", step="quiz")], "slide-added"),
        ([item("map", "m", title="Rome", sha256="1")], [item("map", "m", title="Rome", sha256="2")], "map-redrawn"),
        ([item("task", "t", text="Draw")], [item("task", "t", text="Write a letter home")], "task-reworded"),
        ([item("pause", "p", text="Why is that so?", how=None)], [item("pause", "p", text="Why is that?", how=None)], "pause-reworded"),
    ],
)
def test_each_kind_of_change_has_its_name(old: list[Item], new: list[Item], kind: str) -> None:
    assert kinds(old, new) == [kind]


def test_topics_and_lessons_that_come_or_go_are_told_with_their_words_alone() -> None:
    second = [item("lesson", "lesson-2", lesson=2, title="The river", question=None), word("bank", lesson=2)]
    assert kinds([], [*second, item("passage", "x", lesson=2, text="Water.")]) == ["lesson-added", "word-added"]
    assert kinds(second, []) == ["lesson-removed", "word-removed"]
    empty = Contents(PROGRAMME, {})
    assert [change.kind for change in changes(empty, said())] == ["topic-added"]
    assert [change.kind for change in changes(said(), empty)] == ["topic-removed"]


def test_a_pupils_bundle_is_compared_with_what_pupils_may_read() -> None:
    old, new = said(question("How many?", "Six"), audience="pupils"), said(question("How many?", "Seven"), word("hill"))
    assert [change.kind for change in changes(old, new)] == ["word-added"]


def test_the_notes_are_told_by_topic_and_lesson() -> None:
    old, new = said(word("hill")), said(word("hill", "a small mountain"), version="2")
    assert as_text(notes_of(changes(old, new), old, new)) == (
        "Small: What changed from version 1 to 2\n\nRome (History, Year 3, Autumn 1)\n  Lesson 1: Seven hills\n"
        "    definition changed: hill\n      was: high ground\n      is: a small mountain\n"
    )


def test_json_carries_topic_lesson_and_kind() -> None:
    old, new = said(), said(word("hill"))
    told = json.loads(as_json(changes(old, new), old, new))
    assert told["changes"] == [
        {
            "topic": "history/rome",
            "lesson": 1,
            "kind": "word-added",
            "id": "vocabulary/1",
            "subject": "hill",
            "before": None,
            "after": "high ground",
        }
    ]


def test_many_changed_passages_are_paired_by_what_they_share() -> None:
    old = passages(*(f"Number {n} of the towns on the road to the sea was called town-{n}." for n in range(40)))
    new = passages("Quite another beginning altogether!", *(p["text"].replace("the road", "a long road") for p in old))
    found = kinds(old, new)
    assert found.count("passage-reworded") == 40 and found.count("passage-added") == 1


def test_bundles_and_builds_are_compared_and_a_bundle_can_carry_its_notes(tmp_path: Path) -> None:
    old = Publisher(tmp_path / "old", {"history/rome": topic(word("hill"))})
    new = Publisher(tmp_path / "new", {"history/rome": topic(word("hill", "a small mountain"))})
    files = {"packs/a.csv": ("history/rome", "vocabulary", "pupils", b"a")}
    for publisher, version in ((old, "1"), (new, "2")):
        publisher.built(files, version=version)
    first = old.bundled()
    assert b"definition changed: hill" in compare(first, new.build, "text")
    assert json.loads(compare(first, new.bundled(), "json"))["changes"][0]["kind"] == "definition-changed"
    assert compare(first, new.build, "docx").startswith(b"PK")
    with new.bundled("second.zip", since=first).open("rb") as file:
        found = {member.name: content_of(file, member) for member in read_members(file)}
    assert b"is: a small mountain" in found["changes.txt"]
    assert {"changes.json", "changes.docx"} <= set(found)


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"format": 1}', '{"format": 99}', '{"format": 1, "for": "x", "programme": {}, "topics": {}}', "[" * 9000]
)
def test_content_that_is_damaged_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "content.json").write_text(content)
    with pytest.raises(Refused, match=r"is damaged|another version"):
        read_contents(tmp_path)


def test_what_is_no_bundle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK")
    for place in (tmp_path, tmp_path / "x.zip", tmp_path / "none"):
        with pytest.raises(Refused, match="cannot"):
            compare(place, place, "text")


def test_what_a_bundle_says_cannot_command_a_terminal() -> None:
    old, new = said(), said(word("hill\x1b[2J\u202e", "a\x07b"))
    assert "word added: hill[2J\n      says: ab\n" in as_text(notes_of(changes(old, new), old, new))


def test_items_and_programmes_of_another_kind_are_refused(tmp_path: Path) -> None:
    whole = json.loads(said(word("hill")).as_json())
    for spoilt in ({"date": "today"}, {"subjects": []}, {"title": 1}, {"licence": {}}):
        (tmp_path / "content.json").write_text(json.dumps({**whole, "programme": {**whole["programme"], **spoilt}}))
        with pytest.raises(Refused, match="is damaged"):
            compare(tmp_path, tmp_path, "text")
    for items in ([1], [{}], [{"id": "x", "kind": "lesson", "lesson": 1, "audience": "pupils"}]):
        whole["topics"]["history/rome"]["items"] = items
        (tmp_path / "content.json").write_text(json.dumps(whole))
        with pytest.raises(Refused, match="is damaged"):
            compare(tmp_path, tmp_path, "text")
