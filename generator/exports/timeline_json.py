"""The timeline in the format of TimelineJS.

Source: Knight Lab's "JSON format" of TimelineJS3: ``events`` with ``start_date``, ``end_date``
and ``text``; a date without month or day omits them, and ``display_date`` gives it in words.
"""

from collections.abc import Iterable

from generator.dates.date import OPEN_END, OPEN_START, Date
from generator.exports.events import ExportedEvent
from generator.exports.formats import as_json


def timeline_json(events: Iterable[ExportedEvent]) -> str:
    """Return events for TimelineJS, no more precise than they are known."""
    slides = [_slide(event) for event in events]
    return as_json({"events": slides})


def _slide(event: ExportedEvent) -> dict[str, object]:
    when = event.date
    slide: dict[str, object] = {
        "unique_id": event.id,
        "start_date": _start(when),
        "display_date": event.label,
        "text": {"headline": event.title, "text": event.summary},
    }
    is_one_day = when.latest == when.earliest
    if when.latest != OPEN_END and not is_one_day:
        year, month, day = when.latest
        slide["end_date"] = {"year": year, "month": month, "day": day}
    return slide


def _start(when: Date) -> dict[str, int]:
    """Return of the first day only the parts that the last day shares."""
    first, last = when.earliest, when.latest
    if first == OPEN_START:
        return {"year": last[0]}
    year, month, day = first
    parts = {"year": year}
    if first[:2] == last[:2]:
        parts["month"] = month
    if first == last:
        parts["day"] = day
    return parts
