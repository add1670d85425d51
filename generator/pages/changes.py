"""The lines of what changed: in one page, on the whole site, and what had to be corrected."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from generator.dates.parse import parse_date
from generator.facts.history import Change
from generator.notes.model import KINDS, Note
from generator.pages.context import Writer
from generator.schema.notes import Corrected
from generator.text.markdown import Markdown, escape

EARLIER = 9
"""So many changes of a page are told besides the last one."""
LATEST = 5
"""So many changes of the site are told on the home page."""
NAMED = 4
"""So many pages of one change are named."""
_RANK = {folder: place for place, folder in enumerate(KINDS)}


def day(when: date) -> str:
    """Return a day in words."""
    return parse_date(when.isoformat()).label


def changes(page: Writer) -> tuple[Change, ...]:
    """Return the last changes of this page's file, newest first."""
    path = page.document.path if page.document else ""
    return page.site.as_of.history.get(path, ())[: EARLIER + 1]


def change(page: Writer, item: Change) -> Markdown:
    """Return the line of one change of this page."""
    del page
    return Markdown(f"{day(item.day)}{_told(item)}")


def latest_changes(page: Writer) -> list[Markdown]:
    """Return the last changes of notes: when, what was said of it, and which pages it concerns."""
    changed: defaultdict[Change, list[Note]] = defaultdict(list)
    for note in page.site.index.notes.values():
        for item in page.site.as_of.history.get(note.path, ())[:1]:
            changed[item].append(note)
    newest = sorted(changed, key=lambda item: (item.at, item.what), reverse=True)[
        :LATEST
    ]
    return [
        Markdown(f"{_time(item.day)} {_named(page, changed[item])}{_told(item)}")
        for item in newest
    ]


def _told(item: Change) -> str:
    """Return what was said of a change, if anything was."""
    return f": {escape(item.what)}" if item.what else ""


def _time(when: date) -> str:
    return f'<time class="when" datetime="{when.isoformat()}">{day(when)}</time>'


def _named(page: Writer, notes: Iterable[Note]) -> str:
    """Return links to the first of some notes, and how many more there are."""
    ordered = sorted(notes, key=lambda note: (_RANK[note.folder], note.title))
    rest = f" and {len(ordered) - NAMED} more" * (len(ordered) > NAMED)
    return ", ".join(page.link(note) for note in ordered[:NAMED]) + rest


def corrected(page: Writer, item: Corrected) -> Markdown:
    """Return the line of something this page had wrong."""
    return Markdown(f"{item.date.label}: {page.prose(item.what)}")


def corrections_log(page: Writer) -> list[Markdown]:
    """Return a line for everything that had to be corrected on the site, newest first."""
    found = [
        (item, note) for note in page.site.index.notes.values() for item in _of(note)
    ]
    found.sort(key=lambda pair: (pair[0].date.sort_key, pair[1].id), reverse=True)
    return [
        Markdown(f"{item.date.label}, {page.link(note)}: {page.prose(item.what, note)}")
        for item, note in found
    ]


def _of(note: Note) -> Iterator[Corrected]:
    yield from note.fields.corrected
