"""The examples of CommonMark's specification, where its package is installed.

The specification is published as the package ``commonmark-spec``, under a licence of its own: it is
installed with the checkers of web standards (`.ci/package.json`), and never part of the project.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from tests.site.tools import HOW, INSTALLED

SPEC = INSTALLED / "commonmark-spec/spec.txt"
END = "<!-- END TESTS -->"
_PART = re.compile(
    r"""
      ^`{32}[ ]example\n (?P<markdown>.*?) ^\.\n (?P<html>.*?) ^`{32}$
    | ^\#{1,6}[ ]+ (?P<section>[^\n]*)
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Example:
    """A text, and the HTML that CommonMark makes of it."""

    number: int
    section: str
    markdown: str
    html: str


def examples(text: str) -> list[Example]:
    """Return the examples of a specification's text, numbered as in print."""
    section = ""
    found: list[Example] = []
    for part in _PART.finditer(text.partition(END)[0]):
        if part["section"] is None:
            number = len(found) + 1
            markdown, html = _typed(part["markdown"]), _typed(part["html"])
            found.append(Example(number, section, markdown, html))
        else:
            section = part["section"]
    return found


def _typed(text: str) -> str:
    """Return a text with the tabs that the specification prints as arrows."""
    return text.replace("→", "\t")


def _installed() -> tuple[Example, ...]:
    if not SPEC.exists():
        return ()
    return tuple(examples(SPEC.read_text(encoding="utf-8")))


EXAMPLES = _installed()
"""All of them, or none without the package."""
needs_spec = pytest.mark.skipif(not EXAMPLES, reason=f"no commonmark-spec here: {HOW}")
"""Decorates a test that goes through the examples itself."""


def _parameters() -> pytest.MarkDecorator:
    if not EXAMPLES:
        return pytest.mark.parametrize(
            "example", [pytest.param(None, marks=needs_spec)]
        )
    ids = [f"{example.number} {example.section}" for example in EXAMPLES]
    return pytest.mark.parametrize("example", EXAMPLES, ids=ids)


every_example = _parameters()
"""Decorates a test of one ``example``: without the package it is skipped, and says why."""
