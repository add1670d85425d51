"""Pages for machines: what each is about in schema.org's words, as JSON-LD.

Values on which sources differ are all given; a date is given as precisely as it is known, in ISO
8601, and one that is vague or open is not given at all. Addresses are relative to the page.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.evidence import without_citations
from generator.fields import Reference
from generator.model import Note, Source
from generator.page import Writer
from generator.site import page_path
from generator.statements import Statement, current

Values = dict[str, Any]
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_SEASON = 12
_ACTORS = {"person": "Person", "state": "Country"}
_NEWS = ("news", "article", "analysis", "report")
_FORCE = {"in force": "InForce", "suspended in part": "PartiallyInForce"}
"""What schema.org calls a status that is certain; all else that is certain is not in force."""


def describe(page: Writer) -> str:
    """Return the JSON-LD of the page of a note or source, safe within a script element."""
    document = page.document
    if isinstance(document, Source):
        about = _source(document)
    elif isinstance(document, Note) and document.folder in _OF_KIND:
        about = {**_named(document), **_OF_KIND[document.folder](page, document)}
        if document.folder not in {"topics", "treaties"}:
            about = {"@type": "WebPage", "name": document.title, "mainEntity": about}
        about["citation"] = [
            {"@type": "CreativeWork", "name": source.title, "url": page.address(page_path(source))}
            for _, source, _ in page.references()
        ]
    else:
        return ""
    known = {"@context": "https://schema.org", **_without_empty(about)}
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def _without_empty(values: Mapping[str, Any]) -> Values:
    return {
        key: _without_empty(value) if isinstance(value, dict) else value
        for key, value in values.items()
        if value not in (None, "", [], {})
    }


def _named(note: Note) -> Values:
    return {
        "name": note.title,
        "alternateName": list(note.fields.aliases),
        "description": without_citations(note.fields.summary),
        "sameAs": list(note.fields.same_as),
    }


def _one_or_all(values: Iterable[Any]) -> Any:  # noqa: ANN401 - JSON
    """Return the value, or all where sources differ."""
    found = list(dict.fromkeys(values))
    return found[0] if len(found) == 1 else found


def _dates(statements: tuple[Statement[Any], ...]) -> Any:  # noqa: ANN401 - JSON
    return _one_or_all(item.value.edtf for item in current(statements) if is_iso(item.value.edtf))


def is_iso(edtf: str) -> bool:
    """Say whether a date is one of ISO 8601, too: no season, no mark of doubt, no interval."""
    return bool(_ISO.fullmatch(edtf)) and not (len(edtf) > len("1961") and int(edtf[5:7]) > _SEASON)


def _things(page: Writer, statements: tuple[Statement[Reference], ...]) -> list[Values]:
    return [_thing(page, item.value) for item in current(statements)]


def _thing(page: Writer, reference: Reference) -> Values:
    """Return what a field names: with its page, if it has one."""
    note = page.site.index.resolve(reference, reference.folders)
    if note is None:
        return {"@type": "Thing", "name": str(reference)}
    return {"@type": _type(note), "name": note.title, "url": page.address(page_path(note))}


def _type(note: Note) -> str:
    if note.folder != "actors":
        return note.kind.schema_org
    return _ACTORS.get(note.fields.type, "Organization" if note.fields.type else "Thing")


def _actor(page: Writer, note: Note) -> Values:
    of, type_ = note.fields, _type(note)
    if type_ == "Person":
        return {
            "@type": type_,
            "birthDate": _dates(of.born),
            "deathDate": _dates(of.died),
            "jobTitle": [role.title for role in of.roles],
            "nationality": _things(page, of.country),
        }
    if type_ == "Organization":
        return {
            "@type": type_,
            "foundingDate": _dates(of.founded),
            "dissolutionDate": _dates(of.ended),
            "memberOf": _things(page, of.member_of),
        }
    return {"@type": type_}


def _treaty(page: Writer, note: Note) -> Values:
    of = note.fields
    status = page.site.statuses.get(note.id)
    certain = status.words[0] if status and len(status.words) == 1 else ""
    return {
        "@type": "Legislation",
        "legislationType": "treaty",
        "legislationDate": _dates(of.signed),
        "legislationLegalForce": _FORCE.get(certain, "NotInForce") if certain else "",
        "legislationRepeals": _things(page, of.replaces),
        "legislationChanges": _things(page, of.amends),
        "mentions": [_thing(page, party.party) for party in of.parties],
    }


def _event(page: Writer, note: Note) -> Values:
    of = note.fields
    starts = [item.value.edtf.partition("/")[0] for item in current(of.date)]
    ends = [item.value.edtf.partition("/")[2] for item in current(of.date)]
    return {
        "@type": "Event",
        "startDate": _one_or_all(filter(is_iso, starts)),
        "endDate": _one_or_all(filter(is_iso, ends)),
        "location": _things(page, of.place),
        "attendee": _things(page, of.actors),
        "about": _things(page, of.treaties),
    }


def _topic(page: Writer, note: Note) -> Values:
    of = note.fields
    return {
        "@type": "BackgroundNewsArticle",
        "headline": note.title,
        "description": without_citations(of.answer or of.summary),
        "about": _things(page, of.about),
    }


def _place(page: Writer, note: Note) -> Values:
    return {"@type": "Place", "containedInPlace": _things(page, note.fields.in_)}


_OF_KIND: Mapping[str, Callable[[Writer, Note], Values]] = {
    "actors": _actor,
    "treaties": _treaty,
    "events": _event,
    "topics": _topic,
    "places": _place,
    "terms": lambda _, __: {"@type": "DefinedTerm"},
}


def _source(source: Source) -> Values:
    of = source.fields
    is_news = any(word in of.type.lower() for word in _NEWS)
    return {
        "@type": "NewsArticle" if is_news else "CreativeWork",
        "name": source.title,
        "url": of.url,
        "author": [{"@type": "Person", "name": name} for name in of.authors],
        "publisher": {"@type": "Organization", "name": of.publisher} if of.publisher else "",
        "datePublished": of.published.edtf if of.published and is_iso(of.published.edtf) else "",
        "inLanguage": of.language,
        "license": of.licence if of.licence.startswith("https://") else "",
        "correction": [
            {"@type": "CorrectionComment", "text": f"¶{item.p}: {item.read}"}
            for item in of.corrections
            if item.read
        ],
    }
