"""The pages of the catalogue: what each says, that it needs nothing from elsewhere, and that no text in it can do harm."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from packager.document.catalogue import Catalogue
from packager.model.tones import contrast
from packager.plan.record import Entry
from packager.render.html.element import Markup, element
from packager.render.html.stock import Pack, Shown, Stock, may_show
from packager.render.html.style import style_sheet
from packager.render.html.write import pages
from tests.builders import curriculum, lesson_text
from tests.site_pages import Seen, broken_links, catalogue_of, made_of, seen

TOPIC_PAGE = "topics/y3-autumn-1-history-rome.html"
HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)>" onload="alert(3)'
LATER = {
    "curriculum/map.yaml": (
        "year-3: {autumn-1: {history: history/rome}, autumn-2: {history: history/gaul, geography: {planned: Rivers}}}\n"
        "year-4: {autumn-1: {history: {empty: a visit to a museum}}}\n"
    ),
    "units/history/rome/topic.yaml": (
        "title: Rome\nquestion: Who built it?\nwhy_this_why_now: It comes first.\ncontent_guidance: There is war.\n"
        "vocabulary: [{term: legion, lesson: 1, meaning: many soldiers, say: LEE-jun, forms: [legionary], example: The legion marched.}]\n"
    ),
    "units/history/gaul/topic.yaml": "title: Gaul\nbuilds_on: [history/rome/1]\n",
    "units/history/gaul/lesson-1.yaml": "title: The war\nchapter: [{text: A legion came over the hills.}]\n",
}


def entry(product: str, format: str, audience: str = "pupils", lesson: int | None = None, size: int = 1_500_000) -> Entry:
    """A built file of Rome."""
    path = f"packs/y3-autumn-1-history-rome/y3-history-rome-{product}.{format}"
    return Entry(path, product, format, "history/rome", lesson, "standard", 3, audience, size, "", "", ())


ENTRIES = (
    entry("booklet", "docx"),
    entry("booklet", "pdf"),
    entry("deck", "pptx", "teachers", 1),
    entry("teacher-guide", "pdf", "teachers"),
    entry("vocabulary", "pdf", size=30_400),
)


@pytest.fixture
def two(tmp_path: Path) -> Catalogue:
    """Two topics, of which the later one uses a word of the first."""
    return catalogue_of(curriculum(tmp_path, LATER))


def page(catalogue: Catalogue, path: str, stock: Stock | None = None) -> Seen:
    return seen(pages(catalogue, stock or Stock(())))[path]


def test_text_is_escaped_and_html_is_not() -> None:
    assert element("b", "<i> & ", Markup("<br>"), title='"') == '<b title="&quot;">&lt;i&gt; &amp; <br></b>'


def test_control_characters_never_reach_a_page() -> None:
    assert element("b", "a\x00b\x1bc\ud800d") == "<b>abcd</b>"


def test_every_page_says_what_it_is(tmp_path: Path) -> None:
    found = seen(made_of(curriculum(tmp_path, LATER)))
    kinds = {"index.html", "year-3.html", "year-4.html", TOPIC_PAGE, "words/legion.html", "words.html", "help.html"}
    assert kinds < set(found)
    for each in found.values():
        assert len(each.all("//h1")) == 1 and each.said("//h1")[0]
        assert each.root.get("lang") == "en-GB"
        assert each.said("//title")[0].endswith("Small")
        assert len(each.all("//main")) == len(each.all("//header")) == len(each.all("//footer")) == 1
        assert each.all("//body/*[1]")[0].get("href") == "#main"
        assert len(each.all('//input[@type="search"]')) == 1
        ids = each.all("//@id")
        assert len(ids) == len(set(ids)), each.path
    assert len({page.said("//title")[0] for page in found.values()}) == len(found)


def test_a_topic_and_a_word_are_the_heading_of_their_page(two: Catalogue) -> None:
    assert page(two, TOPIC_PAGE).said("//h1") == ["Rome"]
    assert page(two, "words/legion.html").said("//h1") == ["legion"]


def test_nothing_is_asked_of_another_host(tmp_path: Path) -> None:
    files = made_of(curriculum(tmp_path, LATER))
    for each in seen(files).values():
        assert not [address for address in each.loaded if ":" in address or address.startswith(("/", "//"))]
        assert "default-src 'none'" in each.all('//meta[@http-equiv="Content-Security-Policy"]')[0].get("content")
    for name, content in files.items():
        if name.endswith((".css", ".js")):
            assert not re.findall(rb"https?:|url\(\s*[\"']?//|fetch\(|XMLHttpRequest|import\(", content)


def test_every_link_leads_somewhere(tmp_path: Path) -> None:
    files = made_of(curriculum(tmp_path, LATER))
    assert list(broken_links(seen(files), set(files))) == []


def test_the_map_shows_every_slot_and_why_one_is_empty(two: Catalogue) -> None:
    front = page(two, "index.html")
    assert front.said("//section[@id='map']//a[contains(@class, 'slot')]") == ["Rome", "Gaul"]
    assert front.said("//span[contains(@class, 'planned')]") == ["Rivers , not here yet"]
    assert front.said("//span[contains(@class, 'empty')]") == ["A visit to a museum"]
    assert front.said("//th[@scope='row']") == ["History", "Geography", "History"]


def test_a_topic_tells_what_it_asks_and_why_and_what_hangs_on_it(two: Catalogue) -> None:
    rome = page(two, TOPIC_PAGE)
    text = rome.root.text_content()
    assert "Who built it?" in text and "It comes first." in text and "There is war." in text
    assert rome.said("//h2")[:4] == ["Why this, why now", "Lessons", "Words", "What it builds on and sets up"]
    assert rome.said("//ul[@class='ties']/li") == ["Gaul History · Year 3, Autumn 2 Words they share: legion"]
    gaul = page(two, "topics/y3-autumn-2-history-gaul.html")
    assert gaul.said("//ul[@class='ties']/li") == ["Rome History, lesson 1 · Year 3, Autumn 1 Words they share: legion"]


def test_a_word_tells_where_it_is_taught_and_where_it_comes_back(two: Catalogue) -> None:
    word = page(two, "words/legion.html")
    assert word.said("//p[@class='say']") == ["say LEE-jun"]
    assert word.said("//p[@class='taught']") == ["Rome, lesson 1: Seven hills History · Year 3, Autumn 1"]
    assert word.said("//ol[@class='returns']/li") == [
        "Gaul, lesson 1: The war History · Year 3, Autumn 2 · in the chapter and recall questions ‘A legion came over the hills.’"
    ]


def test_files_stand_with_size_and_date_and_for_whom(tmp_path: Path) -> None:
    dated = "title: Small\nyears: [3, 4]\nhalf_terms: [autumn-1, autumn-2]\ndate: '2026-09-01'\n"
    dated += 'subjects: {history: {title: History, colour: "#A5421C"}, geography: {title: Geography, colour: "#0A6F70"}}\n'
    catalogue = catalogue_of(curriculum(tmp_path, {**LATER, "curriculum/curriculum.yaml": dated}))
    packs = {"history/rome": Pack("packs/y3-autumn-1-history-rome.zip", 8_300_000)}
    rome = page(catalogue, TOPIC_PAGE, Stock(ENTRIES, packs=packs, pages={ENTRIES[1].path: 34}))
    rows = rome.said("//h2[@id='files']/following-sibling::div//tbody/tr")
    assert rows[0].startswith("Booklet 34 pages Pupils PDF : Booklet, 1.5 MB Word : Booklet, 1.5 MB 1.5 MB · 1.5 MB 1 September 2026")
    assert [row.split(" PDF")[0] for row in rows[1:2]] == ["Words 1 words and a quiz Pupils"]
    assert all("Teachers: has answers" in row for row in rows[2:]) and len(rows) == 4
    assert rome.said("//a[@class='button']") == ["Download the whole topic : Rome, zip, 8.3 MB"]


def test_no_text_of_an_author_becomes_script_or_element(tmp_path: Path) -> None:
    quoted = json.dumps(HOSTILE)
    files = {
        "curriculum/map.yaml": f"year-3: {{autumn-1: {{history: history/rome, geography: {{planned: {quoted}}}}}}}\n",
        "units/history/rome/topic.yaml": f"title: {quoted}\nquestion: {quoted}\nwhy_this_why_now: {quoted}\n"
        f"vocabulary: [{{term: {quoted}, lesson: 1, meaning: {quoted}, say: {quoted}, example: {quoted}}}]\n",
        "units/history/rome/lesson-1.yaml": lesson_text(quoted, question=quoted, outcome=quoted),
    }
    made = made_of(curriculum(tmp_path, files))
    for each in seen(made).values():
        scripts = each.all("//script")
        assert len(scripts) <= 2 and all(s.get("src") or s.get("type") == "application/ld+json" for s in scripts)
        assert not each.all("//img[@onerror] | //*[@onload] | //*[starts-with(name(), 'on')] | //@*[starts-with(name(), 'on')]")
        assert "alert(1)</script" not in each.text
    assert page(catalogue_of(curriculum(tmp_path, files)), TOPIC_PAGE).data["name"] == HOSTILE
    assert seen(made)[TOPIC_PAGE].said("//h1") == [HOSTILE]
    assert b"</script" not in made["assets/search-data.js"]


def test_pages_carry_data_for_search_engines(two: Catalogue) -> None:
    data = page(two, TOPIC_PAGE).data
    assert data["@type"] == "LearningResource" and data["name"] == "Rome" and data["educationalLevel"]["name"] == "Year 3"
    assert data["hasPart"] == [{"@type": "LearningResource", "name": "Seven hills", "position": 1, "learningResourceType": "lesson"}]
    assert page(two, "words/legion.html").data["teaches"] == {"@type": "DefinedTerm", "name": "legion", "description": "many soldiers"}


def test_the_search_index_holds_topics_lessons_and_words(tmp_path: Path) -> None:
    script = made_of(curriculum(tmp_path, LATER))["assets/search-data.js"].decode()
    rows = json.loads(script.removeprefix("window.catalogueIndex=").rstrip().removesuffix(";"))
    assert rows[0] == [0, "Rome", "History, Year 3, Autumn 1", TOPIC_PAGE, "Who built it?"]
    assert [row[:2] for row in rows[2:4]] == [[1, "Seven hills"], [1, "The war"]]
    assert rows[-1] == [2, "legion", "many soldiers", "words/legion.html", "LEE-jun legionary"]


def test_a_shop_window_shows_no_file_of_teachers_and_no_full_text(two: Catalogue) -> None:
    shown = tuple(each for each in ENTRIES if may_show(each, Shown.PUBLIC))
    assert [each.product for each in shown] == ["vocabulary"]
    made = pages(two, Stock(shown, Shown.PUBLIC))
    assert not [path for path, content in made.items() if b"pptx" in content or b"booklet." in content or b"came over the hills" in content]


def test_pupils_are_given_nothing_that_speaks_to_teachers(two: Catalogue) -> None:
    shown = tuple(each for each in ENTRIES if may_show(each, Shown.PUPILS))
    rome = page(two, TOPIC_PAGE, Stock(shown, Shown.PUPILS)).text
    assert "It comes first." not in rome and "There is war." not in rome and "for teachers" not in rome and "Booklet" in rome


def test_words_spelt_alike_and_names_that_windows_refuses_have_pages_of_their_own(tmp_path: Path) -> None:
    words = "vocabulary: [{term: con, lesson: 1, meaning: to trick}, {term: bank, lesson: 1, meaning: of a river, sense: river},"
    words += " {term: Bank, lesson: 1, meaning: of money, sense: money}, {term: Ὅμηρος, lesson: 1, meaning: a poet}]\n"
    made = made_of(curriculum(tmp_path, {"units/history/rome/topic.yaml": f"title: Rome\n{words}"}))
    names = sorted(path for path in made if path.startswith("words/"))
    assert names[1:] == ["words/bank-rome.html", "words/bank.html", "words/con-word.html"]
    assert names[0].isascii()


def test_many_words_are_listed_letter_by_letter(two: Catalogue) -> None:
    made = pages(grown(two, 1, 600), Stock(()))
    assert {"words-a.html", "words-w.html"} <= set(made)
    assert len(made["words.html"]) < 20_000


def test_pages_stay_light_on_432_lessons_and_3000_words(two: Catalogue) -> None:
    made = pages(grown(two, 72, 42), Stock(()))
    assert max(map(len, made.values())) < 70_000  # beside fonts, style, script and patterns, which are 80 kB


@pytest.mark.parametrize("colour", ["#A5421C", "#0A6F70", "#46277A", "#163A2C", "#000000"])
def test_accents_can_be_read_in_the_dark(two: Catalogue, tmp_path: Path, colour: str) -> None:
    tinted = replace(two, subjects=(replace(two.subjects[0], colour=colour),))
    dark = style_sheet(tinted, curriculum(tmp_path).theme).partition("prefers-color-scheme")[2]
    tint, spoken = re.findall(r"\.subject-1\{--tint: (#\w+);--spoken: (#\w+);", dark)[0]
    assert min(contrast(spoken, ground) for ground in (tint, "#12181E", "#1B242C", "#182028")) >= 4.5


def grown(catalogue: Catalogue, topics: int, words: int) -> Catalogue:
    """The first topic over and over, with six lessons and many words."""
    first = next(iter(catalogue.topics.values()))
    grown = {}
    for number in range(topics):
        identity = f"history/rome-{number}"
        place = replace(first.words[0].place, topic=identity)
        made = tuple(
            replace(first.words[0], id=f"{identity}/vocabulary/{n}", term=f"{'wa'[n % 2]}ord{number}x{n}", place=place)
            for n in range(words)
        )
        lessons = tuple(replace(first.lessons[0], number=n) for n in range(1, 7))
        imprint = replace(first.imprint, topic=identity, year=3 + number % 4, half_term=f"Autumn {number // 12}")
        grown[identity] = replace(first, imprint=imprint, lessons=lessons, words=made)
    return replace(catalogue, topics=grown)


def test_a_programme_without_a_single_topic_has_a_catalogue_too(tmp_path: Path) -> None:
    files = {"units/history/rome/topic.yaml": None, "units/history/rome/lesson-1.yaml": None, "units/history/unit.yaml": None}
    planned = {"curriculum/map.yaml": "year-3: {autumn-1: {history: {planned: Rome}}}\n"}
    made = made_of(curriculum(tmp_path, {**files, **planned}))
    assert seen(made)["index.html"].said("//span[contains(@class, 'planned')]") == ["Rome , not here yet"]
    assert list(broken_links(seen(made), set(made))) == []
