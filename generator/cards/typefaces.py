"""What a font can print, and how wide that is: read from its own tables.

Source: the OpenType specification: the tables cmap (format 4), head, hhea, hmtx and name.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from struct import unpack_from

from generator.text.markdown import one_line

_FAMILY, _WINDOWS, _BY_SEGMENTS = 1, 3, 4
_SELECTORS = range(0xFE00, 0xFE10)
"""They choose between forms of the sign before, and are no letters."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """One weight of a font."""

    family: str
    widths: Mapping[str, float]
    """How far each sign it has moves the pen, in its own size."""
    digest: bytes
    """Stands for the file: another font draws another picture of the same words."""

    def width(self, text: str) -> float:
        """Return how wide a line is, in the size of its letters; kerning is left out."""
        return sum(self.widths[sign] for sign in text)

    def printable(self, text: str) -> str:
        """Return what it can print of a text; nothing at all if it lacks a letter or a number.

        Signs that it lacks, such as emoji, are left out, since the text can be read without.
        """
        kept = []
        for sign in unicodedata.normalize("NFC", one_line(text)):
            category = unicodedata.category(sign)
            if sign in self.widths:
                kept.append(sign)
            elif category == "Pd":
                kept.append("-")
            elif (
                category[0] in "LMN"
                and ord(sign) not in _SELECTORS
                and category != "Me"
            ):
                return ""
        return one_line("".join(kept))


def parse_typeface(font: bytes) -> Typeface:
    """Read a TrueType font."""
    count = unpack_from(">H", font, 4)[0]
    records = (unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(count))
    tables = {
        tag.decode("ascii"): font[start : start + size]
        for tag, _, start, size in records
    }
    em = unpack_from(">H", tables["head"], 18)[0]
    measured = unpack_from(">H", tables["hhea"], 34)[0]
    advances = [
        unpack_from(">H", tables["hmtx"], 4 * glyph)[0] for glyph in range(measured)
    ]
    widths = {
        chr(code): advances[min(glyph, measured - 1)] / em
        for code, glyph in _glyphs(tables["cmap"])
    }
    return Typeface(_family(tables["name"]), widths, hashlib.sha256(font).digest())


def _glyphs(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Yield each code that the font has a glyph for, and which."""
    count = unpack_from(">H", cmap, 2)[0]
    starts = (unpack_from(">L", cmap, 4 + 8 * number + 4)[0] for number in range(count))
    table = next(
        cmap[at:] for at in starts if unpack_from(">H", cmap, at)[0] == _BY_SEGMENTS
    )
    size = unpack_from(">H", table, 6)[0]
    ends, begins, deltas, offsets = accumulate((14, size + 2, size, size))
    for at in range(0, size, 2):
        first, last = (
            unpack_from(">H", table, column + at)[0] for column in (begins, ends)
        )
        delta, offset = (
            unpack_from(">H", table, column + at)[0] for column in (deltas, offsets)
        )
        for code in range(first, min(last, 0xFFFE) + 1):
            place = offsets + at + offset + 2 * (code - first)
            glyph = unpack_from(">H", table, place)[0] if offset else code
            if glyph:
                yield code, (glyph + delta) % 0x10000


def _family(name: bytes) -> str:
    count, texts = unpack_from(">HH", name, 2)
    for number in range(count):
        platform, _, _, which, size, at = unpack_from(">6H", name, 6 + 12 * number)
        if (platform, which) == (_WINDOWS, _FAMILY):
            return name[texts + at : texts + at + size].decode("utf-16-be")
    return ""
