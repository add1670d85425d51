"""Everything the notes and sources say, for other programs.

Its form is in :mod:`generator.exports.schemas`. A field with its default is left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.exports.formats import Row, as_csv, as_json
from generator.exports.knowledge_tables import (
    note_rows,
    relation_rows,
    source_rows,
    statement_rows,
)
from generator.exports.schemas import (
    RECORDS,
    SCHEMA,
    EntryRecord,
    IdentityRecord,
    KnowledgeBase,
    NoteOfAKind,
    SourceRecord,
    schema,
)
from generator.facts.entries import Entry
from generator.facts.site import Site, published_path
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.schema.records import DateRecord
from generator.schema.values import Reference

KNOWLEDGE = "data/knowledge.json"


def knowledge(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of the knowledge base."""
    knowledge_base = _knowledge_base(site)
    everything = _dumped(knowledge_base, site.index)
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


def _knowledge_base(site: Site) -> KnowledgeBase:
    index = site.index
    day = site.as_of.day
    notes = [_note(site, note) for note in index.notes.values()]
    sources = [_source(source) for source in index.sources.values()]
    timeline = [_entry(entry) for entry in site.timelines.entries]
    identity = site.settings.site
    return KnowledgeBase(
        schema_=SCHEMA,
        site=IdentityRecord(name=identity.name, address=identity.address),
        as_of=day.edtf if day else "",
        notes=tuple(notes),
        sources=tuple(sources),
        timeline=tuple(timeline),
    )


def _note(site: Site, note: Note) -> NoteOfAKind:
    status = site.as_of.statuses.get(note.id)
    values = {
        "kind": note.kind.singular,
        "id": note.id,
        "title": note.title,
        "page": published_path(note.id, note.folder),
        "fields": note.fields,
        "status": status.label if status else "",
        "text": note.body.strip(),
    }
    return RECORDS[note.folder].model_validate(values)


def _source(source: Source) -> SourceRecord:
    return SourceRecord(
        id=source.id,
        title=source.title,
        page=published_path(source.id, source.folder),
        fields=source.fields,
        paragraphs=source.paragraphs,
    )


def _entry(entry: Entry) -> EntryRecord:
    date = DateRecord.of(entry.date)
    return EntryRecord(
        date=date,
        note=entry.note,
        what=entry.what,
    )


def _dumped(knowledge_base: KnowledgeBase, index: Index) -> dict[str, object]:
    """Return everything as JSON, with the note that each reference means."""

    def find_id(reference: Reference) -> str:
        note = index.resolve(reference, reference.folders)
        if note is None:
            return ""
        return note.id

    return knowledge_base.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, context=find_id
    )
