"""The lines of treaties: what they are on a day, what they replaced, all in one table."""

from collections.abc import Sequence
from typing import Any

from generator.kinds import (
    OBLIGATIONS,
)
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
    return Markdown(f", {escape(known)}" if known else "")


def treaty_rows(page: Writer) -> list[Markdown]:
    """Return the rows of the table of all treaties: dates, status, what they oblige to."""
    heads = ["Treaty", "Status", "Signed", "In force", "Ended", "Obliges to"]
    rows: list[Sequence[str]] = [heads, ["---"] * len(heads)]
    rows += [_treaty_row(page, note) for note in page.of_kind("treaties")]
    return [Markdown(f"| {' | '.join(row)} |") for row in rows]


def _treaty_row(page: Writer, note: Note) -> list[str]:
    of = note.fields
    found = page.site.statuses.get(note.id)
    dates = [_dates(statements) for statements in (of.signed, of.in_force, of.ended)]
    own = {str(item.value) for item in current(of.obligations)}
    obliges = escape(", ".join(name for name in OBLIGATIONS if name in own))
    cells = [page.link(note), escape(found.label) if found else "", *dates, obliges]
    return [BAR.sub(r"\|", cell) for cell in cells]


def _dates(statements: tuple[Statement[Any], ...]) -> Markdown:
    return escape(" or ".join(dict.fromkeys(item.value.label for item in current(statements))))
