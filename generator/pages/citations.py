"""The citations of one page: the sources it cites, their numbers, and where each is cited."""

from dataclasses import dataclass, field, replace

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
        cited = self._cited(source)
        marks = (*cited.marks, paragraph)
        self._by_source[source.id] = replace(cited, marks=marks)
        return Mark(cited.number, len(marks))

    def add_unmarked(self, source: Source, paragraph: str) -> None:
        """Count a source that the page as a whole rests on."""
        cited = self._cited(source)
        unmarked = (*cited.unmarked, paragraph)
        self._by_source[source.id] = replace(cited, unmarked=unmarked)

    def so_far(self) -> tuple[CitedSource, ...]:
        """Return the sources cited so far, in the order of their numbers."""
        return tuple(self._by_source.values())

    def _cited(self, source: Source) -> CitedSource:
        next_number = len(self._by_source) + 1
        return self._by_source.get(source.id) or CitedSource(next_number, source)
