"""How long and how deep a text may be: what Markdown takes minutes for is refused before it.

Python-Markdown is quadratic in the length of a paragraph whose marks do not close, and recursive in
the depth of lists and quotations. The limits are far from anything people write to be read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import accumulate

from generator.schema.front_matter import Parts
from generator.schema.nodes import Fault, Node

LONGEST = 16_000
"""Letters of a paragraph, or of a value of front matter."""
DEEPEST = 10
"""So many lists and quotations may stand in one another."""
OPEN = 50
"""So many brackets may be open at once."""
LINKS = 4000
"""Opening brackets of a whole body: links, wikilinks and citations."""
LINES = 500
"""Lines of a paragraph."""
_PARAGRAPH = re.compile(r"^[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*", re.MULTILINE)
_LINE = re.compile(r"[^\n]+")
_NESTED = re.compile(
    rf"^(?![ \t*_-]+$)[ \t]*(?:(?:>|[-*+][ \t]|\d{{1,9}}[.)][ \t])[ \t]*){{{DEEPEST + 1}}}"
    rf"|^[ \t]{{{8 * DEEPEST}}}",
    re.MULTILINE,
)


def limited(parts: Parts, *, by_line: bool = False) -> Parts:
    """Return a file without the body or the values that are too long or too deep to be read.

    A paragraph is what blank lines divide, or one line, as in the records of sources.
    """
    faults = [*_faults_of_values(parts.node)]
    node = Node({}) if faults else parts.node
    body = list(_faults_of_body(parts, by_line=by_line))
    return replace(
        parts,
        node=node,
        body="" if body else parts.body,
        faults=(*parts.faults, *faults, *body),
    )


def _faults_of_values(node: Node) -> Iterator[Fault]:
    if isinstance(node.value, Mapping):
        for entry in node.value.values():
            yield from _faults_of_values(entry.value)
    elif isinstance(node.value, tuple):
        for item in node.value:
            yield from _faults_of_values(item)
    elif isinstance(node.value, str) and (found := excess(node.value)):
        yield Fault(*found, node.span.line, node.span.column)


def _faults_of_body(parts: Parts, *, by_line: bool) -> Iterator[Fault]:
    """Yield what is wrong with each paragraph, at its line."""
    line, counted = parts.body_line, 0
    if parts.body.count("[") > LINKS:
        message, hint = (
            f"the text has more than {LINKS} brackets",
            "Make several notes of it.",
        )
        yield Fault("too-long", message, hint, line, 1)
    for paragraph in (_LINE if by_line else _PARAGRAPH).finditer(parts.body):
        if found := excess(paragraph[0], many_lines=paragraph[0].count("\n") >= LINES):
            line += parts.body.count("\n", counted, paragraph.start())
            counted = paragraph.start()
            yield Fault(*found, line, 1)


def excess(text: str, *, many_lines: bool = False) -> tuple[str, str, str] | None:
    """Return code, message and remedy if a text is too long or too deep."""
    if len(text) > LONGEST or many_lines:
        size = f"{LINES} lines" if len(text) <= LONGEST else f"{LONGEST} letters"
        return (
            "too-long",
            f"a paragraph has more than {size}",
            "Divide it with blank lines.",
        )
    if _NESTED.search(text):
        message = f"more than {DEEPEST} lists or quotations stand in one another"
        return "bad-nesting", message, "Write it flat."
    if text.count("[") > OPEN and _deepest(text) > OPEN:
        message = f"more than {OPEN} brackets are open at once"
        return "bad-nesting", message, "Close them."
    return None


def _deepest(text: str) -> int:
    steps = (1 if mark == "[" else -1 for mark in text if mark in "[]")
    return max(accumulate(steps), default=0)
