"""The file that a licence is sent in: lines for people, and the token, which alone counts."""

from __future__ import annotations

import re
from pathlib import Path

from packager.bundle.licence import LONGEST_TOKEN, Licence
from packager.bundle.refused import Refused

_BEGIN, _END = "-----BEGIN SCHOOL LICENCE-----", "-----END SCHOOL LICENCE-----"
_TOKEN = re.compile(rf"^{_BEGIN}\s+([A-Za-z0-9_.\s-]+?)\s+{_END}\s*$", re.MULTILINE)
_BARE = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*")


def licence_text(licence: Licence, token: str) -> str:
    """The text of a licence file."""
    lines = (
        f"School licence {licence.number}",
        "",
        *(f"{name}: {value}" for name, value in licence_lines(licence)),
        "",
        "These lines are for people. Only the signed text below counts; do not change it.",
        "",
        _BEGIN,
        token,
        _END,
    )
    return "\n".join(lines) + "\n"


def licence_lines(licence: Licence) -> tuple[tuple[str, str], ...]:
    """What a licence says, for people: names and values."""
    return (
        ("Licence number", licence.number),
        ("School", licence.school),
        ("URN", licence.urn),
        ("Pupils", str(licence.pupils)),
        ("Subjects", ", ".join(licence.subjects)),
        ("Years", ", ".join(str(year) for year in licence.years)),
        ("From", str(licence.first_day)),
        ("Until", str(licence.last_day)),
        ("Granted by", licence.publisher),
    )


def token_in(text: str) -> str:
    """The token in the text of a licence file, or the text itself where it is nothing but a token."""
    found = _TOKEN.findall(text.replace("\r\n", "\n"))
    if len(found) == 1:
        return "".join(found[0].split())
    if not found and _BARE.fullmatch(text.strip()):
        return text.strip()
    raise Refused("this is no licence file: it holds no signed text, or more than one")


def read_token(file: Path) -> str:
    """The token in a licence file on disk."""
    try:
        if not file.is_file() or file.stat().st_size > 4 * LONGEST_TOKEN:
            raise Refused(f"`{file}` is no licence file")
        return token_in(file.read_bytes().decode("utf-8"))
    except UnicodeDecodeError:
        raise Refused(f"`{file}` is no licence file") from None
    except OSError as error:
        raise Refused(f"cannot read `{file}`: {error.strerror}") from error
