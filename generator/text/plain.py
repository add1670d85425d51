"""Prose as plain words: without marks, cut to a length, counted."""

import re

from generator.text.markdown import one_line


def without_citations(prose: str) -> str:
    """Return prose as plain words: no citations, no marks of wikilinks or emphasis."""
    text = re.sub(r"\s*\[@[^\[\]]*\]", "", prose)
    text = re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", text)
    return re.sub(r"[*`]", "", text)


def shortened(prose: str, length: int) -> str:
    """Return prose in plain words on one line, cut at a word if it is longer than allowed."""
    plain = one_line(without_citations(prose))
    return plain if len(plain) <= length else plain[:length].rsplit(" ", 1)[0] + " …"


def counted(count: int, noun: str) -> str:
    """Return how many there are of something."""
    return f"{count} {noun}{'s' * (count != 1)}"
