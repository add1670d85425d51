"""Look for words in what a record has of its source: the text, or the seal of the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.notes.model import Source
from generator.quotes.seals import WINDOW_WORDS, Hasher, find_sealed
from generator.quotes.words import Location, find_words
from generator.text.plain import plain


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Where words occur in a source, or else which of them do."""

    places: Sequence[Location]
    longest_run: range = range(0)
    """The words of the longest stretch that occurs, if only a seal can tell."""


def has_text(source: Source) -> bool:
    """Say whether the record contains the text itself."""
    if source.fields.rights != "open":
        return False
    return bool(source.paragraphs)


def words_by_paragraph(source: Source) -> Mapping[str, str]:
    """Map each paragraph of a source to its words as readers see them."""
    return {id_: plain(text) for id_, text in source.paragraphs.items()}


def is_checkable(source: Source, wanted: Sequence[str]) -> bool:
    """Say whether the record can tell if words occur; a seal cannot for only a few."""
    if has_text(source):
        return True
    return source.seal is not None and len(wanted) >= WINDOW_WORDS


def search(wanted: Sequence[str], source: Source, hasher: Hasher) -> SearchResult:
    """Look for a run of words in a source that is checkable."""
    if has_text(source):
        places = find_words(wanted, words_by_paragraph(source))
        return SearchResult(places)
    assert source.seal  # noqa: S101 - otherwise it is not checkable
    places, longest_run = find_sealed(wanted, source.seal, hasher)
    return SearchResult(places, longest_run)
