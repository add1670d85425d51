"""What editors should look at next: claims, paragraphs and notes whose evidence is thin or old."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.evidence.support import is_low_only
from generator.evidence.verify import Quoted
from generator.facts.history import Calendar
from generator.links.segments import Block, Cite, LinkedProse, plain_words
from generator.notes.index import Index
from generator.notes.model import Note
from generator.schema.notes import Claim
from generator.schema.statements import walk
from generator.schema.values import Citation

KINDS = {
    "unsupported": "Claims without evidence",
    "low-only": "Claims that rest only on sources of low reliability",
    "stale": "Not checked since their sources changed, or for too long",
    "disputed": "Disputed claims",
    "unchecked-quotation": "Quotations that cannot be checked, for want of text or seal",
    "uncited": "Paragraphs without a source",
    "no-sources": "Notes without any source",
}
"""Every kind of task, the most pressing first, and what it is called."""
SHORTEST = 12
"""A paragraph of fewer words needs no source of its own."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to look at."""

    kind: str
    note: str
    text: str = ""
    """The claim, paragraph or quotation in plain words."""


def worklist(
    index: Index,
    prose: LinkedProse,
    quoted: Iterable[Quoted],
    calendar: Calendar | None,
) -> tuple[Task, ...]:
    """Return every task, by kind and note; what is old only if there is a calendar."""
    tasks = [
        task for note in index.notes.values() for task in _of_note(note, index, prose)
    ]
    by_path = {note.path: note.id for note in index.notes.values()}
    tasks += [
        Task("unchecked-quotation", by_path[item.path], item.text)
        for item in quoted
        if item.place is None and item.path in by_path
    ]
    if calendar:
        tasks += [
            task
            for note in index.notes.values()
            for task in _stale(note, index, calendar)
        ]
    rank = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(tasks, key=lambda task: (rank[task.kind], task.note)))


def counts(tasks: Iterable[Task]) -> Mapping[str, int]:
    """Return how many tasks of each kind there are."""
    found = Counter(task.kind for task in tasks)
    return {kind: found[kind] for kind in KINDS}


def _of_note(note: Note, index: Index, prose: LinkedProse) -> Iterator[Task]:
    for claim in note.fields.claims:
        yield from (Task(kind, note.id, claim.says) for kind in _marks(claim, index))
    cites = False
    for place, linked in prose[note.path].items():
        for block in linked.blocks:
            is_cited = any(isinstance(segment, Cite) for segment in block.segments)
            cites |= is_cited
            if place == note.body.at and not is_cited and _needs_source(block):
                yield Task("uncited", note.id, plain_words(block))
    if not cites and not any(walk(note.fields, Citation)):
        yield Task("no-sources", note.id)


def _marks(claim: Claim, index: Index) -> Iterator[str]:
    if not claim.for_ and not claim.against:
        yield "unsupported"
    elif is_low_only(claim, index):
        yield "low-only"
    if claim.verdict == "disputed":
        yield "disputed"


def _needs_source(block: Block) -> bool:
    return block.kind == "paragraph" and len(plain_words(block).split()) >= SHORTEST


def _stale(note: Note, index: Index, calendar: Calendar) -> Iterator[Task]:
    """Yield what is older than its sources' records, or than it may be."""
    checked, every = note.fields.checked, note.fields.check_every
    if checked and every and (calendar.today - date(*checked.latest)).days > every:
        yield Task("stale", note.id)
    for claim in note.fields.claims:
        when = claim.checked or checked
        if when and any(
            calendar.changed(source.path) > date(*when.latest)
            for citation in (*claim.for_, *claim.against)
            if (source := index.sources.get(citation.source))
        ):
            yield Task("stale", note.id, claim.says)
