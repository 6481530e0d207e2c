"""Where terms are introduced and met again."""

from __future__ import annotations

import pickle
from pathlib import Path

from packager.model.load import load
from packager.sequence.occurrences import Occurrences, find_occurrences, span_of
from packager.sequence.sequenced import sequence
from packager.sequence.timeline import lay_out
from tests.sequence.small import occurrences, small, topic, word

SLOTS = {
    "year-3/autumn-1/history": "history-3/egypt",
    "year-3/autumn-1/geography": "geography-3/rivers",
    "year-3/autumn-2/history": "history-3/greece",
}
FLOOD = "history-3/egypt/vocabulary/1"


def met(found: Occurrences, key: str) -> list[tuple[str, str]]:
    return [(occurrence.taught.id, occurrence.sentence) for occurrence in found.met_again(found.entries[key])]


def test_a_word_is_met_again_in_teaching_order(tmp_path: Path) -> None:
    topics = {
        "history-3/egypt": topic("The flood came. It went.", "Floods again.", words=[word("flood")]),
        "geography-3/rivers": topic("A flood, too early.", "Now it is known. The flood fell."),
        "history-3/greece": topic("No sign.", "They flooded\nthe *field*."),
    }
    found = occurrences(tmp_path, SLOTS, topics)
    assert [occurrence.taught.id for occurrence in found.of[FLOOD]][:2] == ["history-3/egypt/1", "geography-3/rivers/1"]
    assert met(found, FLOOD) == [
        ("history-3/egypt/2", "Floods again."),
        ("geography-3/rivers/2", "The flood fell."),
        ("history-3/greece/2", "They flooded the field."),
    ]


def test_what_has_no_place_in_time_is_not_met_but_read(tmp_path: Path) -> None:
    topics = {"history-3/egypt": topic("A flood.", words=[word("flood", 7)]), "history-3/greece": topic("A flood.", words=[word("law")])}
    found = occurrences(tmp_path, {"year-3/autumn-1/history": "history-3/egypt"}, topics)
    assert found.entries[FLOOD].introduced is None and found.entries["history-3/greece/vocabulary/1"].introduced is None
    assert met(found, FLOOD) == []
    assert [match.key for match in found.scanned["history-3/greece/1"][1]] == [FLOOD]


def test_of_two_senses_the_one_of_the_topic_is_meant(tmp_path: Path) -> None:
    topics = {
        "history-3/egypt": topic("A bank of gold.", words=[word("bank", sense="money")]),
        "geography-3/rivers": topic("The bank of the river.", words=[word("bank", sense="river")]),
        "history-3/greece": topic("He went to the bank."),
    }
    found = occurrences(tmp_path, SLOTS, topics)
    meant = {occurrence.taught.id: occurrence.entry.term.sense for key in found.of for occurrence in found.of[key]}
    assert meant == {"history-3/egypt/1": "money", "geography-3/rivers/1": "river", "history-3/greece/1": "money"}
    assert all(occurrence.has_senses for key in found.of for occurrence in found.of[key])


def test_a_longer_phrase_of_later_does_not_change_what_is_known_now(tmp_path: Path) -> None:
    topics = {
        "history-3/egypt": topic("The flood barrier.", words=[word("flood")]),
        "history-3/greece": topic("A flood barrier.", words=[word("flood barrier")]),
    }
    found = occurrences(tmp_path, SLOTS, topics)
    first = found.timeline.by_lesson["history-3/egypt/1"]
    assert [occurrence.entry.term.term for occurrence in found.by_lesson[first.id]] == ["flood barrier"]
    assert [occurrence.entry.term.term for occurrence in found.known_in_lesson(first)] == ["flood"]


def test_a_reader_may_name_a_word_in_any_form(tmp_path: Path) -> None:
    found = occurrences(tmp_path, SLOTS, {"history-3/egypt": topic("Text.", words=[word("flood"), word("Maat"), word("BCE")])})
    names = ("Floods", "maat", "bce", "law", "", "flood bank")
    assert [entry.term.term for name in names for entry in found.named(name)] == ["flood", "Maat", "BCE"]


def test_an_occurrence_stands_on_its_line_and_column(tmp_path: Path) -> None:
    curriculum = small(tmp_path, SLOTS, {"history-3/egypt": topic("Dry.", words=[word("flood")])})
    place = tmp_path / "units/history-3/egypt/lesson-1.yaml"
    place.write_text("title: One\nchapter:\n  - text: |\n      Dry land.\n\n      Then the flood.\n", encoding="utf-8")
    loaded, _ = load(curriculum.folder)
    assert loaded is not None
    found = find_occurrences(loaded, lay_out(loaded))
    assert [str(span_of(loaded, occurrence)) for occurrence in found.of[FLOOD]] == ["units/history-3/egypt/lesson-1.yaml:6:16"]


def test_what_the_stage_gives_can_be_sent_to_another_process(tmp_path: Path) -> None:
    topics = {"history-3/egypt": topic("The flood came.", "A flood.", words=[word("flood")])}
    sequenced = sequence(small(tmp_path, SLOTS, topics))
    sent = pickle.loads(pickle.dumps(sequenced))
    assert sent.timeline == sequenced.timeline and sent.occurrences.of == sequenced.occurrences.of
