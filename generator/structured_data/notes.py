"""What the pages of notes are about, in schema.org's words.

Nothing is inferred: a person's country is not given as a nationality.
"""

import re
from collections.abc import Mapping

from generator.facts.treaty_course import TreatyStatus
from generator.facts.treaty_status import Status
from generator.notes.model import Actor, Event, Note, Place, Term, Treaty
from generator.schema.notes import ActorFields, Role
from generator.schema.statements import current_values
from generator.structured_data.described import DescribedPage
from generator.structured_data.things import (
    JsonObject,
    identity,
    is_iso,
    iso_dates,
    named,
    of_types,
    one_named,
    one_or_all,
    type_of,
)
from generator.text.plain import plain

_DEGREES = re.compile(
    r"\s*(?P<latitude>-?\d{1,2}(?:\.\d+)?)\s*,"
    r"\s*(?P<longitude>-?\d{1,3}(?:\.\d+)?)\s*",
    re.ASCII,
)
_LEGAL_FORCE: Mapping[TreatyStatus, str] = {
    "in force": "InForce",
    "suspended in part": "PartiallyInForce",
}
"""What schema.org calls a status that is certain; all else that is certain is not in force."""


def of_note(page: DescribedPage, note: Note) -> JsonObject:
    """Return what the page of a note is about."""
    fields = note.fields
    names = dict.fromkeys([*fields.aliases, *_official_names(note)])
    return {
        "@type": type_of(note),
        "@id": identity(page, note),
        "name": note.title,
        "alternateName": list(names),
        "description": plain(fields.summary),
        "sameAs": list(fields.same_as),
        **_of_kind(page, note),
    }


def _official_names(note: Note) -> list[str]:
    if not isinstance(note, Treaty | Actor):
        return []
    return current_values(note.fields.official_name)


def _of_kind(page: DescribedPage, note: Note) -> JsonObject:
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


def _actor(page: DescribedPage, note: Actor) -> JsonObject:
    match type_of(note):
        case "Person":
            return _person(page, note.fields)
        case "Organization":
            return _organisation(page, note.fields)
        case _:
            return {}


def _person(page: DescribedPage, fields: ActorFields) -> JsonObject:
    held, former = _held_and_former(fields)
    employers = [one_named(page, role.of) for role in held if role.of]
    return {
        "birthDate": iso_dates(fields.born),
        "deathDate": iso_dates(fields.died),
        "jobTitle": [role.title for role in held],
        "affiliation": of_types(employers, "Organization"),
        "hasOccupation": [_former(role) for role in former],
    }


def _held_and_former(fields: ActorFields) -> tuple[list[Role], list[Role]]:
    """Divide the offices of a person; the dead hold none."""
    held: list[Role] = []
    former: list[Role] = []
    for role in fields.roles:
        has_ended = role.to or fields.died
        if has_ended:
            former.append(role)
        else:
            held.append(role)
    return held, former


def _former(role: Role) -> JsonObject:
    """Return an office that is no longer held, with its time."""
    occupation = {
        "@type": "Occupation",
        "name": role.title,
    }
    return {
        "@type": "Role",
        "hasOccupation": occupation,
        "startDate": iso_dates(role.from_),
        "endDate": iso_dates(role.to),
    }


def _organisation(page: DescribedPage, fields: ActorFields) -> JsonObject:
    bodies = named(page, fields.member_of)
    return {
        "foundingDate": iso_dates(fields.founded),
        "dissolutionDate": iso_dates(fields.ended),
        "memberOf": of_types(bodies, "Organization"),
    }


def _treaty(page: DescribedPage, note: Treaty) -> JsonObject:
    fields = note.fields
    status = page.site.as_of.statuses.get(note.id)
    repealed = named(page, fields.replaces)
    changed = named(page, fields.amends)
    return {
        "url": fields.text_url,
        "legislationType": "treaty",
        "legislationDate": iso_dates(fields.signed),
        "legislationLegalForce": _legal_force(status),
        "legislationRepeals": of_types(repealed, "Legislation"),
        "legislationChanges": of_types(changed, "Legislation"),
        "mentions": [one_named(page, party.party) for party in fields.parties],
    }


def _legal_force(status: Status | None) -> str:
    """Return whether a treaty is in force, if that is certain."""
    if status is None or not status.is_certain:
        return ""
    word = status.words[0]
    force = _LEGAL_FORCE.get(word, "NotInForce")
    return f"https://schema.org/{force}"


def _event(page: DescribedPage, note: Event) -> JsonObject:
    fields = note.fields
    starts: list[str] = []
    ends: list[str] = []
    for date in current_values(fields.date):
        start, _, end = date.edtf.partition("/")
        starts.append(start)
        ends.append(end)
    places = named(page, fields.place)
    wholes = named(page, fields.part_of)
    actors = named(page, fields.actors)
    attending = of_types(actors, "Person", "Organization")
    others = [actor for actor in actors if actor not in attending]
    return {
        "startDate": one_or_all(filter(is_iso, starts)),
        "endDate": one_or_all(filter(is_iso, ends)),
        "location": of_types(places, "Place", "Country"),
        "attendee": attending,
        "about": [*others, *named(page, fields.treaties)],
        "superEvent": of_types(wholes, "Event"),
    }


def _place(page: DescribedPage, note: Place) -> JsonObject:
    around = named(page, note.fields.in_)
    return {
        "containedInPlace": of_types(around, "Country", "Place"),
        "geo": _coordinates(note.fields.latlon),
    }


def _coordinates(latlon: str) -> JsonObject:
    found = _DEGREES.fullmatch(latlon)
    if not found:
        return {}
    return {
        "@type": "GeoCoordinates",
        "latitude": float(found["latitude"]),
        "longitude": float(found["longitude"]),
    }


def _term(page: DescribedPage, note: Term) -> JsonObject:
    address = page.address(f"{note.folder}/index.md")
    terms = {
        "@type": "DefinedTermSet",
        "@id": address,
        "name": note.kind.plural,
    }
    return {"inDefinedTermSet": terms}
