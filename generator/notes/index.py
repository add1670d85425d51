"""Find notes by id and by any of their names; report what clashes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from generator.diagnostics import Diagnostic, quoted, warning
from generator.notes.model import Document, Note, Source
from generator.schema.nodes import FieldPath

D = TypeVar("D", bound=Document)
N = TypeVar("N", bound=Note)


@dataclass(frozen=True, slots=True)
class Index:
    """Every published note and source, by id and by name."""

    notes: Mapping[str, Note]
    sources: Mapping[str, Source]
    drafts: Mapping[str, Note] = field(default_factory=dict)
    owners: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of the notes that bear a name, by the name folded."""

    def resolve(self, reference: str, folders: tuple[str, ...] = ()) -> Note | None:
        """Return the one note of the given kinds that an id or a name means."""
        found = self.candidates(reference, folders)
        return found[0] if len(found) == 1 else None

    def candidates(self, reference: str, folders: tuple[str, ...] = ()) -> list[Note]:
        """Return every note of the given kinds that an id, or else a name, may mean."""
        by_id = self.notes.get(reference)
        if by_id and (not folders or by_id.folder in folders):
            return [by_id]
        found = map(self.notes.get, self.owners.get(fold(reference), ()))
        return [
            note for note in found if note and (not folders or note.folder in folders)
        ]

    def of_kind(self, kind: type[N]) -> list[N]:
        """Return every note of a kind, in order of their paths."""
        return [note for note in self.notes.values() if isinstance(note, kind)]

    def is_draft(self, reference: str) -> bool:
        """Say whether a draft has this id or bears this name."""
        return any(
            reference == note.id or fold(reference) in map(fold, note.names)
            for note in self.drafts.values()
        )


def fold(name: str) -> str:
    """Return the form in which names are compared: letter case and spacing do not count."""
    return " ".join(name.casefold().split())


def index_documents(
    notes: Iterable[Note], sources: Iterable[Source]
) -> tuple[Index, list[Diagnostic]]:
    """Index notes and sources; report ids and names that two of them bear."""
    by_id, problems = _by_id(notes)
    source_by_id, more = _by_id(sources)
    published = {id_: note for id_, note in by_id.items() if not note.fields.draft}
    drafts = {id_: note for id_, note in by_id.items() if note.fields.draft}
    owners = name_owners(published.values())
    records = {
        id_: source for id_, source in source_by_id.items() if not source.fields.draft
    }
    index = Index(published, records, drafts, owners)
    return index, [*problems, *more, *_clashes(index), *_same_address(records.values())]


def _same_address(sources: Iterable[Source]) -> Iterator[Diagnostic]:
    """Report each record of an address that another record has already."""
    first: dict[str, Source] = {}
    for source in sources:
        url = source.fields.url
        other = first.setdefault(url.rstrip("/"), source)
        if url and other is not source:
            message = f"{quoted(url)} is the address of {quoted(other.id)} too"
            hint = "Cite one record and delete the other, unless they are different pages there."
            yield warning(source.origin(("url",)), "duplicate-source", message, hint)


def _by_id(documents: Iterable[D]) -> tuple[dict[str, D], list[Diagnostic]]:
    by_id: dict[str, D] = {}
    problems = []
    for document in sorted(documents, key=lambda document: document.path):
        if first := by_id.get(document.id):
            hint = f"{first.path} has it already; rename one of the files."
            message = f"the id {quoted(document.id)} is taken"
            problems.append(
                Diagnostic(document.origin(), "duplicate-id", message, hint)
            )
        else:
            by_id[document.id] = document
    return by_id, problems


def name_owners(notes: Iterable[Note]) -> Mapping[str, tuple[str, ...]]:
    """Map every title and alias, folded, to the ids of the notes that bear it."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for note in notes:
        for name in note.names:
            owners[fold(name)].add(note.id)
    return {name: tuple(sorted(ids)) for name, ids in sorted(owners.items())}


def _clashes(index: Index) -> Iterator[Diagnostic]:
    """Report each name of two notes at the later one, since a link on it could go wrong."""
    for name, ids in index.owners.items():
        first, *others = (index.notes[id_] for id_ in ids)
        for note in others:
            path, written = _name_place(note, name)
            message = f"{quoted(written)} is already a name of {quoted(first.id)}"
            hint = (
                f"See {first.origin(_name_place(first, name)[0])}. Give one of them a fuller name,"
                " or move the name to 'short' in both: short names may be shared."
            )
            yield Diagnostic(note.origin(path), "duplicate-name", message, hint)


def _name_place(note: Note, folded: str) -> tuple[FieldPath, str]:
    """Return the way to the field in which a note bears a name, and the name as written there."""
    if fold(note.title) == folded:
        return ("title",), note.title
    aliases = note.fields.aliases
    position = next(
        place for place, alias in enumerate(aliases) if fold(alias) == folded
    )
    return ("aliases", position), aliases[position]


def known_names(index: Index, folders: tuple[str, ...] = ()) -> list[str]:
    """Return every id and name of the given kinds, for hints."""
    notes = [
        note for note in index.notes.values() if not folders or note.folder in folders
    ]
    return sorted({name for note in notes for name in (note.id, *note.names)})
