"""The documents of the whole programme as workbooks."""

from __future__ import annotations

from collections.abc import Iterable

from packager.document.coverage import Coverage, Covered
from packager.document.curriculum_map import Cell as Slot
from packager.document.curriculum_map import CurriculumMap, MapSubject, State, YearMap
from packager.document.programme_imprint import ProgrammeImprint
from packager.document.progression import Place, Progress, Progression, Return, TopicProgress
from packager.render.look import WHITE, Look
from packager.render.renderer import Context
from packager.render.xlsx.arranged import Cell, Column, Sheet, Style, Workbook

STRONG = Style(bold=True)
STATES = {State.WRITTEN: "written", State.PLANNED: "planned", State.EMPTY: "no topic"}
COVERED = {State.WRITTEN: "taught", State.PLANNED: "planned", State.EMPTY: "not covered"}
COMMON = (Column("Year", 7), Column("Half-term", 12), Column("Subject", 13))


def arrange_map(document: CurriculumMap, context: Context) -> Workbook:
    """The map: a sheet a year as on its poster, and all topics in one list."""
    sheets = (*(_year(year, context) for year in document.years), _topics(document.years))
    return _workbook(document.imprint, "Curriculum map", sheets)


def arrange_progression(document: Progression, context: Context) -> Workbook:
    """The words with where they are taught, and a row for each lesson that one comes back in."""
    words = tuple(_word(topic, word) for topic in document.topics for word in topic.words)
    columns = (
        Column("Word", 22), Column("Meaning", 44), *COMMON, Column("Topic", 24), Column("Lesson", 8),
        Column("Lessons again", 10), Column("Of them in other topics", 12), Column("Comes back in", 60),
    )  # fmt: skip
    back = tuple(_return(word, each) for topic in document.topics for word in topic.words for each in word.returns)
    returns = (
        Column("Word", 22), Column("First taught", 34), *COMMON, Column("Topic", 24), Column("Lesson", 8),
        Column("Where", 18), Column("First sentence", 80),
    )  # fmt: skip
    sheets = (
        Sheet("Words", "Every word of the programme, where it is taught and where it comes back", columns, words),
        Sheet("Returns", "A row for each lesson in which a word comes back", returns, back),
    )
    return _workbook(document.imprint, "Progression of vocabulary", sheets)


def arrange_coverage(document: Coverage, context: Context) -> Workbook:
    """The requirements with what covers them, and what each topic covers."""
    requirements = tuple(_requirement(requirement) for requirement in document.requirements)
    columns = (
        Column("Requirement", 60), Column("Subject", 13), Column("Source", 26), Column("State", 12),
        Column("Taught in", 44), Column("Planned in", 44), Column("Id", 28),
    )  # fmt: skip
    by_topic = tuple(
        (Cell(c.year), Cell(c.half_term), Cell(c.subject), Cell(c.topic, STRONG), Cell(STATES[c.state]), Cell(r.text), Cell(r.id))
        for r in document.requirements
        for c in r.topics
    )
    topics = (*COMMON, Column("Topic", 28), Column("State", 10), Column("Requirement", 60), Column("Id", 28))
    sheets = (
        Sheet("Requirements", "Each requirement, and the topics that teach it or will", columns, requirements),
        Sheet("By topic", "Each topic, and the requirements that it covers", topics, by_topic, fixed=4),
    )
    return _workbook(document.imprint, "Coverage of the curriculum", sheets)


def _workbook(imprint: ProgrammeImprint, title: str, sheets: Iterable[Sheet]) -> Workbook:
    return Workbook(
        title=title,
        subject=imprint.programme,
        author=imprint.publisher or imprint.programme,
        licence=imprint.licence,
        licence_url=imprint.licence_url,
        rights=imprint.rights,
        language=imprint.language,
        date=imprint.date,
        sheets=tuple(sheets),
    )


def _year(year: YearMap, context: Context) -> Sheet:
    looks = [Look(context.look.theme, subject.colour, subject.pattern) for subject in year.subjects]
    rows = tuple(
        (Cell(subject.title, Style(bold=True, size=12, colour=WHITE, fill=look.accent)), *(_slot(slot, look) for slot in slots))
        for subject, look, slots in zip(year.subjects, looks, year.rows, strict=True)
    )
    columns = (Column("Subject", 14), *(Column(half_term, 27) for half_term in year.half_terms))
    description = f"What is taught in Year {year.year}, and in which order"
    return Sheet(f"Year {year.year}", description, columns, rows, table=False, height=112)


def _slot(slot: Slot | None, look: Look) -> Cell:
    if slot is None:
        return Cell("")
    if slot.state is State.EMPTY:
        return Cell(f"No topic: {slot.title}", Style(colour=look.colours.muted, border=look.colours.muted, dashed=True))
    below = " · ".join(slot.words) if slot.words else "(planned)" if slot.state is State.PLANNED else ""
    rest = "\n\n".join(part for part in (slot.question or "", below) if part)
    return Cell(rest, Style(fill=look.t1, border=look.t3), lead=slot.title)


def _topics(years: Iterable[YearMap]) -> Sheet:
    rows = tuple(
        _topic(year.year, half_term, subject, slot)
        for year in years
        for place, half_term in enumerate(year.half_terms)
        for subject, slots in zip(year.subjects, year.rows, strict=True)
        if (slot := slots[place]) is not None
    )
    columns = (
        *COMMON, Column("Topic", 30), Column("State", 10), Column("Question", 50), Column("Lessons", 9), Column("Words", 40),
        Column("Covers", 60),
    )  # fmt: skip
    return Sheet("Topics", "Every slot of the map", columns, rows, fixed=4)


def _topic(year: int, half_term: str, subject: MapSubject, slot: Slot) -> tuple[Cell, ...]:
    title = f"No topic: {slot.title}" if slot.state is State.EMPTY else slot.title
    return (
        Cell(year), Cell(half_term), Cell(subject.title), Cell(title, STRONG), Cell(STATES[slot.state]), Cell(slot.question or ""),
        Cell(slot.lessons or ""), Cell(", ".join(slot.words)), Cell(", ".join(slot.coverage)),
    )  # fmt: skip


def _word(topic: TopicProgress, word: Progress) -> tuple[Cell, ...]:
    elsewhere = sum(not each.here for each in word.returns)
    return (
        Cell(word.word, STRONG),
        Cell(word.meaning),
        *_taught(word.taught),
        Cell(len(word.returns)),
        Cell(elsewhere),
        Cell(_where(word)),
    )


def _taught(place: Place) -> tuple[Cell, ...]:
    return Cell(place.year), Cell(place.half_term), Cell(place.subject), Cell(place.topic), Cell(place.lesson)


def _where(word: Progress) -> str:
    """The lessons by topic: `Ancient Egypt 2, 3, 5; Rivers 3, 6`."""
    lessons: dict[str, list[str]] = {}
    for each in word.returns:
        lessons.setdefault(each.place.topic, []).append(str(each.place.lesson))
    return "; ".join(f"{topic} {', '.join(numbers)}" for topic, numbers in lessons.items())


def _return(word: Progress, each: Return) -> tuple[Cell, ...]:
    taught = f"{word.taught.subject}: {word.taught.topic}, lesson {word.taught.lesson}"
    return (Cell(word.word, STRONG), Cell(taught), *_taught(each.place), Cell(", ".join(each.parts)), Cell(each.sentence))


def _requirement(requirement: Covered) -> tuple[Cell, ...]:
    def named(state: State) -> str:
        topics = (topic for topic in requirement.topics if topic.state is state)
        return "; ".join(f"{topic.topic} (Year {topic.year}, {topic.half_term})" for topic in topics)

    return (
        Cell(requirement.text, STRONG), Cell(requirement.subject), Cell(requirement.source), Cell(COVERED[requirement.state]),
        Cell(named(State.WRITTEN)), Cell(named(State.PLANNED)), Cell(requirement.id),
    )  # fmt: skip
