"""A school's licence: a JSON Web Token (RFC 7519) signed with Ed25519 (RFC 8037), and who may use what, until when."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from packager.bundle.refused import Refused
from packager.bundle.sign import key_id

ALGORITHM = "EdDSA"
LONGEST_SCHOOL = 300
LONGEST_TOKEN = 16_384
_ONE_DAY = timedelta(days=1)
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_CLAIMS = ("iss", "jti", "nbf", "exp", "school", "urn", "pupils", "subjects", "years")
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9./-]{0,39}")
# Characters that turn the direction of text (UAX 9, 2), which could make a line read as something else.
_DIRECTIONS = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF}


@dataclass(frozen=True, slots=True)
class Licence:
    """What a publisher grants a school: from the first to the last day, both included."""

    number: str
    publisher: str
    school: str
    urn: str
    pupils: int
    subjects: tuple[str, ...]
    years: tuple[int, ...]
    first_day: date
    last_day: date

    def fault_on(self, today: date) -> str | None:
        """Why the licence does not hold on a day, or None where it does."""
        if today < self.first_day:
            return f"the licence begins on {self.first_day}"
        return f"the licence ended on {self.last_day}" if today > self.last_day else None


def school_name(text: str) -> str:
    """A school's name as it can be printed anywhere; raises Refused for one that is empty or too long."""
    kept = (c for c in unicodedata.normalize("NFC", text) if c.isspace() or not _is_hidden(c))
    name = " ".join("".join(kept).split())
    if not name:
        raise Refused("the school has no name")
    if len(name) > LONGEST_SCHOOL:
        raise Refused(f"the name of the school is longer than {LONGEST_SCHOOL} characters")
    return name


def _is_hidden(character: str) -> bool:
    code = ord(character)
    return unicodedata.category(character) in ("Cc", "Cs") or code in _DIRECTIONS or code & 0xFFFE == 0xFFFE


def licence_number(publisher: str, school: str, urn: str, *rest: object) -> str:
    """A number that only the same licence has again: `L-123456-2c1f9a07`."""
    digest = sha256(repr((publisher, school, urn, *rest)).encode("utf-8", "backslashreplace")).hexdigest()[:8]
    return f"L-{urn}-{digest}"


def check_licence(licence: Licence) -> None:
    """Raises Refused for a licence that says something impossible."""
    if not _NUMBER.fullmatch(licence.number):
        raise Refused("a licence number has up to 40 letters, digits, hyphens, dots and slashes")
    if not re.fullmatch(r"[0-9]{6}", licence.urn):
        raise Refused("a school's URN has six digits")
    if licence.pupils < 1:
        raise Refused("a licence is for at least one pupil")
    if licence.last_day < licence.first_day:
        raise Refused(f"the licence would end on {licence.last_day}, before it begins on {licence.first_day}")
    if not licence.subjects or not licence.years:
        raise Refused("a licence covers at least one subject and one year")


def signed(licence: Licence, key: Ed25519PrivateKey) -> str:
    """The licence as a token; `exp` is the first moment, in UTC, at which it no longer holds."""
    claims = {
        "iss": licence.publisher,
        "jti": licence.number,
        "nbf": _moment(licence.first_day),
        "exp": _moment(licence.last_day + _ONE_DAY),
        "school": licence.school,
        "urn": licence.urn,
        "pupils": licence.pupils,
        "subjects": list(licence.subjects),
        "years": list(licence.years),
    }
    return jwt.encode(claims, key, ALGORITHM, headers={"kid": key_id(key.public_key())})


def opened(token: str, key: Ed25519PublicKey) -> Licence:
    """The licence in a token that this key signed; raises Refused for any other. Its days are not looked at."""
    if len(token) > LONGEST_TOKEN:
        raise Refused("the licence is too long to be one")
    unchecked = {"verify_exp": False, "verify_nbf": False, "verify_iat": False, "verify_aud": False, "require": list(_CLAIMS)}
    try:
        if jwt.get_unverified_header(token).get("kid") != key_id(key):
            raise Refused("the licence was not signed with this key")
        claims = jwt.decode(token, key, algorithms=[ALGORITHM], options=unchecked)  # type: ignore[arg-type]
        licence = _licence(claims)
    except (jwt.InvalidTokenError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        raise Refused("the licence was altered, or was not signed by the publisher") from None
    check_licence(licence)
    return licence


def _licence(claims: dict[str, Any]) -> Licence:
    return Licence(
        number=str(claims["jti"]),
        publisher=str(claims["iss"]),
        school=school_name(str(claims["school"])),
        urn=str(claims["urn"]),
        pupils=int(claims["pupils"]),
        subjects=tuple(str(subject) for subject in claims["subjects"]),
        years=tuple(int(year) for year in claims["years"]),
        first_day=_day(claims["nbf"]),
        last_day=_day(claims["exp"]) - _ONE_DAY,
    )


def _moment(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp())


def _day(moment: int) -> date:
    return (_BEGINNING + timedelta(seconds=int(moment))).date()
