"""The lines of timelines: the drawing, dates and events, links to the timelines of actors."""

from collections.abc import Sequence
from itertools import pairwise

from generator.dates.date import Date
from generator.drawings.markup import element
from generator.drawings.periods import by_period, known_start
from generator.drawings.timeline import draw
from generator.facts.entries import Entry
from generator.notes.model import Actor
from generator.pages.base.components import entry as listed
from generator.pages.base.components import heading
from generator.pages.base.context import PageContext
from generator.text.markdown import Markdown, escape, joined

MAX_UNDIVIDED = 20
"""A timeline of more entries is divided."""
PAGE_LEVEL = 2
"""Level of the headings where the timeline is the page."""


def drawing(page: PageContext, entries: Sequence[Entry], of: str = "") -> Markdown:
    """Return the timeline drawn, every mark a link into the list below it or on another page."""

    def title(entry: Entry) -> str:
        note = page.note(entry.note)
        if entry.what:
            return f"{note.title}: {entry.what}"
        return note.title

    address = page.address(of) if of else ""
    return draw(entries, title, address)


def periods(
    entries: Sequence[Entry], level: int
) -> list[tuple[Markdown, Sequence[Entry]]]:
    """Divide a timeline into years, decades or centuries, each with a heading.

    A short one that is a part of a page stays in one piece.
    """
    if len(entries) <= MAX_UNDIVIDED and level > PAGE_LEVEL:
        return [(Markdown(), entries)]
    divided: list[tuple[Markdown, Sequence[Entry]]] = []
    for period, group in by_period(entries):
        divided.append((heading(level, period.label), group))
    return divided


def timeline(page: PageContext, entries: Sequence[Entry]) -> Markdown:
    """Return the list: when, and the event or the step."""
    loose = _in_loose_order(entries)
    lines: list[str] = []
    for entry in entries:
        when = _when(page, entry, is_loose=entry in loose)
        what = _what(page, entry)
        lines.append(f"- {when} {what}")
    return joined("\n", lines)


def _in_loose_order(entries: Sequence[Entry]) -> set[Entry]:
    """Return the entries of vague date that may have come after their neighbour, or before it."""
    loose: set[Entry] = set()
    for one, following in pairwise(entries):
        may_overlap = following.date.earliest <= one.date.latest
        if may_overlap:
            loose |= {entry for entry in (one, following) if _is_vague(entry)}
    return loose


def _is_vague(entry: Entry) -> bool:
    return entry.date.form == "within" and not entry.date.is_open


def _when(page: PageContext, entry: Entry, *, is_loose: bool) -> Markdown:
    """Return the date in words, with its form as a class and attributes for the filters."""
    date = entry.date
    form = date.form
    if date.is_unsure or entry.also:
        form += " unsure"
    who = page.site.timelines.concerned.get(entry.note, ())
    kind = page.note(entry.note).kind
    attributes = {
        "class": f"when {form}",
        "id": f"t-{entry.id}",
        "data-kind": kind.entry_word,
        "data-from": str(_first_year(date)),
        "data-to": str(_last_year(date)),
        "data-who": " ".join(who),
    }
    words = escape(entry.label or date.label)
    if is_loose:
        words = Markdown(f'{words} <span class="order">order uncertain</span>')
    return Markdown(element("span", attributes, words))


def _first_year(date: Date) -> int:
    year, _, _ = known_start(date)
    return year


def _last_year(date: Date) -> int:
    """Return the last year of a date; of an open one, the last that is known."""
    day = date.earliest if date.is_open else date.latest
    year, _, _ = max(day, known_start(date))
    return year


def _what(page: PageContext, entry: Entry) -> Markdown:
    """Return the event, or the step with the note it is a step of, unless that is the page's."""
    note = page.note(entry.note)
    if not entry.what:
        return listed(page, note)
    if note is page.document:
        first, rest = entry.what[:1], entry.what[1:]
        return escape(first.upper() + rest)
    link = page.link(note)
    step = escape(entry.what)
    return Markdown(f"{link}: {step}")


def whose(page: PageContext) -> Markdown:
    """Return a link to the timeline of every actor that has one, and how long it is."""
    timelines = page.site.timelines.by_note
    lines: list[str] = []
    for actor in page.of_kind(Actor):
        if actor.id in timelines:
            link = element("span", {"data-id": actor.id}, page.link(actor))
            count = len(timelines[actor.id])
            lines.append(f"- {link} ({count})")
    return joined("\n", lines)
