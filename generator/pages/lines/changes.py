"""Changes: of one page, of the whole site, and the corrections."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from generator.dates.parse import parse_date
from generator.facts.history import Change
from generator.notes.model import KINDS, Note
from generator.pages.context import PageContext
from generator.pages.prose import prose
from generator.schema.notes import Corrected
from generator.text.markdown import Markdown, escape

MAX_CHANGES_OF_PAGE = 10
MAX_CHANGES_OF_SITE = 5
MAX_PAGES_NAMED = 4
"""Of more pages that change together, the rest are counted."""
_RANK = {folder: rank for rank, folder in enumerate(KINDS)}


def day(when: date) -> str:
    """Return a day in words."""
    return parse_date(when.isoformat()).label


def changes(page: PageContext) -> tuple[Change, ...]:
    """Return the last changes of this page's file, newest first."""
    if page.document is None:
        return ()
    history = page.site.as_of.history.get(page.document.path, ())
    return history[:MAX_CHANGES_OF_PAGE]


def change(page: PageContext, item: Change) -> Markdown:
    """Return the line of a change of this page."""
    del page
    return Markdown(f"{day(item.day)}{_subject(item)}")


def latest_changes(page: PageContext) -> list[Markdown]:
    """Return a line for each of the last changes: the day, the pages, the subject."""
    changed: defaultdict[Change, list[Note]] = defaultdict(list)
    for note in page.site.index.notes.values():
        history = page.site.as_of.history.get(note.path)
        if history:
            changed[history[0]].append(note)
    newest_first = sorted(changed, key=_at, reverse=True)
    lines = []
    for item in newest_first[:MAX_CHANGES_OF_SITE]:
        pages = _pages(page, changed[item])
        lines.append(Markdown(f"{_time(item.day)} {pages}{_subject(item)}"))
    return lines


def _at(item: Change) -> tuple[datetime, str]:
    return item.at, item.what


def _subject(item: Change) -> str:
    return f": {escape(item.what)}" if item.what else ""


def _time(when: date) -> str:
    return f'<time class="when" datetime="{when.isoformat()}">{day(when)}</time>'


def _pages(page: PageContext, notes: Iterable[Note]) -> str:
    """Return links to the first of some notes, and the number of the others."""
    ordered = sorted(notes, key=lambda note: (_RANK[note.folder], note.title))
    links = [page.link(note) for note in ordered[:MAX_PAGES_NAMED]]
    named = ", ".join(links)
    others = len(ordered) - len(links)
    return f"{named} and {others} more" if others else named


def corrected(page: PageContext, item: Corrected) -> Markdown:
    """Return the line of a correction of this page."""
    return Markdown(f"{item.date.label}: {prose(page, item.what)}")


def corrections_log(page: PageContext) -> list[Markdown]:
    """Return a line for every correction on the site, newest first."""
    found: list[tuple[Corrected, Note]] = []
    for note in page.site.index.notes.values():
        found.extend((item, note) for item in note.fields.corrected)
    found.sort(key=lambda pair: (pair[0].date.sort_key, pair[1].id), reverse=True)
    lines = []
    for item, note in found:
        what = prose(page, item.what, note)
        lines.append(Markdown(f"{item.date.label}, {page.link(note)}: {what}"))
    return lines
