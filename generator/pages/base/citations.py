"""The citations of one page: the sources it cites, their numbers, and where each is cited."""

from dataclasses import dataclass, field, replace
from string import ascii_lowercase

from generator.notes.model import Source


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that a page cites."""

    number: int
    source: Source
    marks: tuple[str, ...] = ()
    """The paragraph that each mark in the text cites; empty for the whole source."""
    unmarked: tuple[str, ...] = ()
    """The paragraphs that the page as a whole rests on."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One citation in the text of a page."""

    number: int
    """The number of the source."""
    occurrence: int
    """Counts the marks that cite this source, from 1."""


@dataclass(slots=True)
class Citations:
    """Numbers the sources of a page in the order in which they are first cited.

    This is the only value of a page that changes while the page is rendered,
    so a page is rendered in reading order.
    """

    _by_source: dict[str, CitedSource] = field(default_factory=dict)

    def mark(self, source: Source, paragraph: str) -> Mark:
        """Count one more mark in the text, and return its number."""
        cited = self._numbered(source)
        marks = (*cited.marks, paragraph)
        self._by_source[source.id] = replace(cited, marks=marks)
        occurrence = len(marks)
        return Mark(cited.number, occurrence)

    def add_unmarked(self, source: Source, paragraph: str) -> None:
        """Count a source that the page as a whole rests on."""
        cited = self._numbered(source)
        unmarked = (*cited.unmarked, paragraph)
        self._by_source[source.id] = replace(cited, unmarked=unmarked)

    def _numbered(self, source: Source) -> CitedSource:
        """Return what is cited of a source; one that is new has the next number."""
        cited = self._by_source.get(source.id)
        if cited is None:
            number = len(self._by_source) + 1
            return CitedSource(number, source)
        return cited

    def so_far(self) -> tuple[CitedSource, ...]:
        """Return what is cited so far, in the order of the numbers."""
        return tuple(self._by_source.values())

    def sources(self) -> tuple[Source, ...]:
        """Return the sources cited so far, in the order of their numbers."""
        cited = self._by_source.values()
        return tuple(item.source for item in cited)


def pilcrow(paragraph: str) -> str:
    """Return the number of a paragraph as readers see it: ``¶3`` for ``p3``."""
    number = paragraph.removeprefix("p")
    return f"¶{number}"


def letters_of(number: int) -> str:
    """Return a, b, … z, aa, ab, … for 1, 2, …."""
    before, last = divmod(number - 1, len(ascii_lowercase))
    letter = ascii_lowercase[last]
    if before:
        return letters_of(before) + letter
    return letter
