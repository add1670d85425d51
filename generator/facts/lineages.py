"""Which treaties replaced or amended one another."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.dates.date import OPEN_END, Day
from generator.facts.grouped import grouped_ids
from generator.notes.index import Index
from generator.notes.model import Note, Treaty
from generator.notes.relations import Relation
from generator.schema.field_map import RelationField
from generator.schema.statements import first_value

_LINEAL: frozenset[RelationField] = frozenset({"replaces", "amends"})
"""The fields that tie a treaty to the one it continues."""


def lineages(
    index: Index, relations: Iterable[Relation]
) -> Mapping[str, tuple[str, ...]]:
    """Map each treaty to its lineage: itself and what replaced or amended it, oldest first."""
    ties = grouped_ids(_ties(relations))
    found: dict[str, tuple[str, ...]] = {}
    for treaty in ties:
        reached = _reachable(treaty, ties)
        found[treaty] = _oldest_first(index, reached)
    return found


def _ties(relations: Iterable[Relation]) -> Iterator[tuple[str, str]]:
    """Yield each pair of treaties of which one continues the other, in both orders."""
    for relation in relations:
        if relation.field in _LINEAL:
            yield relation.note, relation.target
            yield relation.target, relation.note


def _oldest_first(index: Index, treaties: Iterable[str]) -> tuple[str, ...]:
    dated: list[tuple[Day, str]] = []
    for treaty in treaties:
        day = _first_day(index.notes[treaty])
        dated.append((day, treaty))
    dated.sort()
    return tuple(treaty for _, treaty in dated)


def _first_day(treaty: Note) -> Day:
    """Return the day on which a treaty was signed, or else came into force."""
    if not isinstance(treaty, Treaty):
        return OPEN_END
    signed = first_value(treaty.fields.signed)
    in_force = first_value(treaty.fields.in_force)
    first = signed or in_force
    return first.earliest if first else OPEN_END


def _reachable(start: str, ties: Mapping[str, Collection[str]]) -> set[str]:
    """Return everything tied to a start, directly or through others, and the start."""
    reached = {start}
    waiting = [start]
    while waiting:
        new = set(ties[waiting.pop()]) - reached
        reached |= new
        waiting += new
    return reached
