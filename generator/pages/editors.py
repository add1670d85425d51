"""The lines for editors: what to look at next, and what is quoted of whom."""

from generator.evidence.budgets import budgets
from generator.evidence.verify import Quoted
from generator.facts.review_queue import TASK_KINDS, Task
from generator.notes.model import Source
from generator.pages.context import Writer
from generator.text.markdown import Markdown, escape
from generator.text.plain import without_citations


def how_much_is_quoted(page: Writer) -> str:
    """Return how many of this source's words these pages quote."""
    quoted_here = [
        item
        for item in page.site.evidence.quoted
        if item.source == getattr(page.document, "id", "")
    ]
    used = budgets(page.site.index, quoted_here)
    words, total, _ = next(iter(used.values()), (0, 0, None))
    return f"{words} of {total} words" if total else f"{words} words" if words else ""


def task(page: Writer, item: Task) -> Markdown:
    """Return the line of something editors should look at: the note, and what in it."""
    shown = without_citations(item.text)
    return Markdown(
        f"{page.link(page.note(item.note))}{f': {escape(shown)}' if shown else ''}"
    )


def tasks(page: Writer) -> list[tuple[str, list[Task]]]:
    """Return what editors should look at, by what it is called."""
    found = [
        (name, [item for item in page.site.evidence.tasks if item.kind == kind])
        for kind, name in TASK_KINDS.items()
    ]
    return [(name, items) for name, items in found if items]


def ledger(page: Writer) -> list[tuple[Source, str, list[Quoted]]]:
    """Return every source that is quoted, how much of it, and each quotation once."""
    used = budgets(page.site.index, page.site.evidence.quoted)
    found = []
    for id_ in sorted({item.source for item in page.site.evidence.quoted}):
        source = page.site.index.sources[id_]
        words, total, _ = used.get(id_, (0, 0, None))
        share = f" of {total} ({100 * words / total:.1f} %)" if total else ""
        own = [item for item in page.site.evidence.quoted if item.source == id_]
        once = list({(item.path, item.text): item for item in own}.values())
        amount = f"{words} words{share}" if words else "open, so nothing is counted"
        found.append((source, amount, once))
    return found


def quotation(page: Writer, item: Quoted) -> Markdown:
    """Return the line of a quotation: the words, where they stand, who quotes them."""
    pin = f", ¶{item.place.paragraph[1:]}" if item.place else ", not checked"
    notes = {note.path: note for note in page.site.index.notes.values()}
    note = notes.get(item.path)
    by = f", quoted by {page.link(note)}" if note else ", as a correction"
    return Markdown(f'"{escape(item.text)}"{pin}{by}')
