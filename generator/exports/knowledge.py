"""Everything the notes and sources say, as JSON and as tables, for other programs.

What a value looks like is in :mod:`generator.schemas`. A field that says nothing is left out.
"""

from collections.abc import Iterator
from typing import Any

from generator.dates.date import Date, iso
from generator.exports.formats import as_csv, as_json
from generator.exports.schemas import SCHEMA, schema
from generator.facts.site import Site, published_path
from generator.notes.index import Index
from generator.notes.model import KINDS, Document, Note, Source
from generator.notes.references import find_relations
from generator.schema.nodes import FieldPath
from generator.schema.statements import Statement, walk
from generator.schema.values import Citation, Fields, Reference
from generator.text.plain import without_citations

KNOWLEDGE = "data/knowledge.json"


def knowledge(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of the knowledge base."""
    yield KNOWLEDGE, as_json(_everything(site))
    yield f"data/{SCHEMA}", as_json(schema())
    yield "data/notes.csv", as_csv(_notes(site.index))
    yield "data/sources.csv", as_csv(_sources(site.index))
    yield "data/statements.csv", as_csv(_statements(site.index))
    yield "data/relations.csv", as_csv(_relations(site.index))


def _everything(site: Site) -> dict[str, Any]:
    about = site.settings.site
    return {
        "$schema": SCHEMA,
        "site": _known({"name": about.name, "address": about.address}),
        "as_of": site.as_of.day.edtf if site.as_of.day else "",
        "notes": [_note(site, note) for note in site.index.notes.values()],
        "sources": [_source(site, source) for source in site.index.sources.values()],
        "timeline": [
            _known(
                {"date": of_date(entry.date), "note": entry.note, "what": entry.what}
            )
            for entry in site.timelines.entries
        ],
    }


def _note(site: Site, note: Note) -> dict[str, Any]:
    status = site.as_of.statuses.get(note.id)
    return {
        "kind": note.kind.singular,
        **_document(site, note),
        **_known({"status": status.label if status else "", "text": note.body.strip()}),
    }


def _source(site: Site, source: Source) -> dict[str, Any]:
    return {
        **_document(site, source),
        **_known({"paragraphs": dict(source.paragraphs)}),
    }


def _document(site: Site, document: Document) -> dict[str, Any]:
    folder = document.folder if isinstance(document, Note | Source) else ""
    return {
        "id": document.id,
        "title": document.title,
        "page": published_path(document.id, folder),
        "fields": record(document.fields, site.index),
    }


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {
        key: value
        for key, value in values.items()
        if value not in ("", (), [], {}, None)
    }


def record(value: object, index: Index) -> Any:  # noqa: ANN401 - JSON
    """Return a value of front matter as JSON."""
    match value:
        case Date():
            return of_date(value)
        case Citation():
            return _known({"source": value.source, "paragraph": value.paragraph})
        case Reference():
            note = index.resolve(value, value.folders)
            return _known({"name": str(value), "id": note.id if note else ""})
        case Fields():
            names = type(value).model_fields.items()
            return _known(
                {
                    of.alias or name: record(inner, index)
                    for name, of in names
                    if (inner := getattr(value, name)) != of.default or of.is_required()
                }
            )
        case tuple():
            return [record(item, index) for item in value]
        case _:
            return str(value) if isinstance(value, str) else value


def of_date(date: Date) -> dict[str, str]:
    """Return a date: as EDTF, in words, and its first and last day where it has them."""
    ends = {"earliest": iso(date.earliest), "latest": iso(date.latest)}
    return {"edtf": date.edtf, "label": date.label, **_known(ends)}


def _notes(index: Index) -> Iterator[list[str]]:
    yield ["id", "kind", "title", "other_names", "summary", "page"]
    for note in index.notes.values():
        names = "|".join((*note.fields.aliases, *note.fields.short))
        page = published_path(note.id, note.folder)
        summary = without_citations(note.fields.summary)
        yield [note.id, KINDS[note.folder].singular, note.title, names, summary, page]


def _sources(index: Index) -> Iterator[list[str]]:
    names = [
        "publisher",
        "published",
        "language",
        "reliability",
        "rights",
        "original",
        "url",
    ]
    yield ["id", "title", *names, "authors", "page"]
    for source in index.sources.values():
        values = [str(getattr(source.fields, name) or "") for name in names]
        authors = "|".join(source.fields.authors)
        page = published_path(source.id, source.folder)
        yield [source.id, source.title, *values, authors, page]


def _statements(index: Index) -> Iterator[list[str]]:
    """Yield a row for every statement of front matter, those of nested groups too."""
    yield ["note", "field", "value", "means", "rank", "printed", "why", "sources"]
    for note in index.notes.values():
        for path, item in walk(note.fields, Statement):
            value, means = str(item.value), ""
            if isinstance(item.value, Reference):
                target = index.resolve(item.value, item.value.folders)
                means = target.id if target else ""
            cited = "|".join(map(_cited, item.sources))
            rest = [item.rank, item.printed, without_citations(item.why), cited]
            yield [note.id, dotted(path), value, means, *rest]


def dotted(path: FieldPath) -> str:
    """Return the way to a value as text: ``parties.0.signed``."""
    return ".".join(map(str, path))


def _cited(citation: Citation) -> str:
    pin = f"#{citation.paragraph}" if citation.paragraph else ""
    return f"{citation.source}{pin}"


def _relations(index: Index) -> Iterator[list[str]]:
    yield ["note", "field", "target", "from_the_other_end"]
    for relation in find_relations(index):
        yield [relation.note, dotted(relation.path), relation.target, relation.inverse]
