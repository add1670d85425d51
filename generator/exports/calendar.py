"""The timeline as iCalendar (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from generator.exports.events import ExportedEvent

_ONE_DAY = timedelta(days=1)


def calendar(events: Iterable[ExportedEvent]) -> str:
    """Return events as iCalendar; an event whose start or end is open is left out.

    An event lasts from the first to the last day that its date may mean: all of 1961, if no more
    is known. The description gives the date in words.
    """
    timeline = Calendar()
    timeline.add("version", "2.0")
    timeline.add("prodid", "-//Explainers//Timeline//EN")
    for event in events:
        if not event.date.is_open:
            timeline.add_component(_event(event))
    content: bytes = timeline.to_ical(sorted=False)
    return content.decode()


def _event(event: ExportedEvent) -> Event:
    first_day = date(*event.date.earliest)
    last_day = date(*event.date.latest)
    # The time of a build would change the file with every build.
    stamp = datetime(*event.date.earliest, tzinfo=UTC)
    found = Event()
    found.add("uid", f"{event.id}@explainers")
    found.add("dtstamp", stamp)
    found.add("dtstart", first_day)
    found.add("dtend", last_day + _ONE_DAY)
    found.add("summary", event.title)
    found.add("description", f"{event.label}. {event.summary}")
    return found
