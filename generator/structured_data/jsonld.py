"""Pages for machines: each describes itself and its subject as JSON-LD.

A page is not what it is about: sources are cited by the page, and what happened is its main entity;
an explainer alone is its page. Claims are given no reviews: who made them is not known. Addresses
are relative to the page.
"""

import json
from collections.abc import Mapping

from generator.facts.history import stamp
from generator.notes.model import Note, Source, Topic
from generator.structured_data.described import DescribedPage
from generator.structured_data.notes import of_note
from generator.structured_data.sources import cited, of_source
from generator.structured_data.things import (
    JsonObject,
    identity,
    iso_date,
    named,
    organization,
)
from generator.text.plain import plain

LANGUAGE = "en"
_UNSAFE = "<>&\u2028\u2029"
"""Characters that could end a script element, or a line of a script."""


def describe(page: DescribedPage) -> str:
    """Return the JSON-LD of a page, safe within a script element; nothing for a list."""
    described = _described(page)
    if not described:
        return ""
    known = {
        "@context": "https://schema.org",
        **_without_empty(described),
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    for letter in _UNSAFE:
        escaped = f"\\u{ord(letter):04x}"
        text = text.replace(letter, escaped)
    return text


def _described(page: DescribedPage) -> JsonObject:
    if page.path == "index.md":
        return _home(page)
    match page.document:
        case Source() as source:
            return _page(page, source) | {"mainEntity": of_source(page, source)}
        case Topic() as topic:
            return _explainer(page, topic)
        case Note() as note:
            about = {"mainEntity": of_note(page, note)}
            return _page(page, note) | about | _rests_on(page, note)
        case _:
            return {}


def _without_empty(values: Mapping[str, object]) -> JsonObject:
    """Return a thing, and the things within it, without empty properties."""
    known: JsonObject = {}
    for key, value in values.items():
        kept = _kept(value)
        if kept not in (None, "", [], {}):
            known[key] = kept
    return known


def _kept(value: object) -> object:
    if isinstance(value, list):
        return [_kept(item) for item in value]
    if isinstance(value, dict):
        return _without_empty(value)
    return value


def _home(page: DescribedPage) -> JsonObject:
    about = {
        "inLanguage": LANGUAGE,
        "description": page.site.settings.site.description,
    }
    return _site(page) | about


def _site(page: DescribedPage) -> JsonObject:
    home = page.address("index.md")
    return {
        "@type": "WebSite",
        "@id": f"{home}#site",
        "name": page.site.settings.site.name,
        "url": home,
    }


def _page(page: DescribedPage, document: Note | Source) -> JsonObject:
    """Return what a page says of itself, whatever it is about."""
    return {
        "@type": "WebPage",
        "@id": "./",
        "name": document.title,
        "inLanguage": LANGUAGE,
        "isPartOf": _site(page),
        "breadcrumb": _breadcrumb(page, document),
        **_history(page, document),
    }


def _breadcrumb(page: DescribedPage, document: Note | Source) -> JsonObject:
    """Return the way from home to a page."""
    folder = document.folder
    section = "Sources"
    if isinstance(document, Note):
        section = document.kind.plural
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            _step(1, page.address("index.md"), "Home"),
            _step(2, page.address(f"{folder}/index.md"), section),
            _step(3, "./", document.title),
        ],
    }


def _step(number: int, address: str, name: str) -> JsonObject:
    item = {
        "@type": "WebPage",
        "@id": address,
    }
    return {
        "@type": "ListItem",
        "position": number,
        "item": item,
        "name": name,
    }


def _history(page: DescribedPage, document: Note | Source) -> JsonObject:
    """Return when a page was published and changed, if that is known."""
    changes = page.site.as_of.history.get(document.path)
    if not changes:
        return {}
    newest = changes[0]
    oldest = changes[-1]
    return {
        "datePublished": stamp(oldest.at),
        "dateModified": stamp(newest.at),
    }


def _rests_on(page: DescribedPage, note: Note) -> JsonObject:
    """Return the sources of a page, and its corrections."""
    corrections: list[JsonObject] = []
    for corrected in note.fields.corrected:
        correction: JsonObject = {
            "@type": "CorrectionComment",
            "text": plain(corrected.what),
            "datePublished": iso_date(corrected.date),
        }
        corrections.append(correction)
    return {
        "citation": [cited(page, source) for source in page.cited],
        "correction": corrections,
    }


def _explainer(page: DescribedPage, topic: Topic) -> JsonObject:
    """Return an explainer, which is its page itself."""
    fields = topic.fields
    itself = _page(page, topic) | _rests_on(page, topic)
    breadcrumb = itself.pop("breadcrumb")
    home = page.address("index.md")
    publisher = organization(page.site.settings.site.name)
    if publisher:
        publisher["url"] = home
    main_page = {
        "@type": "WebPage",
        "@id": "./",
        "breadcrumb": breadcrumb,
    }
    return {
        **itself,
        "@type": topic.kind.schema_org,
        "@id": identity(page, topic),
        "headline": topic.title,
        "alternateName": list(fields.aliases),
        "alternativeHeadline": fields.question,
        "description": plain(fields.answer or fields.summary),
        "publisher": publisher,
        "image": f"{home}{page.card.path}" if page.card else "",
        "about": named(page, fields.about),
        "mainEntityOfPage": main_page,
    }
