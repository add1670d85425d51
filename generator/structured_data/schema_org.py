"""What notes and sources are about, in schema.org's words.

Values on which sources differ are all given; a date is given as precisely as it is known, in ISO
8601, and one that is vague or open is not given at all. What a field does not say is not said
either: a person's country is no nationality. A thing has an address of its own within its page.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.facts.site import page_path
from generator.notes.model import Actor, Event, Note, Place, Source, Term, Treaty
from generator.schema.notes import Role
from generator.schema.statements import Statement, current
from generator.schema.values import Reference
from generator.structured_data.described import DescribedPage
from generator.text.plain import without_citations

Values = dict[str, Any]
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_DEGREES = re.compile(
    r"\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*", re.ASCII
)
_SEASON = 12
_ACTORS = {"person": "Person", "state": "Country"}
_SOURCES = {
    "NewsArticle": ("news", "article", "analysis", "report", "wire"),
    "OpinionNewsArticle": ("opinion",),
}
_FORCE = {"in force": "InForce", "suspended in part": "PartiallyInForce"}
"""What schema.org calls a status that is certain; all else that is certain is not in force."""


def cited(page: DescribedPage, source: Source) -> Values:
    """Return a work as those name it that rest on it."""
    return {
        "@type": _source_type(source),
        "@id": identity(page, source),
        "name": source.title,
        "url": source.fields.url,
    }


def identity(page: DescribedPage, document: Note | Source) -> str:
    """Return the address of what a page is about, which is not that of the page."""
    return (
        "#it"
        if document is page.document
        else f"{page.address(page_path(document))}#it"
    )


def of_note(page: DescribedPage, note: Note) -> Values:
    """Return what the page of a note is about."""
    names = [*note.fields.aliases, *_official(note)]
    return {
        "@type": _type(note),
        "@id": identity(page, note),
        "name": note.title,
        "alternateName": list(dict.fromkeys(names)),
        "description": without_citations(note.fields.summary),
        "sameAs": list(note.fields.same_as),
        **_of_kind(page, note),
    }


def _official(note: Note) -> list[str]:
    if not isinstance(note, Treaty | Actor):
        return []
    return [item.value for item in current(note.fields.official_name)]


def _of_kind(page: DescribedPage, note: Note) -> Values:
    """Return what is said of things of its kind alone."""
    match note:
        case Actor():
            return _actor(page, note)
        case Treaty():
            return _treaty(page, note)
        case Event():
            return _event(page, note)
        case Place():
            return _place(page, note)
        case Term():
            return _term(page, note)
        case _:
            return {}


def _one_or_all(values: Iterable[Any]) -> Any:  # noqa: ANN401 - JSON
    """Return the value, or all where sources differ."""
    found = list(dict.fromkeys(values))
    return found[0] if len(found) == 1 else found


def _dates(statements: tuple[Statement[Any], ...]) -> Any:  # noqa: ANN401 - JSON
    return _one_or_all(
        item.value.edtf for item in current(statements) if is_iso(item.value.edtf)
    )


def is_iso(edtf: str) -> bool:
    """Say whether a date is one of ISO 8601, too: no season, no mark of doubt, no interval."""
    return bool(_ISO.fullmatch(edtf)) and not (
        len(edtf) > len("1961") and int(edtf[5:7]) > _SEASON
    )


def named(
    page: DescribedPage, statements: tuple[Statement[Reference], ...]
) -> list[Values]:
    """Return what the values of a field name."""
    return [_one_named(page, item.value) for item in current(statements)]


def _one_named(page: DescribedPage, reference: Reference) -> Values:
    """Return what a field names: with its address, if it has a page."""
    note = page.site.index.resolve(reference, reference.folders)
    if note is None:
        return {"@type": "Thing", "name": str(reference)}
    return {"@type": _type(note), "@id": identity(page, note), "name": note.title}


def _type(note: Note) -> str:
    if not isinstance(note, Actor):
        return note.kind.schema_org
    return _ACTORS.get(
        note.fields.type or "", "Organization" if note.fields.type else "Thing"
    )


def _of_type(things: Iterable[Values], *types: str) -> list[Values]:
    """Return the things of some types: a state is no organisation to schema.org, but a place."""
    return [thing for thing in things if thing["@type"] in types]


def _actor(page: DescribedPage, note: Actor) -> Values:
    of, type_ = note.fields, _type(note)
    if type_ == "Person":
        held = [] if of.died else [role for role in of.roles if not role.to]
        whose = [_one_named(page, role.of) for role in held if role.of]
        return {
            "birthDate": _dates(of.born),
            "deathDate": _dates(of.died),
            "jobTitle": [role.title for role in held],
            "affiliation": _of_type(whose, "Organization"),
            "hasOccupation": [_former(role) for role in of.roles if role not in held],
        }
    if type_ == "Organization":
        return {
            "foundingDate": _dates(of.founded),
            "dissolutionDate": _dates(of.ended),
            "memberOf": _of_type(named(page, of.member_of), "Organization"),
        }
    return {}


def _former(role: Role) -> Values:
    """Return an office that is no longer held, with its time."""
    return {
        "@type": "Role",
        "hasOccupation": {"@type": "Occupation", "name": role.title},
        "startDate": _dates(role.from_),
        "endDate": _dates(role.to),
    }


def _treaty(page: DescribedPage, note: Treaty) -> Values:
    of = note.fields
    status = page.site.as_of.statuses.get(note.id)
    certain = status.words[0] if status and status.is_certain else ""
    force = _FORCE.get(certain, "NotInForce")
    return {
        "url": of.text_url,
        "legislationType": "treaty",
        "legislationDate": _dates(of.signed),
        "legislationLegalForce": f"https://schema.org/{force}" if certain else "",
        "legislationRepeals": _of_type(named(page, of.replaces), "Legislation"),
        "legislationChanges": _of_type(named(page, of.amends), "Legislation"),
        "mentions": [_one_named(page, party.party) for party in of.parties],
    }


def _event(page: DescribedPage, note: Event) -> Values:
    of = note.fields
    starts = [item.value.edtf.partition("/")[0] for item in current(of.date)]
    ends = [item.value.edtf.partition("/")[2] for item in current(of.date)]
    actors = named(page, of.actors)
    attending = _of_type(actors, "Person", "Organization")
    return {
        "startDate": _one_or_all(filter(is_iso, starts)),
        "endDate": _one_or_all(filter(is_iso, ends)),
        "location": _of_type(named(page, of.place), "Place", "Country"),
        "attendee": attending,
        "about": [
            *(thing for thing in actors if thing not in attending),
            *named(page, of.treaties),
        ],
        "superEvent": _of_type(named(page, of.part_of), "Event"),
    }


def _place(page: DescribedPage, note: Place) -> Values:
    within = _of_type(named(page, note.fields.in_), "Country", "Place")
    found = _DEGREES.fullmatch(note.fields.latlon)
    where = (
        zip(("latitude", "longitude"), map(float, found.groups()), strict=True)
        if found
        else ()
    )
    return {
        "containedInPlace": within,
        "geo": {"@type": "GeoCoordinates", **dict(where)} if found else "",
    }


def _term(page: DescribedPage, note: Term) -> Values:
    where = page.address(f"{note.folder}/index.md")
    of = {"@type": "DefinedTermSet", "@id": where, "name": note.kind.plural}
    return {"inDefinedTermSet": of}


def _source_type(source: Source) -> str:
    words = source.fields.type.lower()
    fitting = (
        type_
        for type_, signs in _SOURCES.items()
        if any(sign in words for sign in signs)
    )
    return next(fitting, "CreativeWork")


def of_source(page: DescribedPage, source: Source) -> Values:
    """Return what the page of a source is about: a work of somebody else's."""
    of = source.fields
    return {
        **cited(page, source),
        "author": [{"@type": "Person", "name": name} for name in of.authors],
        "publisher": {"@type": "Organization", "name": of.publisher}
        if of.publisher
        else "",
        "datePublished": of.published.edtf
        if of.published and is_iso(of.published.edtf)
        else "",
        "inLanguage": of.language,
        "license": of.licence if of.licence.startswith("https://") else "",
        "correction": list(_misprints(page, source)),
    }


def _misprints(page: DescribedPage, source: Source) -> Iterator[Values]:
    """Yield how to read what a source prints wrong: the site says so, not its publisher."""
    name = page.site.settings.site.name
    for item in source.fields.corrections:
        if item.read:
            printed = f'"{item.printed}" should read ' if item.printed else ""
            yield {
                "@type": "CorrectionComment",
                "text": f'¶{item.p}: {printed}"{item.read}"',
                "author": {"@type": "Organization", "name": name} if name else "",
            }
