"""A timeline drawn: a row for each decade, a mark for each entry, as wide as its date may mean.

Marks tell what is known by their form: a disc is a day, a bar a time something lasted, a frame a
time within which it lies, a broken line a date that is uncertain or that sources differ on.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.dates.date import OPEN_END, Date, Day
from generator.drawings.periods import Period, known_start, period_of, unit_of
from generator.facts.entries import Entry
from generator.text.markdown import Markdown, escape_html

FEW = 6
"""A timeline of fewer entries is read as fast as it is looked at."""
WIDTH = 400
LANE, RADIUS, FOOT = 9, 3.2, 3
"""Height of a lane of marks, size of a disc, room below the lowest lane."""
NARROWEST = 2 * RADIUS
_DAYS = 372  # twelve months of 31: no calendar is needed to place a mark


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one date of an entry stands in a row: from left to right, 0 to :data:`WIDTH`."""

    entry: Entry
    form: str
    is_unsure: bool
    left: float
    right: float
    lane: int = 0


def rows(entries: Sequence[Entry]) -> list[tuple[Period, list[Mark]]]:
    """Return every period in which something may lie, oldest first, with its marks in lanes.

    What spans several periods has a mark in each.
    """
    unit = unit_of(entries)
    found: dict[Period, list[Mark]] = {}
    for entry in entries:
        for date in _dates(entry):
            start, end = known_start(date), _known_end(date)
            for first_year in range(period_of(start, unit).start, end[0] + 1, unit):
                period = period_of((first_year, 1, 1), unit)
                mark = _mark(entry, date, _place(start, period), _place(end, period))
                found.setdefault(period, []).append(mark)
    return [(period, list(_in_lanes(found[period]))) for period in sorted(found)]


def _dates(entry: Entry) -> tuple[Date, ...]:
    return (entry.date, *entry.also)


def _known_end(date: Date) -> Day:
    """Return the last day of a date; of what has no end, only the beginning is drawn."""
    return date.earliest if date.latest == OPEN_END else date.latest


def _place(day: Day, period: Period) -> float:
    """Return where a day lies in a row, which it does not leave."""
    year, month, number = day
    days = (year - period.start) * _DAYS + (month - 1) * 31 + number - 1
    return min(max(days / (period.years * _DAYS), 0), 1) * WIDTH


def _mark(entry: Entry, date: Date, left: float, right: float) -> Mark:
    is_unsure = date.is_unsure or bool(entry.also)
    middle = min(max((left + right) / 2, RADIUS), WIDTH - RADIUS)
    if right - left < NARROWEST:
        left, right = middle - RADIUS, middle + RADIUS
    return Mark(entry, date.form, is_unsure, left, right)


def _in_lanes(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield marks, each in the lowest lane in which it covers none before it."""
    ends: list[float] = []
    for mark in sorted(marks, key=lambda mark: (mark.left, mark.right, mark.entry.id)):
        free = (lane for lane, end in enumerate(ends) if end < mark.left)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [mark.right + 1]
        yield Mark(mark.entry, mark.form, mark.is_unsure, mark.left, mark.right, lane)


def draw(
    entries: Sequence[Entry], title: Callable[[Entry], str], address: str = ""
) -> Markdown:
    """Return the drawing, its rows headed by links into the list; nothing for a few entries.

    The marks are for the eye and the pointer alone: the list has them all. It is the one below,
    or stands on the page at an address.
    """
    if len(entries) < FEW:
        return Markdown()
    first: dict[Period, str] = {}
    for entry in entries:
        first.setdefault(period_of(known_start(entry.date), unit_of(entries)), entry.id)
    drawn = rows(entries)
    lines = [
        f"<li>{_head(period, first.get(period), address)}{_row(marks, period, title, address)}</li>"
        for period, marks in drawn
    ]
    return Markdown(
        '<figure class="overview" data-search-exclude>\n<ol>\n'
        + "\n".join(lines)
        + f"\n</ol>\n<figcaption>{_caption(entries, drawn)}</figcaption>\n</figure>"
    )


def _head(period: Period, entry: str | None, address: str) -> str:
    label = escape_html(period.label)
    return (
        f'<a href="{address}#t-{entry}">{label}</a>'
        if entry
        else f"<span>{label}</span>"
    )


def _row(
    marks: Sequence[Mark], period: Period, title: Callable[[Entry], str], address: str
) -> str:
    height = LANE * (1 + max(mark.lane for mark in marks)) + FOOT
    ticks = "".join(
        f"M{WIDTH * step / period.parts:g} {height}v-{FOOT}"
        for step in range(period.parts + 1)
    )
    shapes = "".join(_shape(mark, height, title(mark.entry), address) for mark in marks)
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" aria-hidden="true">'
        f'<path class="axis" d="M0 {height}h{WIDTH}{ticks}"/>{shapes}</svg>'
    )


def _shape(mark: Mark, height: float, title: str, address: str) -> str:
    """Return a mark as a link to its entry; it is out of the way of the keyboard."""
    style = f"{mark.form} unsure" if mark.is_unsure else mark.form
    middle = height - FOOT - LANE * (mark.lane + 0.5)
    width = mark.right - mark.left
    if mark.form == "day":
        tag, box = (
            "circle",
            f'cx="{mark.left + RADIUS:.1f}" cy="{middle:g}" r="{RADIUS}"',
        )
    else:
        top, height = middle - RADIUS, NARROWEST
        tag = "rect"
        box = f'x="{mark.left:.1f}" y="{top:g}" width="{width:.1f}" height="{height:g}"'
    words = escape_html(f"{mark.entry.label or mark.entry.date.label}: {title}")
    shape = f'<{tag} class="{style}" {box}><title>{words}</title></{tag}>'
    return f'<a href="{address}#t-{mark.entry.id}" tabindex="-1">{shape}</a>'


_MEANING = {
    "day": "a day that is known",
    "lasting": "a time it lasted",
    "within": "some time within the frame",
    "unsure": "uncertain, or sources differ",
}


def _caption(
    entries: Sequence[Entry], drawn: Sequence[tuple[Period, list[Mark]]]
) -> str:
    """Say what the drawing shows, for those who do not see it, and what its marks mean."""
    starts: dict[Period, int] = {}
    for entry in entries:
        period = period_of(known_start(entry.date), unit_of(entries))
        starts[period] = starts.get(period, 0) + 1
    fullest = max(starts, key=lambda period: (starts[period], period))
    forms = {mark.form for _, marks in drawn for mark in marks}
    if any(mark.is_unsure for _, marks in drawn for mark in marks):
        forms.add("unsure")
    keys = "; ".join(
        f'<span class="key {form}"></span> {meaning}'
        for form, meaning in _MEANING.items()
        if form in forms
    )
    return (
        f"{len(entries)} entries, {escape_html(drawn[0][0].label)} to"
        f" {escape_html(drawn[-1][0].label)}; most of them, {starts[fullest]}, in"
        f" {escape_html(fullest.label)}. {keys}."
    )
