"""Draw ties: three columns of notes, and a line for each pair that is tied."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.drawings.columns import (
    BODIES,
    COLUMN_GAP,
    PADDING,
    PEOPLE,
    ROW_HEIGHT,
    Box,
    Layout,
    PlacedBox,
    lay_out,
)
from generator.drawings.markup import element, empty_element, link, title
from generator.facts.relations import NOW, PAST, UNKNOWN, Neighbours, Tie
from generator.text.markdown import Markdown, escape_html

MAX_BOXES = 40
"""More notes than this cannot be read at once."""
MIN_BOXES = 3
_MIN_BEND = 14
_MAX_BEND = COLUMN_GAP - 8
_BASELINE = 4
"""How far below the middle of its row the text of a label begins."""


def around(id_: str, neighbours: Neighbours) -> list[Tie]:
    """Return the ties of a note, and those among the notes it is tied to, in their order."""
    near = {id_, *neighbours.get(id_, ())}
    found: list[Tie] = []
    for one in near:
        tied = neighbours.get(one, {})
        for other in tied.keys() & near:
            if one < other:
                found += tied[other]
    return sorted(found, key=lambda tie: tie.sort_key)


def _among(ids: set[str], ties: Iterable[Tie]) -> list[Tie]:
    """Return the ties both of whose ends are given."""
    return [tie for tie in ties if ids.issuperset((tie.note, tie.target))]


def draw(ties: Sequence[Tie], box: Callable[[str], Box], centre: str = "") -> Markdown:
    """Return the drawing of some ties; nothing for fewer than three notes."""
    shown = _most_tied(ties, centre)
    if len(shown) < MIN_BOXES:
        return Markdown()
    drawn = _among(shown, ties)
    boxes = [box(id_) for id_ in sorted(shown)]
    layout = lay_out(boxes, drawn, centre)
    svg = _svg(layout, drawn)
    caption = _caption(ties, shown)
    return Markdown(
        '<figure class="graph wide" data-search-exclude="">\n'
        f'<section tabindex="0" aria-label="Drawing of ties">{svg}</section>\n'
        f"<figcaption>{caption}</figcaption>\n</figure>"
    )


def _most_tied(ties: Iterable[Tie], centre: str) -> set[str]:
    """Return as many notes as can be read at once: the centre and those with the most ties."""
    count: Counter[str] = Counter()
    for tie in ties:
        count[tie.note] += 1
        count[tie.target] += 1
    ordered = sorted(count, key=lambda id_: (id_ != centre, -count[id_], id_))
    return set(ordered[:MAX_BOXES])


def _svg(layout: Layout, ties: Iterable[Tie]) -> str:
    placed = layout.boxes
    by_pair = _by_pair(ties)
    content = ""
    for pair in sorted(by_pair):
        one, other = pair
        path = _path(placed[one], placed[other])
        content += _line(path, by_pair[pair], placed)
    for note in placed.values():
        content += _label(note)
    attributes = {
        "viewBox": f"0 0 {layout.width:g} {layout.height:g}",
        "width": f"{layout.width:g}",
        "aria-hidden": "true",
    }
    return element("svg", attributes, content)


def _by_pair(ties: Iterable[Tie]) -> Mapping[tuple[str, str], list[Tie]]:
    """Return the ties between any two notes, whichever way they lead."""
    by_pair: defaultdict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        first = min(tie.note, tie.target)
        second = max(tie.note, tie.target)
        group = by_pair[first, second]
        group.append(tie)
    return by_pair


def _path(one: PlacedBox, other: PlacedBox) -> str:
    """Return the line between two notes as an SVG path."""
    left, right = sorted((one, other), key=_by_column)
    start_y = left.middle
    end_y = right.middle
    if left.box.column == right.box.column:
        start_x = end_x = _outer_edge(left)
        turn_x = start_x + _bend(left, right)
    else:
        start_x = left.column.right
        end_x = right.column.left
        turn_x = (start_x + end_x) / 2
    return (
        f"M{start_x:g} {start_y:g}"
        f"C{turn_x:.1f} {start_y:g} {turn_x:.1f} {end_y:g} {end_x:g} {end_y:g}"
    )


def _outer_edge(note: PlacedBox) -> float:
    """Return where the lines within a column begin and end."""
    if note.box.column == PEOPLE:
        return note.column.right
    return note.column.left


def _bend(one: PlacedBox, other: PlacedBox) -> float:
    """Return how far a line within a column bends: the longer, the further."""
    length = abs(one.middle - other.middle)
    bend = min(_MAX_BEND, _MIN_BEND + length / 6)
    if one.box.column == PEOPLE:
        return bend
    return -bend


def _by_column(note: PlacedBox) -> tuple[int, str]:
    return note.box.column, note.box.id


def _line(path: str, ties: Sequence[Tie], placed: Mapping[str, PlacedBox]) -> str:
    """Return the line between two notes; its style shows whether a tie is current."""
    words: list[str] = []
    for tie in ties:
        note = placed[tie.note].box
        target = placed[tie.target].box
        when = f", {tie.when}" if tie.when else ""
        words.append(f"{note.title} {tie.what} {target.title}{when}")
    attributes = {
        "class": _state(ties),
        "d": path,
    }
    return element("path", attributes, title("; ".join(words)))


def _state(ties: Iterable[Tie]) -> str:
    """Return the state of the line for some ties: current if any of them is."""
    states = {tie.state for tie in ties}
    for state in (NOW, UNKNOWN):
        if state in states:
            return state
    return PAST


def _label(note: PlacedBox) -> str:
    """Return the name of a note, a link unless the drawing is about it."""
    box = note.box
    style = f"column-{box.column}"
    if note.is_centre:
        style += " centre"
    baseline = note.middle + _BASELINE
    attributes = {
        "class": style,
        "x": f"{_anchor(note):.1f}",
        "y": f"{baseline:g}",
    }
    content = title(box.title) + escape_html(box.label)
    label = element("text", attributes, content)
    if box.column == BODIES:
        label = _frame(note) + label
    if note.is_centre:
        return label
    return link(box.address, label)


def _anchor(note: PlacedBox) -> float:
    """Return where a label is aligned: towards the middle column, and in its middle."""
    column = note.column
    anchors = (
        column.right - PADDING,
        (column.left + column.right) / 2,
        column.left + PADDING,
    )
    return anchors[note.box.column]


def _frame(note: PlacedBox) -> str:
    column = note.column
    top = note.top + 2
    width = column.right - column.left
    height = ROW_HEIGHT - 4
    attributes = {
        "x": f"{column.left:g}",
        "y": f"{top:g}",
        "width": f"{width:.1f}",
        "height": str(height),
    }
    return empty_element("rect", attributes)


def _caption(ties: Iterable[Tie], shown: set[str]) -> str:
    every: set[str] = set()
    for tie in ties:
        every |= {tie.note, tie.target}
    left_out = ""
    if every != shown:
        left_out = (
            f" The drawing shows the {len(shown)} with the most ties, of {len(every)}."
        )
    return (
        '<span class="line now"></span> current; <span class="line past"></span> ended;'
        ' <span class="line unknown"></span> uncertain or not recorded.'
        f"{left_out} The table below lists every tie."
    )
