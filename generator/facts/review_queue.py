"""What editors should review: claims, paragraphs and notes with weak or outdated evidence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.evidence.support import is_low_only
from generator.evidence.verify import Quoted
from generator.facts.history import Calendar
from generator.links.linked import Cite, LinkedTexts
from generator.notes.index import Index
from generator.notes.model import Note
from generator.schema.notes import Claim
from generator.schema.statements import walk
from generator.schema.values import Citation
from generator.text.plain import words_of
from generator.text.tree import Block, BlockQuote, List, Paragraph, inlines_in, lines_of

TaskKind = Literal[
    "unsupported",
    "low-only",
    "stale",
    "disputed",
    "unchecked-quotation",
    "uncited",
    "no-sources",
]
TASK_KINDS: Mapping[TaskKind, str] = {
    "unsupported": "Claims without evidence",
    "low-only": "Claims based only on sources of low reliability",
    "stale": "Not checked since a source changed, or overdue",
    "disputed": "Disputed claims",
    "unchecked-quotation": "Quotations that cannot be checked, without text or seal",
    "uncited": "Paragraphs without a source",
    "no-sources": "Notes without any source",
}
"""Every kind of task, the most urgent first, and its name."""
MIN_WORDS = 12
"""A paragraph needs a source if it has at least this many words."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to review."""

    kind: TaskKind
    note: str
    text: str = ""
    """The claim, paragraph or quotation in plain words."""


def find_tasks(
    note: Note, texts: LinkedTexts, index: Index, calendar: Calendar | None
) -> Iterator[Task]:
    """Yield what to review in a note; without a calendar, nothing counts as overdue."""
    yield from _weak_claims(note, index)
    yield from _missing_citations(note, texts)
    if calendar:
        yield from _stale(note, index, calendar)


def all_tasks(
    index: Index, quoted: Iterable[Quoted], of_notes: Iterable[Task]
) -> tuple[Task, ...]:
    """Return every task, by kind, the most urgent first, and by note.

    Args:
        index: The notes.
        quoted: Every quotation; those that could not be checked are tasks.
        of_notes: The tasks found in the notes themselves.
    """
    urgency = {kind: rank for rank, kind in enumerate(TASK_KINDS)}
    tasks = [*_unchecked_quotations(index, quoted), *of_notes]
    tasks.sort(key=lambda task: (urgency[task.kind], task.note))
    return tuple(tasks)


def count_tasks(tasks: Iterable[Task]) -> Mapping[TaskKind, int]:
    """Return the number of tasks of each kind."""
    counts = dict.fromkeys(TASK_KINDS, 0)
    for task in tasks:
        counts[task.kind] += 1
    return counts


def _unchecked_quotations(index: Index, quoted: Iterable[Quoted]) -> Iterator[Task]:
    ids = {note.path: note.id for note in index.notes.values()}
    for item in quoted:
        note = ids.get(item.path)
        if note and item.place is None:
            yield Task(
                kind="unchecked-quotation",
                note=note,
                text=item.text,
            )


def _weak_claims(note: Note, index: Index) -> Iterator[Task]:
    for claim in note.fields.claims:
        for kind in _weaknesses(claim, index):
            yield Task(
                kind=kind,
                note=note.id,
                text=claim.says,
            )


def _weaknesses(claim: Claim, index: Index) -> Iterator[TaskKind]:
    if not claim.for_ and not claim.against:
        yield "unsupported"
    elif is_low_only(claim, index):
        yield "low-only"
    if claim.verdict == "disputed":
        yield "disputed"


def _missing_citations(note: Note, texts: LinkedTexts) -> Iterator[Task]:
    """Yield long paragraphs of a body that cite nothing, or the note if all of it cites nothing."""
    body = texts[note.body.at]
    for block in body.blocks:
        is_prose = isinstance(block, Paragraph | List | BlockQuote)
        if is_prose and not _has_citation([block]):
            text = _words(block)
            word_count = len(text.split())
            if word_count >= MIN_WORDS:
                yield Task(
                    kind="uncited",
                    note=note.id,
                    text=text,
                )
    if not _cites_anything(note, texts):
        yield Task("no-sources", note.id)


def _words(block: Block) -> str:
    """Return the words of a block on one line."""
    lines = [words_of(line.inlines) for line in lines_of([block])]
    return " ".join(lines)


def _cites_anything(note: Note, texts: LinkedTexts) -> bool:
    """Say whether a note cites a source in its fields or its prose."""
    if any(walk(note.fields, Citation)):
        return True
    return any(_has_citation(text.all_blocks) for text in texts.values())


def _has_citation(blocks: Iterable[Block]) -> bool:
    return any(isinstance(inline, Cite) for inline in inlines_in(blocks))


def _stale(note: Note, index: Index, calendar: Calendar) -> Iterator[Task]:
    """Yield the note, if it is overdue, and each claim with a source that changed since."""
    fields = note.fields
    checked = fields.checked
    if checked and fields.check_every:
        age = calendar.today - date(*checked.latest)
        if age.days > fields.check_every:
            yield Task("stale", note.id)
    for claim in fields.claims:
        claim_checked = claim.checked or checked
        if claim_checked:
            last_change = _last_change(claim, index, calendar)
            if last_change > date(*claim_checked.latest):
                yield Task(
                    kind="stale",
                    note=note.id,
                    text=claim.says,
                )


def _last_change(claim: Claim, index: Index, calendar: Calendar) -> date:
    """Return the day on which a source of a claim was last changed, if that is known."""
    last = date.min
    for citation in (*claim.for_, *claim.against):
        source = index.sources.get(citation.source)
        if source:
            changed = calendar.changed(source.path)
            last = max(last, changed)
    return last
