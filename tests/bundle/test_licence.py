"""Licences: what they say, and that no other can be passed off as one."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from packager.bundle.licence import check_licence, licence_number, opened, school_name, signed
from packager.bundle.licence_file import licence_text, read_token, token_in
from packager.bundle.refused import Refused
from packager.bundle.sign import key_id
from tests.bundle.publisher import KEY, LICENCE, OTHER_KEY

PUBLIC = KEY.public_key()
TOKEN = signed(LICENCE, KEY)


def encoded(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_a_licence_is_read_back() -> None:
    assert opened(TOKEN, PUBLIC) == LICENCE


def test_a_licence_is_a_json_web_token_with_the_usual_claims() -> None:
    assert jwt.get_unverified_header(TOKEN) == {"alg": "EdDSA", "typ": "JWT", "kid": key_id(PUBLIC)}
    claims = jwt.decode(TOKEN, PUBLIC, algorithms=["EdDSA"], options={"verify_exp": False, "verify_nbf": False})
    assert (claims["iss"], claims["jti"], claims["school"], claims["urn"]) == ("The publisher", "L-1", "St Mary’s", "123456")
    assert claims["nbf"] == 1788220800 and claims["exp"] == 1819756800  # the first moment of the day after the last


def test_a_licence_without_an_algorithm_is_refused() -> None:
    header, claims, _ = TOKEN.split(".")
    for algorithm in ("none", "None", "HS256", "ES256"):
        forged = f"{encoded({'alg': algorithm, 'typ': 'JWT', 'kid': key_id(PUBLIC)})}.{claims}."
        with pytest.raises(Refused, match="was altered"):
            opened(forged, PUBLIC)
    assert header


def test_a_licence_signed_with_the_public_key_as_a_secret_is_refused() -> None:
    secret = PUBLIC.public_bytes(Encoding.Raw, PublicFormat.Raw)
    claims = jwt.decode(TOKEN, options={"verify_signature": False})
    with pytest.raises(Refused, match="was altered"):
        opened(jwt.encode(claims, secret, "HS256", headers={"kid": key_id(PUBLIC)}), PUBLIC)


def test_a_licence_of_another_publisher_is_refused() -> None:
    with pytest.raises(Refused, match="not signed with this key"):
        opened(signed(LICENCE, OTHER_KEY), PUBLIC)
    forged = jwt.encode(jwt.decode(TOKEN, options={"verify_signature": False}), OTHER_KEY, "EdDSA", headers={"kid": key_id(PUBLIC)})
    with pytest.raises(Refused, match="was altered"):
        opened(forged, PUBLIC)


@given(place=st.integers(0, len(TOKEN) - 2), letter=st.sampled_from("abcXYZ019_-"))
def test_an_altered_licence_is_refused(place: int, letter: str) -> None:
    altered = TOKEN[:place] + letter + TOKEN[place + 1 :]
    if altered != TOKEN:
        with pytest.raises(Refused):
            opened(altered, PUBLIC)


@pytest.mark.parametrize("text", ["", ".", "..", "a.b.c", "x" * 20_000, f"{encoded([])}.{encoded([])}.AAAA"])
def test_what_is_no_licence_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        opened(text, PUBLIC)


def test_claims_that_are_missing_or_of_another_kind_are_refused() -> None:
    claims = jwt.decode(TOKEN, options={"verify_signature": False})
    for name in claims:
        for value in (None, [], "x", -1):
            changed = {key: other for key, other in claims.items() if key != name} | ({} if value is None else {name: value})
            token = (
                jwt.encode(changed, KEY, "EdDSA", headers={"kid": key_id(PUBLIC)}) if isinstance(changed.get("iss", ""), str) else "x.x.x"
            )
            try:
                opened(token, PUBLIC)
            except Refused:
                continue
            assert name in ("iss", "jti", "school", "subjects", "pupils", "nbf"), (name, value)


def test_the_file_is_for_people_and_only_its_token_counts(tmp_path: Path) -> None:
    text = licence_text(LICENCE, TOKEN)
    for line in ("School licence L-1", "School: St Mary’s", "URN: 123456", "Subjects: history", "From: 2026-09-01", "Until: 2027-08-31"):
        assert line in text.splitlines()
    file = tmp_path / "licence.txt"
    file.write_text(text.replace("2027", "2099").replace("\n", "\r\n"), "utf-8")
    assert opened(read_token(file), PUBLIC) == LICENCE


@pytest.mark.parametrize("text", ["", "no licence", licence_text(LICENCE, TOKEN) * 2])
def test_a_file_without_one_token_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="no licence file"):
        token_in(text)


def test_a_bare_token_is_a_licence_file_too() -> None:
    assert token_in(TOKEN + "\n") == TOKEN


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("  St  Mary’s\nPrimary\t", "St Mary’s Primary"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("\u202eloohcS", "loohcS"),
        ("Cafe\u0301", "Café"),
        ("مدرسة <b>“&”</b> 👩🏽‍🏫", "مدرسة <b>“&”</b> 👩🏽‍🏫"),
        ("x" * 300, "x" * 300),
    ],
)
def test_a_schools_name_is_kept_but_for_what_hides_in_it(written: str, printed: str) -> None:
    assert school_name(written) == printed


@pytest.mark.parametrize("name", ["", " \n", "\u202e", "x" * 301])
def test_a_name_that_is_empty_or_endless_is_refused(name: str) -> None:
    with pytest.raises(Refused, match=r"the name of the school|the school has no name"):
        school_name(name)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"urn": "12345"}, "six digits"),
        ({"urn": "١٢٣٤٥٦"}, "six digits"),
        ({"pupils": 0}, "at least one pupil"),
        ({"last_day": date(2026, 8, 31)}, "before it begins"),
        ({"subjects": ()}, "at least one subject"),
        ({"number": "<script>"}, "a licence number has"),
    ],
)
def test_a_licence_that_says_something_impossible_is_refused(changed: dict[str, object], why: str) -> None:
    with pytest.raises(Refused, match=why):
        check_licence(replace(LICENCE, **changed))  # type: ignore[arg-type]


def test_a_number_is_that_of_one_licence_only() -> None:
    assert licence_number("P", "School", "123456", 210) == licence_number("P", "School", "123456", 210)
    assert licence_number("P", "School", "123456", 210) != licence_number("P", "School", "123456", 211)
