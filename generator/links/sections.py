"""The sections of notes that links may lead to."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape

from generator.diagnostics import Diagnostic, Origin, did_you_mean, quoted
from generator.known_words import KnownWords
from generator.notes.model import Note, Source
from generator.text.anchors import TOP, Section, sections_of, slug
from generator.text.reader import read

_MAX_SHOWN = 3
_NUMBERED = re.compile(r"(?P<slug>.+)-(?P<repeats>[1-9]\d{0,2})")
"""The anchor of the second of two sections with the same title, as GitHub has it: ``title-1``."""


def sections(document: Note | Source) -> tuple[Section, ...]:
    """Return the sections of a note; a source's page has none that a writer made."""
    if isinstance(document, Source):
        return ()
    return tuple(sections_of(read(document.body)))


def find_anchor(document: Note | Source, title: str) -> str | None:
    """Return the anchor of the section that a title or an anchor means, if there is one.

    The title of a note leads to its beginning, the number of a source's paragraph to this.
    """
    if isinstance(document, Source) and title in document.paragraphs:
        return title
    anchors = [section.anchor for section in sections(document)]
    wanted = slug(unescape(title))
    for anchor in (title, wanted, _second(wanted)):
        if anchor in anchors:
            return anchor
    if wanted == slug(document.title):
        return TOP
    return None


def _second(anchor: str) -> str:
    """Return an anchor as ours if it is numbered as on GitHub."""
    numbered = _NUMBERED.fullmatch(anchor)
    if not numbered:
        return anchor
    number = int(numbered["repeats"]) + 1
    return f"{numbered['slug']}.{number}"


def _titles(document: Note | Source) -> Iterable[str]:
    if isinstance(document, Source):
        return document.paragraphs
    return (section.title for section in sections(document))


def _list(titles: Sequence[str]) -> str:
    if not titles:
        return "It has no sections: link to the page itself."
    shown = ", ".join(map(quoted, titles[:_MAX_SHOWN]))
    if len(titles) > _MAX_SHOWN:
        shown = f"{shown}, …"
    return f"It has {shown}."


@lru_cache(maxsize=8)
def _known_titles(titles: tuple[str, ...]) -> KnownWords:
    return KnownWords.of(titles)


def unknown_section(document: Note | Source, title: str, origin: Origin) -> Diagnostic:
    """Report a section that a note does not have."""
    message = f"{quoted(document.title)} has no section {quoted(title)}"
    titles = tuple(dict.fromkeys(_titles(document)))
    hint = did_you_mean(title, _known_titles(titles)) or _list(titles)
    return Diagnostic(origin, "unknown-section", message, hint)
