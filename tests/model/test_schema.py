"""The JSON Schemas say of each field what the docstring below it says."""

from __future__ import annotations

from typing import Any

from packager.model.schema import FILES, schemas

SCHEMAS = schemas()


def field(file: str, name: str, definition: str = "") -> Any:
    schema = SCHEMAS[f"{file}.schema.json"]
    return (schema["$defs"][definition] if definition else schema)["properties"][name]


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    assert list(SCHEMAS) == [f"{name}.schema.json" for name in FILES]


def test_a_field_says_what_its_docstring_says() -> None:
    assert field("lesson", "story_cue")["description"] == "How the teacher opens the lesson."
    assert field("theme", "paper", "Colours")["description"] == "The ground of slides and web pages."


def test_a_field_that_is_inherited_says_it_too() -> None:
    alt = field("lesson", "alt", "Picture")["description"]
    assert alt.startswith("What the picture shows") and field("lesson", "alt", "Figure")["description"] == alt


def test_a_field_is_found_by_the_name_that_authors_write() -> None:
    assert "from" in SCHEMAS["lesson.schema.json"]["$defs"]["Source"]["properties"]


def test_a_field_without_a_docstring_says_nothing() -> None:
    assert "description" not in field("lesson", "title")


def test_the_keys_of_a_field_are_in_the_order_of_the_alphabet() -> None:
    assert list(field("lesson", "opening")) == sorted(field("lesson", "opening"))
