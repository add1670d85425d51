"""The anchors of sections: what leads to a heading, in any script."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from generator.text.plain import words_of
from generator.text.reader import Reading
from generator.text.tree import Heading, headings_of

OURS = "_"
"""Begins the anchors of our own sections; no writer's begins with it."""
TOP = f"{OURS}top"
"""The anchor of the title of a page."""
_GAPS = re.compile(r"[\s-]+")
_KEPT = frozenset("LMN")
"""Categories of the characters that anchors keep: letters, their marks, digits."""
_DIGEST_LETTERS = 8


class Section(NamedTuple):
    """A section of a text."""

    title: str
    """The words of its heading."""
    anchor: str
    heading: Heading


def slug(title: str) -> str:
    """Return the anchor of a heading, made of its words alone: ``rd`` for ``R&D``.

    Letters of every script are kept. A title without letters has the digest of its signs.
    """
    composed = unicodedata.normalize("NFC", title).lower()
    kept = "".join(filter(_is_kept, composed))
    # What is left out may have been between a letter and its mark.
    recomposed = unicodedata.normalize("NFC", kept)
    anchor = _GAPS.sub("-", recomposed.strip()).strip("-")
    if anchor:
        return anchor
    digest = sha256(title.encode()).hexdigest()
    return f"section-{digest[:_DIGEST_LETTERS]}"


def _is_kept(character: str) -> bool:
    is_gap = character.isspace() or character == "-"
    return is_gap or unicodedata.category(character)[0] in _KEPT


def our_anchor(title: str) -> str:
    """Return the anchor of a section that the generator writes."""
    return OURS + slug(title)


def sections_of(reading: Reading) -> Iterator[Section]:
    """Yield the sections of a text: its headings that have words.

    The anchor of the second of a title ends in ``.2``, which no slug does.
    """
    counts: Counter[str] = Counter()
    for heading in headings_of(reading.all_blocks):
        title = words_of(heading.inlines)
        if not title:
            continue
        anchor = slug(title)
        counts[anchor] += 1
        if counts[anchor] > 1:
            anchor = f"{anchor}.{counts[anchor]}"
        yield Section(title, anchor, heading)
