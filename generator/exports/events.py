"""The timeline for other programs: each entry with its title and summary in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dates.date import Date
from generator.facts.entries import Entry
from generator.facts.site import Site
from generator.notes.model import Note
from generator.text.markdown import one_line
from generator.text.plain import plain


@dataclass(frozen=True, slots=True)
class ExportedEvent:
    """One entry of the timeline."""

    id: str
    date: Date
    label: str
    """The date in words; every date if sources differ."""
    title: str
    summary: str


def exported_events(site: Site) -> Iterator[ExportedEvent]:
    """Yield each entry of the site's timeline, oldest first."""
    for entry in site.timelines.entries:
        note = site.index.notes[entry.note]
        summary = plain(note.fields.summary)
        yield ExportedEvent(
            id=entry.id,
            date=entry.date,
            label=entry.label,
            title=_title(note, entry),
            summary=one_line(summary),
        )


def _title(note: Note, entry: Entry) -> str:
    if entry.what:
        return f"{note.title}: {entry.what}"
    return note.title
