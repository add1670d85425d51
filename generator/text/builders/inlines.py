"""Build inlines from the events of the parser."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

from generator.text.commonmark import Event, as_typed, field_of, shown
from generator.text.tree import (
    Break,
    Code,
    FootnoteMark,
    Image,
    Inline,
    Inlines,
    Link,
    Node,
    Style,
    Styled,
    Text,
    Wikilink,
)

_STYLES: Mapping[str, Style] = {
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "del",
}
_LINE_START = re.compile(r"\n[ \t>]*")
"""What may be at the beginning of a line in a quotation."""
Leaf: TypeAlias = Callable[[Event], Node]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskMark(Inline):
    """``[x]`` at the beginning of an item."""

    is_done: bool


def inlines(children: Sequence[Node]) -> Inlines:
    """Return the inlines among what a node consists of."""
    return tuple(child for child in children if isinstance(child, Inline))


def text(event: Event) -> Text:
    """Return text, or HTML that was not hidden."""
    words = as_typed(str(event.data))
    return Text(text=words, start=event.start, end=event.end)


def _code(event: Event) -> Code:
    words = shown(str(event.data))
    return Code(text=words, start=event.start, end=event.end)


def _soft_break(event: Event) -> Break:
    return Break(start=event.start, end=event.end)


def _hard_break(event: Event) -> Break:
    return Break(is_hard=True, start=event.start, end=event.end)


def label_of(event: Event) -> str:
    """Return the label of a footnote or its mark; the case of its letters means nothing."""
    return str(event.data).casefold()


def _footnote_mark(event: Event) -> FootnoteMark:
    return FootnoteMark(label=label_of(event), start=event.start, end=event.end)


def _task_mark(event: Event) -> TaskMark:
    return TaskMark(is_done=bool(event.data), start=event.start, end=event.end)


LEAVES: Mapping[str, Leaf] = {
    "Code": _code,
    "SoftBreak": _soft_break,
    "HardBreak": _hard_break,
    "FootnoteReference": _footnote_mark,
    "TaskListMarker": _task_mark,
}
"""How the nodes are built that consist of no others and are not text."""


def styled(event: Event, children: Sequence[Node]) -> Styled:
    """Return emphasised words."""
    style = _STYLES[event.name]
    words = inlines(children)
    return Styled(style=style, children=words, start=event.start, end=event.end)


def link(event: Event, children: Sequence[Node]) -> Link | Wikilink:
    """Return a link in any form."""
    if _is_wikilink(event):
        return _wikilink(event, children)
    address = field_of(event.data, "dest_url")
    form = field_of(event.data, "link_type")
    if form == "Email":
        address = f"mailto:{address}"
    return Link(
        address=address,
        title=field_of(event.data, "title"),
        children=inlines(children),
        is_bare=form in {"Autolink", "Email"},
        start=event.start,
        end=event.end,
    )


def image(event: Event, children: Sequence[Node]) -> Image | Wikilink:
    """Return a picture, or an embed."""
    if _is_wikilink(event):
        return _wikilink(event, children)
    return Image(
        address=field_of(event.data, "dest_url"),
        title=field_of(event.data, "title"),
        children=inlines(children),
        start=event.start,
        end=event.end,
    )


def _is_wikilink(event: Event) -> bool:
    fields = cast("Mapping[str, object]", event.data)
    return isinstance(fields["link_type"], dict)


def _wikilink(event: Event, children: Sequence[Node]) -> Wikilink:
    """Return a wikilink; in a table, its bar follows a backslash."""
    fields = cast("Mapping[str, Mapping[str, Mapping[str, bool]]]", event.data)
    has_words = fields["link_type"]["WikiLink"]["has_pothole"]
    target = field_of(event.data, "dest_url")
    words: Inlines = ()
    if has_words:
        target = target.removesuffix("\\")
        words = inlines(children)
    return Wikilink(
        target=" ".join(_LINE_START.sub(" ", target).split()),
        children=words,
        is_embed=event.name == "Image",
        start=event.start,
        end=event.end,
    )
