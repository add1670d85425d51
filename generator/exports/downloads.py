"""The files that readers can download: the timeline, and the treaties."""

from collections.abc import Iterable, Iterator

from generator.exports.events import ExportedEvent, exported_events
from generator.exports.tables import timeline_csv, treaties_csv
from generator.exports.timeline_json import timeline_json
from generator.facts.site import Site

EXPORTED = frozenset(
    """
    data/knowledge.json data/notes.csv data/relations.csv data/schema.json data/sources.csv
    data/statements.csv events/timeline.csv events/timeline.ics events/timeline.json
    treaties/treaties.csv
    """.split()
)
"""The paths inside docs_dir of the files for programs that every site has."""


def downloads(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file."""
    events = list(exported_events(site))
    yield "events/timeline.ics", _calendar(events)
    yield "events/timeline.csv", timeline_csv(events)
    yield "events/timeline.json", timeline_json(events)
    yield "treaties/treaties.csv", treaties_csv(site)


def _calendar(events: Iterable[ExportedEvent]) -> str:
    # icalendar takes long to import, and commands that write no site do without it.
    from generator.exports.calendar import calendar  # noqa: PLC0415

    return calendar(events)
