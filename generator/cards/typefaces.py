"""What a font can print, and how wide that is."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from generator.text.markdown import one_line

_SELECTORS = range(0xFE00, 0xFE10)
"""Variation selectors, which choose a form of the character before them."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """One weight of a font."""

    family: str
    widths: Mapping[str, float]
    """The advance width of each character that the font has, in ems."""
    digest: bytes
    """Identifies the font's file: another font draws another picture of the same words."""

    def width(self, text: str) -> float:
        """Return the width of a line in ems, without kerning."""
        total = 0.0  # sum() rounds otherwise from Python 3.12 on
        for character in text:
            total += self.widths[character]
        return total

    def printable(self, text: str) -> str:
        """Return what the font can print of a text; nothing if it lacks a letter or a number.

        Other characters that it lacks, such as emoji, are dropped: the text reads well without.
        """
        kept: list[str] = []
        for character in unicodedata.normalize("NFC", one_line(text)):
            if character in self.widths:
                kept.append(character)
            elif unicodedata.category(character) == "Pd":
                kept.append("-")
            elif _is_needed(character):
                return ""
        return one_line("".join(kept))


def _is_needed(character: str) -> bool:
    """Return whether a text cannot be read without a character: a letter, mark or number."""
    category = unicodedata.category(character)
    is_selector = ord(character) in _SELECTORS
    is_enclosing_mark = category == "Me"
    if is_selector or is_enclosing_mark:
        return False
    return category.startswith(("L", "M", "N"))
