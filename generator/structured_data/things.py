"""Things of any kind in schema.org's words: identity, type, names, dates.

Values on which sources differ are all given; a date is given as precisely as it is known, in ISO
8601, and one that is vague or open is not given at all. The address of a thing is within that of
its page.
"""

import re
from collections.abc import Iterable

from generator.dates.date import Date
from generator.facts.site import page_path
from generator.notes.model import Actor, Note, Source
from generator.schema.statements import Values, current_values
from generator.schema.values import Reference
from generator.structured_data.described import DescribedPage

JsonObject = dict[str, object]
"""A thing: its properties, of which empty ones are left out when it is written."""
_ISO_DATE = re.compile(r"\d{4}(-(?P<month>\d{2})(-\d{2})?)?", re.ASCII)
_MONTHS = 12
_ACTOR_TYPES = {
    "": "Thing",
    "person": "Person",
    "state": "Country",
}
"""Types of actors; any other is an organisation."""


def identity(page: DescribedPage, document: Note | Source) -> str:
    """Return the address of what a page is about, which is not that of the page."""
    if document is page.document:
        return "#it"
    path = page_path(document)
    return f"{page.address(path)}#it"


def type_of(note: Note) -> str:
    """Return the type of what a note is about."""
    if not isinstance(note, Actor):
        return note.kind.schema_org
    type_ = note.fields.type or ""
    return _ACTOR_TYPES.get(type_, "Organization")


def organization(name: str) -> JsonObject:
    """Return an organisation of which only the name is known, if it is."""
    if not name:
        return {}
    return {
        "@type": "Organization",
        "name": name,
    }


def named(page: DescribedPage, statements: Values[Reference]) -> list[JsonObject]:
    """Return what the values of a field name."""
    references = current_values(statements)
    return [one_named(page, reference) for reference in references]


def one_named(page: DescribedPage, reference: Reference) -> JsonObject:
    """Return what a reference names: with its address, if it has a page."""
    note = page.site.index.resolve(reference, reference.folders)
    if note is None:
        return {
            "@type": "Thing",
            "name": str(reference),
        }
    return {
        "@type": type_of(note),
        "@id": identity(page, note),
        "name": note.title,
    }


def of_types(things: Iterable[JsonObject], *types: str) -> list[JsonObject]:
    """Return the things of some types: to schema.org, a state is a place, not an organisation."""
    return [thing for thing in things if thing["@type"] in types]


def iso_dates(statements: Values[Date]) -> str | list[str]:
    """Return the date of a field, or all where sources differ."""
    dates = [date.edtf for date in current_values(statements)]
    return one_or_all(filter(is_iso, dates))


def one_or_all(values: Iterable[str]) -> str | list[str]:
    """Return the value, or all where sources differ."""
    different = list(dict.fromkeys(values))
    if len(different) == 1:
        return different[0]
    return different


def is_iso(edtf: str) -> bool:
    """Say whether a date is also one of ISO 8601: without season, qualifier or interval."""
    found = _ISO_DATE.fullmatch(edtf)
    if not found:
        return False
    month = found["month"] or "1"
    return int(month) <= _MONTHS


def iso_date(date: Date | None) -> str:
    """Return a date if it is one of ISO 8601, else nothing."""
    if date is None or not is_iso(date.edtf):
        return ""
    return date.edtf
