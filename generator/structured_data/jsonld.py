"""Pages for machines: what each says of itself and of what it is about, as JSON-LD.

A page is not what it is about: sources are cited by the page, and what happened is its main entity;
an explainer alone is its page. Claims are given no reviews: who made them is not known. Addresses
are relative to the page.
"""

import json
from collections.abc import Mapping

from generator.facts.history import stamp
from generator.notes.model import KINDS, Note, Source, Topic
from generator.structured_data.described import DescribedPage
from generator.structured_data.schema_org import (
    Values,
    cited,
    identity,
    is_iso,
    named,
    of_note,
    of_source,
)
from generator.text.plain import without_citations

LANGUAGE = "en"
_KINDS = frozenset(KINDS) - {"topics"}


def describe(page: DescribedPage) -> str:
    """Return the JSON-LD of a page, safe within a script element; nothing for a list."""
    document = page.document
    if page.path == "index.md":
        described = page.site.settings.site.description
        about = {**_site(page), "inLanguage": LANGUAGE, "description": described}
    elif isinstance(document, Source):
        about = _page(page, document, mainEntity=of_source(page, document))
    elif isinstance(document, Topic):
        about = _topic(page, document)
    elif isinstance(document, Note) and document.folder in _KINDS:
        about = _page(
            page,
            document,
            mainEntity=of_note(page, document),
            **_rests_on(page, document),
        )
    else:
        return ""
    known = {"@context": "https://schema.org", **_without_empty(about)}
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def _without_empty(values: Mapping[str, object]) -> Values:
    return {
        key: kept
        for key, value in values.items()
        if (kept := _kept(value)) not in (None, "", [], {})
    }


def _kept(value: object) -> object:
    if isinstance(value, list):
        return [_kept(item) for item in value]
    return _without_empty(value) if isinstance(value, dict) else value


def _site(page: DescribedPage) -> Values:
    home = page.address("index.md")
    name = page.site.settings.site.name
    return {"@type": "WebSite", "@id": f"{home}#site", "name": name, "url": home}


def _page(page: DescribedPage, document: Note | Source, **more: object) -> Values:
    """Return what is to be said of a page itself, whatever it is about."""
    return {
        "@type": "WebPage",
        "@id": "./",
        "name": document.title,
        "inLanguage": LANGUAGE,
        "isPartOf": _site(page),
        "breadcrumb": _way(page, document),
        **_history(page, document),
        **more,
    }


def _way(page: DescribedPage, document: Note | Source) -> Values:
    """Return the way from home to a page."""
    kind = KINDS[document.folder].plural if document.folder in KINDS else "Sources"
    steps = {
        "index.md": "Home",
        f"{document.folder}/index.md": kind,
        page.path: document.title,
    }
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "item": _step(page, path),
                "name": name,
            }
            for number, (path, name) in enumerate(steps.items(), 1)
        ],
    }


def _step(page: DescribedPage, path: str) -> Values:
    return {
        "@type": "WebPage",
        "@id": "./" if path == page.path else page.address(path),
    }


def _history(page: DescribedPage, document: Note | Source) -> Values:
    """Return when a page was published and changed, if that is known."""
    changes = page.site.as_of.history.get(document.path)
    if not changes:
        return {}
    return {
        "datePublished": stamp(changes[-1].at),
        "dateModified": stamp(changes[0].at),
    }


def _rests_on(page: DescribedPage, note: Note) -> Values:
    """Return the sources of a page, and what was put right on it."""
    return {
        "citation": [cited(page, source) for source in page.cited],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": without_citations(item.what),
                "datePublished": item.date.edtf if is_iso(item.date.edtf) else "",
            }
            for item in note.fields.corrected
        ],
    }


def _topic(page: DescribedPage, note: Topic) -> Values:
    """Return an explainer, which is its page itself."""
    of, site = note.fields, page.site.settings.site
    card = page.card
    itself = _page(page, note, **_rests_on(page, note))
    publisher = {
        "@type": "Organization",
        "name": site.name,
        "url": page.address("index.md"),
    }
    return {
        **{key: value for key, value in itself.items() if key != "breadcrumb"},
        "@type": note.kind.schema_org,
        "@id": identity(page, note),
        "headline": note.title,
        "alternateName": list(of.aliases),
        "alternativeHeadline": of.question,
        "description": without_citations(of.answer or of.summary),
        "publisher": publisher if site.name else "",
        "image": f"{page.address('index.md')}{card.path}" if card else "",
        "about": named(page, of.about),
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": "./",
            "breadcrumb": itself["breadcrumb"],
        },
    }
