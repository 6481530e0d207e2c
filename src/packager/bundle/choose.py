"""Which files of a build go into a bundle: what is asked for, and no more than a licence covers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from packager.bundle.contents import Contents
from packager.bundle.licence import Licence
from packager.bundle.refused import Refused
from packager.diagnostics.nearest import did_you_mean
from packager.plan.bridge import PRODUCT as BRIDGE
from packager.plan.record import Entry


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for. Within a field any of its values will do; an empty field asks for everything."""

    topics: tuple[str, ...] = ()
    half_terms: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    subjects: tuple[str, ...] = ()
    audience: str = "everyone"

    @property
    def is_whole(self) -> bool:
        """Whether all topics are asked for."""
        return not (self.topics or self.half_terms or self.years or self.subjects)


def chosen(entries: Iterable[Entry], contents: Contents, wish: Wish, licence: Licence | None) -> tuple[Entry, ...]:
    """The files to bundle, in the order of their paths; raises Refused where there are none, or not what a licence promises."""
    entries = tuple(entries)
    if unknown := next((entry for entry in entries if entry.topic and entry.topic not in contents.topics), None):
        raise Refused(f"the build does not tell what `{unknown.topic}` says: build again")
    _check_names(contents, wish)
    if licence is not None:
        _check_covered(contents, wish, licence)
    asked = [entry for entry in entries if _is_asked_for(entry, contents, wish)]
    found = asked if licence is None else [entry for entry in asked if _is_covered(entry, contents, licence)]
    if licence is not None:
        _check_complete(found, contents, wish, licence)
    if not found:
        raise Refused("nothing is built of what is asked for: run `packager build` first")
    return tuple(sorted(found, key=lambda entry: entry.path))


def _check_names(contents: Contents, wish: Wish) -> None:
    programme = contents.programme
    _known("topic", wish.topics, list(contents.topics), "nothing is built of it")
    _known("half-term", wish.half_terms, programme["half_terms"], f"known are {', '.join(programme['half_terms'])}")
    _known("year", wish.years, programme["years"], f"known are {', '.join(map(str, programme['years']))}")
    _known("subject", wish.subjects, list(programme["subjects"]), f"known are {', '.join(programme['subjects'])}")


def _known(kind: str, asked: Sequence[object], known: Sequence[object], otherwise: str) -> None:
    for name in asked:
        if name not in known:
            raise Refused(f"no {kind} `{name}`: {did_you_mean(str(name), map(str, known)) or otherwise}")


def _check_covered(contents: Contents, wish: Wish, licence: Licence) -> None:
    """What is named must be covered; what is not named is cut to the licence."""
    subjects = (*wish.subjects, *(contents.topics[topic]["subject"] for topic in wish.topics))
    years = (*wish.years, *(contents.topics[topic]["year"] for topic in wish.topics))
    for subject in subjects:
        if subject not in licence.subjects:
            raise Refused(f"licence {licence.number} does not cover {subject}")
    for year in years:
        if year not in licence.years:
            raise Refused(f"licence {licence.number} does not cover Year {year}")


def _check_complete(found: Iterable[Entry], contents: Contents, wish: Wish, licence: Licence) -> None:
    """A school is given something of every subject it pays for, unless subjects or topics are named."""
    if wish.subjects or wish.topics:
        return
    there = {contents.topics[entry.topic]["subject"] for entry in found if entry.topic in contents.topics}
    for subject in licence.subjects:
        if subject not in there:
            raise Refused(f"licence {licence.number} covers {subject}, of which there is nothing to bundle")


def _is_asked_for(entry: Entry, contents: Contents, wish: Wish) -> bool:
    """Whether a file is asked for. A bridge, which is made for one class, goes into no bundle."""
    if wish.audience not in ("everyone", entry.audience) or entry.product == BRIDGE:
        return False
    topic = contents.topics.get(entry.topic or "")
    if topic is None:
        return entry.topic is None and (
            wish.is_whole or (entry.year in wish.years and not (wish.subjects or wish.topics or wish.half_terms))
        )
    return (
        (not wish.topics or entry.topic in wish.topics)
        and (not wish.half_terms or topic["half_term"] in wish.half_terms)
        and (not wish.years or topic["year"] in wish.years)
        and (not wish.subjects or topic["subject"] in wish.subjects)
    )


def _is_covered(entry: Entry, contents: Contents, licence: Licence) -> bool:
    """Whether a licence covers a file. One that belongs to no topic speaks of all subjects, and of its year or all years."""
    topic = contents.topics.get(entry.topic or "")
    if topic is not None:
        return topic["subject"] in licence.subjects and topic["year"] in licence.years
    years = set(contents.programme["years"]) if entry.year is None else {entry.year}
    return set(contents.programme["subjects"]) <= set(licence.subjects) and years <= set(licence.years)
