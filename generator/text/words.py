"""The words of a text: how many a reader reads, and which they are."""

import re
import unicodedata

from generator.text.normal import uniform

_IDEOGRAPHS = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
"""Characters of Chinese and Japanese, which are written without spaces; each counts as a word."""
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff" + _IDEOGRAPHS
"""Letters of scripts that put no space between words: Thai, Lao, Burmese, Khmer, kana and Han.

Ranges to go between the brackets of a regular expression; ``theme/scripts/search.js`` has the same.
"""
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
