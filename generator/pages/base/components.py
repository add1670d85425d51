"""Forms that pages of many kinds share: lists, tables, infoboxes, badges, links."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from generator.dates.date import Date
from generator.notes.model import Note, Source
from generator.pages.base.context import PageContext
from generator.schema.values import Reference
from generator.text.anchors import TOP, our_anchor
from generator.text.markdown import Markdown, escape, joined, link
from generator.text.plain import plain

T = TypeVar("T")

_BAR = re.compile(r"(?<!\\)\|")
"""Ends a cell of a table."""
_SCHEME = re.compile(r"^https?://(www[.])?")


def heading(level: int, title: str, name: str = "") -> Markdown:
    """Return the heading of a section, with an anchor made of its title or another name.

    A title that is Markdown already needs the other name.
    """
    signs = "#" * level
    words = title if isinstance(title, Markdown) else escape(title)
    anchor = TOP if level == 1 else our_anchor(name or title)
    return Markdown(f"{signs} {words} {{ #{anchor} }}")


def bullets(
    page: PageContext, line: Callable[[PageContext, T], Markdown], items: Iterable[T]
) -> Markdown:
    """Return a list, each line made by the given function."""
    lines = []
    for item in items:
        text = line(page, item)
        lines.append(f"- {text}")
    return joined("\n", lines)


def facts(rows: Iterable[tuple[str, str]]) -> Markdown:
    """Return the rows of an infobox that have a value."""
    lines: list[str] = []
    for label, value in rows:
        if not value:
            continue
        text = value if isinstance(value, Markdown) else escape(value)
        lines += [label, f":   {text}", ""]
    return joined("\n", lines)


def entry(page: PageContext, document: Note | Source) -> Markdown:
    """Return the line of a document in a list: its link and summary."""
    title = page.link(document)
    summary = plain(document.fields.summary)
    if not summary:
        return title
    text = escape(summary)
    return Markdown(f"{title}: {text}")


def badge(kind: str, word: str = "") -> Markdown:
    """Return a verdict or status as a badge, whose colour only repeats its word."""
    name = kind.replace(" ", "-")
    text = escape(word or kind.capitalize())
    return Markdown(f'<span class="badge {name}">{text}</span>')


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[Markdown]:
    """Return the lines of a table."""
    rule = ["---"] * len(heads)
    lines = [_row(heads), _row(rule)]
    for row in rows:
        cells = map(cell, row)
        lines.append(_row(cells))
    return lines


def _row(cells: Iterable[str]) -> Markdown:
    text = " | ".join(cells)
    return Markdown(f"| {text} |")


def cell(text: str) -> Markdown:
    """Escape the bars in a text, which would end the cell of a table."""
    escaped = _BAR.sub(r"\|", text)
    return Markdown(escaped)


def sortable(shown: str, date: Date) -> Markdown:
    """Return the text of a cell with the day by which its column is sorted."""
    year, month, day = date.earliest
    key = f"{year:04}-{month:02}-{day:02}"
    return Markdown(f'<span data-sort="{key}">{shown}</span>')


def addresses(urls: Iterable[str]) -> Markdown:
    """Return web addresses as links that show where they lead."""
    shown = []
    for url in urls:
        host_and_path = _SCHEME.sub("", url)
        words = escape(host_and_path.rstrip("/"))
        address = link(words, f"<{url}>")
        shown.append(address)
    return joined(", ", shown)


def links(page: PageContext, notes: Iterable[Note]) -> Markdown:
    """Return links to several notes."""
    shown = map(page.link, notes)
    return joined(", ", shown)


def named(page: PageContext, references: Iterable[Reference]) -> Markdown:
    """Return the notes that a field names, linked where they have pages."""
    shown = map(page.name, references)
    return joined(", ", shown)
