"""Pages for the index of a search that takes what is between spaces for a word.

Of scripts that put no space between words it would find only the beginning of each run of letters.
Pages that have such letters are therefore indexed with a space around each, and without marks that
belong to a letter, for the search compares without them; ``theme/scripts/search.js`` looks for the
letters of a run one behind the other. What readers see of a page is restored from its own text.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

from generator.text.words import UNSPACED

_LETTER = re.compile(f"[{UNSPACED}]")
_LETTERS = re.compile(f"[{UNSPACED}]+")
_PIECE = re.compile(rf"([{UNSPACED}]|[^\s{UNSPACED}]+)\s*")
_TAG = re.compile("<[^<>]*>")
_INDEXED_TAG = "data-pagefind-meta"
"""Attribute of a tag whose content is indexed."""
_FULL_STOP = "."
_BREAK = "\u200b"
"""Where a word ends without a space, in a text that has such places; Pagefind reads it so."""


def has_unspaced(text: str) -> bool:
    """Say whether a text has letters of a script that puts no space between words."""
    return _LETTER.search(text) is not None


def spaced_page(html: str) -> str:
    """Return a page with a space around each such letter of its text and of what describes it."""
    parts: list[str] = []
    position = 0
    for tag in _TAG.finditer(html):
        parts.append(_spaced(html[position : tag.start()]))
        is_indexed = _INDEXED_TAG in tag[0]
        parts.append(_spaced(tag[0]) if is_indexed else tag[0])
        position = tag.end()
    parts.append(_spaced(html[position:]))
    return "".join(parts)


def _spaced(text: str) -> str:
    return _LETTERS.sub(_with_spaces, text)


def _with_spaces(run: re.Match[str]) -> str:
    letters = " ".join(_bare(run[0]))
    return f" {letters} "


def _bare(letters: str) -> str:
    """Return letters in their simplest form, without marks."""
    decomposed = unicodedata.normalize("NFKD", letters)
    bare = [
        letter
        for letter in decomposed
        if not unicodedata.category(letter).startswith("M")
    ]
    return "".join(bare)


def restored(indexed: str, original: str) -> str:
    """Return the original text with a break wherever a word of the indexed text ends.

    The original may have more full stops: Pagefind ends a block with one, but not behind a space.
    A text that does not have the same letters is left as it was indexed, and so is one without such
    letters: Pagefind divides it where it has spaces.
    """
    if not has_unspaced(original):
        return indexed
    words = indexed.split()
    ends = set(accumulate(map(len, words)))
    letters = "".join(words)
    parts = [""]
    offset = 0
    for piece in _PIECE.finditer(original):
        bare = _bare_piece(piece[1])
        if not letters.startswith(bare, offset):
            if bare != _FULL_STOP:
                return indexed
            bare = ""
        if bare and offset in ends:
            parts.append("")
        parts[-1] += piece[0]
        offset += len(bare)
    if offset < len(letters):
        return indexed
    return _BREAK.join(parts)


@lru_cache(maxsize=1 << 14)
def _bare_piece(piece: str) -> str:
    if has_unspaced(piece):
        return _bare(piece)
    return piece
