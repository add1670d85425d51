"""Ties drawn: people, states and organisations, treaties in three columns, a line for each tie.

The order within a column is that of the means of neighbours' places (Sugiyama, Tagawa and Toda,
1981), which keeps crossings few and is the same in every build.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.facts.relations import NOW, PAST, UNKNOWN, Tie
from generator.text.markdown import Markdown, escape_html

MAX_BOXES = 40
"""More notes than this cannot be read at once."""
FEWEST = 3
ROUNDS = 6
ROW, GAP, PAD = 26, 64, 8
LETTER = 6.6
"""Width of a letter of a label, on the broad side."""
BOLD = 1.2
"""How much broader the letters of the centre's label are."""
LETTERS = 40
"""So many letters of a title have room."""


@dataclass(frozen=True, slots=True)
class Box:
    """One note in the drawing."""

    id: str
    title: str
    address: str
    column: int
    """0 people, 1 states and organisations, 2 treaties."""


def around(id_: str, ties: Iterable[Tie]) -> list[Tie]:
    """Return the ties of a note, and those among the notes it is tied to."""
    every = list(ties)
    near = {
        end
        for tie in every
        for end in (tie.note, tie.target)
        if id_ in (tie.note, tie.target)
    }
    return [tie for tie in every if tie.note in near and tie.target in near]


def most_tied(ties: Sequence[Tie], centre: str = "") -> set[str]:
    """Return as many notes as can be read at once: those with the most ties, a given one among."""
    count: defaultdict[str, int] = defaultdict(int)
    for tie in ties:
        count[tie.note] += 1
        count[tie.target] += 1
    ordered = sorted(count, key=lambda id_: (id_ != centre, -count[id_], id_))
    return set(ordered[:MAX_BOXES])


def draw(ties: Sequence[Tie], node: Callable[[str], Box], centre: str = "") -> Markdown:
    """Return the drawing of some ties; nothing where there is next to nothing to see."""
    shown = most_tied(ties, centre)
    drawn = [tie for tie in ties if tie.note in shown and tie.target in shown]
    if len(shown) < FEWEST:
        return Markdown()
    nodes = {id_: node(id_) for id_ in sorted(shown)}
    places = _places(nodes, drawn)
    ends = _columns(nodes.values(), centre)
    lines = "".join(
        _line(_Place.of(nodes, places, ends, pair), of_pair, nodes)
        for pair, of_pair in sorted(_by_pair(drawn).items())
    )
    labels = "".join(
        _label(nodes[id_], place, ends[nodes[id_].column], is_centre=id_ == centre)
        for id_, place in places.items()
    )
    width, height = ends[-1][1], ROW * (1 + max(places.values()))
    return Markdown(
        '<figure class="graph wide" data-search-exclude>\n'
        '<section tabindex="0" aria-label="Drawing of ties">'
        f'<svg viewBox="0 0 {width:g} {height:g}" width="{width:g}" aria-hidden="true">'
        f"{lines}{labels}</svg></section>\n"
        f"<figcaption>{_caption(ties, shown)}</figcaption>\n</figure>"
    )


def _columns(nodes: Iterable[Box], centre: str) -> list[tuple[float, float]]:
    """Return where each column begins and ends, as wide as its longest label."""
    widths = [0.0, 0.0, 0.0]
    for node in nodes:
        letter = LETTER * (BOLD if node.id == centre else 1)
        widths[node.column] = max(
            widths[node.column], len(_words(node)) * letter + 2 * PAD
        )
    left, ends = 0.0, []
    for width in widths:
        ends.append((left, left + width))
        left += width + GAP if width else 0.0
    return ends


def _words(node: Box) -> str:
    fits = len(node.title) <= LETTERS
    return node.title if fits else f"{node.title[: LETTERS - 1].rstrip()}…"


def _by_pair(ties: Iterable[Tie]) -> Mapping[tuple[str, str], list[Tie]]:
    found: defaultdict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        found[min(tie.note, tie.target), max(tie.note, tie.target)].append(tie)
    return found


def _places(nodes: Mapping[str, Box], ties: Sequence[Tie]) -> dict[str, float]:
    """Return the row of each node; neighbours in other columns stand near one another."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for tie in ties:
        if nodes[tie.note].column != nodes[tie.target].column:
            near[tie.note].append(tie.target)
            near[tie.target].append(tie.note)
    columns = [
        [id_ for id_ in nodes if nodes[id_].column == column] for column in range(3)
    ]
    tallest = max(map(len, columns))
    places: dict[str, float] = {}
    for _ in range(ROUNDS):
        for column in (columns[1], columns[0], columns[2]):
            column.sort(key=lambda id_: (_mean(near[id_], places, tallest / 2), id_))
            top = (tallest - len(column)) / 2
            places |= {id_: top + row for row, id_ in enumerate(column)}
    return places


def _mean(ids: Sequence[str], places: Mapping[str, float], otherwise: float) -> float:
    known = [places[id_] for id_ in ids if id_ in places]
    return sum(known) / len(known) if known else otherwise


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line begins and ends; within one column it bends to a side."""

    start: tuple[float, float]
    end: tuple[float, float]
    bend: float = 0.0

    @classmethod
    def of(
        cls,
        nodes: Mapping[str, Box],
        places: Mapping[str, float],
        ends: Sequence[tuple[float, float]],
        pair: tuple[str, str],
    ) -> "_Place":
        """Return the place of the line between two nodes."""
        one, other = sorted(
            (nodes[id_] for id_ in pair), key=lambda node: (node.column, node.id)
        )
        high, low = (ROW * (places[node.id] + 0.5) for node in (one, other))
        if one.column != other.column:
            return cls((ends[one.column][1], high), (ends[other.column][0], low))
        side = 1 if one.column == 0 else -1
        across = ends[one.column][1 if side > 0 else 0]
        return cls(
            (across, high), (across, low), side * min(GAP - 8, 14 + abs(high - low) / 6)
        )

    @property
    def path(self) -> str:
        """The line as an SVG path."""
        (x, y), (to_x, to_y) = self.start, self.end
        turn = x + self.bend if self.bend else (x + to_x) / 2
        return f"M{x:g} {y:g}C{turn:.1f} {y:g} {turn:.1f} {to_y:g} {to_x:g} {to_y:g}"


def _line(place: _Place, ties: Sequence[Tie], nodes: Mapping[str, Box]) -> str:
    """Return the line between two nodes, its form telling whether the tie holds."""
    states = {tie.holds for tie in ties}
    state = NOW if NOW in states else UNKNOWN if UNKNOWN in states else PAST
    words = "; ".join(
        f"{nodes[tie.note].title} {tie.what} {nodes[tie.target].title}"
        f"{f', {tie.when}' if tie.when else ''}"
        for tie in ties
    )
    return f'<path class="{state}" d="{place.path}"><title>{escape_html(words)}</title></path>'


def _label(
    node: Box, place: float, ends: tuple[float, float], *, is_centre: bool
) -> str:
    left, right = ends
    across = (right - PAD, (left + right) / 2, left + PAD)[node.column]
    text = (
        f'<text class="column-{node.column}{" centre" if is_centre else ""}"'
        f' x="{across:.1f}" y="{ROW * (place + 0.5) + 4:g}">'
        f"<title>{escape_html(node.title)}</title>{escape_html(_words(node))}</text>"
    )
    box = (
        f'<rect x="{left:g}" y="{ROW * place + 2:g}" width="{right - left:.1f}"'
        f' height="{ROW - 4}"/>'
    )
    inner = f"{box if node.column == 1 else ''}{text}"
    return (
        inner
        if is_centre
        else f'<a href="{escape_html(node.address)}" tabindex="-1">{inner}</a>'
    )


def _caption(ties: Sequence[Tie], shown: set[str]) -> str:
    every = {end for tie in ties for end in (tie.note, tie.target)}
    some = (
        f" Of {len(every)}, the {len(shown)} with the most ties are drawn."
        if every - shown
        else ""
    )
    return (
        '<span class="line now"></span> holds; <span class="line past"></span> has ended;'
        ' <span class="line unknown"></span> not certain or not recorded.'
        f"{some if every - shown else ''} The table below has every tie."
    )
