"""Compare fragments of HTML by their DOM, without what no reader and no program can notice.

``dom`` reads a fragment into its nodes in document order: the beginning of an element, a text, the
end of an element. Two fragments are the same page if their nodes are equal. Left out are comments,
the order of attributes and of classes, how a boolean attribute is written, Python-Markdown's
attribute ``markdown``, and the white space that browsers leave out: between blocks, at their
beginning and end, and all but one of several spaces. Code keeps its white space.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = frozenset(
    """address article aside blockquote body br caption col colgroup dd details dialog div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section
    summary table tbody td tfoot th thead tr ul""".split()
)
"""Elements with nothing but a line's end before and after them: white space there is not shown."""
VERBATIM = frozenset("pre script style textarea".split())
"""Elements whose white space is shown, or read, as it is."""
REPLACED = frozenset(
    "audio button canvas embed iframe img input math object select svg video".split()
)
"""Elements that are shown within a line, even without a word in them."""
BOOLEAN = frozenset(
    """async autofocus autoplay checked controls default defer disabled hidden inert loop multiple
    muted novalidate open readonly required reversed selected""".split()
)
SPACE = re.compile(r"[ \t\n\r\f]+")
"""White space as HTML has it; a no-break space is a character like any other."""
AROUND = 20
"""How many characters of a text are shown on each side of where it differs."""


@dataclass(frozen=True, slots=True)
class Open:
    """The beginning of an element."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        given = "".join(f' {name}="{value}"' for name, value in self.attributes)
        return f"<{self.tag}{given}>"


@dataclass(frozen=True, slots=True)
class Text:
    """The words between two tags."""

    text: str

    def __str__(self) -> str:
        return repr(self.text)


@dataclass(frozen=True, slots=True)
class Close:
    """The end of an element."""

    tag: str

    def __str__(self) -> str:
        return f"</{self.tag}>"


Node = Open | Text | Close
Dom = tuple[Node, ...]


def dom(html: str) -> Dom:
    """Return the nodes of a fragment as it would be within the body of a page."""
    body = LexborHTMLParser(f"<!doctype html><body>{html}").body
    if body is None:
        return ()
    line = _Line()
    for node in _join(_walk(body)):
        line.add(node)
    line.end()
    return tuple(node for node in line.nodes if node != Text(""))


def words(nodes: Dom) -> str:
    """Return what a reader reads of some nodes, with a line for each block."""
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, Text):
            parts.append(node.text)
        elif node.tag in BLOCKS and parts and parts[-1] != "\n":
            parts.append("\n")
    return "".join(parts).strip("\n")


def difference(first: Dom, second: Dom) -> str | None:
    """Say where two fragments first differ and how, or None if they do not."""
    for index, (one, other) in enumerate(zip_longest(first, second)):
        if one != other:
            return f"{_place(first[:index])}: {_contrast(one, other)}"
    return None


# reading


def _walk(parent: LexborNode) -> Iterator[Node]:
    """Yield the nodes within an element; a stack, as hostile pages nest without end."""
    child = parent.first_child
    above: list[tuple[str, LexborNode | None]] = []
    while child is not None or above:
        if child is None:
            tag, child = above.pop()
            yield Close(tag)
        elif child.is_element_node and child.tag:
            yield Open(child.tag, _attributes(child))
            above.append((child.tag, child.next))
            child = child.first_child
        else:
            if child.is_text_node:
                yield Text(child.text_content or "")
            child = child.next


def _attributes(node: LexborNode) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for name, value in node.attributes.items():
        found[name] = _attribute(name, value or "")
    if not found.get("class"):
        found.pop("class", None)
    found.pop("markdown", None)
    return tuple(sorted(found.items()))


def _attribute(name: str, value: str) -> str:
    if name in BOOLEAN:
        return ""
    if name == "class":
        return " ".join(sorted(set(value.split())))
    if name == "style":
        return _style(value)
    return value


def _style(value: str) -> str:
    """Return declarations as one spelling: ``text-align:right``."""
    declarations: list[str] = []
    for declaration in value.split(";"):
        name, colon, rest = declaration.partition(":")
        if name.strip():
            declarations.append(f"{name.strip().lower()}{colon}{rest.strip()}")
    return ";".join(declarations)


def _join(nodes: Iterator[Node]) -> Iterator[Node]:
    """Join texts that only a comment was between."""
    text = ""
    for node in nodes:
        if isinstance(node, Text):
            text += node.text
            continue
        if text:
            yield Text(text)
            text = ""
        yield node
    if text:
        yield Text(text)


# white space


@dataclass(slots=True)
class _Line:
    """Nodes without the white space that is not shown: what was added, and where a line is."""

    nodes: list[Node] = field(default_factory=list)
    verbatim: int = 0
    """How many elements whose white space counts are open."""
    is_spaced: bool = True
    """Whether a space here would not be shown, as it begins a line or follows another."""
    last: int | None = None
    """The index of the text that is the last thing shown in this line."""

    def add(self, node: Node) -> None:
        if isinstance(node, Text):
            self._add_text(node.text)
            return
        if node.tag in BLOCKS:
            self.end()
        elif node.tag in REPLACED:
            self.is_spaced = False
            self.last = None
        if node.tag in VERBATIM:
            self.verbatim += 1 if isinstance(node, Open) else -1
        self.nodes.append(node)

    def _add_text(self, text: str) -> None:
        if not self.verbatim:
            text = SPACE.sub(" ", text)
            if self.is_spaced:
                text = text.removeprefix(" ")
        if text:
            self.is_spaced = not self.verbatim and text.endswith(" ")
            self.last = len(self.nodes)
            self.nodes.append(Text(text))

    def end(self) -> None:
        """End the line: a space, or in code a newline, is not shown there."""
        if self.last is not None:
            node = self.nodes[self.last]
            if isinstance(node, Text):
                end = "\n" if self.verbatim else " "
                self.nodes[self.last] = Text(node.text.removesuffix(end))
        self.last = None
        self.is_spaced = True


# differences


def _place(before: Sequence[Node]) -> str:
    """Return the way to what follows some nodes: ``ul > li[2] > p``."""
    steps: list[str] = []
    counts: list[Counter[str]] = [Counter()]
    for node in before:
        if isinstance(node, Open):
            counts[-1][node.tag] += 1
            number = counts[-1][node.tag]
            steps.append(node.tag if number == 1 else f"{node.tag}[{number}]")
            counts.append(Counter())
        elif isinstance(node, Close):
            steps.pop()
            counts.pop()
    return " > ".join(steps) or "at the top"


def _contrast(one: Node | None, other: Node | None) -> str:
    if isinstance(one, Text) and isinstance(other, Text):
        return _contrast_texts(one.text, other.text)
    if isinstance(one, Open) and isinstance(other, Open) and one.tag == other.tag:
        return _contrast_attributes(one, other)
    return f"{_shown(one)} in the first, {_shown(other)} in the second"


def _shown(node: Node | None) -> str:
    return "nothing" if node is None else str(node)


def _contrast_texts(one: str, other: str) -> str:
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    window = slice(max(0, same - AROUND), same + AROUND)
    return f"{one[window]!r} in the first, {other[window]!r} in the second"


def _contrast_attributes(one: Open, other: Open) -> str:
    given, wanted = dict(one.attributes), dict(other.attributes)
    differing = (
        f"{name} is {given.get(name)!r} in the first, {wanted.get(name)!r} in the second"
        for name in sorted(given.keys() | wanted.keys())
        if given.get(name) != wanted.get(name)
    )
    return f"<{one.tag}>: {'; '.join(differing)}"
