"""Where the sentences of a paragraph begin and end, as far as punctuation shows.

Where punctuation leaves it open, two sentences are taken for one.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter, itemgetter

from generator.text.abbreviations import (
    Shortened,
    begins_with_function_word,
    is_name_with_mark,
    shortened,
)
from generator.text.enclosed import Enclosed, enclosed
from generator.text.shown import CITATION

_NEEDS_NO_SPACE = "。！？｡؟۔।॥։።፧፨។៕။᠃᠉꓿᙮﹒﹖﹗"
"""Full stops that are never part of a word."""
_QUESTION_MARKS = "?？؟;\u037e՞፧⁇⁈﹖‽"
_GREEK = "Ͱ-Ͽἀ-῿"
CLOSING_MARKS = "\"'‘“)\\]*_”’»›）」』》〉】〞〟"
"""Marks that belong to the sentence before them."""
_OPENING_MARKS = "\"'(\\[*_“”„‘‚«‹»›「『《〈【（¿¡"
_STOP = re.compile(
    rf"""
    (?P<mark> [.!?…‼⁇⁈⁉‽]+ | [{_NEEDS_NO_SPACE}]+ | (?<=[{_GREEK}])[;\u037e] )
    (?P<closing> [{CLOSING_MARKS}]* (?: [ \u00a0\u202f][»›](?=\s|\Z) )? )
    (?P<citations> (?: [ \t\n]*+ {CITATION}++ )*+ )  # they belong to what they follow
    (?P<gap> \s* )
    """,
    re.VERBOSE,
)
_OPENING = re.compile(rf"(?P<dash>[—–-]\s+)?(?:[{_OPENING_MARKS}][ \u00a0\u202f]?)*")
_SMALL_BEGINNING = re.compile(
    r"""
    [a-z]{1,2}[A-Z]  # iPhone
    | (?:al|bin|da|das|de|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|zu)[ -]
      (?:(?:den|der|la|las|los)[ ])? [A-ZÀ-Þ]  # de Gaulle
    | (?:d|l|al|el)['’-][A-ZÀ-Þ]
    """,
    re.VERBOSE,
)
"""Words that may begin a sentence though their first letter is small."""
_END_OF_WORD = re.compile(r"[^\W\d_]{2}\Z")
_QUOTATION_ENDS = frozenset("\"'‘“”’»›」』")
_TRAILING = " \t\n\u00a0\u202f" + CLOSING_MARKS.replace("\\", "") + CITATION
_FIRST_GEORGIAN, _LAST_GEORGIAN = "\u10d0", "\u10ff"
"""Georgian letters count as small ones, but sentences have no capitals."""
_SYMBOLS = frozenset({"Sc", "So"})
"""Categories of signs that may begin a sentence: currencies, and others such as №."""


def sentences(
    paragraph: str, links: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a paragraph, its citations included.

    No sentence ends within the words of a link, whose start and end are given in order.
    """
    around = _Surroundings(paragraph, links)
    start = len(paragraph) - len(paragraph.lstrip())
    first_letter = _first_letter(paragraph, start)
    for stop in _STOP.finditer(paragraph, start):
        if around.hides(stop, first_letter) or not _is_end(paragraph, stop):
            continue
        yield start, stop.start("gap")
        start = stop.end()
        first_letter = _first_letter(paragraph, start)
    rest = paragraph[start:].rstrip()
    if rest:
        yield start, start + len(rest)


def is_question(sentence: str) -> bool:
    """Say whether a sentence ends with a question mark of any script."""
    if "՞" in sentence:  # Armenian has it within a word
        return True
    shown = sentence.rstrip(_TRAILING)
    words = shown.rstrip(".!…" + _QUESTION_MARKS)
    marks = shown[len(words) :]
    is_greek = bool(words) and _is_greek(words[-1])
    if marks.startswith((";", "\u037e")):
        return is_greek
    return marks.startswith(tuple(_QUESTION_MARKS))


def is_lead_in(sentence: str) -> bool:
    """Say whether a sentence ends with a colon."""
    shown = sentence.rstrip(_TRAILING)
    return shown.endswith((":", "："))


class _Surroundings:
    """The links, quotations and brackets of a paragraph, within which no sentence ends."""

    def __init__(self, paragraph: str, links: Sequence[tuple[int, int]]) -> None:
        self._paragraph = paragraph
        self._links = links
        self._enclosed = list(enclosed(paragraph))

    def hides(self, stop: re.Match[str], first_letter: int) -> bool:
        """Say whether a stop is within a link, quotation or bracket of the sentence it may end.

        A stop may end its sentence together with a link or a quotation, or within a bracket
        that the sentence began with.
        """
        before = self._paragraph[stop.start() - 1 : stop.start()]
        if before in {"[", "("} or self._is_in_link(stop):  # […]
            return True
        around = self._around(stop.start())
        if around is None:
            return False
        if around.is_quotation:
            return stop.end("closing") <= around.end
        return around.start >= first_letter

    def _is_in_link(self, stop: re.Match[str]) -> bool:
        index = bisect_right(self._links, stop.start(), key=itemgetter(0)) - 1
        if index < 0:
            return False
        _, end = self._links[index]
        return stop.end() < end

    def _around(self, position: int) -> Enclosed | None:
        index = bisect_right(self._enclosed, position, key=attrgetter("start")) - 1
        if index < 0:
            return None
        found = self._enclosed[index]
        if position > found.end:
            return None
        return found


def _first_letter(paragraph: str, start: int) -> int:
    """Return the offset after any opening marks."""
    opening = _OPENING.match(paragraph, start)
    if opening is None:
        return start
    return opening.end()


def _is_end(paragraph: str, stop: re.Match[str]) -> bool:
    """Say whether a stop ends a sentence, by what is before and after it."""
    if stop.end() == len(paragraph):
        return True
    ends_quotation = not _QUOTATION_ENDS.isdisjoint(stop["closing"])
    if stop["mark"][0] in _NEEDS_NO_SPACE:
        return not ends_quotation
    if not stop["gap"]:
        return _lacks_space(paragraph, stop)
    return _goes_on_anew(paragraph, stop)


def _goes_on_anew(paragraph: str, stop: re.Match[str]) -> bool:
    """Say whether a new sentence follows on a stop and the space after it."""
    following = _first_letter(paragraph, stop.end())
    doubt = _doubt(paragraph, stop, following)
    is_sure = doubt is Shortened.NO or bool(stop["citations"])
    if doubt is Shortened.ALWAYS or not _may_begin(paragraph, following):
        return False
    if is_sure:
        return True
    is_after_dash = paragraph[stop.end()] in "—–-"
    return begins_with_function_word(paragraph, following) and not is_after_dash


def _lacks_space(paragraph: str, stop: re.Match[str]) -> bool:
    """Say whether only a space is missing between two sentences, as in *left.She*."""
    end = stop.start()
    start = max(0, end - 2)
    if _END_OF_WORD.search(paragraph, start, end) is None:
        return False
    return begins_with_function_word(paragraph, stop.end())


def _may_begin(paragraph: str, offset: int) -> bool:
    """Say whether a sentence may begin at an offset: not with a small letter or punctuation."""
    letter = paragraph[offset : offset + 1]
    if not letter:
        return False
    if _FIRST_GEORGIAN <= letter <= _LAST_GEORGIAN:
        return True
    if letter.isalnum() and not letter.islower():
        return True
    if unicodedata.category(letter) in _SYMBOLS:
        return True
    return _SMALL_BEGINNING.match(paragraph, offset) is not None


def _doubt(paragraph: str, stop: re.Match[str], following: int) -> Shortened:
    """Say how likely it is that a sentence goes on after a stop."""
    mark = stop["mark"]
    start = stop.start()
    if mark == ".":
        doubt = shortened(paragraph, start, following)
        if doubt is not Shortened.NO:
            return doubt
    if mark[0] in ".…":
        is_apart = paragraph[start - 1 : start].isspace()
        if is_apart:
            return Shortened.MAYBE
        return Shortened.NO
    ends_quotation = not _QUOTATION_ENDS.isdisjoint(stop["closing"])
    if ends_quotation or is_name_with_mark(paragraph, start, following):
        return Shortened.MAYBE
    return Shortened.NO


def _is_greek(letter: str) -> bool:
    name = unicodedata.name(letter, "")
    return name.startswith("GREEK")
