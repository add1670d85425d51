"""The lines of treaties: what they are on a day, what they replaced, all in one table."""

from collections.abc import Callable, Sequence
from typing import Any

from generator.kinds import OBLIGATIONS
from generator.lines import badge, sortable, table
from generator.markdown import Markdown, escape
from generator.model import Note
from generator.page import DIFFER, Writer
from generator.statements import Statement, current

FEW = 6
"""So many parties of a treaty are named in a table of treaties."""


def status(page: Writer) -> Markdown:
    """Return what this treaty is on the day of the build, and why if that needs saying."""
    found = page.site.statuses.get(page.document.id) if page.document else None
    if not found or not page.site.as_of:
        return Markdown()
    why = f" ({escape(found.why)})" if found.why else ""
    shown = badge(found.words[0] if found.is_certain else "disputed", found.label)
    return Markdown(f"{shown}{why} as of {escape(page.site.as_of.label)}")


def lineage(page: Writer) -> Markdown:
    """Return the treaties that replaced one another around this one, oldest first."""
    own_id = page.document.id if page.document else ""
    return _chain(page, page.site.lineages.get(own_id, ()))


def all_lineages(page: Writer) -> list[Markdown]:
    """Return every lineage once, oldest treaty first."""
    chains = dict.fromkeys(page.site.lineages.values())
    return [_chain(page, chain) for chain in chains]


def _chain(page: Writer, ids: Sequence[str]) -> Markdown:
    links = (
        f"**{escape(note.title)}**" if note is page.document else page.link(note)
        for note in map(page.note, ids)
    )
    lines = (
        f"{number}. {link}{_years(page.note(id_))}"
        for number, (id_, link) in enumerate(zip(ids, links, strict=True), 1)
    )
    return Markdown("\n".join(lines))


def _years(note: Note) -> Markdown:
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


def _label(page: Writer, note: Note) -> Markdown:
    found = page.site.statuses.get(note.id)
    return escape(found.label) if found else Markdown()


def _parties(page: Writer, note: Note) -> Markdown:
    parties = [item.party for item in note.fields.parties]
    more = f" and {len(parties) - FEW} more" if len(parties) > FEW + 1 else ""
    return Markdown(page.names(parties[:FEW] if more else parties) + more)


_COLUMNS: tuple[tuple[str, Callable[[Writer, Note], str]], ...] = (
    ("Status", _label),
    ("Signed", lambda _, note: _dates(note.fields.signed)),
    ("In force", lambda _, note: _dates(note.fields.in_force)),
    ("Ended", lambda _, note: _dates(note.fields.ended)),
    ("Term", lambda _, note: _texts(note.fields.term)),
    ("Parties", _parties),
    ("Obliges to", lambda _, note: _obliges(note)),
)


def treaty_rows(page: Writer) -> list[Markdown]:
    """Return the rows of the table of all treaties: dates, status, what they oblige to."""
    rows = [
        [page.link(note), *(cell(page, note) for _, cell in _COLUMNS)]
        for note in page.of_kind("treaties")
    ]
    return table(["Treaty", *(name for name, _ in _COLUMNS)], rows)


def comparison(page: Writer) -> list[Markdown]:
    """Return a table of the treaties of this one's lineage side by side.

    A row in which nothing is known is left out.
    """
    chain = page.site.lineages.get(page.document.id, ()) if page.document else ()
    notes = [page.note(id_) for id_ in chain]
    rows = [[f"**{name}**", *(cell(page, note) for note in notes)] for name, cell in _COLUMNS]
    known = [row for row in rows if any(row[1:])]
    return table(["Treaty", *map(page.link, notes)], known) if notes else []


def obligation_rows(page: Writer) -> list[Markdown]:
    """Return the matrix of treaties and the five kinds of obligation, without the rest."""
    rows = []
    for note in page.of_kind("treaties"):
        own = {str(item.value) for item in current(note.fields.obligations)}
        if own:
            rows.append([page.link(note), *("yes" if name in own else "" for name in OBLIGATIONS)])
    return table(["Treaty", *(name.capitalize() for name in OBLIGATIONS)], rows) if rows else []


def _texts(statements: tuple[Statement[Any], ...]) -> Markdown:
    return escape(" or ".join(dict.fromkeys(str(item.value) for item in current(statements))))


def _obliges(note: Note) -> Markdown:
    """Return what a treaty obliges to, in the order of the five kinds."""
    own = {str(item.value) for item in current(note.fields.obligations)}
    return escape(", ".join(name for name in OBLIGATIONS if name in own))
