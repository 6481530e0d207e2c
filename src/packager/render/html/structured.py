"""What search engines and repositories of teaching material read: schema.org as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from packager.document.catalogue import Catalogue, CatalogueTopic
from packager.document.catalogue_words import CatalogueWord
from packager.render.html.element import Markup

_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def script(data: dict[str, Any]) -> Markup:
    """Data for other programs. No text in it can end the element it stands in, or begin another."""
    return Markup(f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False).translate(_ESCAPES)}</script>\n')


def of_programme(catalogue: Catalogue) -> dict[str, Any]:
    """The whole programme as a course."""
    about = [{"@type": "Thing", "name": subject.title} for subject in catalogue.subjects]
    return {"@context": "https://schema.org", "@type": "Course", "name": catalogue.imprint.programme, "about": about} | _rights(catalogue)


def of_topic(catalogue: Catalogue, topic: CatalogueTopic) -> dict[str, Any]:
    """A topic as a learning resource, its lessons as parts."""
    imprint = topic.imprint
    lessons = [
        {"@type": "LearningResource", "name": lesson.title, "position": lesson.number, "learningResourceType": "lesson"}
        | ({"teaches": lesson.outcome} if lesson.outcome else {})
        for lesson in topic.lessons
    ]
    found = _resource(imprint.title, "unit of lessons", imprint.subject_title, imprint.year)
    terms = [{"@type": "DefinedTerm", "name": word.term, "description": word.meaning} for word in topic.words]
    return found | {"description": imprint.question or imprint.title, "hasPart": lessons, "teaches": terms} | _rights(catalogue)


def of_word(catalogue: Catalogue, word: CatalogueWord) -> dict[str, Any]:
    """A word as a learning resource that teaches a defined term."""
    found = _resource(word.term, "vocabulary", word.place.subject, word.place.year)
    teaches = {"@type": "DefinedTerm", "name": word.term, "description": word.meaning}
    return found | {"teaches": teaches, "isPartOf": {"@type": "LearningResource", "name": word.place.topic_title}} | _rights(catalogue)


def _resource(name: str, kind: str, subject: str, year: int) -> dict[str, Any]:
    level = {"@type": "DefinedTerm", "name": f"Year {year}"}
    about = {"@type": "Thing", "name": subject}
    return {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": name,
        "learningResourceType": kind,
        "educationalLevel": level,
        "about": about,
    }


def _rights(catalogue: Catalogue) -> dict[str, Any]:
    imprint = catalogue.imprint
    said = {
        "inLanguage": imprint.language,
        "license": imprint.licence_url or imprint.licence,
        "version": catalogue.version,
        "dateModified": imprint.date,
        "publisher": {"@type": "Organization", "name": imprint.publisher} if imprint.publisher else None,
    }
    return {name: value for name, value in said.items() if value}
