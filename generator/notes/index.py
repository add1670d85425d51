"""Find notes by id and by any of their names; report clashes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import TypeAlias, TypeVar

from generator.diagnostics import Diagnostic, quoted, warning
from generator.known_words import KnownWords
from generator.notes.model import Document, Note, Source
from generator.schema.nodes import FieldPath
from generator.schema.values import Folder
from generator.text.normal import fold, normal

D = TypeVar("D", bound=Document)
N = TypeVar("N", bound=Note)
NamesById: TypeAlias = Mapping[str, tuple[str, ...]]
Owners: TypeAlias = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Index:
    """Every published note and source, by id and by name."""

    notes: Mapping[str, Note]
    sources: Mapping[str, Source]
    drafts: Mapping[str, Note] = field(default_factory=dict)
    owners: Owners = field(default_factory=dict)
    """Ids of the notes that have a name, by the folded name."""

    def resolve(self, reference: str, folders: tuple[Folder, ...] = ()) -> Note | None:
        """Return the one note of the given kinds that an id or a name means."""
        found = self.candidates(reference, folders)
        if len(found) == 1:
            return found[0]
        return None

    def candidates(
        self, reference: str, folders: tuple[Folder, ...] = ()
    ) -> list[Note]:
        """Return every note of the given kinds that an id, or else a name, may mean."""
        by_id = self.notes.get(reference)
        if by_id and _is_of(by_id, folders):
            return [by_id]
        name = fold(reference)
        found: list[Note] = []
        ids = self.owners.get(name, ())
        for id_ in ids:
            note = self.notes[id_]
            if _is_of(note, folders):
                found.append(note)
        return found

    def of_kind(self, kind: type[N]) -> list[N]:
        """Return every note of a kind, in order of their paths."""
        notes = self.notes.values()
        return [note for note in notes if isinstance(note, kind)]

    def is_draft(self, reference: str) -> bool:
        """Return whether a draft has this id or name."""
        return reference in self.drafts or fold(reference) in self._names_of_drafts

    @cached_property
    def known_names(self) -> KnownWords:
        """Every id and name of a note, for hints."""
        return KnownWords.of(_names(self.notes.values()), fold)

    @cached_property
    def known_sources(self) -> KnownWords:
        """Every id of a source, for hints."""
        return KnownWords.of(self.sources)

    @cached_property
    def _names_of_drafts(self) -> frozenset[str]:
        drafts = self.drafts.values()
        return frozenset(fold(name) for note in drafts for name in note.names)


def names_of_kinds(index: Index, folders: tuple[Folder, ...]) -> KnownWords:
    """Return every id and name of the given kinds, for hints."""
    if not folders:
        return index.known_names
    notes = (note for note in index.notes.values() if note.folder in folders)
    return KnownWords.of(_names(notes), fold)


def _names(notes: Iterable[Note]) -> set[str]:
    """Return the ids and names of notes."""
    names: set[str] = set()
    for note in notes:
        names.add(note.id)
        names.update(note.names)
    return names


def _is_of(note: Note, folders: tuple[Folder, ...]) -> bool:
    """Return whether a note is of one of some kinds; without kinds, every note is."""
    if folders:
        return note.folder in folders
    return True


def name_owners(names: NamesById) -> Owners:
    """Map every title and alias, folded, to the ids of the notes that have it."""
    ids_of: dict[str, set[str]] = {}
    for note, own_names in names.items():
        for name in own_names:
            ids = ids_of.setdefault(fold(name), set())
            ids.add(note)
    owners: dict[str, tuple[str, ...]] = {}
    for name in sorted(ids_of):
        ids = ids_of[name]
        owners[name] = tuple(sorted(ids))
    return owners


def index_documents(
    notes: Iterable[Note],
    sources: Iterable[Source],
    owners_of: Callable[[NamesById], Owners] = name_owners,
) -> tuple[Index, list[Diagnostic]]:
    """Index notes and sources; report ids and names that two of them have.

    Args:
        notes: The notes, drafts among them.
        sources: The sources.
        owners_of: Calls `name_owners`, or knows what it returned before.
    """
    problems: list[Diagnostic] = []
    published: dict[str, Note] = {}
    drafts: dict[str, Note] = {}
    records: dict[str, Source] = {}
    for note in _distinct(notes, problems):
        if note.fields.draft:
            drafts[note.id] = note
        else:
            published[note.id] = note
    for source in _distinct(sources, problems):
        if not source.fields.draft:
            records[source.id] = source
    owners = owners_of({note.id: note.names for note in published.values()})
    index = Index(published, records, drafts, owners)
    problems += _clashes(index)
    problems += _same_address(index.sources.values())
    return index, problems


def _distinct(documents: Iterable[D], problems: list[Diagnostic]) -> list[D]:
    """Return the first document of each id, in order of their paths; report the others."""
    by_id: dict[str, D] = {}
    ordered = sorted(documents, key=attrgetter("path"))
    for document in ordered:
        first = by_id.setdefault(document.id, document)
        if first is not document:
            problem = _taken(document, first)
            problems.append(problem)
    distinct = by_id.values()
    return list(distinct)


def _taken(document: Document, first: Document) -> Diagnostic:
    origin = document.origin()
    message = f"the id {quoted(document.id)} is taken"
    hint = f"{first.path} already has it; rename one of the files."
    return Diagnostic(origin, "duplicate-id", message, hint)


def _clashes(index: Index) -> Iterator[Diagnostic]:
    """Report each name of two notes at the later one, since a link on it could go wrong."""
    for name, ids in index.owners.items():
        first_id, *other_ids = ids
        first = index.notes[first_id]
        for id_ in other_ids:
            note = index.notes[id_]
            yield _clash(name, note, first)


def _clash(folded: str, note: Note, first: Note) -> Diagnostic:
    naming = _naming(note, folded)
    naming_of_first = _naming(first, folded)
    origin = note.origin(naming.path)
    message = f"{quoted(naming.text)} is already a name of {quoted(first.id)}"
    written, written_first = normal(naming.text), normal(naming_of_first.text)
    if written.casefold() != written_first.casefold():
        message += f", spelt {quoted(naming_of_first.text)}"
    elsewhere = first.origin(naming_of_first.path)
    hint = (
        f"See {elsewhere}. Give one of them a fuller name,"
        " or move the name to 'short' in both: short names may be shared."
    )
    return Diagnostic(origin, "duplicate-name", message, hint)


@dataclass(frozen=True, slots=True)
class _Naming:
    """The field that gives a note a name, and the name as it is written there."""

    path: FieldPath
    text: str


def _naming(note: Note, folded: str) -> _Naming:
    if fold(note.title) == folded:
        return _Naming(("title",), note.title)
    aliases = note.fields.aliases
    for position, alias in enumerate(aliases):
        if fold(alias) == folded:
            path = ("aliases", position)
            return _Naming(path, alias)
    msg = f"{note.id} has no name {folded}"
    raise LookupError(msg)


def _same_address(sources: Iterable[Source]) -> Iterator[Diagnostic]:
    """Report each record of an address that another record has already."""
    by_address: dict[str, Source] = {}
    for source in sources:
        url = source.fields.url
        if not url:
            continue
        first = by_address.setdefault(url.rstrip("/"), source)
        if first is not source:
            origin = source.origin(("url",))
            message = f"{quoted(url)} is also the address of {quoted(first.id)}"
            hint = (
                "Cite one record and delete the other, unless they are different pages."
            )
            yield warning(origin, "duplicate-source", message, hint)
