"""The lines of treaties: what they are on a day, what they replaced, all in one table."""

from collections.abc import Callable, Sequence
from typing import Any

from generator.kinds import OBLIGATIONS
from generator.lines import BAR
from generator.markdown import Markdown, escape
from generator.model import Note
from generator.page import Writer
from generator.statements import Statement, current


def status(page: Writer) -> Markdown:
    """Return what this treaty is on the day of the build, and why if that needs saying."""
    found = page.site.statuses.get(page.document.id) if page.document else None
    if not found or not page.site.as_of:
        return Markdown()
    why = f" ({escape(found.why)})" if found.why else ""
    return Markdown(f"**{escape(found.label)}**{why}, as of {escape(page.site.as_of.label)}")


def lineage(page: Writer) -> Markdown:
    """Return the treaties that replaced one another around this one, oldest first."""
    chain = page.site.lineages.get(page.document.id, ()) if page.document else ()
    own_id = page.document.id if page.document else ""
    return Markdown(
        "\n".join(
            f"{number}. {f'**{escape(note.title)}**' if note.id == own_id else page.link(note)}"
            f"{_years(note)}"
            for number, note in enumerate(map(page.note, chain), 1)
        )
    )


def _years(note: Note) -> Markdown:
    """Return from when to when a treaty was there, as far as one date says it."""
    start = current(note.fields.signed) or current(note.fields.in_force)
    end = current(note.fields.ended)
    known = " to ".join(dates[0].value.label for dates in (start, end) if dates)
    differ = " (sources differ)" if len(start) > 1 or len(end) > 1 else ""
    return Markdown(f", {escape(known)}{differ}" if known else "")


def treaty_rows(page: Writer) -> list[Markdown]:
    """Return the rows of the table of all treaties: dates, status, what they oblige to."""
    heads = ["Treaty", "Status", "Signed", "In force", "Ended", "Obliges to"]
    rows: list[Sequence[str]] = [heads, ["---"] * len(heads)]
    rows += [_treaty_row(page, note) for note in page.of_kind("treaties")]
    return [Markdown(f"| {' | '.join(row)} |") for row in rows]


def _treaty_row(page: Writer, note: Note) -> list[str]:
    of = note.fields
    dates = [_dates(statements) for statements in (of.signed, of.in_force, of.ended)]
    cells = [page.link(note), _label(page, note), *dates, _obliges(note)]
    return [BAR.sub(r"\|", cell) for cell in cells]


def _dates(statements: tuple[Statement[Any], ...]) -> Markdown:
    return escape(" or ".join(dict.fromkeys(item.value.label for item in current(statements))))


def _label(page: Writer, note: Note) -> Markdown:
    found = page.site.statuses.get(note.id)
    return escape(found.label) if found else Markdown()


_COMPARED: tuple[tuple[str, Callable[[Writer, Note], str]], ...] = (
    ("Status", _label),
    ("Signed", lambda _, note: _dates(note.fields.signed)),
    ("In force", lambda _, note: _dates(note.fields.in_force)),
    ("Ended", lambda _, note: _dates(note.fields.ended)),
    ("Term", lambda _, note: _texts(note.fields.term)),
    ("Parties", lambda page, note: page.names([item.party for item in note.fields.parties])),
    ("Obliges to", lambda _, note: _obliges(note)),
)


def comparison(page: Writer) -> list[Markdown]:
    """Return a table of the treaties of this one's lineage side by side.

    A row in which nothing is known is left out.
    """
    chain = page.site.lineages.get(page.document.id, ()) if page.document else ()
    notes = [page.note(id_) for id_ in chain]
    rows: list[Sequence[str]] = [["Treaty", *map(page.link, notes)], ["---"] * (len(notes) + 1)]
    for name, cell in _COMPARED:
        cells = [BAR.sub(r"\|", cell(page, note)) for note in notes]
        rows += [[f"**{name}**", *cells]] if any(cells) else []
    return [Markdown(f"| {' | '.join(row)} |") for row in rows] if notes else []


def _texts(statements: tuple[Statement[Any], ...]) -> Markdown:
    return escape(" or ".join(dict.fromkeys(str(item.value) for item in current(statements))))


def _obliges(note: Note) -> Markdown:
    """Return what a treaty obliges to, in the order of the five kinds."""
    own = {str(item.value) for item in current(note.fields.obligations)}
    return escape(", ".join(name for name in OBLIGATIONS if name in own))
