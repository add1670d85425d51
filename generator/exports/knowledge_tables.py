"""The notes, sources, statements and relations of a site as rows of tables."""

from collections.abc import Iterator

from generator.exports.formats import Row, joined
from generator.facts.site import published_path
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.notes.relations import find_relations
from generator.schema.nodes import FieldPath
from generator.schema.statements import Statement, walk
from generator.schema.values import Citation, Reference
from generator.text.plain import plain


def note_rows(index: Index) -> Iterator[Row]:
    """Yield a row for every note, below the names of the columns."""
    yield ("id", "kind", "title", "other_names", "summary", "page")
    for note in index.notes.values():
        yield _note(note)


def _note(note: Note) -> Row:
    fields = note.fields
    return (
        note.id,
        note.kind.singular,
        note.title,
        joined((*fields.aliases, *fields.short)),
        plain(fields.summary),
        published_path(note.id, note.folder),
    )


def source_rows(index: Index) -> Iterator[Row]:
    """Yield a row for every source, below the names of the columns."""
    yield (
        "id",
        "title",
        "publisher",
        "published",
        "language",
        "reliability",
        "rights",
        "original",
        "url",
        "authors",
        "page",
    )
    for source in index.sources.values():
        yield _source(source)


def _source(source: Source) -> Row:
    fields = source.fields
    return (
        source.id,
        source.title,
        fields.publisher,
        fields.published.edtf if fields.published else "",
        fields.language,
        fields.reliability or "",
        fields.rights,
        fields.original,
        fields.url,
        joined(fields.authors),
        published_path(source.id, source.folder),
    )


def statement_rows(index: Index) -> Iterator[Row]:
    """Yield a row for every statement of front matter, nested ones too, below the columns."""
    yield ("note", "field", "value", "means", "rank", "printed", "why", "sources")
    for note in index.notes.values():
        for path, statement in walk(note.fields, Statement):
            yield (
                note.id,
                _dotted(path),
                str(statement.value),
                _meant(statement.value, index),
                statement.rank,
                statement.printed,
                plain(statement.why),
                joined(map(_cited, statement.sources)),
            )


def _dotted(path: FieldPath) -> str:
    """Return a path to a value as text: ``parties.0.signed``."""
    return ".".join(map(str, path))


def _meant(value: object, index: Index) -> str:
    """Return the id of the note that a value names, if it names one."""
    if not isinstance(value, Reference):
        return ""
    note = index.resolve(value, value.folders)
    return note.id if note else ""


def _cited(citation: Citation) -> str:
    if citation.paragraph:
        return f"{citation.source}#{citation.paragraph}"
    return citation.source


def relation_rows(index: Index) -> Iterator[Row]:
    """Yield a row for every relation between notes, below the names of the columns."""
    yield ("note", "field", "target", "from_the_other_end")
    for relation in find_relations(index):
        field = _dotted(relation.path)
        yield (relation.note, field, relation.target, relation.inverse)
