"""Limits of length and depth: text on which Markdown would take minutes is rejected before it.

Python-Markdown is quadratic in the length of a paragraph whose marks do not close, and recursive in
the depth of lists and quotations. The limits are far beyond anything people write to be read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.codes import Code
from generator.schema.front_matter import Parts
from generator.schema.nodes import Fault, Node

MAX_LETTERS = 16_000
"""Characters of a paragraph, or of a value of front matter."""
MAX_LINES = 500
"""Lines of a paragraph."""
MAX_NESTING = 10
"""Lists and quotations within one another."""
MAX_OPEN_BRACKETS = 50
"""Brackets of a paragraph that are open at once."""
MAX_BRACKETS = 4000
"""Opening brackets of a whole body: links, wikilinks and citations."""
_PARAGRAPH = re.compile(r"^[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*", re.MULTILINE)
_LINE = re.compile(r"[^\n]+")
_NESTED = re.compile(
    rf"^(?![ \t*_-]+$)[ \t]*(?:(?:>|[-*+][ \t]|\d{{1,9}}[.)][ \t])[ \t]*){{{MAX_NESTING + 1}}}"
    rf"|^[ \t]{{{8 * MAX_NESTING}}}",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Excess:
    """What makes a text too long or too deep."""

    code: Code
    message: str
    hint: str

    def at(self, line: int, column: int = 1) -> Fault:
        """Return it as a fault at a place in a file."""
        return Fault(self.code, self.message, self.hint, line, column)


_TOO_MANY_BRACKETS = Excess(
    "too-long",
    f"the text has more than {MAX_BRACKETS} brackets",
    "Split it into several notes.",
)
_TOO_MANY_LETTERS = Excess(
    "too-long",
    f"a paragraph has more than {MAX_LETTERS} characters",
    "Split it with blank lines.",
)
_TOO_MANY_LINES = Excess(
    "too-long",
    f"a paragraph has more than {MAX_LINES} lines",
    "Split it with blank lines.",
)
_TOO_DEEP = Excess(
    "bad-nesting",
    f"lists or quotations are nested more than {MAX_NESTING} deep",
    "Use fewer levels.",
)
_TOO_MANY_OPEN = Excess(
    "bad-nesting",
    f"more than {MAX_OPEN_BRACKETS} brackets are open at once",
    "Close them.",
)


def limited(parts: Parts, *, by_line: bool = False) -> Parts:
    """Return a file without the body or the values that are too long or too deep to be read.

    A paragraph is what blank lines divide, or one line, as in the records of sources.
    """
    of_values = list(_faults_of_values(parts.node))
    of_body = list(_faults_of_body(parts, by_line=by_line))
    limited = replace(parts, faults=(*parts.faults, *of_values, *of_body))
    if of_values:
        limited = replace(limited, node=Node({}))
    if of_body:
        limited = replace(limited, body="")
    return limited


def excess_of(text: str) -> Excess | None:
    """Return what makes a value or a paragraph too long or too deep, if it is."""
    if len(text) > MAX_LETTERS:
        return _TOO_MANY_LETTERS
    if _NESTED.search(text):
        return _TOO_DEEP
    has_many_brackets = text.count("[") > MAX_OPEN_BRACKETS
    if has_many_brackets and _most_open(text) > MAX_OPEN_BRACKETS:
        return _TOO_MANY_OPEN
    return None


def _excess_of_paragraph(text: str) -> Excess | None:
    has_many_lines = text.count("\n") >= MAX_LINES
    if has_many_lines and len(text) <= MAX_LETTERS:
        return _TOO_MANY_LINES
    return excess_of(text)


def _faults_of_values(node: Node) -> Iterator[Fault]:
    """Yield what is wrong with each value, at its place."""
    if isinstance(node.value, Mapping):
        for pair in node.value.values():
            yield from _faults_of_values(pair.value)
    elif isinstance(node.value, tuple):
        for item in node.value:
            yield from _faults_of_values(item)
    elif isinstance(node.value, str):
        excess = excess_of(node.value)
        if excess:
            yield excess.at(node.span.line, node.span.column)


def _faults_of_body(parts: Parts, *, by_line: bool) -> Iterator[Fault]:
    """Yield what is wrong with each paragraph, at its line."""
    body = parts.body
    if body.count("[") > MAX_BRACKETS:
        yield _TOO_MANY_BRACKETS.at(parts.body_line)
    paragraph = _LINE if by_line else _PARAGRAPH
    line = parts.body_line
    counted = 0
    for found in paragraph.finditer(body):
        excess = _excess_of_paragraph(found[0])
        if excess:
            line += body.count("\n", counted, found.start())
            counted = found.start()
            yield excess.at(line)


def _most_open(text: str) -> int:
    """Return how many brackets are open at once at most."""
    count = 0
    most = 0
    for letter in text:
        if letter == "[":
            count += 1
            most = max(most, count)
        elif letter == "]":
            count -= 1
    return most
