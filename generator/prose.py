"""What the Markdown of a body consists of: text that may be linked, and everything that may not.

Dialect: Python-Markdown with fenced_code, tables and def_list, as mkdocs.yml sets it up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PATTERN = r"""
  (?P<fence> ^(?P<tick>`{3,}|~{3,})[ ]*[\w\#.+-]*[ ]*\n
    (?:(?!(?P=tick)[ ]*$)[^\n]*\n)* (?P=tick)[ ]*$ )
| (?P<indented> (?:(?<=\n\n)|\A) (?:(?:[ ]{4}|\t)[^\n]*(?:\n|\Z))+ )
| (?P<heading> ^\#{1,6}[^\n]* | ^[^\s][^\n]*\n(?:=+|-{2,})[ \t]*$ )
| (?P<definition> ^[ ]{0,3}\*?\[[^\[\]\n]+\]:[^\n]* )
| (?P<break> \n(?:[ \t]*\n)+ )
| (?P<escape> \\[^\w\s<] )
| (?P<code> (?<!`)(?P<ticks>`+)(?!`) (?:(?!\n[ \t]*\n).)+? (?<!`)(?P=ticks)(?!`) )
| (?P<citation> \[@(?P<cited>[^\[\]]{1,400})\] )
| (?P<wikilink> (?<!!)\[\[(?P<target>[^\[\]|]{1,200})(?:\|(?P<shown>[^\[\]|]{1,200}))?\]\] )
| (?P<link> !?\[(?:[^\[\]\n]|\n(?!\n)|\[[^\[\]\n]*\])*\]
    (?:\(\s*<?(?P<address>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s[^()]*)?\) | \[[^\[\]\n]*\])
  | \[\^[^\[\]\n]+\] )
| (?P<autolink> <https?://[^\s<>"]+> )
| (?P<html> < (?=[A-Za-z/!?]) )
| (?P<url> (?<!\w)(?:https?://|www\.)[^\s<>\[\]()]+ )
"""
_TOKEN = re.compile(_PATTERN, re.VERBOSE | re.MULTILINE | re.DOTALL)

WHOLE = frozenset({"fence", "indented", "heading", "break", "definition"})
"""Kinds of token that are a block of their own."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a body: ``text``, or one of the things a name is never linked in."""

    kind: str
    start: int
    end: int
    match: re.Match[str] | None = None


def scan(body: str) -> Iterator[Token]:
    """Yield the whole body as tokens, in order and without gaps."""
    is_in_list = _list_lines(body) if "\n    " in body or "\n\t" in body else frozenset()
    position = 0
    while match := _TOKEN.search(body, position):
        if match.start() > position:
            yield Token("text", position, match.start())
        # The last named group to close is the alternative's own, since it encloses the others.
        kind, end = match.lastgroup or "text", match.end()
        if kind == "indented" and match.start() in is_in_list:
            kind, end = "text", match.start() + len(match[0]) - len(match[0].lstrip(" \t"))
        yield Token(kind, match.start(), end, match if kind != "text" else None)
        position = end
    if position < len(body):
        yield Token("text", position, len(body))


_BLOCK_START = re.compile(r"(?:\A|\n[ \t]*\n)(?P<line>[^\n]+)")
_ITEM = re.compile(r"[ ]{0,3}(?:[*+-]|\d+[.)]|:)[ \t]")


def _list_lines(body: str) -> frozenset[int]:
    """Return the offsets of indented blocks that go on with a list's item: they are no code."""
    is_list = False
    found: set[int] = set()
    for match in _BLOCK_START.finditer(body):
        line = match["line"]
        if not line.startswith(("    ", "\t")):
            is_list = bool(_ITEM.match(line))
        elif is_list:
            found.add(match.start("line"))
    return frozenset(found)


def blocks(tokens: Iterator[Token]) -> Iterator[list[Token]]:
    """Group tokens into blocks: a heading, a piece of code, a break, or a paragraph."""
    block: list[Token] = []
    for token in tokens:
        if token.kind in WHOLE:
            if block:
                yield block
            yield [token]
            block = []
        else:
            block.append(token)
    if block:
        yield block


def line_and_column(body: str, offset: int) -> tuple[int, int]:
    """Return the line of an offset, counted from 0, and its column, counted from 1."""
    before = body[:offset]
    return before.count("\n"), offset - before.rfind("\n")


def slug(heading: str) -> str:
    """Return the anchor Python-Markdown's toc extension gives a heading.

    Source: ``markdown.extensions.toc.slugify``.
    """
    text = re.sub(r"[^\w\s-]", "", heading.encode("ascii", "ignore").decode()).strip().lower()
    return re.sub(r"[-\s]+", "-", text)


def headings(body: str) -> list[str]:
    """Return the text of each heading of a body."""
    tokens = (token for token in scan(body) if token.kind == "heading")
    return [_heading_text(body[token.start : token.end]) for token in tokens]


def _heading_text(markdown: str) -> str:
    return markdown.split("\n", maxsplit=1)[0].strip("# \t")
