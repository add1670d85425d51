"""Notes that no other note mentions."""

from collections.abc import Iterable, Iterator

from generator.links.wikilinks import read_target
from generator.names.reading import Scanned
from generator.notes.index import Index
from generator.notes.model import Event, Note, Topic
from generator.notes.relations import Relation
from generator.text.tree import Wikilink, inlines_in
from generator.writing.suggestions import Occurrence, Suggestion


def suggest_mentions(
    index: Index, read: Iterable[Scanned], relations: Iterable[Relation]
) -> Iterator[Suggestion]:
    """Suggest a mention of each note that neither prose nor a field names, nor a timeline shows."""
    in_fields = _named_in_fields(index, relations)
    in_prose = _named_in_prose(index, read)
    named = {*in_fields, *in_prose}
    for id_, note in index.notes.items():
        is_topic = isinstance(note, Topic)
        if id_ not in named and not is_topic:
            yield _mention_of(note)


def _mention_of(note: Note) -> Suggestion:
    place = Occurrence(note.origin(), note.title)
    return Suggestion(
        kind="unmentioned-note",
        name=note.title,
        what="is not mentioned on any page",
        remedy="Mention it where it matters, or relate a note to it with a field.",
        places=(place,),
    )


def _named_in_fields(index: Index, relations: Iterable[Relation]) -> Iterator[str]:
    """Yield each note that a field names, and each event that the timeline of a note shows."""
    for relation in relations:
        yield relation.target
        if isinstance(index.notes[relation.note], Event):
            yield relation.note


def _named_in_prose(index: Index, read: Iterable[Scanned]) -> Iterator[str]:
    """Yield each note that another one mentions, or a wikilink names."""
    for text in read:
        for mention in text.mentions:
            if mention.note != text.document.id:
                yield mention.note
        for inline in inlines_in(text.passage.reading.all_blocks):
            if isinstance(inline, Wikilink):
                target = read_target(inline, index)
                note = target.note(index, None)
                if note:
                    yield note.id
