"""Link the prose of every document of a site."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from generator.diagnostics import (
    Diagnostic,
    Position,
    did_you_mean,
    quoted,
    warning,
)
from generator.evidence.readings import Readings
from generator.links.addresses import Addresses
from generator.links.linked import Linked, LinkedTexts
from generator.links.policy import PagePolicy
from generator.links.text_linker import link_text
from generator.links.unread import unread_in_title
from generator.names.reading import Scanned, scan_document
from generator.names.vocabulary import Vocabulary
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.settings import Settings
from generator.text.normal import aligned, fold


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """The linked prose of one document."""

    texts: LinkedTexts
    words: tuple[str, ...]
    """The words of each text as they are compared with names."""
    problems: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Linker:
    """What linking needs to know of the site."""

    index: Index
    vocabulary: Vocabulary
    settings: Settings
    addresses: Addresses
    readings: Readings = field(default_factory=dict)

    def link(self, document: Note | Source) -> LinkedDocument:
        """Link all prose of a document, by position, as its policy says."""
        policy = self._policy(document)
        linked: dict[Position | None, Linked] = {}
        words: list[str] = []
        for scanned in scan_document(document, self.index, self.vocabulary):
            position = scanned.passage.text.at
            linked[position] = self._link_text(scanned, policy)
            words.append(aligned(scanned.shown.text).text)
        in_texts = chain.from_iterable(text.problems for text in linked.values())
        problems = [*unread_in_title(document, self.index), *in_texts]
        return LinkedDocument(linked, tuple(words), tuple(problems))

    def _link_text(self, scanned: Scanned, policy: PagePolicy) -> Linked:
        passage = scanned.passage
        place = passage.path, passage.text.at
        readings = self.readings.get(place, {})
        return link_text(scanned, policy, self.index, self.addresses, readings)

    def _policy(self, document: Note | Source) -> PagePolicy:
        fields = document.fields
        own_id = document.id if isinstance(document, Note) else ""
        return PagePolicy(
            own_id=own_id,
            link=fields.link or self.settings.link,
            max_links=self.settings.max_links,
            unlinked=fields.unlinked,
            subjects=self.vocabulary.subjects,
        )

    def check_unlinked(self, document: Note | Source) -> Iterator[Diagnostic]:
        """Report each entry of ``unlinked`` that is not a name or id of a note."""
        for position, name in enumerate(document.fields.unlinked):
            if self._is_known(name):
                continue
            message = f"unlinked: no note is called {quoted(name)}"
            hint = did_you_mean(name, self.index.known_names) or "Remove it."
            origin = document.origin(("unlinked", position))
            yield warning(origin, "unknown-note", message, hint)

    def _is_known(self, name: str) -> bool:
        """Say whether a note has this id, name or short name."""
        names = self.vocabulary.names
        if names.has(name) or self.index.candidates(name):
            return True
        return fold(name) in self._folded_names

    @cached_property
    def _folded_names(self) -> frozenset[str]:
        return frozenset(map(fold, self.vocabulary.names.holders))
