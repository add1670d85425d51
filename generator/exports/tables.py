"""The timeline and the treaties as tables."""

from collections.abc import Iterable
from typing import TypeVar

from generator.dates.date import iso
from generator.exports.events import ExportedEvent
from generator.exports.formats import Row, as_csv, joined
from generator.facts.as_of import AsOf
from generator.facts.site import Site
from generator.notes.model import Treaty
from generator.schema.statements import Statement, current

_TIMELINE_COLUMNS = (
    "date",
    "in_words",
    "earliest",
    "latest",
    "id",
    "title",
    "summary",
)
_TREATY_COLUMNS = (
    "id",
    "title",
    "type",
    "status",
    "as_of",
    "signed",
    "in_force",
    "ended",
    "ended_how",
    "term",
    "obligations",
    "parties",
)
T = TypeVar("T")


def timeline_csv(events: Iterable[ExportedEvent]) -> str:
    """Return events as CSV: the date in EDTF and in words, its first and last day, the event."""
    rows: list[Row] = [_TIMELINE_COLUMNS]
    for event in events:
        row = (
            event.date.edtf,
            event.label,
            iso(event.date.earliest),
            iso(event.date.latest),
            event.id,
            event.title,
            event.summary,
        )
        rows.append(row)
    return as_csv(rows)


def treaties_csv(site: Site) -> str:
    """Return all treaties as CSV: dates in EDTF, and a bar between those that sources differ on."""
    treaties = site.index.of_kind(Treaty)
    rows = [_treaty(treaty, site.as_of) for treaty in treaties]
    return as_csv([_TREATY_COLUMNS, *rows])


def _treaty(treaty: Treaty, as_of: AsOf) -> Row:
    fields = treaty.fields
    status = as_of.statuses.get(treaty.id)
    return (
        treaty.id,
        treaty.title,
        fields.type,
        status.label if status else "",
        as_of.day.edtf if as_of.day else "",
        _current(fields.signed),
        _current(fields.in_force),
        _current(fields.ended),
        _current(fields.ended_how),
        _current(fields.term),
        _current(fields.obligations),
        joined(party.party for party in fields.parties),
    )


def _current(statements: tuple[Statement[T], ...]) -> str:
    values = [statement.value for statement in current(statements)]
    return joined(values)
