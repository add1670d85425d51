"""Read YAML strictly: scalars stay the text that was typed, and every value knows where it stands.

Anchors, aliases, tags and duplicate keys are refused; so is nesting deeper than a note needs.
Lines and columns are those of the file the text stands in, counted from 1; offsets count code
points of the text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Self, TypeAlias

import yaml

from generator.diagnostics import Position, quoted

MAX_DEPTH = 12

Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is installed: ten times faster, the same events."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a piece of YAML, and where."""

    code: str
    message: str
    hint: str
    line: int
    column: int


class _FatalError(Exception):
    """A fault after which nothing can be read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Span(NamedTuple):
    """A stretch of the text: its place, and its first and last offset in code points."""

    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping, and its value."""

    key: str
    key_span: Span
    value: "Node"


class Written(str):
    """A scalar as it was written, and where."""

    __slots__ = ("at",)

    at: Position

    def __new__(cls, text: str, at: Position) -> Self:
        """Attach its place to a text."""
        self = super().__new__(cls, text)
        self.at = at
        return self


@dataclass(frozen=True, slots=True)
class Node:
    """One YAML value, and where it stands."""

    value: "str | tuple[Node, ...] | Mapping[str, Entry] | None"
    span: Span = field(default_factory=Span)
    style: str = ""
    """Of a scalar: empty if plain, else ``'``, ``"``, ``|`` or ``>``; else flow or block."""

    def plain(self) -> Any:  # noqa: ANN401 - the shape of YAML is the writer's choice
        """Return the value as text, None, lists and dictionaries."""
        match self.value:
            case None:
                return None
            case str():
                return Written(self.value, Position(self.span.line, self.span.column))
            case tuple():
                return [item.plain() for item in self.value]
            case _:
                return {key: entry.value.plain() for key, entry in self.value.items()}

    def find(self, path: tuple[int | str, ...]) -> tuple["Node", Span]:
        """Return the deepest value on a path, and where to point; unknown steps are skipped."""
        node, span = self, self.span
        for step in path:
            match node.value:
                case tuple() if isinstance(step, int) and step < len(node.value):
                    node = node.value[step]
                    span = node.span
                case Mapping() if step in node.value:
                    entry = node.value[str(step)]
                    node, span = entry.value, entry.value.span
                    if node.value is None or isinstance(node.value, Mapping | tuple):
                        span = entry.key_span
        return node, span


_Event: TypeAlias = Any
_FRAMES = (
    yaml.StreamStartEvent,
    yaml.StreamEndEvent,
    yaml.DocumentStartEvent,
    yaml.DocumentEndEvent,
)


def parse_yaml(text: str, first_line: int = 1) -> tuple[Node, list[Fault]]:
    """Read one mapping and gather every fault; with a fault, what could be read is returned."""
    builder = _Builder(text, first_line)
    try:
        return builder.read(), builder.faults
    except _FatalError as error:
        return Node(builder.top, style="block"), [*builder.faults, error.fault]


class _Builder:
    """Turns the events of one text into nodes."""

    def __init__(self, text: str, first_line: int) -> None:
        self.first_line = first_line
        self.faults: list[Fault] = []
        self.top: dict[str, Entry] = {}
        """The keys of the outermost mapping that were read before anything failed."""
        self.events = self._events(text)

    def _events(self, text: str) -> Iterator[_Event]:
        """Yield what the text consists of."""
        try:
            for event in yaml.parse(text, Loader=Loader):
                if not isinstance(event, _FRAMES):
                    yield event
        except yaml.MarkedYAMLError as error:
            raise _FatalError(_syntax_fault(text, error, self.first_line)) from None
        except yaml.YAMLError as error:  # a character that YAML does not allow at all
            message = str(error).splitlines()[0]
            raise _FatalError(
                Fault("bad-yaml", message, "", self.first_line, 1)
            ) from None

    def read(self) -> Node:
        """Read the one mapping the text must be."""
        root = next(self.events, None)
        if root is None:
            return Node({}, style="block")
        if not isinstance(root, yaml.MappingStartEvent):
            raise _FatalError(
                self._fault(
                    root, "bad-yaml", "front matter is not a list of 'key: value' lines"
                )
            )
        node = self._node(root, 1)
        if rest := next(self.events, None):
            self.faults.append(
                self._fault(rest, "bad-yaml", "a second document begins here")
            )
        return node

    def _node(self, event: _Event, depth: int) -> Node:
        """Build the value that begins with an event, taking the events it consists of."""
        self._check(event, depth)
        match event:
            case yaml.ScalarEvent():
                is_null = not event.style and event.value in {"", "~", "null"}
                value = None if is_null else event.value
                return Node(value, self._span(event), event.style or "")
            case yaml.SequenceStartEvent():
                return self._sequence(event, depth)
            case yaml.MappingStartEvent():
                return self._mapping(event, depth)
            case _:  # an alias, reported already
                return Node(None, self._span(event))

    def _sequence(self, start: _Event, depth: int) -> Node:
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return _wikilink_or(Node(tuple(items), self._span(start, event), _style(start)))

    def _mapping(self, start: _Event, depth: int) -> Node:
        entries: dict[str, Entry] = self.top if depth == 1 else {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key.value, str):
                self.faults.append(
                    self._fault(event, "bad-yaml", "a key must be a word")
                )
            elif first := entries.get(key.value):
                message = f"{quoted(key.value)} is given a second time"
                hint = f"It stands on line {first.key_span.line} already; keep one of them."
                self.faults.append(self._fault(event, "duplicate-key", message, hint))
            else:
                entries[key.value] = Entry(key.value, key.span, value)
        return Node(entries, self._span(start, event), _style(start))

    def _check(self, event: _Event, depth: int) -> None:
        """Report the parts of YAML that notes do without; stop at nesting no note needs."""
        if depth > MAX_DEPTH:
            message = f"values are nested more than {MAX_DEPTH} deep"
            raise _FatalError(self._fault(event, "yaml-feature", message))
        if getattr(event, "anchor", None):
            message = "a value that begins with & or * is not read"
            self.faults.append(
                self._fault(event, "yaml-feature", message, "Put it in quotes.")
            )
        if getattr(event, "tag", None) not in {None, "!"}:
            message = "a value that begins with ! is not read"
            self.faults.append(
                self._fault(event, "yaml-feature", message, "Put it in quotes.")
            )

    def _span(self, start: _Event, end: _Event | None = None) -> Span:
        mark = start.start_mark
        last = (end or start).end_mark.index
        return Span(mark.line + self.first_line, mark.column + 1, mark.index, last)

    def _fault(self, event: _Event, code: str, message: str, hint: str = "") -> Fault:
        mark = event.start_mark
        return Fault(code, message, hint, mark.line + self.first_line, mark.column + 1)


def _style(start: _Event) -> str:
    return "flow" if start.flow_style else "block"


def _wikilink_or(node: Node) -> Node:
    """Read an unquoted ``[[name]]``, a list in a list to YAML, as the text that was meant."""
    match node.value:
        case (Node(value=(Node(value=str(name)),), style="flow") as inner,) if (
            node.style == "flow" and inner.span.start == node.span.start + 1
        ):
            return replace(node, value=f"[[{name}]]", style="wikilink")
        case _:
            return node


_HINTS = {
    "mapping values are not allowed": "Put a value that holds ': ' in quotes.",
    "cannot start any token": "Put the value in quotes; indent with spaces, not tabs.",
    "could not find expected ':'": "A line should read 'key: value'; indent what belongs to it.",
    "did not find expected key": "Indent this line like the key before it, or quote the value.",
    "found unexpected end of stream": "A quotation mark or bracket is not closed.",
    "did not find expected ',' or ']'": "A bracket is not closed, or a value needs quotes.",
    "did not find expected ',' or '}'": "A brace is not closed, or a value needs quotes.",
}


def _syntax_fault(text: str, error: yaml.MarkedYAMLError, first_line: int) -> Fault:
    """Say in a writer's words what libyaml stumbled over."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line = min(line, text.count("\n"))
    problem = error.problem or "it cannot be read"
    hint = next((hint for start, hint in _HINTS.items() if start in problem), "")
    return Fault(
        "bad-yaml", f"front matter: {problem}", hint, line + first_line, column + 1
    )
