"""The lines of treaties: status, lineage, all in one table; parties, articles, suspensions."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from generator.notes.model import Note, Treaty
from generator.pages.context import PageContext
from generator.pages.lines.components import badge, named, sortable, table
from generator.pages.lines.statements import DIFFER, values
from generator.pages.prose import cite, prose
from generator.schema.notes import OBLIGATIONS, Article, Party, Suspension
from generator.schema.statements import Statement, current
from generator.text.markdown import Markdown, escape

FEW = 6
"""So many parties of a treaty are named in a table of treaties."""
_ARTICLE_NUMBER = re.compile(r"\d|[IVX]+\b")


def status(page: PageContext) -> Markdown:
    """Return what this treaty is on the day of the build, and why if that needs saying."""
    found = page.site.as_of.statuses.get(page.document.id) if page.document else None
    if not found or not page.site.as_of.day:
        return Markdown()
    why = f" ({escape(found.why)})" if found.why else ""
    shown = badge(found.words[0] if found.is_certain else "disputed", found.label)
    return Markdown(f"{shown}{why} as of {escape(page.site.as_of.day.label)}")


def lineage(page: PageContext) -> Markdown:
    """Return the treaties that replaced one another around this one, oldest first."""
    own_id = page.document.id if page.document else ""
    return _chain(page, page.site.connections.lineages.get(own_id, ()))


def all_lineages(page: PageContext) -> list[Markdown]:
    """Return every lineage once, oldest treaty first."""
    chains = dict.fromkeys(page.site.connections.lineages.values())
    return [_chain(page, chain) for chain in chains]


def _chain(page: PageContext, ids: Sequence[str]) -> Markdown:
    lines = []
    for number, treaty in enumerate(_treaties(page, ids), 1):
        is_own = treaty is page.document
        name = f"**{escape(treaty.title)}**" if is_own else page.link(treaty)
        lines.append(f"{number}. {name}{_years(treaty)}")
    return Markdown("\n".join(lines))


def _treaties(page: PageContext, ids: Sequence[str]) -> list[Treaty]:
    """Return the treaties of a lineage, which holds nothing else."""
    notes = map(page.note, ids)
    return [note for note in notes if isinstance(note, Treaty)]


def _years(note: Treaty) -> Markdown:
    """Return from when to when a treaty was there, as far as one date says it."""
    start = current(note.fields.signed) or current(note.fields.in_force)
    end = current(note.fields.ended)
    known = " to ".join(dates[0].value.label for dates in (start, end) if dates)
    differ = DIFFER if len(start) > 1 or len(end) > 1 else ""
    return Markdown(f", {escape(known)}{differ}" if known else "")


def _dates(statements: tuple[Statement[Any], ...]) -> Markdown:
    dates = [item.value for item in current(statements)]
    labels = escape(" or ".join(dict.fromkeys(date.label for date in dates)))
    return sortable(labels, dates[0]) if dates else labels


def _label(page: PageContext, note: Note) -> Markdown:
    found = page.site.as_of.statuses.get(note.id)
    return escape(found.label) if found else Markdown()


def _parties(page: PageContext, note: Treaty) -> Markdown:
    parties = [item.party for item in note.fields.parties]
    more = f" and {len(parties) - FEW} more" if len(parties) > FEW + 1 else ""
    return Markdown(named(page, parties[:FEW] if more else parties) + more)


_COLUMNS: tuple[tuple[str, Callable[[PageContext, Treaty], str]], ...] = (
    ("Status", _label),
    ("Signed", lambda _, note: _dates(note.fields.signed)),
    ("In force", lambda _, note: _dates(note.fields.in_force)),
    ("Ended", lambda _, note: _dates(note.fields.ended)),
    ("Term", lambda _, note: _texts(note.fields.term)),
    ("Parties", _parties),
    ("Obliges to", lambda _, note: _obliges(note)),
)


def treaty_rows(page: PageContext) -> list[Markdown]:
    """Return the rows of the table of all treaties: dates, status, what they oblige to."""
    rows = [
        [page.link(note), *(cell(page, note) for _, cell in _COLUMNS)]
        for note in page.of_kind(Treaty)
    ]
    return table(["Treaty", *(name for name, _ in _COLUMNS)], rows)


def comparison(page: PageContext) -> list[Markdown]:
    """Return a table of the treaties of this one's lineage side by side.

    A row in which nothing is known is left out.
    """
    chain = (
        page.site.connections.lineages.get(page.document.id, ())
        if page.document
        else ()
    )
    notes = _treaties(page, chain)
    rows = [
        [f"**{name}**", *(cell(page, note) for note in notes)]
        for name, cell in _COLUMNS
    ]
    known = [row for row in rows if any(row[1:])]
    return table(["Treaty", *map(page.link, notes)], known) if notes else []


def obligation_rows(page: PageContext) -> list[Markdown]:
    """Return the matrix of treaties and the five kinds of obligation, without the rest."""
    rows = []
    for note in page.of_kind(Treaty):
        own = {str(item.value) for item in current(note.fields.obligations)}
        if own:
            rows.append(
                [
                    page.link(note),
                    *("yes" if name in own else "" for name in OBLIGATIONS),
                ]
            )
    return (
        table(["Treaty", *(name.capitalize() for name in OBLIGATIONS)], rows)
        if rows
        else []
    )


def _texts(statements: tuple[Statement[Any], ...]) -> Markdown:
    return escape(
        " or ".join(dict.fromkeys(str(item.value) for item in current(statements)))
    )


def _obliges(note: Treaty) -> Markdown:
    """Return what a treaty obliges to, in the order of the five kinds."""
    own = {str(item.value) for item in current(note.fields.obligations)}
    return escape(", ".join(name for name in OBLIGATIONS if name in own))


def article_entry(page: PageContext, article: Article) -> Markdown:
    """Return the line of an article of a treaty: its number, gist and own words."""
    number = f"**{numbered(article.number)}:** " if article.number else ""
    exact = f' In its words: "{escape(article.exact)}".' if article.exact else ""
    return Markdown(
        f"{number}{prose(page, article.gist)}{exact}{cite(page, article.sources)}"
    )


def suspension(page: PageContext, suspension: Suspension) -> Markdown:
    """Return the line of a suspension: when, by whom, what."""
    when = " to ".join(
        filter(None, (values(page, suspension.from_), values(page, suspension.to)))
    )
    by = f"by {page.name(suspension.by)}" if suspension.by else ""
    part = "in part" if suspension.in_part else ""
    head = ", ".join(filter(None, (when, by, part)))
    parts = ": ".join(filter(None, (head, prose(page, suspension.what))))
    return Markdown(parts + cite(page, suspension.sources))


_PARTY_COLUMNS: tuple[tuple[str, Callable[[PageContext, Party], Markdown]], ...] = (
    ("Party", lambda page, party: page.name(party.party)),
    ("Signed", lambda page, party: _stated_dates(page, party.signed)),
    ("By", lambda page, party: named(page, party.signed_by)),
    ("Ratified", lambda page, party: _stated_dates(page, party.ratified)),
    ("How bound", lambda page, party: values(page, party.how)),
    ("In force", lambda page, party: _stated_dates(page, party.in_force)),
    ("Withdrew", lambda page, party: _stated_dates(page, party.withdrew)),
)


def parties(page: PageContext, parties: Sequence[Party]) -> list[Markdown]:
    """Return the rows of a table of parties; a column in which nothing is known is left out."""
    rows = [[cell(page, party) for _, cell in _PARTY_COLUMNS] for party in parties]
    used = [
        column
        for column in range(len(_PARTY_COLUMNS))
        if any(row[column] for row in rows)
    ]
    heads = [_PARTY_COLUMNS[column][0] for column in used]
    return table(heads, [[row[column] for column in used] for row in rows])


def _stated_dates(
    page: PageContext, statements: tuple[Statement[Any], ...]
) -> Markdown:
    shown = values(page, statements)
    return sortable(shown, current(statements)[0].value) if shown else shown


def numbered(number: str) -> Markdown:
    """Return the number of an article as a reader says it."""
    return escape(f"Article {number}" if _ARTICLE_NUMBER.match(number) else number)
