"""Prose as plain words: without Markdown, cut to a length, counted."""

import re

from generator.text.markdown import one_line

_CITATION = re.compile(r"\s*\[@[^\[\]]*\]")
_WIKILINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?(?P<shown>[^\[\]|]*)\]\]")
_EMPHASIS_OR_CODE = re.compile(r"[*`]")


def without_citations(prose: str) -> str:
    """Return prose as plain words, without citations or the marks of wikilinks and emphasis."""
    text = _CITATION.sub("", prose)
    text = _WIKILINK.sub(r"\g<shown>", text)
    return _EMPHASIS_OR_CODE.sub("", text)


def shortened(prose: str, length: int) -> str:
    """Return prose in plain words on one line, cut at a word if it is longer than allowed."""
    prose = without_citations(prose)
    plain = one_line(prose)
    if len(plain) <= length:
        return plain
    cut = plain[:length].rsplit(" ", maxsplit=1)
    return f"{cut[0]} …"


def counted(count: int, noun: str) -> str:
    """Return a number of things in words: ``3 sources``."""
    if count == 1:
        return f"{count} {noun}"
    return f"{count} {noun}s"
