"""Read YAML strictly: scalars stay the text that was typed, and every value knows its place.

Anchors, aliases, tags, duplicate keys and nesting deeper than a note needs are errors.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import yaml

from generator.codes import Code
from generator.diagnostics import quoted
from generator.schema.nodes import Fault, Node, Pair, Span
from generator.schema.yaml.slips import Scalar, find_slip
from generator.text.yaml_errors import syntax_problem

MAX_DEPTH = 12
Loader: type[yaml.CSafeLoader | yaml.SafeLoader]
"""libyaml where it is installed: ten times faster, the same events."""
try:
    Loader = yaml.CSafeLoader
except AttributeError:
    Loader = yaml.SafeLoader


class _FatalError(Exception):
    """A fault after which nothing can be read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


_FRAMES = (
    yaml.StreamStartEvent,
    yaml.StreamEndEvent,
    yaml.DocumentStartEvent,
    yaml.DocumentEndEvent,
)
_TAGGED = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)
_NO_TAGS = {None, "!"}
_NULLS = {"", "~", "null"}


def parse_yaml(text: str, first_line: int = 1) -> tuple[Node, list[Fault]]:
    """Read one mapping and collect every fault; with a fault, return what could be read."""
    builder = _Builder(text, first_line)
    try:
        return builder.read(), builder.faults
    except _FatalError as error:
        if not builder.is_broken_by_slip:
            builder.faults.append(error.fault)
        return Node(builder.top, style="block"), builder.faults


class _Builder:
    """Turns the events of one text into nodes."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self.faults: list[Fault] = []
        self.is_broken_by_slip = False
        """Whether the value that was read last explains a mistake of form behind it."""
        self.top: dict[str, Pair] = {}
        """The keys of the outermost mapping that were read before anything failed."""
        self.events = self._events()

    def _events(self) -> Iterator[yaml.Event]:
        """Yield what the text consists of."""
        try:
            for event in yaml.parse(self.text, Loader=Loader):
                if not isinstance(event, _FRAMES):
                    yield event
        except yaml.YAMLError as error:
            fault = _syntax_fault(self.text, error, self.first_line)
            raise _FatalError(fault) from None

    def read(self) -> Node:
        """Read the one mapping the text must be."""
        root = next(self.events, None)
        if root is None:
            return Node({}, style="block")
        if not isinstance(root, yaml.MappingStartEvent):
            message = "front matter is not a list of 'key: value' lines"
            hint = "For a rule at the beginning of a text, write ***."
            raise _FatalError(self._fault(root, "bad-yaml", message, hint))
        node = self._node(root, depth=1)
        rest = next(self.events, None)
        if rest:
            self._report(rest, "bad-yaml", "a second document begins here")
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        """Build the value that begins with an event, taking the events it consists of."""
        self._check(event, depth)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event)
            case yaml.SequenceStartEvent():
                return self._sequence(event, depth)
            case yaml.MappingStartEvent():
                return self._mapping(event, depth)
            case _:  # an alias, reported already
                return Node(None, self._span(event, event))

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        span = self._span(event, event)
        style = event.style or ""
        scalar = Scalar(self.text, event.value, style, span.start, span.end)
        self._report_slip(scalar, span.line)
        if not style and event.value in _NULLS:
            return Node(None, span)
        return Node(event.value, span, style)

    def _report_slip(self, scalar: Scalar, line: int) -> None:
        """Report a value that YAML reads as something else than was meant."""
        slip = find_slip(scalar)
        self.is_broken_by_slip = bool(slip and slip.breaks_what_follows)
        if slip:
            line += self.text.count("\n", scalar.start, slip.start)
            column = slip.start - self.text.rfind("\n", 0, slip.start)
            fault = Fault(slip.code, slip.message, slip.hint, line, column)
            self.faults.append(fault)

    def _sequence(self, start: yaml.SequenceStartEvent, depth: int) -> Node:
        items: list[Node] = []
        event = next(self.events)
        while not isinstance(event, yaml.SequenceEndEvent):
            item = self._node(event, depth + 1)
            items.append(item)
            event = next(self.events)
        span = self._span(start, event)
        node = Node(tuple(items), span, _style(start))
        return _wikilink_or(node)

    def _mapping(self, start: yaml.MappingStartEvent, depth: int) -> Node:
        pairs = self.top if depth == 1 else {}
        event = next(self.events)
        while not isinstance(event, yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            event_of_value = next(self.events)
            value = self._node(event_of_value, depth + 1)
            self._add(pairs, event, key, value)
            event = next(self.events)
        span = self._span(start, event)
        return Node(pairs, span, _style(start))

    def _add(
        self, pairs: dict[str, Pair], event: yaml.Event, key: Node, value: Node
    ) -> None:
        """Add a key and its value to a mapping, or report the key."""
        if not isinstance(key.value, str):
            self._report(event, "bad-yaml", "a key must be a word")
            return
        first = pairs.get(key.value)
        if first:
            message = f"{quoted(key.value)} is given twice"
            line = first.key_span.line
            hint = f"It is already on line {line}; keep one of them."
            self._report(event, "duplicate-key", message, hint)
            return
        pairs[key.value] = Pair(key.value, key.span, value)

    def _check(self, event: yaml.Event, depth: int) -> None:
        """Report YAML features that notes may not use; stop at nesting that no note needs."""
        if depth > MAX_DEPTH:
            message = f"values are nested more than {MAX_DEPTH} deep"
            raise _FatalError(self._fault(event, "yaml-feature", message))
        hint = "Put it in quotes."
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            message = "a value cannot begin with & or *"
            self._report(event, "yaml-feature", message, hint)
        if isinstance(event, _TAGGED) and event.tag not in _NO_TAGS:
            message = "a value cannot begin with !"
            self._report(event, "yaml-feature", message, hint)

    def _span(self, start: yaml.Event, end: yaml.Event) -> Span:
        first = _mark(start.start_mark)
        last = _mark(end.end_mark)
        line = first.line + self.first_line
        return Span(line, first.column + 1, first.index, last.index)

    def _report(
        self, event: yaml.Event, code: Code, message: str, hint: str = ""
    ) -> None:
        fault = self._fault(event, code, message, hint)
        self.faults.append(fault)

    def _fault(
        self, event: yaml.Event, code: Code, message: str, hint: str = ""
    ) -> Fault:
        mark = _mark(event.start_mark)
        line = mark.line + self.first_line
        return Fault(code, message, hint, line, mark.column + 1)


def _mark(mark: object) -> yaml.Mark:
    """Return a mark; every parsed event has one."""
    return cast("yaml.Mark", mark)


def _style(start: yaml.CollectionStartEvent) -> str:
    return "flow" if start.flow_style else "block"


def _wikilink_or(node: Node) -> Node:
    """Read an unquoted ``[[name]]``, a list in a list to YAML, as the text that was meant."""
    match node.value:
        case (Node(value=(Node(value=str(name)),), style="flow") as inner,):
            is_adjacent = inner.span.start == node.span.start + 1
            if node.style == "flow" and is_adjacent:
                return replace(node, value=f"[[{name}]]", style="wikilink")
    return node


def _syntax_fault(text: str, error: yaml.YAMLError, first_line: int) -> Fault:
    problem = syntax_problem(text, error)
    return Fault(
        code="bad-yaml",
        message=problem.message,
        hint=problem.hint,
        line=problem.line + first_line,
        column=problem.column + 1,
    )
