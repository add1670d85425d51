"""Which addresses a style sheet makes a browser fetch."""

import re
import sys
from collections.abc import Iterator

from generator.built.webpage import MarkupPosition

_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_TOKEN = re.compile(
    rf"""
    /\*.*?(?:\*/|\Z)
    | @import\s+(?P<imported>{_STRING})
    | (?<![\w-])url\(\s*(?:(?P<quoted>{_STRING})|(?P<bare>[^)\s"']+))
    | {_STRING}
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""A comment, an address or another string; matching all three keeps them apart."""
_ESCAPED = re.compile(r"\\(?:(?P<code>[0-9a-f]{1,6})\s?|(?P<letter>.))", re.IGNORECASE)


def style_addresses(text: str) -> Iterator[MarkupPosition]:
    """Yield what url() and @import name, but not what a comment or string only mentions."""
    for token in _TOKEN.finditer(text):
        string = token["imported"] or token["quoted"] or ""
        address = string[1:-1] or token["bare"]
        if not address:
            continue
        unescaped = _ESCAPED.sub(_unescaped, address)
        yield MarkupPosition(unescaped, token.start())


def _unescaped(escape: re.Match[str]) -> str:
    letter = escape["letter"]
    if letter:
        return letter
    code = int(escape["code"], 16)
    if code > sys.maxunicode:
        return "\ufffd"
    return chr(code)
