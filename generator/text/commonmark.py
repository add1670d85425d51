"""The parser of Markdown: the only module that knows which one it is.

pyromark, a binding of pulldown-cmark, yields events and the bytes they were read from. The dialect
is CommonMark with GitHub's tables, strikethrough, task lists, footnotes and alerts, with definition
lists, and with wikilinks.

Raw HTML is text: its ``<`` is hidden from the parser, so that what is inside is read as Markdown.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import Literal, NamedTuple, TypeAlias, cast

from pyromark import Markdown, Options

_PARSER = Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST
    | Options.ENABLE_WIKILINKS
)
_PAGE_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_DEFINITION_LIST
    | Options.ENABLE_HEADING_ATTRIBUTES
)
"""What finished pages have beyond CommonMark; all else is written as HTML."""
_LESS_THAN = "\ue000"
"""Stands for a ``<`` that begins raw HTML; no file may contain this private character."""
HIDDEN = "\ue003"
"""Stands for a character that is not shown; no file may contain it, either."""
_TAG = re.compile(
    r"""
    (?P<kept>  # the address of a link may be in angle brackets, and may be a link itself
      \\. # what is escaped is text anyway
      | \]\([ \t]*< | \]:[ \t]*(?:\n[ \t]*)?<
      | <[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>
      | <[\w.!\#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]+> )
    | <(?=[A-Za-z/!?])
    """,
    re.VERBOSE,
)
_TEXT = "Text"
Data: TypeAlias = object
"""What the parser says of a node, such as the address of a link."""


class Event(NamedTuple):
    """A node begins or ends, or a leaf is read."""

    kind: Literal["start", "end", "leaf"]
    name: str
    """pulldown-cmark's name of the node."""
    data: Data
    start: int
    """Offset of the first character of the node."""
    end: int


class Definition(NamedTuple):
    """The address that a reference definition gives to a label."""

    address: str
    start: int


def events(text: str) -> Iterator[Event]:
    """Yield what a text consists of, in order; texts that follow each other directly are one."""
    hidden = _hidden(text)
    start = end = 0  # of the text that may go on
    for event in _events(hidden):
        is_literal = _is_literal(event)
        if is_literal and end == event.start:
            end = event.end
            continue
        if start < end:
            yield Event("leaf", _TEXT, hidden[start:end], start, end)
        if is_literal:
            start, end = event.start, event.end
        else:
            start = end = event.end
            yield event
    if start < end:
        yield Event("leaf", _TEXT, hidden[start:end], start, end)


def _is_literal(event: Event) -> bool:
    """Say whether an event is text that is written as it is shown."""
    if event.name != _TEXT:
        return False
    return len(str(event.data)) == event.end - event.start


def _events(hidden: str) -> Iterator[Event]:
    """Yield the events of the parser with offsets in characters."""
    character = _characters(hidden)
    for event, place in _PARSER.events_with_range(hidden, merge_text=False):
        start = character(place["start"])
        end = character(place["end"])
        if isinstance(event, str):
            yield Event("leaf", event, None, start, end)
            continue
        [(name, data)] = event.items()
        if name == "Start":
            tag, tag_data = _tag(data)
            yield Event("start", tag, tag_data, start, end)
        elif name == "End":
            yield Event("end", name, None, start, end)
        else:
            yield Event("leaf", name, data, start, end)


def definitions(text: str) -> Iterator[Definition]:
    """Yield the reference definitions of a text, in order."""
    hidden = _hidden(text)
    character = _characters(hidden)
    found = _PARSER.reference_definitions(hidden)
    for definition in found.values():
        start = character(definition["span"]["start"])
        yield Definition(shown(definition["dest"]), start)


def as_typed(text: str) -> str:
    """Return text of an event as it was typed."""
    return text.replace(_LESS_THAN, "<")


def shown(text: str) -> str:
    """Return text of an event without what is hidden."""
    return as_typed(text).replace(HIDDEN, "")


def field_of(data: Data, name: str) -> str:
    """Return a field of what an event says of its node."""
    fields = cast("Mapping[str, object]", data)
    return shown(str(fields[name]))


def _hidden(text: str) -> str:
    """Hide what begins raw HTML."""
    if "<" not in text:
        return text
    return _TAG.sub(_hide, text)


def _hide(match: re.Match[str]) -> str:
    return match["kept"] or _LESS_THAN


def _tag(tag: Data) -> tuple[str, Data]:
    """Return the name of a tag, and what it says of its node."""
    if isinstance(tag, dict):
        [(name, data)] = tag.items()
        return name, data
    return str(tag), None


def _characters(text: str) -> Callable[[int], int]:
    """Return a function from an offset in bytes to one in characters."""
    if text.isascii():
        return int
    lengths = [len(character.encode()) for character in text]
    offsets = accumulate(lengths, initial=0)
    return {offset: number for number, offset in enumerate(offsets)}.__getitem__


def renderer(
    highlight: Callable[[str | None, str], str | None],
) -> Callable[[str], str]:
    """Return a function from the Markdown of a finished page to HTML.

    The page may have HTML, and anchors behind its headings: ``## Title { #anchor }``.

    Args:
        highlight: Returns the HTML of code in a language, or None if nothing is known of it.
    """
    parser = Markdown(options=_PAGE_OPTIONS, highlight=highlight)
    return parser.html
