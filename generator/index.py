"""Find notes by id and by any of their names; report what clashes, dangles or goes in a circle."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

from generator.diagnostics import Diagnostic, did_you_mean, quoted, warning
from generator.fields import Citation, Reference
from generator.model import KINDS, Document, Note, Source
from generator.statements import Path, tie, walk

D = TypeVar("D", bound=Document)


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """One reference from a note's front matter to another note."""

    note: str
    path: Path
    """Where it stands in the note's front matter."""
    inverse: str
    """What the tie is called from the other end."""
    target: str
    is_acyclic: bool


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
        return [note for note in found if note and (not folders or note.folder in folders)]

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
    records = {id_: source for id_, source in source_by_id.items() if not source.fields.draft}
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
            problems.append(Diagnostic(document.origin(), "duplicate-id", message, hint))
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


def _name_place(note: Note, folded: str) -> tuple[Path, str]:
    """Return the way to the field in which a note bears a name, and the name as written there."""
    if fold(note.title) == folded:
        return ("title",), note.title
    aliases = note.fields.aliases
    position = next(place for place, alias in enumerate(aliases) if fold(alias) == folded)
    return ("aliases", position), aliases[position]


def check_references(index: Index, home: Note | None = None) -> Iterator[Diagnostic]:
    """Report every reference and citation of front matter that means nothing, or not one thing."""
    documents = [*index.notes.values(), *index.sources.values(), *([home] if home else [])]
    names = cache(partial(known_names, index))
    nearest = cache(lambda name, folders: did_you_mean(name, names(folders)))
    for document in documents:
        yield from _check_document(index, document, nearest)


Nearest = Callable[[str, tuple[str, ...]], str]
"""Says which name of some kinds is nearest to one; what is asked a thousand times is found once."""


def _check_document(index: Index, document: Document, nearest: Nearest) -> Iterator[Diagnostic]:
    for path, reference in walk(document.fields, Reference):
        yield from _check_reference(index, document, path, reference, nearest)
    citations = list(walk(document.fields, Citation))
    if isinstance(document, Source) and document.fields.original == document.id:
        hint = "Name the source this one copies, or take the line out."
        message = "original names the source itself"
        yield Diagnostic(document.origin(("original",)), "self-reference", message, hint)
    elif isinstance(document, Source) and document.fields.original:
        citations.append((("original",), Citation(document.fields.original)))
    for path, citation in citations:
        if problem := check_citation(index, citation):
            yield Diagnostic(document.origin(path), *problem)


def _check_reference(
    index: Index, document: Document, path: Path, reference: Reference, nearest: Nearest
) -> Iterator[Diagnostic]:
    found = index.candidates(reference, reference.folders)
    if len(found) == 1 and (found[0].id != document.id or not isinstance(document, Note)):
        return
    origin = document.origin(path)
    if len(found) == 1:
        message = f"{path[0]} names the note itself"
        yield Diagnostic(origin, "self-reference", message, "Take it out.")
    elif found:
        ids = ", ".join(note.id for note in found)
        message = f"{quoted(reference)} is a name of {len(found)} notes"
        yield Diagnostic(origin, "ambiguous-name", message, f"Write the id that is meant: {ids}.")
    elif index.is_draft(reference):
        message = f"{quoted(reference)} is a draft, so it has no page"
        yield warning(origin, "draft-reference", message, "It is shown without a link.")
    else:
        yield from _unknown(index, document, path, reference, nearest)


def _unknown(
    index: Index, document: Document, path: Path, reference: Reference, nearest: Nearest
) -> Iterator[Diagnostic]:
    """Report a reference to nothing; plain text is fine where a field takes it."""
    if not reference.must_exist:
        return
    origin = document.origin(path)
    hint = nearest(str(reference), reference.folders)
    if other := index.resolve(reference):
        wanted = " or ".join(KINDS[folder].singular for folder in reference.folders)
        message = f"{quoted(reference)} is {_a(other.kind.singular)}, not {_a(wanted)}"
        yield Diagnostic(origin, "wrong-kind", message, hint)
    else:
        message = f"{path[0]}: no note is called {quoted(reference)}"
        what = hint or "Write its title or id, or make a note of that name first."
        yield Diagnostic(origin, "unknown-note", message, what)


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def known_names(index: Index, folders: tuple[str, ...] = ()) -> list[str]:
    """Return every id and name of the given kinds, for hints."""
    notes = [note for note in index.notes.values() if not folders or note.folder in folders]
    return sorted({name for note in notes for name in (note.id, *note.names)})


def check_citation(index: Index, citation: Citation) -> tuple[str, str, str] | None:
    """Return code, message and hint for a citation of nothing, or None if it is good."""
    source = index.sources.get(citation.source)
    if source is None:
        message = f"no source has the id {quoted(citation.source)}"
        hint = did_you_mean(citation.source, index.sources) or "Sources are the files of seeds/."
        return "unknown-source", message, hint
    if citation.paragraph and not source.broken and citation.paragraph not in source.paragraphs:
        message = f"{quoted(source.id)} has no paragraph {citation.paragraph}"
        count = len(source.paragraphs)
        known = f"It has {count}: {', '.join(list(source.paragraphs)[:3])}, …"
        return "unknown-paragraph", message, known if count else "Its record holds no paragraphs."
    return None


def find_relations(index: Index) -> Iterator[Relation]:
    """Yield every reference between notes that resolves, in order of id and field."""
    for note in index.notes.values():
        for path, reference in walk(note.fields, Reference):
            target = index.resolve(reference, reference.folders)
            declared = tie(type(note.fields), path)
            if target and declared and target.id != note.id:
                inverse, is_acyclic = declared["inverse"], declared["acyclic"]
                yield Relation(note.id, path, inverse, target.id, is_acyclic)


def check_cycles(index: Index, relations: Iterable[Relation]) -> Iterator[Diagnostic]:
    """Report each circle of notes in a relation that cannot go in circles."""
    graphs: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for relation in relations:
        if relation.is_acyclic:
            graphs[str(relation.path[0])][relation.note].add(relation.target)
    for field_name, graph in sorted(graphs.items()):
        while circle := _circle(graph):
            graph[circle[0]].discard(circle[1])
            note = index.notes[circle[0]]
            message = f"{field_name}: {' → '.join(circle)} goes in a circle"
            hint = "Take out one of these references."
            yield Diagnostic(note.origin((field_name,)), "cycle", message, hint)


def _circle(graph: Mapping[str, set[str]]) -> list[str]:
    """Return the ids along one circle, the first one again at the end; or nothing."""
    try:
        TopologicalSorter({node: sorted(graph[node]) for node in sorted(graph)}).prepare()
    except CycleError as error:
        found: list[str] = error.args[1][::-1]
        start = found.index(min(found))
        return [*found[start:-1], *found[: start + 1]] if start else found
    return []
