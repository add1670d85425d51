"""The lines of treaties: status, lineage, tables, parties, articles, suspensions."""

import re
from collections.abc import Sequence

from generator.dates.date import Date
from generator.notes.model import Treaty
from generator.pages.base.context import PageContext
from generator.pages.base.prose import cite, prose
from generator.pages.lines.components import badge, named, sortable, table
from generator.pages.lines.statements import DIFFER, stated_dates, values
from generator.schema.statements import Values, current_values
from generator.schema.treaties import OBLIGATIONS, Article, Party, Suspension
from generator.text.markdown import Markdown, escape, joined

MAX_PARTIES = 6
"""A table of treaties names this many parties of each; a seventh is named too, if the last."""
_ARTICLE_NUMBER = re.compile(r"\d|[IVX]+\b")


def status(page: PageContext) -> Markdown:
    """Return the status of this treaty on the day of the build, and the reason if it has one."""
    day = page.site.as_of.day
    if page.document is None or day is None:
        return Markdown()
    found = page.site.as_of.statuses.get(page.document.id)
    if found is None:
        return Markdown()
    kind = found.words[0] if found.is_certain else "disputed"
    shown = badge(kind, found.label)
    if found.why:
        reason = escape(found.why)
        shown = Markdown(f"{shown} ({reason})")
    today = escape(day.label)
    return Markdown(f"{shown} as of {today}")


def lineage(page: PageContext) -> Markdown:
    """Return the treaties that replaced one another around this one, oldest first."""
    return _chain(page, _own_lineage(page))


def _own_lineage(page: PageContext) -> Sequence[str]:
    if page.document is None:
        return ()
    return page.site.connections.lineages.get(page.document.id, ())


def all_lineages(page: PageContext) -> list[Markdown]:
    """Return every lineage once, oldest treaty first."""
    by_treaty = page.site.connections.lineages
    chains = dict.fromkeys(by_treaty.values())
    return [_chain(page, chain) for chain in chains]


def _chain(page: PageContext, ids: Sequence[str]) -> Markdown:
    lines: list[str] = []
    for number, treaty in enumerate(_treaties(page, ids), 1):
        if treaty is page.document:
            title = escape(treaty.title)
            name = Markdown(f"**{title}**")
        else:
            name = page.link(treaty)
        years = _years(treaty)
        lines.append(f"{number}. {name}{years}")
    return joined("\n", lines)


def _treaties(page: PageContext, ids: Sequence[str]) -> list[Treaty]:
    """Return the treaties of a lineage, which contains nothing else."""
    notes = map(page.note, ids)
    return [note for note in notes if isinstance(note, Treaty)]


def _years(treaty: Treaty) -> Markdown:
    """Return the dates of a treaty's beginning and end, the first of each."""
    fields = treaty.fields
    starts = current_values(fields.signed) or current_values(fields.in_force)
    ends = current_values(fields.ended)
    labels = [dates[0].label for dates in (starts, ends) if dates]
    if not labels:
        return Markdown()
    years = escape(" to ".join(labels))
    sources_differ = len(starts) > 1 or len(ends) > 1
    if sources_differ:
        years = Markdown(years + DIFFER)
    return Markdown(f", {years}")


_COLUMNS = ("Status", "Signed", "In force", "Ended", "Term", "Parties", "Obligations")


def treaty_rows(page: PageContext) -> list[Markdown]:
    """Return the rows of the table of all treaties: status, dates, obligations."""
    rows: list[list[Markdown]] = []
    for treaty in page.of_kind(Treaty):
        link = page.link(treaty)
        cells = _cells(page, treaty)
        rows.append([link, *cells])
    return table(["Treaty", *_COLUMNS], rows)


def comparison(page: PageContext) -> list[Markdown]:
    """Return a table of the treaties of this one's lineage side by side.

    Empty rows are left out.
    """
    treaties = _treaties(page, _own_lineage(page))
    if not treaties:
        return []
    links = [page.link(treaty) for treaty in treaties]
    columns = [_cells(page, treaty) for treaty in treaties]
    rows: list[list[str]] = []
    for name, *cells in zip(_COLUMNS, *columns, strict=True):
        if any(cells):
            rows.append([f"**{name}**", *cells])
    return table(["Treaty", *links], rows)


def _cells(page: PageContext, treaty: Treaty) -> list[Markdown]:
    """Return the cells of one treaty, in the order of the columns."""
    fields = treaty.fields
    return [
        _label(page, treaty),
        _dates(fields.signed),
        _dates(fields.in_force),
        _dates(fields.ended),
        _texts(fields.term),
        _parties(page, fields.parties),
        _obliges(treaty),
    ]


def _label(page: PageContext, treaty: Treaty) -> Markdown:
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


def _texts(statements: Values[str]) -> Markdown:
    texts = current_values(statements)
    different = dict.fromkeys(texts)
    return escape(" or ".join(different))


def _parties(page: PageContext, parties: Sequence[Party]) -> Markdown:
    names = [party.party for party in parties]
    left_out = len(names) - MAX_PARTIES
    if left_out <= 1:
        return named(page, names)
    shown = named(page, names[:MAX_PARTIES])
    return Markdown(f"{shown} and {left_out} more")


def _obliges(treaty: Treaty) -> Markdown:
    """Return the obligations of a treaty, in the order of the five kinds."""
    own = _obligations(treaty)
    in_order = [name for name in OBLIGATIONS if name in own]
    return escape(", ".join(in_order))


def _obligations(treaty: Treaty) -> set[str]:
    stated = current_values(treaty.fields.obligations)
    return set(stated)


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


def article_entry(page: PageContext, article: Article) -> Markdown:
    """Return the line of an article of a treaty: its number, gist and exact words."""
    line = prose(page, article.gist)
    if article.number:
        number = numbered(article.number)
        line = Markdown(f"**{number}:** {line}")
    if article.exact:
        exact = escape(article.exact)
        line = Markdown(f'{line} Its wording: "{exact}".')
    marks = cite(page, article.sources)
    return Markdown(line + marks)


def numbered(number: str) -> Markdown:
    """Return the number of an article as readers say it."""
    if _ARTICLE_NUMBER.match(number):
        return escape(f"Article {number}")
    return escape(number)


def suspension(page: PageContext, suspension: Suspension) -> Markdown:
    """Return the line of a suspension: when, by whom, what."""
    circumstances: list[str] = []
    days = [values(page, suspension.from_), values(page, suspension.to)]
    known_days = [day for day in days if day]
    if known_days:
        circumstances.append(" to ".join(known_days))
    if suspension.by:
        circumstances.append(f"by {page.name(suspension.by)}")
    if suspension.in_part:
        circumstances.append("in part")
    head = ", ".join(circumstances)
    what = prose(page, suspension.what)
    line = ": ".join(part for part in (head, what) if part)
    marks = cite(page, suspension.sources)
    return Markdown(line + marks)


def parties(page: PageContext, parties: Sequence[Party]) -> list[Markdown]:
    """Return the rows of a table of parties; empty columns are left out."""
    columns: dict[str, list[Markdown]] = {}
    for party in parties:
        for name, cell in _party_cells(page, party).items():
            columns.setdefault(name, []).append(cell)
    known = {name: cells for name, cells in columns.items() if any(cells)}
    rows = zip(*known.values(), strict=True)
    return table(list(known), rows)


def _party_cells(page: PageContext, party: Party) -> dict[str, Markdown]:
    return {
        "Party": page.name(party.party),
        "Signed": stated_dates(page, party.signed),
        "By": named(page, party.signed_by),
        "Ratified": stated_dates(page, party.ratified),
        "How bound": values(page, party.how),
        "In force": stated_dates(page, party.in_force),
        "Withdrew": stated_dates(page, party.withdrew),
    }
