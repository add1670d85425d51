"""How notes and sources are connected: by fields, by mentions, by citations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.facts.backlinks import Backlink, backlinks
from generator.facts.citations import Citing, citing, rests_on
from generator.facts.inverses import inverses
from generator.facts.lineages import lineages
from generator.links.segments import LinkedProse
from generator.notes.index import Index
from generator.notes.references import Relation


@dataclass(frozen=True, slots=True)
class Connections:
    """What refers to each note or source, by the id of what is referred to."""

    inverses: Mapping[str, Mapping[str, tuple[str, ...]]]
    """The notes whose fields name a note, under the inverse of the field's name."""
    lineages: Mapping[str, tuple[str, ...]]
    """The treaties that replaced or amended one another, oldest first."""
    backlinks: Mapping[str, tuple[Backlink, ...]]
    """The notes whose prose mentions a note."""
    citing: Mapping[str, tuple[Citing, ...]]
    """Everything that cites a source."""
    rests_on: Mapping[str, tuple[str, ...]]
    """The sources a note cites."""


def connections(
    index: Index, relations: Sequence[Relation], prose: LinkedProse
) -> Connections:
    """Return how everything in the index is connected."""
    cited = citing(index, prose)
    return Connections(
        inverses=inverses(relations),
        lineages=lineages(index, relations),
        backlinks=backlinks(index, prose),
        citing=cited,
        rests_on=rests_on(cited),
    )
