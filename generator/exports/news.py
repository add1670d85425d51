"""What is new since a day: explainers, statuses of treaties, corrections, notes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.dates.parse import parse_date
from generator.facts.history import Change
from generator.facts.site import Site, published_path
from generator.facts.treaty_status import statuses
from generator.notes.model import Note, Topic
from generator.notes.relations import find_relations
from generator.text.plain import plain

MAX_NEW_NOTES = 12
"""Others are only counted."""


@dataclass(frozen=True, slots=True)
class News:
    """One page, and what is new on it."""

    title: str
    address: str
    text: str = ""


Sections = Mapping[str, tuple[News, ...]]
"""The news of each section, by its heading."""


def news(site: Site, since: date) -> Sections:
    """Return what is new from a day on, the most important first, without empty sections."""
    sections: dict[str, tuple[News, ...]] = {}
    for heading, find_news in _SECTIONS.items():
        items = tuple(find_news(site, since))
        if items:
            sections[heading] = items
    return sections


def _new_explainers(site: Site, since: date) -> Iterator[News]:
    for topic in site.index.of_kind(Topic):
        if _is_new(site, topic, since):
            answer = _in_short(topic)
            yield _of(site, topic, answer)


def _changed_explainers(site: Site, since: date) -> Iterator[News]:
    """Yield each older explainer that has changed, with the reasons."""
    for topic in site.index.of_kind(Topic):
        if _is_new(site, topic, since):
            continue
        changes = _changes(site, topic)
        recent = [change for change in changes if change.day >= since]
        if recent:
            reasons = [change.what for change in recent if change.what]
            distinct = dict.fromkeys(reasons)
            yield _of(site, topic, "; ".join(distinct))


def _new_statuses(site: Site, since: date) -> Iterator[News]:
    """Yield each treaty whose status has changed since the day."""
    day = parse_date(since.isoformat()).earliest
    index = site.index
    before = statuses(index, list(find_relations(index)), day)
    for id_, status in site.as_of.statuses.items():
        old, new = before[id_].label, status.label
        if old != new:
            treaty = index.notes[id_]
            yield _of(site, treaty, f"was {old}, now {new}")


def _corrections(site: Site, since: date) -> Iterator[News]:
    for note in site.index.notes.values():
        for correction in note.fields.corrected:
            last_day = date(*correction.date.latest)
            if last_day >= since:
                day = correction.date.label
                what = plain(correction.what)
                yield _of(site, note, f"{day}: {what}")


def _new_notes(site: Site, since: date) -> Iterator[News]:
    """Yield the new notes that most others mention, and the number of the rest."""
    backlinks = site.connections.backlinks

    def mentions(note: Note) -> int:
        links = backlinks.get(note.id, ())
        return len(links)

    new = [note for note in site.index.notes.values() if _is_new(site, note, since)]
    found = [note for note in new if not isinstance(note, Topic)]
    found.sort(key=mentions, reverse=True)
    for note in found[:MAX_NEW_NOTES]:
        yield _of(site, note, _in_short(note))
    rest = len(found) - MAX_NEW_NOTES
    if rest > 0:
        home = site.settings.site.address
        yield News(f"And {rest} more", f"{home}about/names/")


_SECTIONS: Mapping[str, Callable[[Site, date], Iterator[News]]] = {
    "New explainers": _new_explainers,
    "Changed explainers": _changed_explainers,
    "Treaties with a new status": _new_statuses,
    "Corrections": _corrections,
    "New notes": _new_notes,
}


def _is_new(site: Site, note: Note, since: date) -> bool:
    """Return whether the first known change of a note is on a day or later."""
    changes = _changes(site, note)
    if not changes:
        return False
    first = changes[-1]
    return first.day >= since


def _changes(site: Site, note: Note) -> tuple[Change, ...]:
    history = site.as_of.history
    return history.get(note.path, ())


def _of(site: Site, note: Note, text: str) -> News:
    title = note.title
    if isinstance(note, Topic):
        title = note.fields.question or title
    home = site.settings.site.address
    path = published_path(note.id, note.folder)
    return News(title, home + path, text)


def _in_short(note: Note) -> str:
    """Return the answer of an explainer, else the summary of a note, else its kind."""
    text = note.fields.summary
    if isinstance(note, Topic):
        text = note.fields.answer or text
    return plain(text) or note.kind.singular
