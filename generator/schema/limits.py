"""The limit of depth, far beyond anything people write to be read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.schema.front_matter import Parts
from generator.schema.nodes import Fault, Node
from generator.text.comments import without_comments
from generator.text.parse import MAX_DEPTH, DepthError, parse

_NESTING_SIGNS = frozenset("[*_~>-+.):|")
"""Signs without which nothing is within anything."""
_MAX_SIGNS = MAX_DEPTH // 4
"""A text with fewer signs is not too deep: a sign opens three nodes at most, within a paragraph."""


def limited(parts: Parts) -> Parts:
    """Return a file without the body or the values that are too deep to be read."""
    of_values = list(_faults_of_values(parts.node))
    of_body = list(_faults_of_text(parts.body, parts.body_line))
    limited = replace(parts, faults=(*parts.faults, *of_values, *of_body))
    if of_values:
        limited = replace(limited, node=Node({}))
    if of_body:
        limited = replace(limited, body="")
    return limited


def _faults_of_values(node: Node) -> Iterator[Fault]:
    """Yield what is wrong with each value, at its place."""
    if isinstance(node.value, Mapping):
        for pair in node.value.values():
            yield from _faults_of_values(pair.value)
    elif isinstance(node.value, tuple):
        for item in node.value:
            yield from _faults_of_values(item)
    elif isinstance(node.value, str):
        # A value is read as one line, behind a bracket so that it begins no block.
        line = " ".join(node.value.split())
        for fault in _faults_of_text(f"({line}", 1):
            span = node.span
            yield replace(fault, line=span.line, column=span.column)


def _faults_of_text(text: str, first_line: int) -> Iterator[Fault]:
    """Yield where a text is nested too deep."""
    signs = sum(map(text.count, _NESTING_SIGNS))
    if signs < _MAX_SIGNS:
        return
    try:
        parse(without_comments(text))
    except DepthError as error:
        start = text.rfind("\n", 0, error.offset) + 1
        yield Fault(
            "bad-nesting",
            f"lists, quotations or emphasis are nested more than {MAX_DEPTH} deep",
            "Use fewer levels.",
            line=first_line + text.count("\n", 0, error.offset),
            column=error.offset - start + 1,
        )
