"""What notes refer to: report what dangles or goes in a circle, yield what ties notes together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from graphlib import CycleError, TopologicalSorter

from generator.diagnostics import Diagnostic, did_you_mean, quoted, warning
from generator.notes.index import Index, known_names
from generator.notes.model import KINDS, Document, Note, Source
from generator.schema.field_map import RelationSpec, relation_along
from generator.schema.nodes import FieldPath
from generator.schema.statements import walk
from generator.schema.values import Citation, Reference


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """One reference from a note's front matter to another note."""

    note: str
    path: FieldPath
    """Where it stands in the note's front matter."""
    inverse: str
    """What the tie is called from the other end."""
    target: str
    is_acyclic: bool


def check_references(index: Index, home: Note | None = None) -> Iterator[Diagnostic]:
    """Report every reference and citation of front matter that means nothing, or not one thing."""
    documents = [
        *index.notes.values(),
        *index.sources.values(),
        *([home] if home else []),
    ]
    names = cache(partial(known_names, index))
    nearest = cache(lambda name, folders: did_you_mean(name, names(folders)))
    for document in documents:
        yield from _check_document(index, document, nearest)


Nearest = Callable[[str, tuple[str, ...]], str]
"""Says which name of some kinds is nearest to one; what is asked a thousand times is found once."""


def _check_document(
    index: Index, document: Document, nearest: Nearest
) -> Iterator[Diagnostic]:
    for path, reference in walk(document.fields, Reference):
        yield from _check_reference(index, document, path, reference, nearest)
    citations = list(walk(document.fields, Citation))
    if isinstance(document, Source) and document.fields.original == document.id:
        hint = "Name the source this one copies, or take the line out."
        message = "original names the source itself"
        yield Diagnostic(
            document.origin(("original",)), "self-reference", message, hint
        )
    elif isinstance(document, Source) and document.fields.original:
        citations.append((("original",), Citation(document.fields.original)))
    for path, citation in citations:
        if problem := check_citation(index, citation):
            yield Diagnostic(document.origin(path), *problem)


def _check_reference(
    index: Index,
    document: Document,
    path: FieldPath,
    reference: Reference,
    nearest: Nearest,
) -> Iterator[Diagnostic]:
    found = index.candidates(reference, reference.folders)
    if len(found) == 1 and (
        found[0].id != document.id or not isinstance(document, Note)
    ):
        return
    origin = document.origin(path)
    if len(found) == 1:
        message = f"{path[0]} names the note itself"
        yield Diagnostic(origin, "self-reference", message, "Take it out.")
    elif found:
        ids = ", ".join(note.id for note in found)
        message = f"{quoted(reference)} is a name of {len(found)} notes"
        yield Diagnostic(
            origin, "ambiguous-name", message, f"Write the id that is meant: {ids}."
        )
    elif index.is_draft(reference):
        message = f"{quoted(reference)} is a draft, so it has no page"
        yield warning(origin, "draft-reference", message, "It is shown without a link.")
    else:
        yield from _unknown(index, document, path, reference, nearest)


def _unknown(
    index: Index,
    document: Document,
    path: FieldPath,
    reference: Reference,
    nearest: Nearest,
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


def check_citation(index: Index, citation: Citation) -> tuple[str, str, str] | None:
    """Return code, message and hint for a citation of nothing, or None if it is good."""
    source = index.sources.get(citation.source)
    if source is None:
        message = f"no source has the id {quoted(citation.source)}"
        hint = (
            did_you_mean(citation.source, index.sources)
            or "Sources are the files of seeds/."
        )
        return "unknown-source", message, hint
    if (
        citation.paragraph
        and not source.broken
        and citation.paragraph not in source.paragraphs
    ):
        message = f"{quoted(source.id)} has no paragraph {citation.paragraph}"
        count = len(source.paragraphs)
        known = f"It has {count}: {', '.join(list(source.paragraphs)[:3])}, …"
        return (
            "unknown-paragraph",
            message,
            known if count else "Its record holds no paragraphs.",
        )
    return None


def find_relations(index: Index) -> Iterator[Relation]:
    """Yield every reference between notes that resolves, in order of id and field."""
    for note in index.notes.values():
        for path, reference in walk(note.fields, Reference):
            target = index.resolve(reference, reference.folders)
            spec = _relation_at(note, path)
            if target and spec and target.id != note.id:
                yield Relation(
                    note=note.id,
                    path=path,
                    inverse=spec.inverse,
                    target=target.id,
                    is_acyclic=spec.is_acyclic,
                )


def _relation_at(note: Note, path: FieldPath) -> RelationSpec | None:
    """Return what the field of a reference declares about the notes it ties together."""
    names = tuple(step for step in path if isinstance(step, str))
    return relation_along(type(note.fields), names)


def check_cycles(index: Index, relations: Iterable[Relation]) -> Iterator[Diagnostic]:
    """Report each circle of notes in a relation that cannot go in circles."""
    graphs: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(
        lambda: defaultdict(set)
    )
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
        TopologicalSorter(
            {node: sorted(graph[node]) for node in sorted(graph)}
        ).prepare()
    except CycleError as error:
        found: list[str] = error.args[1][::-1]
        start = found.index(min(found))
        return [*found[start:-1], *found[: start + 1]] if start else found
    return []
