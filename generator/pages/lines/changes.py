"""Changes: of one page, of the whole site, and the corrections."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from operator import attrgetter

from generator.dates.parse import parse_date
from generator.facts.history import Change
from generator.notes.model import KINDS, Note
from generator.pages.base.components import links
from generator.pages.base.context import PageContext
from generator.pages.base.prose import prose
from generator.schema.notes import Corrected
from generator.text.markdown import Markdown, escape

MAX_CHANGES_OF_PAGE = 10
MAX_CHANGES_OF_SITE = 5
MAX_PAGES_NAMED = 4
"""If more pages change together, the others are only counted."""
_ORDER_OF_KINDS = list(KINDS)


def changes(page: PageContext) -> tuple[Change, ...]:
    """Return the last changes of this page's file, newest first."""
    if page.document is None:
        return ()
    history = page.site.as_of.history
    own = history.get(page.document.path, ())
    return own[:MAX_CHANGES_OF_PAGE]


def change(page: PageContext, item: Change) -> Markdown:
    """Return the line of a change of this page."""
    del page
    when = day(item.day)
    subject = _subject(item)
    return Markdown(f"{when}{subject}")


def day(when: date) -> str:
    """Return a day in words."""
    parsed = parse_date(when.isoformat())
    return parsed.label


def _subject(item: Change) -> str:
    if not item.what:
        return ""
    subject = escape(item.what)
    return f": {subject}"


def latest_changes(page: PageContext) -> list[Markdown]:
    """Return a line for each of the last changes: the day, the pages, the subject."""
    changed: defaultdict[Change, list[Note]] = defaultdict(list)
    for note in page.site.index.notes.values():
        history = page.site.as_of.history.get(note.path)
        if history:
            last = history[0]
            changed[last].append(note)
    newest_first = sorted(changed, key=attrgetter("at", "what"), reverse=True)
    lines = []
    for item in newest_first[:MAX_CHANGES_OF_SITE]:
        notes = changed[item]
        line = _change_of(page, notes, item)
        lines.append(line)
    return lines


def _change_of(page: PageContext, notes: Iterable[Note], item: Change) -> Markdown:
    """Return the line of a change that concerns several pages."""
    shown = day(item.day)
    when = f'<time class="when" datetime="{item.day}">{shown}</time>'
    pages = _pages(page, notes)
    subject = _subject(item)
    return Markdown(f"{when} {pages}{subject}")


def _pages(page: PageContext, notes: Iterable[Note]) -> str:
    """Return links to the first of some notes, and the number of the others."""

    def order(note: Note) -> tuple[int, str]:
        rank = _ORDER_OF_KINDS.index(note.folder)
        return rank, note.title

    ordered = sorted(notes, key=order)
    first = ordered[:MAX_PAGES_NAMED]
    named = links(page, first)
    others = len(ordered) - len(first)
    if others:
        return f"{named} and {others} more"
    return named


def corrected(page: PageContext, item: Corrected) -> Markdown:
    """Return the line of a correction of this page."""
    when = item.date.label
    what = prose(page, item.what)
    return Markdown(f"{when}: {what}")


def corrections_log(page: PageContext) -> list[Markdown]:
    """Return a line for every correction on the site, newest first."""

    def order(pair: tuple[Corrected, Note]) -> tuple[tuple[object, ...], str]:
        item, note = pair
        return item.date.sort_key, note.id

    found: list[tuple[Corrected, Note]] = []
    for note in page.site.index.notes.values():
        for item in note.fields.corrected:
            pair = (item, note)
            found.append(pair)
    found.sort(key=order, reverse=True)
    lines = []
    for item, note in found:
        link = page.link(note)
        what = prose(page, item.what, note)
        line = f"{item.date.label}, {link}: {what}"
        lines.append(Markdown(line))
    return lines
