"""The page that is being rendered, and the links that lead from it."""

from dataclasses import dataclass, field
from typing import TypeVar

from generator.cards.layout import Card
from generator.facts.page_addresses import browser_address, link_address
from generator.facts.site import Site, page_path
from generator.notes.model import Note, Source
from generator.pages.base.citations import Citations
from generator.pages.base.grouping import by_title
from generator.schema.values import Reference
from generator.text.markdown import Markdown, escape, link

N = TypeVar("N", bound=Note)


@dataclass(frozen=True, slots=True)
class PageContext:
    """Where a page is, and what it is about."""

    site: Site
    path: str
    """The path of the page inside docs_dir."""
    document: Note | Source | None = None
    """The note or source the page is about; None for a list."""
    card: Card | None = None
    """The picture shown where the page's address is posted."""
    citations: Citations = field(default_factory=Citations)
    """The sources cited so far."""

    def to(self, path: str) -> Markdown:
        """Return the relative address of another page, for a Markdown link."""
        return link_address(path, self.path)

    def address(self, path: str) -> str:
        """Return the relative address of another page, for raw HTML."""
        return browser_address(path, self.path)

    def link(self, document: Note | Source, text: str = "") -> Markdown:
        """Return a link to a note or source, on its title unless a text is given."""
        words = escape(text or document.title)
        address = self.to(page_path(document))
        return link(words, address)

    def name(self, reference: Reference) -> Markdown:
        """Return a link to the note a field names, or plain text if it has no other page."""
        note = self.site.index.resolve(reference, reference.folders)
        if note is None:
            return escape(reference)
        if note is self.document:
            return escape(note.title)
        if reference == note.id:
            return self.link(note)
        return self.link(note, reference)

    def note(self, id_: str) -> Note:
        """Return a note by its id."""
        notes = self.site.index.notes
        return notes[id_]

    def of_kind(self, kind: type[N]) -> list[N]:
        """Return every note of a kind, in order of title."""
        notes = self.site.index.of_kind(kind)
        return by_title(notes)
