"""Markdown as engines render it: CommonMark, and Python-Markdown as MkDocs configures it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyromark
from markdown import Markdown
from pyromark import Options

from tests.markdown.dom import Dom, Node, Open, Text, dom

_COMMONMARK = pyromark.Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_DEFINITION_LIST
    | Options.ENABLE_HEADING_ATTRIBUTES
)
"""Reads what is written into build/docs."""
_WRITERS = pyromark.Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_DEFINITION_LIST
)
"""Reads what writers type, but for what is read by us alone."""
_EXTENSIONS = [
    "attr_list",
    "def_list",
    "md_in_html",
    "sane_lists",
    "tables",
    "toc",
    "pymdownx.highlight",
    "pymdownx.superfences",
]
_CONFIGS = {
    "tables": {"use_align_attribute": True},
    "pymdownx.highlight": {"use_pygments": False},
}
_ALIGNED = re.compile(r'style="text-align: (\w+)"')


def commonmark(text: str) -> Dom:
    """Return the DOM of canonical Markdown in CommonMark."""
    return _comparable(_COMMONMARK.html(text))


def python_markdown(text: str) -> Dom:
    """Return the DOM of canonical Markdown in Python-Markdown."""
    renderer = Markdown(extensions=_EXTENSIONS, extension_configs=_CONFIGS)
    return _comparable(renderer.convert(text))


def writers(text: str) -> Dom:
    """Return the DOM of what a writer typed; HTML in it must be escaped."""
    return _comparable(_WRITERS.html(text))


def _comparable(html: str) -> Dom:
    nodes = dom(_ALIGNED.sub(r'align="\1"', html))
    return tuple(_without_highlighting(nodes))


def _without_highlighting(nodes: Dom) -> Iterator[Node]:
    """Yield nodes without what only the theme knows about blocks of code."""
    in_code = False
    for node in nodes:
        if not isinstance(node, Text) and node.tag == "pre":
            in_code = isinstance(node, Open)
        if isinstance(node, Open) and in_code:
            yield Open(node.tag)
        else:
            yield node
