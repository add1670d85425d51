"""The forms of lists, tables and infoboxes, and the lines that stand on pages of many kinds."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from generator.dates.date import Date
from generator.evidence.support import is_low_only
from generator.facts.backlinks import Backlink
from generator.facts.citations import Citing
from generator.notes.model import Note, Source
from generator.pages.context import Writer
from generator.schema.notes import Claim, Role
from generator.schema.statements import current
from generator.text.markdown import Markdown, escape
from generator.text.plain import without_citations

T = TypeVar("T")

BAR = re.compile(r"(?<!\\)\|")
"""What ends a cell of a table."""


def bullets(
    page: Writer, line: Callable[[Writer, T], Markdown], items: Iterable[T]
) -> Markdown:
    """Return a list, its lines made by one of the functions below."""
    return Markdown("\n".join(f"- {line(page, item)}" for item in items))


def facts(rows: Iterable[tuple[str, str]]) -> Markdown:
    """Return rows of an infobox; what is not known has none."""
    shown = (
        f"{label}\n:   {value if isinstance(value, Markdown) else escape(value)}\n"
        for label, value in rows
        if value
    )
    return Markdown("\n".join(shown))


def entry(page: Writer, document: Note | Source) -> Markdown:
    """Return the line of a note in a list: its link, and what it is."""
    summary = without_citations(document.fields.summary)
    return Markdown(f"{page.link(document)}{f': {escape(summary)}' if summary else ''}")


def where(page: Writer, place: Backlink | Citing) -> Markdown:
    """Return the line of a place that mentions a note or cites a source."""
    line = page.link(page.note(place.note))
    match place:
        case Backlink(count=count):
            times = f" ({count} times)" if count > 1 else ""
            return Markdown(f"{line}{times}: {page.excerpt(place)}")
        case Citing(excerpt=None):
            return Markdown(f"{line}, in its facts")
        case Citing(paragraph=paragraph):
            pin = f", ¶{paragraph[1:]}" if paragraph else ""
            return Markdown(f"{line}{pin}: {page.excerpt(place)}")


def weighed(page: Writer, claim: Claim) -> Markdown:
    """Return the card of a claim: verdict, what it says, the evidence either way, and why."""
    is_weak = is_low_only(claim, page.site.index)
    parts = [
        f'{badge(claim.verdict)} <span class="says">{page.prose(claim.says)}</span>'
    ]
    parts += [f"For: {page.cite(claim.for_)}."] if claim.for_ else []
    parts += [f"Against: {page.cite(claim.against)}."] if claim.against else []
    parts += ["Rests only on sources of low reliability."] if is_weak else []
    parts += [page.prose(claim.why)] if claim.why else []
    return Markdown(" ".join(parts))


def badge(kind: str, word: str = "") -> Markdown:
    """Return a verdict or status as a badge, whose colour only repeats its word."""
    name = kind.replace(" ", "-")
    return Markdown(
        f'<span class="badge {name}">{escape(word or kind.capitalize())}</span>'
    )


def role(page: Writer, role: Role) -> Markdown:
    """Return an office, where and when it was held."""
    of = f", {page.name(role.of)}" if role.of and role.of not in role.title else ""
    start, end = current(role.from_), current(role.to)
    when = " to ".join(item[0].value.label for item in (start, end) if item)
    if start and not end and not start[0].value.is_open:
        when = f"since {when}"
    elif end and not start:
        when = f"until {when}"
    sources = [
        *role.sources,
        *(cited for item in (*start, *end) for cited in item.sources),
    ]
    cites = page.cite(list(dict.fromkeys(sources)))
    return Markdown(f"{escape(role.title)}{of}{f' ({when})' if when else ''}{cites}")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[Markdown]:
    """Return the lines of a table; a bar within a cell does not end it."""
    cells = ([BAR.sub(r"\|", cell) for cell in row] for row in rows)
    lines = [heads, ["---"] * len(heads), *cells]
    return [Markdown(f"| {' | '.join(line)} |") for line in lines]


def sortable(shown: str, date: Date) -> Markdown:
    """Return what a cell shows of a date, with what a table is sorted by."""
    year, month, day = date.earliest
    return Markdown(f'<span data-sort="{year:04}-{month:02}-{day:02}">{shown}</span>')


def addresses(urls: Sequence[str]) -> Markdown:
    """Return addresses of the web as links that show where they lead."""
    links = (
        f"[{escape(re.sub(r'^https?://(www[.])?', '', url).rstrip('/'))}](<{url}>)"
        for url in urls
    )
    return Markdown(", ".join(links))
