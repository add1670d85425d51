"""A document's texts as they are read for names: their words, and whom they mention."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.names.mentions import find_mentions
from generator.names.profiles import context_of
from generator.names.resolve import Mention
from generator.names.vocabulary import Vocabulary
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.notes.passages import Passage, passages
from generator.text.shown import Shown


@dataclass(frozen=True, slots=True)
class Scanned:
    """One text of a document, and the names found in it."""

    document: Note | Source
    passage: Passage
    shown: Shown
    """Its words."""
    mentions: tuple[Mention, ...]
    """The names, with their offsets in the words."""


def scan_document(
    document: Note | Source, index: Index, vocabulary: Vocabulary
) -> Iterator[Scanned]:
    """Yield every text of a document with its mentions; fields know whom the body names."""
    page = context_of(document, index)
    for passage in passages(document):
        shown = passage.shown
        found = find_mentions(shown.text, shown.spans, vocabulary, page)
        mentions = tuple(found)
        if passage.is_body:
            page = replace(page, named=_named_in_full(mentions))
        yield Scanned(document, passage, shown, mentions)


def _named_in_full(mentions: tuple[Mention, ...]) -> frozenset[str]:
    return frozenset(mention.note for mention in mentions if mention.step == "unique")
