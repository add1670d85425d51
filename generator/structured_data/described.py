"""A page as the structured data describes it."""

from dataclasses import dataclass

from generator.cards.layout import Card
from generator.facts.page_addresses import browser_address
from generator.facts.site import Site
from generator.notes.model import Note, Source


@dataclass(frozen=True, slots=True)
class DescribedPage:
    """A finished page: where it is, what it is about, and what it cites."""

    site: Site
    path: str
    document: Note | Source | None = None
    card: Card | None = None
    """The picture shown where the page's address is posted."""
    cited: tuple[Source, ...] = ()
    """The sources the page cites, in the order of their numbers."""

    def address(self, path: str) -> str:
        """Return the relative address of another page as browsers resolve it."""
        return browser_address(path, self.path)
