"""What belongs to the whole programme as plain data: the posters of its map, and the progression of its words."""

from __future__ import annotations

from collections.abc import Iterable

from packager.document.curriculum_map import Cell, CurriculumMap, MapSubject, Traveller, YearMap
from packager.document.progression import Progress, Progression, Return, TopicProgress
from packager.render.look import Look
from packager.render.pdf.editions import whole_edition
from packager.render.pdf.pages import Data, Pages, line, lines
from packager.render.pdf.settings import programme_settings
from packager.render.renderer import Context
from packager.render.spelling import shown


def arrange_poster(document: CurriculumMap, context: Context) -> Pages:
    """A page for each year as data for `poster.typ`."""
    years = [_year(year, context) for year in document.years]
    title = f"Curriculum map, {', '.join(year['title'] for year in years)}"
    description = "What each subject teaches in each half-term, and in which order"
    shared = programme_settings(document.imprint, context.look, whole_edition(), title, description)
    fonts = context.look.fonts
    patterns = {
        f"subject-{place}.svg": _look(subject, context).pattern("tile")
        for year in document.years[:1]
        for place, subject in enumerate(year.subjects)
    }
    return Pages(
        "poster", shown(shared, fonts), shown({"years": years, "subtitle": "What we teach, and in which order"}, fonts), {}, patterns
    )


def arrange_progression(document: Progression, context: Context) -> Pages:
    """The words topic by topic as data for `progression.typ`."""
    title = "Progression of vocabulary"
    description = "Every word, where it is taught, and where it comes back"
    shared = programme_settings(document.imprint, context.look, whole_edition(), title, description)
    content = {"title": title, "description": description, "topics": [_topic(topic, context) for topic in document.topics]}
    fonts = context.look.fonts
    return Pages("progression", shown(shared, fonts), shown(content, fonts), {})


def _look(subject: MapSubject, context: Context) -> Look:
    return Look(context.look.theme, subject.colour, subject.pattern)


def _year(year: YearMap, context: Context) -> Data:
    rows = zip(year.subjects, year.rows, strict=True)
    return {
        "title": f"Year {year.year}",
        "half_terms": lines(year.half_terms),
        "subjects": [_subject(subject, place, cells, context) for place, (subject, cells) in enumerate(rows)],
        "travellers": [_traveller(traveller, year) for traveller in year.travellers],
    }


def _subject(subject: MapSubject, place: int, cells: Iterable[Cell | None], context: Context) -> Data:
    look = _look(subject, context)
    colours = {"accent": look.accent, "t1": look.t1, "t3": look.t3}
    return {"title": line(subject.title), "pattern": f"subject-{place}.svg", **colours, "cells": [_cell(cell) for cell in cells]}


def _cell(cell: Cell | None) -> Data | None:
    if cell is None:
        return None
    return {"state": str(cell.state), "title": line(cell.title), "question": line(cell.question), "words": lines(cell.words)}


def _traveller(traveller: Traveller, year: YearMap) -> Data:
    """A word with its stops, and the same in words for those who cannot see them."""
    first, *rest = [f"{year.subjects[stop.subject].title}, {year.half_terms[stop.half_term]}" for stop in traveller.stops]
    said = f"{traveller.word}: first taught in {first}; met again in {'; '.join(rest)}"
    return {"word": line(traveller.word), "stops": [[stop.half_term, stop.subject] for stop in traveller.stops], "said": line(said)}


def _topic(topic: TopicProgress, context: Context) -> Data:
    look = Look(context.look.theme, topic.colour)
    return {
        "title": line(f"{topic.subject}: {topic.title}"),
        "time": line(f"Year {topic.year}, {topic.half_term}"),
        "accent": look.accent,
        "t2": look.t2,
        "words": [_word(word) for word in topic.words],
    }


def _word(word: Progress) -> list[str]:
    here = _numbers(each for each in word.returns if each.here)
    later: dict[str, list[Return]] = {}
    for each in word.returns:
        if not each.here:
            later.setdefault(f"{each.place.subject}: {each.place.topic}", []).append(each)
    elsewhere = "; ".join(f"{topic} {_numbers(returns)}" for topic, returns in later.items())
    return [line(word.word), str(word.taught.lesson), here, line(elsewhere)]


def _numbers(returns: Iterable[Return]) -> str:
    """The numbers of lessons; in brackets those that only ask for the word in recall."""
    return ", ".join(f"({each.place.lesson})" if each.parts == ("recall",) else str(each.place.lesson) for each in returns)
