"""How much of each source is quoted on the whole site, and how much may be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Diagnostic, Origin
from generator.evidence.verify import Quoted
from generator.notes.index import Index

SHARE = 10
"""So many of a hundred words of a restricted source may be quoted on the whole site."""


def check_budgets(index: Index, done: Iterable[Quoted]) -> Iterator[Diagnostic]:
    """Report restricted sources of which too much is quoted, at the last quotation."""
    for id_, (used, total, last) in budgets(index, done).items():
        if total and used * 100 > total * SHARE:
            message = f"{used} of the {total} words of {id_} are quoted, at most {SHARE} % may be"
            hint = "Quote less of it, here or elsewhere; the ledger of quotations lists all."
            yield Diagnostic(last, "over-budget", message, hint)


def budgets(
    index: Index, done: Iterable[Quoted]
) -> Mapping[str, tuple[int, int, Origin]]:
    """Map each restricted source to the words quoted, all its words if known, and the last place.

    A word that is quoted twice counts once, where the place is known.
    """
    spans: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    loose: defaultdict[str, dict[str, int]] = defaultdict(dict)
    last: dict[str, Origin] = {}
    for item in done:
        source = index.sources[item.source]
        if source.fields.rights == "open":
            continue
        last[item.source] = item.origin
        if item.place:
            first = item.place.first
            spans[item.source] |= {
                (item.place.paragraph, at) for at in range(first, first + item.words)
            }
        else:
            loose[item.source][item.text] = item.words
    return {
        id_: (
            len(spans[id_]) + sum(loose[id_].values()),
            seal.words if (seal := index.sources[id_].seal) else 0,
            last[id_],
        )
        for id_ in sorted(last)
    }
