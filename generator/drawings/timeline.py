"""Draw a timeline: a row for each period, a mark for each date, as wide as the days it may mean.

The form of a mark shows what is known: a disc is a day, a bar a duration, a frame a span in which
the date lies; a dashed outline marks a date that is uncertain or on which sources differ.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.drawings.marks import MIN_WIDTH, RADIUS, ROW_WIDTH, Mark, Row, rows
from generator.drawings.markup import element, empty_element, link, title
from generator.drawings.periods import Period, known_start, period_of, unit_of
from generator.facts.entries import Entry
from generator.text.markdown import Markdown, escape_html

MIN_ENTRIES = 6
"""A shorter timeline needs no drawing."""
_LANE_HEIGHT = 9
_FOOT = 3
"""Room below the lowest lane."""
_MEANING = {
    "day": "exact day",
    "lasting": "duration",
    "within": "some time within the frame",
    "unsure": "uncertain, or sources differ",
}
"""What each form of a mark means."""


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What every part of a drawing needs."""

    title: Callable[[Entry], str]
    address: str
    """Address of the page that lists the entries; empty if it is the same page."""

    def address_of(self, entry_id: str) -> str:
        """Return the address of an entry in the list."""
        return f"{self.address}#t-{entry_id}"


def draw(
    entries: Sequence[Entry], title: Callable[[Entry], str], address: str = ""
) -> Markdown:
    """Return the drawing, its rows headed by links into the list; nothing for a few entries.

    The marks are hidden from screen readers and the keyboard, since the list has every entry. The
    list is below the drawing, or on the page at ``address``.
    """
    if len(entries) < MIN_ENTRIES:
        return Markdown()
    drawing = _Drawing(title, address)
    periods = _periods(entries)
    first = _first_entries(entries, periods)
    drawn = rows(entries)
    items: list[str] = []
    for row in drawn:
        entry_id = first.get(row.period)
        head = _head(drawing, row.period, entry_id)
        svg = _row(drawing, row)
        items.append(f"<li>{head}{svg}</li>")
    lines = "\n".join(items)
    caption = _caption(periods, drawn)
    return Markdown(
        f'<figure class="overview" data-search-exclude="">\n<ol>\n{lines}\n</ol>\n'
        f"<figcaption>{caption}</figcaption>\n</figure>"
    )


def _periods(entries: Sequence[Entry]) -> list[Period]:
    """Return the period in which each entry begins."""
    unit = unit_of(entries)
    periods: list[Period] = []
    for entry in entries:
        start = known_start(entry.date)
        period = period_of(start, unit)
        periods.append(period)
    return periods


def _first_entries(
    entries: Sequence[Entry], periods: Sequence[Period]
) -> dict[Period, str]:
    """Return the id of the first entry that begins in each period."""
    first: dict[Period, str] = {}
    for entry, period in zip(entries, periods, strict=True):
        if period not in first:
            first[period] = entry.id
    return first


def _head(drawing: _Drawing, period: Period, entry_id: str | None) -> str:
    label = escape_html(period.label)
    if entry_id is None:
        return element("span", {}, label)
    address = drawing.address_of(entry_id)
    return element("a", {"href": address}, label)


def _row(drawing: _Drawing, row: Row) -> str:
    highest_lane = max(mark.lane for mark in row.marks)
    lanes = highest_lane + 1
    height = _LANE_HEIGHT * lanes + _FOOT
    content = _axis(row.period, height)
    for mark in row.marks:
        content += _shape(drawing, mark, height)
    attributes = {
        "viewBox": f"0 0 {ROW_WIDTH} {height}",
        "aria-hidden": "true",
    }
    return element("svg", attributes, content)


def _axis(period: Period, height: int) -> str:
    """Return the line below a row, with a tick for each month, year or decade."""
    path = f"M0 {height}h{ROW_WIDTH}"
    parts = period.parts
    for step in range(parts + 1):
        across = ROW_WIDTH * step / parts
        path += f"M{across:g} {height}v-{_FOOT}"
    attributes = {
        "class": "axis",
        "d": path,
    }
    return empty_element("path", attributes)


def _shape(drawing: _Drawing, mark: Mark, row_height: int) -> str:
    """Return a mark as a link to its entry."""
    entry = mark.entry
    name = "circle" if mark.form == "day" else "rect"
    style = f"{mark.form} unsure" if mark.is_unsure else mark.form
    when = entry.label or entry.date.label
    what = drawing.title(entry)
    attributes = {
        "class": style,
        **_outline(mark, row_height),
    }
    shape = element(name, attributes, title(f"{when}: {what}"))
    return link(drawing.address_of(entry.id), shape)


def _outline(mark: Mark, row_height: int) -> dict[str, str]:
    """Return where a mark is, as attributes of its shape."""
    lane_centre = _LANE_HEIGHT * (mark.lane + 0.5)
    middle = row_height - _FOOT - lane_centre
    if mark.form == "day":
        centre = mark.left + RADIUS
        return {
            "cx": f"{centre:.1f}",
            "cy": f"{middle:g}",
            "r": str(RADIUS),
        }
    top = middle - RADIUS
    width = mark.right - mark.left
    return {
        "x": f"{mark.left:.1f}",
        "y": f"{top:g}",
        "width": f"{width:.1f}",
        "height": f"{MIN_WIDTH:g}",
    }


def _caption(periods: Sequence[Period], drawn: Sequence[Row]) -> str:
    """Say what the drawing shows, for those who do not see it, and what its marks mean."""
    count = Counter(periods)
    fullest = max(count, key=lambda period: (count[period], period))
    oldest = drawn[0].period
    newest = drawn[-1].period
    keys = _keys(drawn)
    return (
        f"{len(periods)} entries, {oldest.label} to {newest.label};"
        f" {fullest.label} has the most ({count[fullest]}). {keys}."
    )


def _keys(drawn: Sequence[Row]) -> str:
    """Explain the forms of marks that the drawing has."""
    forms: set[str] = set()
    for row in drawn:
        for mark in row.marks:
            forms.add(mark.form)
            if mark.is_unsure:
                forms.add("unsure")
    keys: list[str] = []
    for form, meaning in _MEANING.items():
        if form in forms:
            keys.append(f'<span class="key {form}"></span> {meaning}')
    return "; ".join(keys)
