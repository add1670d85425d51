"""What other notes say of a note in their fields, under the inverse of each field's name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.notes.references import Relation


def inverses(
    relations: Iterable[Relation],
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Map each note to what other notes say of it, under the inverse's name, ids in order."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for relation in relations:
        found[relation.target][relation.inverse].add(relation.note)
    return {
        target: {
            inverse: tuple(sorted(ids)) for inverse, ids in sorted(by_inverse.items())
        }
        for target, by_inverse in found.items()
    }
