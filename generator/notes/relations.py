"""Relations between notes, as front matter declares them; report those that form a circle."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias, get_args

from generator.diagnostics import Diagnostic
from generator.notes.index import Index
from generator.notes.model import Note
from generator.schema.field_map import RelationField, RelationSpec, relation_along
from generator.schema.nodes import FieldPath
from generator.schema.statements import walk
from generator.schema.values import Reference

_FIELDS: Mapping[int | str, RelationField] = {
    name: name for name in get_args(RelationField)
}
_Graph: TypeAlias = defaultdict[str, set[str]]
"""Ids of the notes that each note names, by its id."""


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """One reference from a note's front matter to another note."""

    note: str
    path: FieldPath
    """Path of the reference in the note's front matter."""
    field: RelationField
    """The field of the note's front matter that has the reference."""
    inverse: str
    """What the relation is called from the other end."""
    target: str
    is_acyclic: bool


def find_relations(index: Index) -> Iterator[Relation]:
    """Yield every reference between notes that resolves, in order of id and field."""
    for note in index.notes.values():
        yield from relations_of(note, index)


def relations_of(note: Note, index: Index) -> Iterator[Relation]:
    """Yield every reference of a note to another one that resolves, in order of field."""
    for path, reference in walk(note.fields, Reference):
        target = index.resolve(reference, reference.folders)
        spec = _spec_at(note, path)
        if target and spec and target.id != note.id:
            yield Relation(
                note=note.id,
                path=path,
                field=_FIELDS[path[0]],
                inverse=spec.inverse,
                target=target.id,
                is_acyclic=spec.is_acyclic,
            )


def _spec_at(note: Note, path: FieldPath) -> RelationSpec | None:
    """Return what the field of a reference declares about the notes it ties together."""
    model = type(note.fields)
    names = [step for step in path if isinstance(step, str)]
    return relation_along(model, tuple(names))


def check_cycles(index: Index, relations: Iterable[Relation]) -> Iterator[Diagnostic]:
    """Report each circle of notes in a relation that cannot go in circles."""
    graphs = _acyclic_graphs(relations)
    for field_name, graph in sorted(graphs.items()):
        for circle in _circles(graph):
            yield _cycle(index, field_name, circle)


def _acyclic_graphs(relations: Iterable[Relation]) -> dict[RelationField, _Graph]:
    """Return the graph of each field whose relation cannot go in circles."""
    graphs: dict[RelationField, _Graph] = {}
    for relation in relations:
        if relation.is_acyclic:
            field_name = relation.field
            graph = graphs.setdefault(field_name, defaultdict(set))
            targets = graph[relation.note]
            targets.add(relation.target)
    return graphs


def _cycle(index: Index, field_name: str, circle: list[str]) -> Diagnostic:
    note = index.notes[circle[0]]
    origin = note.origin((field_name,))
    shown = " → ".join(circle)
    message = f"{field_name}: {shown} is a cycle"
    hint = "Remove one of these references."
    return Diagnostic(origin, "cycle", message, hint)


def _circles(graph: _Graph) -> Iterator[list[str]]:
    """Yield circles until none is left, taking one reference out of the graph for each."""
    circle = _circle(graph)
    while circle:
        yield circle
        first, second, *_ = circle
        graph[first].discard(second)
        circle = _circle(graph)


def _circle(graph: _Graph) -> list[str]:
    """Return the ids along one circle, the first one again at the end; empty if there is none."""
    ordered: dict[str, list[str]] = {}
    for id_ in sorted(graph):
        ordered[id_] = sorted(graph[id_])
    try:
        TopologicalSorter(ordered).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return _from_least(found[::-1])
    return []


def _from_least(circle: list[str]) -> list[str]:
    """Let a circle begin, and end, with the least of its ids."""
    ids = circle[:-1]
    least = min(ids)
    start = ids.index(least)
    return [*ids[start:], *ids[:start], least]
