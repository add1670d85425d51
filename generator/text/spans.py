"""What the Markdown of a body consists of: text that may be linked, and everything that may not.

Dialect: Python-Markdown with fenced_code, tables and def_list, as mkdocs.yml sets it up.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

TokenKind = Literal[
    "text",
    "fence",
    "heading",
    "break",
    "escape",
    "code",
    "citation",
    "wikilink",
    "link",
    "autolink",
    "html",
    "url",
    "definition",
    "indented",
]
_KINDS: Mapping[str | None, TokenKind] = {kind: kind for kind in get_args(TokenKind)}
_PATTERN = r"""
  (?P<fence> ^(?P<tick>`{3,}|~{3,})[ ]*[\w\#.+-]*[ ]*\n
    (?:(?!(?P=tick)[ ]*$)[^\n]*\n)* (?P=tick)[ ]*$ )
| (?P<heading> ^\#{1,6}[^\n]* )
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
"""
_TOKEN = re.compile(_PATTERN, re.VERBOSE | re.MULTILINE | re.DOTALL)
_SPOT = re.compile(r"[`~#\n\\\[!<]")
"""Any character that may begin a token above; most characters of a body cannot."""
_INDENTED = re.compile(r"(?:(?:[ ]{4}|\t)[^\n]*(?:\n|\Z))+")
# Rare things that may begin with any character, looked for only where their marks are.
_RARE: tuple[tuple[tuple[str, ...], TokenKind, re.Pattern[str]], ...] = (
    (("://", "www."), "url", re.compile(r"(?<!\w)(?:https?://|www\.)[^\s<>\[\]()]+")),
    (
        ("\n=", "\n--"),
        "heading",
        re.compile(r"^\S[^\n]*\n(?:=+|-{2,})[ \t]*$", re.MULTILINE),
    ),
    (
        ("]:",),
        "definition",
        re.compile(r"^[ ]{0,3}\*?\[[^\[\]\n]+\]:[^\n]*", re.MULTILINE),
    ),
)

WHOLE: frozenset[TokenKind] = frozenset(
    {"fence", "indented", "heading", "break", "definition"}
)
"""Kinds of token that are a whole block."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a body: ``text``, or one of the things a name is never linked in."""

    kind: TokenKind
    start: int
    end: int
    match: re.Match[str] | None = None


def scan(body: str) -> Iterator[Token]:
    """Yield the whole body as tokens, in order and without gaps."""
    position = 0
    for token in _tokens(body):
        if token.start > position:
            yield Token("text", position, token.start)
        yield token
        position = token.end
    if position < len(body):
        yield Token("text", position, len(body))


def text_spans(tokens: Iterable[Token]) -> list[tuple[int, int]]:
    """Return where a body has text, in which names may be found."""
    return [(token.start, token.end) for token in tokens if token.kind == "text"]


def _tokens(body: str) -> Iterator[Token]:
    """Yield all that is not text, in order."""
    rare = _rare(body)
    list_lines = _list_lines(body)
    position = start = 0
    is_block_start = True
    while position < len(body):
        token = None
        if is_block_start:
            token = _indented(body, position, list_lines)
        if token is None:
            if start <= position:  # else it was looked for before something rare
                start = _next_spot(body, position)
            token = _next_rare(rare, position, start) or _common(body, start)
        if token is None:
            position = start + 1
            is_block_start = False
            continue
        yield token
        position = token.end
        is_block_start = token.kind == "break"


def _next_spot(body: str, position: int) -> int:
    """Return where the next common token may begin."""
    spot = _SPOT.search(body, position)
    if spot is None:
        return len(body)
    return spot.start()


def _next_rare(rare: deque[Token], position: int, start: int) -> Token | None:
    """Take the rare token that begins first, if it does before a common one may."""
    while rare and rare[0].start < position:
        rare.popleft()
    if rare and rare[0].start <= start:
        return rare.popleft()
    return None


def _common(body: str, start: int) -> Token | None:
    match = _TOKEN.match(body, start)
    if match is None:
        return None
    # The last named group to close is the alternative's own: it encloses the others.
    kind = _KINDS[match.lastgroup]
    return Token(kind, start, match.end(), match)


def _rare(body: str) -> deque[Token]:
    """Return the rare tokens of a body, in order."""
    found = [
        Token(kind, match.start(), match.end())
        for marks, kind, pattern in _RARE
        if any(mark in body for mark in marks)
        for match in pattern.finditer(body)
    ]
    return deque(sorted(found, key=lambda token: (token.start, -token.end)))


def _indented(body: str, position: int, list_lines: frozenset[int]) -> Token | None:
    """Return the indented code that begins a block here, or, within a list, the space before it."""
    match = _INDENTED.match(body, position)
    if match is None:
        return None
    if position in list_lines:
        return Token(
            "text", position, position + len(match[0]) - len(match[0].lstrip(" \t"))
        )
    return Token("indented", position, match.end(), match)


_BLOCK_START = re.compile(r"(?:\A|\n[ \t]*\n)(?P<line>[^\n]+)")
_ITEM = re.compile(r"[ ]{0,3}(?:[*+-]|\d+[.)]|:)[ \t]")


def _list_lines(body: str) -> frozenset[int]:
    """Return the offsets of indented blocks that continue a list's item, and so are not code."""
    if "\n    " not in body and "\n\t" not in body:
        return frozenset()
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
    starts = _line_starts(body)
    line = bisect_right(starts, offset) - 1
    column = offset - starts[line] + 1
    return line, column


@lru_cache(maxsize=4)
def _line_starts(body: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", body))]


def slug(heading: str) -> str:
    """Return the anchor Python-Markdown's toc extension gives a heading.

    Source: ``markdown.extensions.toc.slugify``.
    """
    decomposed = unicodedata.normalize("NFKD", heading)
    ascii_only = decomposed.encode("ascii", "ignore").decode()
    words = re.sub(r"[^\w\s-]", "", ascii_only)
    lower = words.strip().lower()
    return re.sub(r"[-\s]+", "-", lower)


def headings(body: str) -> list[str]:
    """Return the text of each heading of a body."""
    found: list[str] = []
    for token in scan(body):
        if token.kind == "heading":
            markdown = body[token.start : token.end]
            found.append(_heading_text(markdown))
    return found


def _heading_text(markdown: str) -> str:
    first_line, _, _ = markdown.partition("\n")
    return first_line.strip("# \t")
