"""The words of a text: how many a reader reads, and which they are."""

import re
import unicodedata

from generator.text.normal import uniform

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters of Chinese and Japanese, which are written without spaces; each counts as a word."""
_LETTER = rf"[^\W_{_IDEOGRAPHS}]"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|{_LETTER}+(?:['’.,-]{_LETTER}+)*")


def count_words(text: str) -> int:
    """Return the number of words; *don't*, *well-known* and *10,000* are one each."""
    return len(_WORD.findall(text))


def plain_words(text: str) -> str:
    """Return the words without punctuation, so that texts can be compared by them."""
    composed = unicodedata.normalize("NFC", uniform(text))
    words = _WORD.findall(composed)
    return " ".join(words)
