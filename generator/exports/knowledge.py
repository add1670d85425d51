"""Everything the notes and sources say, for other programs.

The schema of values is in :mod:`generator.exports.schemas`. A field with its default is left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from generator.exports.formats import Row, as_csv, as_json
from generator.exports.knowledge_tables import (
    note_rows,
    relation_rows,
    source_rows,
    statement_rows,
)
from generator.exports.schemas import SCHEMA, schema
from generator.facts.entries import Entry
from generator.facts.site import Site, published_path
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.schema.records import DateRecord
from generator.schema.values import Fields, Reference
from generator.settings import SiteIdentity

KNOWLEDGE = "data/knowledge.json"

JsonObject: TypeAlias = dict[str, object]


def knowledge(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of the knowledge base."""
    everything = _everything(site)
    yield KNOWLEDGE, as_json(everything)
    yield f"data/{SCHEMA}", as_json(schema())
    for path, rows in _TABLES.items():
        table = rows(site.index)
        yield path, as_csv(table)


_TABLES: Mapping[str, Callable[[Index], Iterable[Row]]] = {
    "data/notes.csv": note_rows,
    "data/sources.csv": source_rows,
    "data/statements.csv": statement_rows,
    "data/relations.csv": relation_rows,
}


def _everything(site: Site) -> JsonObject:
    index = site.index
    day = site.as_of.day
    notes = [_note(site, note) for note in index.notes.values()]
    sources = [_source(source, index) for source in index.sources.values()]
    timeline = [_entry(entry) for entry in site.timelines.entries]
    return {
        "$schema": SCHEMA,
        "site": _identity(site.settings.site),
        "as_of": day.edtf if day else "",
        "notes": notes,
        "sources": sources,
        "timeline": timeline,
    }


def _identity(identity: SiteIdentity) -> JsonObject:
    found: JsonObject = {}
    if identity.name:
        found["name"] = identity.name
    if identity.address:
        found["address"] = identity.address
    return found


def _note(site: Site, note: Note) -> JsonObject:
    document = _document(note, note.folder, site.index)
    found: JsonObject = {"kind": note.kind.singular, **document}
    status = site.as_of.statuses.get(note.id)
    if status:
        found["status"] = status.label
    text = note.body.strip()
    if text:
        found["text"] = text
    return found


def _source(source: Source, index: Index) -> JsonObject:
    found = _document(source, source.folder, index)
    if source.paragraphs:
        found["paragraphs"] = dict(source.paragraphs)
    return found


def _document(document: Note | Source, folder: str, index: Index) -> JsonObject:
    return {
        "id": document.id,
        "title": document.title,
        "page": published_path(document.id, folder),
        "fields": _record(document.fields, index),
    }


def _record(fields: Fields, index: Index) -> JsonObject:
    """Return what front matter says, and which note each of its references means."""

    def find_id(reference: Reference) -> str:
        note = index.resolve(reference, reference.folders)
        return note.id if note else ""

    return fields.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, context=find_id
    )


def _entry(entry: Entry) -> JsonObject:
    date = DateRecord.of(entry.date)
    found: JsonObject = {
        "date": date.model_dump(exclude_defaults=True),
        "note": entry.note,
    }
    if entry.what:
        found["what"] = entry.what
    return found
