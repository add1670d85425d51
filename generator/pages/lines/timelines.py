"""The lines of timelines: the drawing, when and what, whose timelines there are besides."""

from collections.abc import Sequence
from itertools import pairwise

from generator.drawings.periods import by_period, known_start
from generator.drawings.timeline import draw
from generator.facts.entries import Entry
from generator.notes.model import Actor
from generator.pages.context import PageContext
from generator.pages.lines.components import entry as listed
from generator.text.markdown import Markdown, escape, escape_html

MANY = 20
"""A timeline of more entries is divided."""
PAGE = 2
"""Level of the headings where the timeline is the page."""
_KINDS = {"events": "event", "treaties": "treaty", "actors": "life"}


def drawing(page: PageContext, entries: Sequence[Entry], of: str = "") -> Markdown:
    """Return the timeline drawn, every mark a link into the list below it or on another page."""

    def title(entry: Entry) -> str:
        name = page.note(entry.note).title
        return f"{name}: {entry.what}" if entry.what else name

    return draw(entries, title, page.address(of) if of else "")


def periods(
    entries: Sequence[Entry], level: int
) -> list[tuple[Markdown, Sequence[Entry]]]:
    """Divide a timeline into years, decades or centuries, each with a heading.

    A short one that is a part of a page stays in one piece.
    """
    if len(entries) <= MANY and level > PAGE:
        return [(Markdown(), entries)]
    return [
        (Markdown(f"{'#' * level} {period.label}"), here)
        for period, here in by_period(entries)
    ]


def timeline(page: PageContext, entries: Sequence[Entry]) -> Markdown:
    """Return the list: when, and the event or the step."""
    loose = _in_loose_order(entries)
    return Markdown(
        "\n".join(f"- {_dated(page, entry, entry in loose)}" for entry in entries)
    )


def _in_loose_order(entries: Sequence[Entry]) -> set[Entry]:
    """Return the entries of vague date that may have come after their neighbour, or before it."""
    return {
        vague
        for one, next_ in pairwise(entries)
        if next_.date.earliest <= one.date.latest
        for vague in (one, next_)
        if vague.date.form == "within" and not vague.date.is_open
    }


def _dated(page: PageContext, entry: Entry, is_loose: bool) -> Markdown:  # noqa: FBT001 - one caller
    note = page.note(entry.note)
    when = _when(page, entry, is_loose)
    if not entry.what:
        return Markdown(f"{when} {listed(page, note)}")
    if note is page.document:
        return Markdown(f"{when} {escape(entry.what[:1].upper() + entry.what[1:])}")
    return Markdown(f"{when} {page.link(note)}: {escape(entry.what)}")


def _when(page: PageContext, entry: Entry, is_loose: bool) -> str:  # noqa: FBT001 - one caller
    """Return the date in words, its form to see, and what filters ask of the entry."""
    date = entry.date
    unsure = " unsure" if date.is_unsure or entry.also else ""
    who = " ".join(page.site.timelines.concerned.get(entry.note, ()))
    last = max(date.earliest if date.is_open else date.latest, known_start(date))
    order = ' <span class="order">order uncertain</span>' if is_loose else ""
    return (
        f'<span class="when {date.form}{unsure}" id="t-{escape_html(entry.id)}"'
        f' data-kind="{_KINDS[page.note(entry.note).folder]}" data-from="{known_start(date)[0]}"'
        f' data-to="{last[0]}" data-who="{escape_html(who)}">'
        f"{escape(entry.label or date.label)}{order}</span>"
    )


def whose(page: PageContext) -> Markdown:
    """Return a link to the timeline of every actor that has one, and how long it is."""
    actors = (
        note for note in page.of_kind(Actor) if note.id in page.site.timelines.by_note
    )
    return Markdown(
        "\n".join(
            f'- <span data-id="{escape_html(note.id)}">{page.link(note)}</span>'
            f" ({len(page.site.timelines.by_note[note.id])})"
            for note in actors
        )
    )
