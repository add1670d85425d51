"""Forms that pages of many kinds share: lists, tables, infoboxes, badges, links."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from generator.dates.date import Date
from generator.notes.model import Note, Source
from generator.pages.context import PageContext
from generator.schema.values import Reference
from generator.text.markdown import Markdown, escape
from generator.text.plain import without_citations

T = TypeVar("T")

BAR = re.compile(r"(?<!\\)\|")
"""Ends a cell of a table."""
_SCHEME = re.compile(r"^https?://(www[.])?")


def bullets(
    page: PageContext, line: Callable[[PageContext, T], Markdown], items: Iterable[T]
) -> Markdown:
    """Return a list, each line made by the given function."""
    lines = [f"- {line(page, item)}" for item in items]
    return Markdown("\n".join(lines))


def facts(rows: Iterable[tuple[str, str]]) -> Markdown:
    """Return the rows of an infobox that have a value."""
    shown = []
    for label, value in rows:
        if value:
            text = value if isinstance(value, Markdown) else escape(value)
            shown.append(f"{label}\n:   {text}\n")
    return Markdown("\n".join(shown))


def entry(page: PageContext, document: Note | Source) -> Markdown:
    """Return the line of a document in a list: its link and summary."""
    link = page.link(document)
    summary = without_citations(document.fields.summary)
    return Markdown(f"{link}: {escape(summary)}") if summary else link


def badge(kind: str, word: str = "") -> Markdown:
    """Return a verdict or status as a badge, whose colour only repeats its word."""
    name = kind.replace(" ", "-")
    text = escape(word or kind.capitalize())
    return Markdown(f'<span class="badge {name}">{text}</span>')


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[Markdown]:
    """Return the lines of a table; a bar within a cell does not end it."""
    rule = ["---"] * len(heads)
    lines = [_row(heads), _row(rule)]
    for row in rows:
        cells = [BAR.sub(r"\|", cell) for cell in row]
        lines.append(_row(cells))
    return lines


def _row(cells: Sequence[str]) -> Markdown:
    return Markdown(f"| {' | '.join(cells)} |")


def sortable(shown: str, date: Date) -> Markdown:
    """Return the text of a cell with the day by which its column is sorted."""
    year, month, day = date.earliest
    key = f"{year:04}-{month:02}-{day:02}"
    return Markdown(f'<span data-sort="{key}">{shown}</span>')


def addresses(urls: Iterable[str]) -> Markdown:
    """Return web addresses as links that show where they lead."""
    links = [_address(url) for url in urls]
    return Markdown(", ".join(links))


def _address(url: str) -> str:
    shown = _SCHEME.sub("", url).rstrip("/")
    return f"[{escape(shown)}](<{url}>)"


def links(page: PageContext, notes: Iterable[Note]) -> Markdown:
    """Return links to several notes."""
    return Markdown(", ".join(map(page.link, notes)))


def named(page: PageContext, references: Iterable[Reference]) -> Markdown:
    """Return the notes that a field names, linked where they have pages."""
    return Markdown(", ".join(map(page.name, references)))
