"""Notes placed in three columns: people, states and organisations, treaties.

The order within a column is that of the means of neighbours' rows (Sugiyama, Tagawa and Toda,
1981), which keeps crossings few and is the same in every build.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.facts.relations import Tie

PEOPLE, BODIES, TREATIES = range(3)
"""The columns, from left to right."""
ROW_HEIGHT = 26
COLUMN_GAP = 64
PADDING = 8
_LETTER_WIDTH = 6.6
"""Width of a letter of a label, on the broad side."""
_BOLD = 1.2
"""How much broader the letters of the centre's label are."""
_MAX_LETTERS = 40
"""A longer title is cut."""
_ROUNDS = 6
"""Rounds of reordering; after these, rows hardly change."""


@dataclass(frozen=True, slots=True)
class Box:
    """One note in a drawing."""

    id: str
    title: str
    address: str
    column: int

    @property
    def label(self) -> str:
        """The title, cut to fit."""
        title = self.title
        if len(title) <= _MAX_LETTERS:
            return title
        kept = title[: _MAX_LETTERS - 1]
        return f"{kept.rstrip()}…"


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column begins and ends, from left to right."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A note where it is drawn."""

    box: Box
    column: Column
    row: float
    """Counted from the top; a column shorter than the tallest may begin between two rows."""
    is_centre: bool
    """Whether the drawing is about this note."""

    @property
    def top(self) -> float:
        """The upper edge of its row."""
        return ROW_HEIGHT * self.row

    @property
    def middle(self) -> float:
        """The height at which its lines end."""
        return self.top + ROW_HEIGHT / 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The position of everything in a drawing."""

    boxes: Mapping[str, PlacedBox]
    """By id."""
    width: float
    height: float


def lay_out(boxes: Sequence[Box], ties: Iterable[Tie], centre: str) -> Layout:
    """Place some notes; one of them may be the centre, whose label is bold."""
    by_id = {box.id: box for box in boxes}
    columns = _columns(boxes, centre)
    neighbours = _neighbours(by_id, ties)
    rows = _rows(boxes, neighbours)
    placed: dict[str, PlacedBox] = {}
    for id_, row in rows.items():
        box = by_id[id_]
        placed[id_] = PlacedBox(
            box=box,
            column=columns[box.column],
            row=row,
            is_centre=id_ == centre,
        )
    lowest = max(rows.values())
    width = columns[-1].right
    height = ROW_HEIGHT * (lowest + 1)
    return Layout(placed, width, height)


def _columns(boxes: Iterable[Box], centre: str) -> list[Column]:
    """Return the columns, each as wide as its longest label; an empty one takes no room."""
    widths = [0.0, 0.0, 0.0]
    for box in boxes:
        letter = _LETTER_WIDTH
        if box.id == centre:
            letter *= _BOLD
        width = len(box.label) * letter + 2 * PADDING
        widths[box.column] = max(widths[box.column], width)
    columns: list[Column] = []
    left = 0.0
    for width in widths:
        right = left + width
        columns.append(Column(left, right))
        if width:
            left = right + COLUMN_GAP
    return columns


def _neighbours(
    boxes: Mapping[str, Box], ties: Iterable[Tie]
) -> Mapping[str, Sequence[str]]:
    """Return the boxes in other columns that each is tied to."""
    neighbours: defaultdict[str, list[str]] = defaultdict(list)
    for tie in ties:
        column = boxes[tie.note].column
        other_column = boxes[tie.target].column
        if column != other_column:
            neighbours[tie.note].append(tie.target)
            neighbours[tie.target].append(tie.note)
    return neighbours


def _rows(
    boxes: Iterable[Box], neighbours: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    """Return the row of each box, near those of its neighbours in other columns."""
    columns: list[list[str]] = [[], [], []]
    for box in boxes:
        column = columns[box.column]
        column.append(box.id)
    tallest = max(len(column) for column in columns)
    rows: dict[str, float] = {}
    for _ in range(_ROUNDS):
        for number in (BODIES, PEOPLE, TREATIES):
            rows |= _placed(columns[number], neighbours, rows, tallest)
    return rows


def _placed(
    column: Sequence[str],
    neighbours: Mapping[str, Sequence[str]],
    rows: Mapping[str, float],
    tallest: int,
) -> dict[str, float]:
    """Return the rows of a column, in the order of the means of its neighbours' rows."""
    means = _mean_rows(column, neighbours, rows, tallest / 2)
    ordered = sorted(column, key=means.__getitem__)
    top = (tallest - len(column)) / 2
    return {id_: top + position for position, id_ in enumerate(ordered)}


def _mean_rows(
    column: Iterable[str],
    neighbours: Mapping[str, Sequence[str]],
    rows: Mapping[str, float],
    otherwise: float,
) -> dict[str, tuple[float, str]]:
    """Return the mean of each box's neighbours' rows, if any has one, and its id."""
    means: dict[str, tuple[float, str]] = {}
    for id_ in column:
        near = neighbours.get(id_, ())
        known = [rows[neighbour] for neighbour in near if neighbour in rows]
        mean = otherwise
        if known:
            mean = sum(known) / len(known)
        means[id_] = (mean, id_)
    return means
