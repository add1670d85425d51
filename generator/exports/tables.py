"""The timeline and the treaties for other programs: iCalendar, CSV, and the JSON of TimelineJS."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from types import SimpleNamespace

from generator.dates.date import OPEN_END, OPEN_START, Date, Day
from generator.facts.entries import Entry
from generator.facts.site import Site
from generator.notes.index import Index
from generator.notes.model import Note, Treaty
from generator.schema.statements import current
from generator.text.markdown import one_line
from generator.text.plain import without_citations

_FOLDED_AT = 73
"""Octets of a line of iCalendar that are followed by a break (RFC 5545, 3.1: at most 75)."""
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the beginning of a cell."""


def exports(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file for other programs."""
    yield "events/timeline.ics", calendar(site.index, site.timelines.entries)
    yield "events/timeline.csv", timeline_csv(site.index, site.timelines.entries)
    yield "events/timeline.json", timeline_json(site.index, site.timelines.entries)
    yield "treaties/treaties.csv", treaties_csv(site)


def calendar(index: Index, entries: Sequence[Entry]) -> str:
    """Return the timeline as iCalendar (RFC 5545).

    An event lasts as long as its date may mean: all of 1961, if no more is known; the description
    gives the date in words. What has no beginning or no end is left out.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Explainers//Timeline//EN"]
    for entry in entries:
        note, when = index.notes[entry.note], entry.date
        if OPEN_START in (when.earliest, when.latest) or OPEN_END in (
            when.earliest,
            when.latest,
        ):
            continue
        lines += [
            "BEGIN:VEVENT",
            f"UID:{entry.id}@explainers",
            f"DTSTAMP:{_compact(when.earliest)}T000000Z",
            f"DTSTART;VALUE=DATE:{_compact(when.earliest)}",
            f"DTEND;VALUE=DATE:{_next_day(when.latest)}",
            f"SUMMARY:{_ical(_title(index, entry))}",
            f"DESCRIPTION:{_ical(f'{entry.label}. {_summary(note)}')}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _compact(day: Day) -> str:
    year, month, number = day
    return f"{year:04}{month:02}{number:02}"


def _next_day(day: Day) -> str:
    return (date(*day) + timedelta(days=1)).strftime("%Y%m%d")


def _ical(text: str) -> str:
    """Escape text for iCalendar (RFC 5545, 3.3.11)."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return one_line(text)


def _folded(line: str) -> str:
    """Break a long line as iCalendar wants it, never within a letter."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > _FOLDED_AT:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])


def _title(index: Index, entry: Entry) -> str:
    title = index.notes[entry.note].title
    return f"{title}: {entry.what}" if entry.what else title


def _summary(note: Note) -> str:
    return one_line(without_citations(note.fields.summary))


def timeline_csv(index: Index, entries: Sequence[Entry]) -> str:
    """Return the timeline as CSV: the date in EDTF and in words, its ends, and the event."""
    rows = [["date", "in_words", "earliest", "latest", "id", "title", "summary"]]
    for entry in entries:
        note, when = index.notes[entry.note], entry.date
        days = [iso(when.earliest), iso(when.latest)]
        shown = [entry.id, _title(index, entry), _summary(note)]
        rows.append([when.edtf, entry.label, *days, *shown])
    return as_csv(rows)


def iso(day: Day) -> str:
    """Return a day as ISO 8601 writes it; nothing for an end that is open."""
    year, month, number = day
    return "" if day in {OPEN_START, OPEN_END} else f"{year:04}-{month:02}-{number:02}"


def timeline_json(index: Index, entries: Sequence[Entry]) -> str:
    """Return the timeline in the form that TimelineJS reads, no more precise than it is known.

    Source: Knight Lab's "JSON format" of TimelineJS3: ``events`` with ``start_date``, ``end_date``
    and ``text``; a date without month or day has none, and ``display_date`` says it in words.
    """
    events = []
    for entry in entries:
        note, when = index.notes[entry.note], entry.date
        event: dict[str, object] = {
            "unique_id": entry.id,
            "start_date": _known(when),
            "display_date": entry.label,
            "text": {"headline": _title(index, entry), "text": _summary(note)},
        }
        if when.latest not in {OPEN_END, when.earliest}:
            year, month, number = when.latest
            event["end_date"] = {"year": year, "month": month, "day": number}
        events.append(event)
    return json.dumps({"events": events}, ensure_ascii=False, indent=1) + "\n"


def _known(when: Date) -> dict[str, int]:
    """Return of the first day only what every reading of the date has in common."""
    if when.earliest == OPEN_START:
        return {"year": when.latest[0]}
    parts = {"year": when.earliest[0]}
    if when.earliest[:2] == when.latest[:2]:
        parts["month"] = when.earliest[1]
    if when.earliest == when.latest:
        parts["day"] = when.earliest[2]
    return parts


def treaties_csv(site: Site) -> str:
    """Return all treaties as CSV: dates in EDTF, those that sources differ on joined by a bar."""
    names = ["signed", "in_force", "ended", "ended_how", "term", "obligations"]
    as_of = site.as_of.day.edtf if site.as_of.day else ""
    rows = [["id", "title", "type", "status", "as_of", *names, "parties"]]
    for note in site.index.of_kind(Treaty):
        found = site.as_of.statuses.get(note.id)
        values = [
            "|".join(str(item.value) for item in current(getattr(note.fields, name)))
            for name in names
        ]
        parties = "|".join(str(party.party) for party in note.fields.parties)
        status = found.label if found else ""
        rows.append(
            [note.id, note.title, note.fields.type, status, as_of, *values, parties]
        )
    return as_csv(rows)


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV (RFC 4180); nothing a writer typed begins a spreadsheet's formula."""
    lines: list[str] = []
    safe = (
        [f"'{cell}" if cell.startswith(_FORMULAS) else cell for cell in row]
        for row in rows
    )
    into = SimpleNamespace(write=lines.append)
    csv.writer(into, lineterminator="\r\n").writerows(safe)
    return "".join(lines)
