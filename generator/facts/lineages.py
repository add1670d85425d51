"""Which treaties replaced or amended one another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.dates.date import OPEN_END, Date
from generator.notes.index import Index
from generator.notes.model import Treaty
from generator.notes.references import Relation
from generator.schema.statements import Statement, current


def lineages(
    index: Index, relations: Iterable[Relation]
) -> Mapping[str, tuple[str, ...]]:
    """Map each treaty to those that replaced or amended one another, itself too, oldest first."""
    tied: defaultdict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.path[0] in {"replaces", "amends"}:
            tied[relation.note].add(relation.target)
            tied[relation.target].add(relation.note)
    return {id_: _oldest_first(index, _reached(id_, tied)) for id_ in sorted(tied)}


def _reached(start: str, tied: Mapping[str, set[str]]) -> set[str]:
    """Return everything tied to something, directly or by way of others."""
    reached, waiting = {start}, [start]
    while waiting:
        further = tied.get(waiting.pop(), set()) - reached
        reached |= further
        waiting += sorted(further)
    return reached


def _oldest_first(index: Index, ids: Iterable[str]) -> tuple[str, ...]:
    def order(id_: str) -> tuple[object, ...]:
        treaty = index.notes[id_]
        dates: tuple[Statement[Date], ...] = ()
        if isinstance(treaty, Treaty):
            dates = current(treaty.fields.signed) or current(treaty.fields.in_force)
        return (dates[0].value.earliest if dates else OPEN_END, id_)

    return tuple(sorted(ids, key=order))
