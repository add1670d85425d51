"""Where the sentences of a paragraph begin and end, as far as punctuation shows."""

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
"""A line break before an item of a list, which begins a sentence."""
_LAST_WORD = re.compile(r"[^\W_][\w.]*\Z")
_OPENING = re.compile(r"[\"'(\[*_“‘«「『]*")
_ABBREVIATIONS = frozenset(
    """adm approx apr aug ca capt cf co corp dec dept dr e.g feb gen gov hon i.e inc jan jr lt ltd
    mr mrs ms mt nov oct pres prof rep rev sen sept sgt sr st vs""".split()
)
"""Abbreviations that occur within a sentence."""
_BEFORE_NUMBERS = frozenset("art col fig no nos op p para pp sec vol".split())
"""Abbreviations only before a number, words elsewhere: *No.* 4."""
_ONLY_A_NUMBER = re.compile(r"\s*\d{1,9}\Z")
"""The number of a list's item, up to its full stop."""
MAX_ABBREVIATION_LENGTH = 10
_ENDS_WITHOUT_SPACE = frozenset("。！？")


def sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a paragraph, its citations included."""
    start = 0
    for item in _ITEM.finditer(paragraph):
        yield from _within(paragraph, start, item.end())
        start = item.end()
    yield from _within(paragraph, start, len(paragraph))


def _within(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a stretch that ends with one."""
    for stop in _STOP.finditer(paragraph, start, end):
        is_number = _ONLY_A_NUMBER.match(paragraph, start, stop.start())
        if is_number or not _is_end(paragraph, stop, end):
            continue
        yield start, stop.start("gap")
        start = stop.end()
    rest = paragraph[start:end].rstrip()
    if rest:
        yield start, start + len(rest)


def _is_end(paragraph: str, stop: re.Match[str], end: int) -> bool:
    """Say whether a full stop ends a sentence: what follows must be able to begin one."""
    is_last = stop.end() >= end
    needs_no_space = stop["mark"][0] in _ENDS_WITHOUT_SPACE
    if is_last or needs_no_space:
        return True
    if not stop["gap"]:
        return False
    following = _first_letter(paragraph, stop.end())
    is_bare = stop["mark"] == "." and not stop["closing"]
    if is_bare:
        word = _last_word(paragraph, stop.start())
        if _is_shortened(word, following):
            return False
    return following.isalnum() and not following.islower()


def _first_letter(paragraph: str, offset: int) -> str:
    """Return the character after any opening marks, or an empty string."""
    opening = _OPENING.match(paragraph, offset)
    if opening is None:
        return ""
    first = opening.end()
    return paragraph[first : first + 1]


def _last_word(paragraph: str, end: int) -> str:
    """Return the word before a full stop, or an empty string."""
    start = max(0, end - MAX_ABBREVIATION_LENGTH)
    word = _LAST_WORD.search(paragraph, start, end)
    if word is None:
        return ""
    return word[0]


def _is_shortened(word: str, following: str) -> bool:
    """Say whether the word before a full stop is an initial or an abbreviation."""
    lower = word.lower()
    if lower in _ABBREVIATIONS:
        return True
    if lower in _BEFORE_NUMBERS and following.isdigit():
        return True
    letters = word.replace(".", "")
    has_inner_stop = "." in word
    is_initial = len(letters) == 1 or has_inner_stop
    return is_initial and letters.isupper()
