"""Where the sentences of a paragraph begin and end, as far as punctuation tells."""

import re
from collections.abc import Iterator

_STOP = re.compile(
    r"""
    (?P<mark> [.!?…]+ | [。！？]+ )
    (?P<closing> ["')\]*_”’»」』]* )
    (?P<citations> (?: [ \t\n]* \[@[^\[\]]*\] )* )  # they belong to what they follow
    (?P<gap> \s* )
    """,
    re.VERBOSE,
)
_ITEM = re.compile(r"\n(?=[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])")
"""A line break before an item of a list, which is a sentence at least."""
_LAST_WORD = re.compile(r"[^\W_][\w.]*\Z")
_OPENING = re.compile(r"[\"'(\[*_“‘«「『]*")
_ABBREVIATIONS = frozenset(
    """adm approx apr aug ca capt cf co corp dec dept dr e.g feb gen gov hon i.e inc jan jr lt ltd
    mr mrs ms mt nov oct pres prof rep rev sen sept sgt sr st vs""".split()
)
"""What is shortened in the middle of a sentence."""
_BEFORE_NUMBERS = frozenset("art col fig no nos op p para pp sec vol".split())
"""What is shortened before a number, and is a word elsewhere: *No.* 4."""
_ONLY_A_NUMBER = re.compile(r"\s*\d{1,9}\Z")
"""The number of a list's item, as far as its point."""
MAX_ABBREVIATION = 10
"""Letters and points of a word that are looked at."""


def sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a paragraph begins and ends, its citations with it."""
    start = 0
    for item in [*_ITEM.finditer(paragraph), None]:
        end = item.end() if item else len(paragraph)
        yield from _within(paragraph, start, end)
        start = end


def _within(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a stretch that ends with one."""
    for stop in _STOP.finditer(paragraph, start, end):
        is_number = _ONLY_A_NUMBER.match(paragraph, start, stop.start())
        if not is_number and _is_end(paragraph, stop, end):
            yield start, stop.start("gap")
            start = stop.end()
    if rest := paragraph[start:end].rstrip():
        yield start, start + len(rest)


def _is_end(paragraph: str, stop: re.Match[str], end: int) -> bool:
    """Say whether a full stop ends a sentence: what follows must be able to begin one."""
    if stop.end() >= end or stop["mark"][0] in "。！？":
        return True
    if not stop["gap"]:
        return False
    opening = _OPENING.match(paragraph, stop.end())
    first = paragraph[opening.end() : opening.end() + 1] if opening else ""
    is_bare = stop["mark"] == "." and not stop["closing"]
    if is_bare and _is_shortened(paragraph, stop.start(), first):
        return False
    return first.isalnum() and not first.islower()


def _is_shortened(paragraph: str, at: int, following: str) -> bool:
    """Say whether the word before a full stop is an initial or an abbreviation."""
    found = _LAST_WORD.search(paragraph, max(0, at - MAX_ABBREVIATION), at)
    if found is None:
        return False
    word = found[0].lower()
    letters = found[0].replace(".", "")
    is_initial = letters.isupper() and (len(letters) == 1 or "." in found[0])
    is_before_number = word in _BEFORE_NUMBERS and following.isdigit()
    return is_initial or is_before_number or word in _ABBREVIATIONS
