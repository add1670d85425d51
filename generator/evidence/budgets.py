"""How much of each source the whole site quotes, and how much it may quote."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Origin
from generator.evidence.verify import Quoted
from generator.notes.index import Index

MAX_QUOTED_PERCENT = 10
"""The share of the words of a restricted source that the whole site may quote."""


class Budget(NamedTuple):
    """How much of one source is quoted."""

    quoted: int
    """Number of words that are quoted."""
    total: int
    """Number of all its words; 0 if it is not known."""
    last: Origin
    """Where it was last quoted."""


@dataclass(slots=True)
class _Tally:
    """What is quoted of one source so far."""

    last: Origin
    placed: set[tuple[str, int]] = field(default_factory=set)
    """Paragraph and number of each word whose place is known."""
    unplaced: dict[str, int] = field(default_factory=dict)
    """Number of words of each quotation whose place is not known."""

    def add(self, item: Quoted) -> None:
        self.last = item.origin
        if item.place is None:
            self.unplaced[item.text] = item.words
            return
        paragraph = item.place.paragraph
        first = item.place.first
        for number in range(first, first + item.words):
            word = paragraph, number
            self.placed.add(word)

    @property
    def words(self) -> int:
        placed = len(self.placed)
        unplaced = sum(self.unplaced.values())
        return placed + unplaced


def check_budgets(index: Index, done: Iterable[Quoted]) -> Iterator[Diagnostic]:
    """Report each restricted source of which too much is quoted, at the last quotation."""
    hint = "Quote less of it, here or elsewhere; the page Quotations lists every quotation."
    for id_, budget in budgets(index, done).items():
        used, total, last = budget
        allowed = total * MAX_QUOTED_PERCENT // 100
        if total and used > allowed:
            message = (
                f"{used} of the {total} words of {id_} are quoted;"
                f" the limit is {MAX_QUOTED_PERCENT} %"
            )
            yield Diagnostic(last, "over-budget", message, hint)


def budgets(index: Index, done: Iterable[Quoted]) -> Mapping[str, Budget]:
    """Map each restricted source that is quoted to how much of it is.

    A word that is quoted twice counts once, if its place is known.
    """
    tallies: dict[str, _Tally] = {}
    for item in done:
        source = index.sources[item.source]
        if source.fields.rights == "open":
            continue
        tally = tallies.setdefault(item.source, _Tally(item.origin))
        tally.add(item)
    found = {}
    for id_ in sorted(tallies):
        seal = index.sources[id_].seal
        total = seal.words if seal else 0
        tally = tallies[id_]
        found[id_] = Budget(tally.words, total, tally.last)
    return found
