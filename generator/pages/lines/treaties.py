"""The lines of treaties: status, lineage, parties, articles, suspensions."""

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.notes.model import Treaty
from generator.pages.base.components import badge, named, table
from generator.pages.base.context import PageContext
from generator.pages.base.prose import cite, prose
from generator.pages.lines.statements import DIFFER, stated_dates, values
from generator.schema.statements import current_values
from generator.schema.treaties import Article, Party, Suspension
from generator.text.markdown import Markdown, escape, joined

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
    treaties = lineage_of(page)
    return _chain(page, treaties)


def lineage_of(page: PageContext) -> list[Treaty]:
    """Return the treaties of this one's lineage, if it has any."""
    if page.document is None:
        return []
    lineages = page.site.connections.lineages
    ids = lineages.get(page.document.id, ())
    return _treaties(page, ids)


def all_lineages(page: PageContext) -> list[Markdown]:
    """Return every lineage once, oldest treaty first."""
    by_treaty = page.site.connections.lineages
    chains = dict.fromkeys(by_treaty.values())
    return [_chain(page, _treaties(page, chain)) for chain in chains]


def _chain(page: PageContext, treaties: Iterable[Treaty]) -> Markdown:
    lines: list[str] = []
    for number, treaty in enumerate(treaties, 1):
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
    if not parties:
        return []
    by_party = [_party_cells(page, party) for party in parties]
    known = _known_headings(by_party)
    headings = [heading for heading in by_party[0] if heading in known]
    rows: list[list[Markdown]] = []
    for cells in by_party:
        row = [cells[heading] for heading in headings]
        rows.append(row)
    return table(headings, rows)


def _known_headings(rows: Iterable[Mapping[str, Markdown]]) -> set[str]:
    """Return the headings of the columns in which any cell has a text."""
    known: set[str] = set()
    for cells in rows:
        for heading, cell in cells.items():
            if cell:
                known.add(heading)
    return known


def _party_cells(page: PageContext, party: Party) -> dict[str, Markdown]:
    """Return the cells of a party by their headings, the same for every party."""
    return {
        "Party": page.name(party.party),
        "Signed": stated_dates(page, party.signed),
        "By": named(page, party.signed_by),
        "Ratified": stated_dates(page, party.ratified),
        "How bound": values(page, party.how),
        "In force": stated_dates(page, party.in_force),
        "Withdrew": stated_dates(page, party.withdrew),
    }
