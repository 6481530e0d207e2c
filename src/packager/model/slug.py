"""Names of a programme as folders and files have them: lower-case ASCII words joined by hyphens."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

LONGEST_HALF_TERM = 12
LONGEST_SUBJECT = 16
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str, longest: int) -> str:
    """`text` in lower-case ASCII words joined by hyphens; a long one is cut and given a digest of the whole."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = _NOT_SLUG.sub("-", letters.lower()).strip("-")
    if words and len(words) <= longest:
        return words
    digest = sha256(text.encode()).hexdigest()[:5]
    return f"{words[: longest - 6].rstrip('-')}-{digest}".lstrip("-")
