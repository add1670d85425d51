"""What functions may ask about all documents while they work on one of them."""

from dataclasses import dataclass, replace
from typing import Self, cast

from generator.incremental.memo import IsStale
from generator.incremental.outlines import outline
from generator.incremental.vocabulary_changes import changed_forms
from generator.incremental.watched import Read, Reads, Watched, changed_reads
from generator.links.addresses import Addresses
from generator.links.linker import LinkedDocument, Linker
from generator.notes.index import Index
from generator.notes.references import ReferenceChecker


@dataclass(frozen=True, slots=True)
class Documents:
    """All notes and sources, with everything that is known of them."""

    index: Index
    references: ReferenceChecker

    @classmethod
    def of(cls, index: Index) -> Self:
        """Return the documents of an index."""
        return cls(index, ReferenceChecker(index))

    def watched(self, reads: set[Read]) -> Self:
        """Return the same, noting what is asked of it."""
        return self.of(_watched_index(self.index, reads))

    def stale_since(self, before: Self) -> IsStale:
        """Return what tells whether a result from before might be another one now."""
        one, other = before.index, self.index
        changed = (
            changed_reads("notes", one.notes, other.notes)
            | changed_reads("sources", one.sources, other.sources)
            | changed_reads("drafts", one.drafts, other.drafts)
            | changed_reads("owners", one.owners, other.owners)
        )

        def is_stale(reads: Reads, result: object) -> bool:
            del result
            return not reads.isdisjoint(changed)

        return is_stale


@dataclass(frozen=True, slots=True)
class Outlines:
    """What the links of one document may depend on: names, and the outlines of the others."""

    linker: Linker

    def watched(self, reads: set[Read]) -> Self:
        """Return the same, noting what is asked of it; names are compared with the text."""
        linker = self.linker
        return replace(
            self,
            linker=replace(
                linker,
                index=_watched_index(linker.index, reads),
                addresses=_watched_addresses(linker.addresses, reads),
                readings=Watched("readings", linker.readings, reads),
            ),
        )

    def stale_since(self, before: Self) -> IsStale:
        """Return what tells whether a result from before might be another one now."""
        one, other = before.linker, self.linker
        changed = (
            _changed_outlines(one.index, other.index)
            | _changed_addresses(one.addresses, other.addresses)
            | changed_reads("readings", one.readings, other.readings)
        )
        forms = changed_forms(one.vocabulary, other.vocabulary)
        is_set_otherwise = one.settings != other.settings

        def is_stale(reads: Reads, result: object) -> bool:
            if is_set_otherwise or not reads.isdisjoint(changed):
                return True
            texts = cast("LinkedDocument", result).words
            return any(form in text for text in texts for form in forms)

        return is_stale


def _watched_index(index: Index, reads: set[Read]) -> Index:
    return Index(
        notes=Watched("notes", index.notes, reads),
        sources=Watched("sources", index.sources, reads),
        drafts=Watched("drafts", index.drafts, reads),
        owners=Watched("owners", index.owners, reads),
    )


def _changed_outlines(one: Index, other: Index) -> Reads:
    return (
        changed_reads("notes", one.notes, other.notes, outline)
        | changed_reads("sources", one.sources, other.sources, outline)
        | changed_reads("drafts", one.drafts, other.drafts, outline)
        | changed_reads("owners", one.owners, other.owners)
    )


def _watched_addresses(addresses: Addresses, reads: set[Read]) -> Addresses:
    return Addresses(
        documents=Watched("documents", addresses.documents, reads),
        drafts=Watched("paths of drafts", dict.fromkeys(addresses.drafts), reads),
        others=Watched("paths of others", dict.fromkeys(addresses.others), reads),
    )


def _changed_addresses(one: Addresses, other: Addresses) -> Reads:
    before, after = dict.fromkeys(one.drafts), dict.fromkeys(other.drafts)
    others_before, others_after = dict.fromkeys(one.others), dict.fromkeys(other.others)
    return (
        changed_reads("documents", one.documents, other.documents, outline)
        | changed_reads("paths of drafts", before, after)
        | changed_reads("paths of others", others_before, others_after)
    )
