"""What a writer may have missed: names without a note, near names, ambiguous or unused ones.

None of this is certain, so none is an error; only what is safe can be fixed automatically.
"""

from collections.abc import Collection
from dataclasses import dataclass

from generator.names.reading import Scanned, scan_document
from generator.names.vocabulary import Vocabulary
from generator.notes.index import Index
from generator.notes.relations import Relation
from generator.writing.common_names import suggest_fuller_names
from generator.writing.suggestions import Suggestion
from generator.writing.undecided_names import Fix, find_fixes, suggest_links
from generator.writing.unknown_names import suggest_names
from generator.writing.unmentioned_notes import suggest_mentions


@dataclass(frozen=True, slots=True)
class Suggested:
    """What writers may have missed, the most useful first, and which names are safe to link."""

    suggestions: tuple[Suggestion, ...]
    fixes: tuple[Fix, ...]


def suggest(
    index: Index,
    vocabulary: Vocabulary,
    relations: Collection[Relation],
) -> Suggested:
    """Read every note; return what its writer may have missed."""
    names, subjects = vocabulary.names, vocabulary.subjects
    read: list[Scanned] = []
    for note in index.notes.values():
        read += scan_document(note, index, vocabulary)
    suggestions = (
        *suggest_links(read, subjects),
        *suggest_names(read, index, names),
        *suggest_fuller_names(read, names),
        *suggest_mentions(index, read, relations),
    )
    return Suggested(suggestions, tuple(find_fixes(read, subjects)))
