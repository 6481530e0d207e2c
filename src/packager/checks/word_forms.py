"""VOC: entries of the vocabulary that get in each other's way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from packager.checks.registry import Finding, check
from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.quoted import quoted
from packager.diagnostics.span import Span
from packager.model.vocabulary import Term
from packager.sequence.inflection import folded, forms_of, lemma
from packager.sequence.matching import longest
from packager.sequence.occurrences import Entry
from packager.sequence.sequenced import Sequenced
from packager.sequence.timeline import is_known


@check("VOC007", "forms-collide")
def forms_collide(sequenced: Sequenced) -> Iterator[Finding]:
    """Two entries of the vocabulary claim the same form.

    Whoever meets the form could mean either, so it would be counted for the wrong word, and often the
    two are one: a singular and its plural.

        - {term: hieroglyph, lesson: 1, ...}
        - {term: hieroglyphs, lesson: 4, ...}

    Keep one of them; or name the form under `apart` of the word that it does not belong to; or, where
    two words are spelt alike, give each a `sense`.
    """
    said: set[tuple[str, str]] = set()
    for form in _claimed_twice(sequenced):
        claimants = [sequenced.occurrences.entries[key] for key in _claimants(sequenced, form)]
        for first, second in combinations(sorted(claimants, key=_rank), 2):
            if (first.key, second.key) not in said and not _are_apart(first.term, second.term):
                said.add((first.key, second.key))
                yield _collision(sequenced, first, second, form)


def _claimed_twice(sequenced: Sequenced) -> Iterator[str]:
    """Forms that more than one entry may claim: of single words by their regular forms, and all that authors wrote."""
    claimed: dict[str, int] = {}
    for entry in sequenced.occurrences.entries.values():
        for form in sorted(set(_claimed(entry.term))):
            claimed[form] = claimed.get(form, 0) + 1
    yield from (form for form, count in claimed.items() if count > 1 or " " in form)


def _claimed(term: Term) -> Iterator[str]:
    yield from (form for form in (term.term, *term.forms) if form)
    if term.term.isalpha() and term.term == term.term.lower():
        yield from forms_of(folded(term.term), term.kind)


def _claimants(sequenced: Sequenced, form: str) -> tuple[str, ...]:
    """The keys of the entries that a form is found as, when it stands alone."""
    matches = sequenced.occurrences.matcher.candidates(form)
    return next((match.keys for match in matches if match.start == 0 and match.end == len(form)), ())


def _rank(entry: Entry) -> tuple[bool, int, str, int]:
    place = entry.introduced.place if entry.introduced else 0
    return entry.introduced is None, place, entry.topic.id, entry.position


def _are_apart(one: Term, other: Term) -> bool:
    """Whether a sense tells the two apart, or they are spelt alike (which VOC002 and VOC009 say), or one is a name."""
    names = (one.term != one.term.lower()) != (other.term != other.term.lower())
    return _spelling(one.term) == _spelling(other.term) or (one.sense or "") != (other.sense or "") or names


def _collision(sequenced: Sequenced, first: Entry, second: Entry, form: str) -> Finding:
    one, other = quoted(second.term.term), quoted(first.term.term)
    if _are_singular_and_plural(first.term.term, second.term.term):
        message = f"{one} and {other} are singular and plural of one word"
        hint = "keep one of the two: its plural is found by itself"
    else:
        message = f"{one} and {other} both claim the form {quoted(form)}"
        hint = f"name {quoted(form)} under `apart` of the word that it does not belong to, or give each a `sense`"
    return Finding(_place(sequenced, second), message, hint, ((_place(sequenced, first), f"{other} is introduced here"),))


def _are_singular_and_plural(one: str, other: str) -> bool:
    one, other = folded(one), folded(other)
    return any(long in forms_of(short, "name") or lemma(long) == short for long, short in ((one, other), (other, one)))


@check("VOC008", "meaning-uses-unmet-word", Severity.WARNING)
def meaning_uses_unmet_word(sequenced: Sequenced) -> Iterator[Finding]:
    """The meaning of a word uses another word that is introduced only later.

    A meaning must be said in words that pupils already know.

        - {term: delta, lesson: 1, meaning: flat land made of sediment}
        - {term: sediment, lesson: 3, meaning: ...}

    Say it in other words, or introduce the other word first.
    """
    entries, matcher = sequenced.occurrences.entries, sequenced.occurrences.matcher
    assumed = {folded(word) for word in sequenced.curriculum.programme.assumed}
    for entry in entries.values():
        for match in longest(matcher.candidates(entry.term.meaning)) if entry.introduced else ():
            used = [entries[key] for key in match.keys]
            if all(_is_unmet(other, entry) and folded(other.term.term) not in assumed for other in used):
                yield _unmet(sequenced, entry, used[0], match.start)


def _unmet(sequenced: Sequenced, entry: Entry, used: Entry, offset: int) -> Finding:
    span = sequenced.curriculum.trees[entry.topic.file].span_in((*entry.path, "meaning"), offset)
    where = f"lesson {used.term.lesson}" if used.topic is entry.topic else quoted(f"{used.topic.id}/{used.term.lesson}")
    message = f"the meaning of {quoted(entry.term.term)} uses {quoted(used.term.term)}, which is introduced only in {where}"
    return Finding(span, message, "say it in other words", ((_place(sequenced, used), "introduced here"),))


def _is_unmet(used: Entry, entry: Entry) -> bool:
    """Whether a word used in a meaning is not known where the meaning is given."""
    if used is entry or used.introduced is None or entry.introduced is None:
        return False
    return not is_known(used.introduced, entry.introduced)


@check("VOC009", "introduced-twice")
def introduced_twice(sequenced: Sequenced) -> Iterator[Finding]:
    """Two topics introduce the same word.

    A word is introduced once; after that pupils know it. The later topic would teach as new what its
    class has known for a long time. Capitals make no difference.

    Take the word out of the later topic's vocabulary and simply use it there: it is listed among the
    words met before, and comes back in recall. Two words that are only spelt alike need a `sense` each.
    """
    first: dict[tuple[str, str], Entry] = {}
    for entry in sorted(sequenced.occurrences.entries.values(), key=_rank):
        earlier = first.setdefault((_spelling(entry.term.term), _spelling(entry.term.sense or "")), entry)
        if earlier.topic is not entry.topic:
            related = ((_place(sequenced, earlier), "introduced here"),)
            message = f"{quoted(entry.term.term)} is introduced already in {quoted(earlier.topic.id)}"
            yield Finding(_place(sequenced, entry), message, "revisit it instead: take it out of this vocabulary and use it", related)


CHECKS = (forms_collide, meaning_uses_unmet_word, introduced_twice)


def _place(sequenced: Sequenced, entry: Entry) -> Span:
    return sequenced.curriculum.span(entry.topic.file, (*entry.path, "term"))


def _spelling(text: str) -> str:
    return " ".join(text.casefold().split())
