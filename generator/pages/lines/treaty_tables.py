"""Tables of treaties: all of them, the lineage of one side by side, and their obligations."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.dates.date import Date
from generator.notes.model import Treaty
from generator.pages.base.components import named, sortable, table
from generator.pages.base.context import PageContext
from generator.pages.lines.treaties import lineage_of
from generator.schema.statements import Values, current_values
from generator.schema.treaties import OBLIGATIONS
from generator.text.markdown import Markdown, escape

MAX_PARTIES = 6
"""A table of treaties names this many parties of each; a seventh is named too, if the last."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the table of all treaties, and a row where they are side by side."""

    heading: str
    cell: Callable[[PageContext, Treaty], Markdown]


def _status(page: PageContext, treaty: Treaty) -> Markdown:
    found = page.site.as_of.statuses.get(treaty.id)
    if found is None:
        return Markdown()
    return escape(found.label)


def _dates(statements: Values[Date]) -> Markdown:
    """Return every current date; the column is sorted by the first."""
    dates = current_values(statements)
    if not dates:
        return Markdown()
    labels = dict.fromkeys(date.label for date in dates)
    shown = escape(" or ".join(labels))
    return sortable(shown, dates[0])


def _signed(page: PageContext, treaty: Treaty) -> Markdown:
    del page
    return _dates(treaty.fields.signed)


def _in_force(page: PageContext, treaty: Treaty) -> Markdown:
    del page
    return _dates(treaty.fields.in_force)


def _ended(page: PageContext, treaty: Treaty) -> Markdown:
    del page
    return _dates(treaty.fields.ended)


def _term(page: PageContext, treaty: Treaty) -> Markdown:
    del page
    terms = current_values(treaty.fields.term)
    different = dict.fromkeys(terms)
    return escape(" or ".join(different))


def _parties(page: PageContext, treaty: Treaty) -> Markdown:
    names = [party.party for party in treaty.fields.parties]
    left_out = len(names) - MAX_PARTIES
    if left_out <= 1:
        return named(page, names)
    shown = named(page, names[:MAX_PARTIES])
    return Markdown(f"{shown} and {left_out} more")


def _obliges(page: PageContext, treaty: Treaty) -> Markdown:
    """Return the obligations of a treaty, in the order of the five kinds."""
    del page
    own = _obligations(treaty)
    in_order = [name for name in OBLIGATIONS if name in own]
    return escape(", ".join(in_order))


def _obligations(treaty: Treaty) -> set[str]:
    stated = current_values(treaty.fields.obligations)
    return set(stated)


_COLUMNS = (
    _Column("Status", _status),
    _Column("Signed", _signed),
    _Column("In force", _in_force),
    _Column("Ended", _ended),
    _Column("Term", _term),
    _Column("Parties", _parties),
    _Column("Obligations", _obliges),
)


def treaty_rows(page: PageContext) -> list[Markdown]:
    """Return the rows of the table of all treaties: status, dates, obligations."""
    headings = [column.heading for column in _COLUMNS]
    rows: list[list[Markdown]] = []
    for treaty in page.of_kind(Treaty):
        link = page.link(treaty)
        cells = [column.cell(page, treaty) for column in _COLUMNS]
        rows.append([link, *cells])
    return table(["Treaty", *headings], rows)


def comparison(page: PageContext) -> list[Markdown]:
    """Return a table of the treaties of this one's lineage side by side.

    Empty rows are left out.
    """
    treaties = lineage_of(page)
    if not treaties:
        return []
    links = [page.link(treaty) for treaty in treaties]
    rows: list[list[str]] = []
    for column in _COLUMNS:
        cells = [column.cell(page, treaty) for treaty in treaties]
        if any(cells):
            rows.append([f"**{column.heading}**", *cells])
    return table(["Treaty", *links], rows)


def obligation_rows(page: PageContext) -> list[Markdown]:
    """Return the matrix of treaties and the five kinds of obligation, without the rest."""
    rows: list[list[str]] = []
    for treaty in page.of_kind(Treaty):
        own = _obligations(treaty)
        if own:
            cells = ["yes" if name in own else "" for name in OBLIGATIONS]
            rows.append([page.link(treaty), *cells])
    if not rows:
        return []
    heads = map(str.capitalize, OBLIGATIONS)
    return table(["Treaty", *heads], rows)
