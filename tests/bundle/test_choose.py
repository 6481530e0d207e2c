"""What goes into a bundle: what is asked for, and exactly what a licence covers."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

from packager.bundle.choose import Wish
from packager.bundle.read_archive import content_of, read_members
from packager.bundle.refused import Refused
from packager.bundle.sign import key_id
from packager.publishing import Bindery, Bundling
from tests.bundle.publisher import FILES, KEY, OTHER_KEY, TODAY, TOPICS, Publisher

OWN = {"content.json", "credits.html", "licence.html"}


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher(tmp_path).built()


def files(place: Path) -> dict[str, bytes]:
    with place.open("rb") as file:
        return {member.name: content_of(file, member) for member in read_members(file)}


def built_in(place: Path) -> set[str]:
    return {name for name in files(place) if name.startswith("packs/")}


def manifest(place: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(files(place)["manifest.json"])
    return said


ROME = {path for path in FILES if "rome" in path}


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(), set(FILES)),
        (Wish(topics=("history/rome",)), ROME),
        (Wish(half_terms=("autumn-1",)), ROME),
        (Wish(subjects=("geography",)), set(FILES) - ROME),
        (Wish(years=(3,)), set(FILES)),
        (Wish(years=(3,), subjects=("history",), audience="teachers"), {"packs/rome/rome-lesson-1.csv"}),
        (Wish(audience="pupils"), set(FILES) - {"packs/rome/rome-lesson-1.csv"}),
    ],
)
def test_a_bundle_holds_what_is_asked_for(wish: Wish, expected: set[str], publisher: Publisher) -> None:
    place = publisher.bundled(wish=wish)
    assert built_in(place) == expected
    assert set(files(place)) == expected | OWN | {"manifest.json", "manifest.sig"}


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (Wish(topics=("history/rom",)), "no topic `history/rom`: did you mean `history/rome`?"),
        (Wish(half_terms=("easter",)), "no half-term `easter`: known are autumn-1, autumn-2"),
        (Wish(years=(9,)), "no year `9`: known are 3, 4"),
        (Wish(subjects=("maths",)), "no subject `maths`: known are history, geography"),
        (Wish(years=(4,)), "nothing is built of what is asked for: run `packager build` first"),
    ],
)
def test_what_is_not_there_is_refused(wish: Wish, why: str, publisher: Publisher) -> None:
    with pytest.raises(Refused) as refused:
        publisher.bundled(wish=wish)
    assert str(refused.value) == why
    assert not (publisher.folder / "bundle.zip").exists()


def test_a_licence_cuts_a_bundle_to_what_it_covers(publisher: Publisher) -> None:
    assert built_in(publisher.bundled(licence=publisher.licensed())) == ROME


@pytest.mark.parametrize(
    ("changed", "wish", "why"),
    [
        ({}, Wish(subjects=("geography",)), "licence L-1 does not cover geography"),
        ({}, Wish(topics=("geography/rivers",)), "licence L-1 does not cover geography"),
        ({"years": (4,)}, Wish(years=(3,)), "licence L-1 does not cover Year 3"),
        ({"years": (4,)}, Wish(), "licence L-1 covers history, of which there is nothing to bundle"),
        ({"subjects": ("history", "music")}, Wish(), "licence L-1 covers music, of which there is nothing to bundle"),
        (
            {"subjects": ("history", "geography")},
            Wish(half_terms=("autumn-1",)),
            "licence L-1 covers geography, of which there is nothing to bundle",
        ),
    ],
)
def test_a_bundle_that_is_not_what_the_licence_says_is_refused(changed: dict[str, Any], wish: Wish, why: str, publisher: Publisher) -> None:
    with pytest.raises(Refused) as refused:
        publisher.bundled(wish=wish, licence=publisher.licensed(**changed))
    assert str(refused.value) == why


def test_files_of_no_topic_go_only_to_those_who_have_all_subjects(publisher: Publisher) -> None:
    publisher.built({**FILES, "curriculum/map.csv": (None, "curriculum-map", "teachers", b"map")})
    assert "curriculum/map.csv" in files(publisher.bundled())
    assert "curriculum/map.csv" not in files(publisher.bundled(licence=publisher.licensed()))
    assert "curriculum/map.csv" in files(publisher.bundled(licence=publisher.licensed(subjects=("history", "geography"))))


def test_a_licence_that_does_not_hold_today_is_refused(publisher: Publisher) -> None:
    from datetime import date

    for changed, why in (
        ({"last_day": date(2026, 9, 30)}, "ended on 2026-09-30"),
        ({"first_day": date(2026, 10, 2)}, "begins on 2026-10-02"),
    ):
        with pytest.raises(Refused, match=why):
            publisher.bundled(licence=publisher.licensed(**changed))


def test_a_licence_that_another_key_signed_is_refused(publisher: Publisher) -> None:
    with pytest.raises(Refused, match="not signed with this key"):
        publisher.bundled(licence=publisher.licensed(key=OTHER_KEY))


def test_pupils_are_given_no_answers(publisher: Publisher) -> None:
    pupils, all_of_it = (files(publisher.bundled(wish=Wish(audience=audience))) for audience in ("pupils", "everyone"))
    assert b"Seven hills" in pupils["content.json"]
    assert b"How many hills" not in b"".join(pupils.values()) and b'"Seven"' not in b"".join(pupils.values())
    assert b'"Seven"' in all_of_it["content.json"]


def test_the_manifest_says_all_of_every_file(publisher: Publisher) -> None:
    said = manifest(publisher.bundled(licence=publisher.licensed(), version="7"))
    assert (said["version"], said["key"], said["for"], said["subjects"]) == ("7", key_id(KEY.public_key()), "everyone", ["history"])
    assert {name: said["licence"][name] for name in ("number", "school", "from", "until")} == {
        "number": "L-1",
        "school": "St Mary’s",
        "from": "2026-09-01",
        "until": "2027-08-31",
    }
    assert said["credits"] == [{"topic": "history/rome", "lesson": 1, "pictures": ["Picture 1"], "credit": "Ada Smith, CC0"}]
    deck = next(file for file in said["files"] if file["product"] == "deck")
    assert (deck["bytes"], deck["audience"], deck["version"], deck["licence"]) == (400, "teachers", "7", "CC-BY-4.0")
    assert deck["sources"] == ["units/rome/topic.yaml"] and deck["credits"] == ["Ada Smith, CC0"] and len(deck["sha256"]) == 64


def test_two_bundles_of_the_same_files_are_the_same_bytes(publisher: Publisher) -> None:
    licence = publisher.licensed()
    assert publisher.bundled("one.zip", licence=licence).read_bytes() == publisher.bundled("two.zip", licence=licence).read_bytes()


def test_a_file_that_was_changed_since_it_was_built_is_refused(publisher: Publisher) -> None:
    place = publisher.build / "packs/rome/rome-words.csv"
    for content in (b"longer than it was before, by far", b"x" * place.stat().st_size):
        place.write_bytes(content)
        os.utime(place, ns=(time.time_ns() + 10**9,) * 2)
        with pytest.raises(Refused, match="was changed since it was built"):
            publisher.bundled()


def test_a_file_that_is_gone_is_missed(publisher: Publisher) -> None:
    (publisher.build / "packs/rome/rome-words.csv").unlink()
    with pytest.raises(Refused, match=r"cannot read .*rome-words.csv`: No such file"):
        publisher.bundled()


def test_schools_one_after_another_are_given_what_each_would_have_alone(publisher: Publisher) -> None:
    bindery, out = Bindery(publisher.build), publisher.folder / "one.zip"
    for number in ("L-1", "L-2", "L-1"):
        licence = publisher.licensed(number=number)
        bindery.bundle(Bundling(publisher.build, Wish(), licence), KEY, TODAY, out)
        assert out.read_bytes() == publisher.bundled("alone.zip", licence=licence).read_bytes()
    bindery.bundle(Bundling(publisher.build, Wish()), KEY, TODAY, out)
    assert out.read_bytes() == publisher.bundled("alone.zip").read_bytes()


def test_a_file_that_changes_between_two_schools_is_noticed(publisher: Publisher) -> None:
    bindery, out, place = Bindery(publisher.build), publisher.folder / "one.zip", publisher.build / "packs/rome/rome-words.csv"
    asked, before = Bundling(publisher.build, Wish(), publisher.licensed()), place.stat()
    bindery.bundle(asked, KEY, TODAY, out)
    made = out.read_bytes()
    place.write_bytes(place.read_bytes().replace(b"hill", b"hall"))
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(Refused, match="was changed while bundles were made of it"):
        bindery.bundle(asked, KEY, TODAY, out)
    assert out.read_bytes() == made


def test_a_copy_of_a_build_whose_dates_are_new_is_as_good(publisher: Publisher) -> None:
    for path in FILES:
        os.utime(publisher.build / path, ns=(time.time_ns() + 10**9,) * 2)
    assert built_in(publisher.bundled()) == set(FILES)


def test_a_link_that_leads_out_of_the_build_is_refused(publisher: Publisher, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(FILES["packs/rome/rome-words.csv"][3])
    place = publisher.build / "packs/rome/rome-words.csv"
    place.unlink()
    place.symlink_to(secret)
    with pytest.raises(Refused, match="leads out of"):
        publisher.bundled()


def test_a_topic_that_the_content_does_not_know_is_refused(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path, {"history/rome": TOPICS["history/rome"]}).built()
    with pytest.raises(Refused, match=r"does not tell what `geography/rivers` says: build again"):
        publisher.bundled()


def test_names_that_clash_are_refused(publisher: Publisher) -> None:
    publisher.built({**FILES, "packs/Rome/rome-words.csv": ("history/rome", "vocabulary", "pupils", b"")})
    with pytest.raises(Refused, match="two files would be named"):
        publisher.bundled()


def test_more_files_can_be_added_and_are_stamped_too(publisher: Publisher) -> None:
    def catalogue(contents: Any, entries: Any) -> dict[str, bytes]:
        assert set(contents.topics) == {"history/rome"} and {entry.path for entry in entries} == ROME
        return {"index.html": b"<html><head></head><body>Catalogue</body></html>", "site/style.css": b"p{}"}

    found = files(publisher.bundled(licence=publisher.licensed(), extras=(catalogue,)))
    assert b"L-1" in found["index.html"] and found["site/style.css"] == b"p{}"


def test_nothing_half_written_stays_where_a_bundle_fails(publisher: Publisher) -> None:
    before = publisher.bundled().read_bytes()
    (publisher.build / "packs/rome/rome-words.csv").unlink()
    (publisher.build / "packs/rome/rome-words.csv").mkdir()
    (publisher.build / "packs/rome/rome-lesson-1.csv").write_bytes(b"changed")
    with pytest.raises(Refused):
        publisher.bundled()
    assert (publisher.folder / "bundle.zip").read_bytes() == before
    assert {path.name for path in publisher.folder.iterdir()} == {"build", "bundle.zip"}
