"""The pages beside topics and words: files for leaders, and help."""

from __future__ import annotations

from packager.render.html.element import Markup, element
from packager.render.html.file_table import file_table
from packager.render.html.frame import Page, Site
from packager.render.html.paths import HELP, LEADERS


def leaders_page(site: Site) -> Page | None:
    """The files of the whole programme; None where there are none."""
    rows = site.whole_rows
    if not rows:
        return None
    said = "Files of the whole programme, to plan with: the map, the words as they build up, and what is covered."
    head = element("div", element("h1", "For leaders"), element("p", said, class_="lead"), class_="wide page")
    return Page(LEADERS, "For leaders", said, element("div", head, file_table(rows, "", site.catalogue.imprint.date)), "For leaders")


def help_page(site: Site) -> Page:
    """How to find, download, open and use what is here."""
    sections = [_find(), _files(site), _accessibility(), _licence(site)]
    body = element("div", element("h1", "Help"), sections, class_="wide page help")
    return Page(HELP, "Help", "How to find a topic, download it, open it and use it.", body, "Help")


def _section(title: str, place: str, *paragraphs: str | Markup) -> Markup:
    return element("section", element("h2", title, id=place), [element("p", text, class_="prose") for text in paragraphs])


def _find() -> Markup:
    return _section(
        "Finding a topic, a lesson or a word",
        "find",
        "Type into the search field on any page. Topics come first, then lessons, then words. The arrow keys go through what was found, "
        "Enter opens it, Escape empties the field.",
        "The front page shows every year, half-term and subject. The page of a topic shows each lesson, with pictures of the booklet and "
        "of the slides. The page of a word tells where it is taught and every lesson that it comes back in.",
        "These pages need no network. They work from a school’s server, from a shared drive and from a USB stick: open index.html.",
    )


def _files(site: Site) -> Markup:
    if site.is_public:
        return _section("Opening and printing files", "files", "Booklets, slides and guides come to schools that use the programme.")
    if not site.stock.packs:
        return _section(
            "Opening and printing files",
            "files",
            "The files stand beside these pages, in the folder packs. Copy the whole folder to your computer before you open what is in it "
            "(on Windows: right-click the zip file, Extract All). The table of files on the page of a topic says who each file is for. "
            "What is for teachers may have answers in it: do not put it where pupils can read it.",
            "Print the PDF files as they are, on A4, without scaling. Word and PowerPoint files are yours to change.",
        )
    return _section(
        "Opening and printing files",
        "files",
        "‘Download the whole topic’ saves one zip file. Open it and copy the folder out of it (on Windows: right-click, Extract All) "
        "before you open what is in it. What is for pupils stands in the folder for-pupils. What stands in for-teachers has answers in it: "
        "do not put it where pupils can read it.",
        "Print the PDF files as they are, on A4, without scaling. Word and PowerPoint files are yours to change.",
    )


def _accessibility() -> Markup:
    return _section(
        "Accessibility",
        "accessibility",
        "Every page can be used with a keyboard and with a screen reader, follows the light or dark setting of your computer, and can be "
        "printed. Booklets are PDF files tagged to PDF/UA-1; Word files have real headings; slides have titles, alternative texts and a "
        "reading order. No subject is told by its colour alone.",
    )


def _licence(site: Site) -> Markup:
    imprint = site.catalogue.imprint
    name: Markup = element("span", imprint.licence or "All rights reserved")
    if imprint.licence_url and imprint.licence_url.startswith(("https://", "http://")):
        name = element("a", imprint.licence, href=imprint.licence_url, rel="license")
    who = f"© {imprint.publisher}. " if imprint.publisher else ""
    terms = element("p", who, "Licence: ", name, ".", class_="prose")
    pictures = element("p", "The credit of every picture stands on the page of its topic, and in each file that shows it.", class_="prose")
    fonts = element(
        "p", "These pages are set in Literata, Atkinson Hyperlegible and Arimo, under the SIL Open Font License; ",
        "their licences stand beside them in assets/fonts.", class_="prose",
    )  # fmt: skip
    return element("section", element("h2", "Licence and credits", id="licence"), terms, pictures, fonts)
