"""What editors should look at next, and how much is quoted from each source."""

from collections import defaultdict
from collections.abc import Sequence

from generator.evidence.budgets import budgets
from generator.evidence.verify import Quoted
from generator.facts.review_queue import TASK_KINDS, Task
from generator.notes.model import Source
from generator.pages.context import PageContext
from generator.text.markdown import Markdown, escape
from generator.text.plain import without_citations


def tasks(page: PageContext) -> list[tuple[str, list[Task]]]:
    """Return the tasks of editors, by the name of their kind."""
    by_kind: defaultdict[str, list[Task]] = defaultdict(list)
    for item in page.site.evidence.tasks:
        by_kind[item.kind].append(item)
    return [
        (name, by_kind[kind]) for kind, name in TASK_KINDS.items() if kind in by_kind
    ]


def task(page: PageContext, item: Task) -> Markdown:
    """Return the line of a task: the note, and the text in question."""
    link = page.link(page.note(item.note))
    text = without_citations(item.text)
    return Markdown(f"{link}: {escape(text)}") if text else link


def how_much_is_quoted(page: PageContext) -> str:
    """Return how many words of this source the site quotes."""
    if page.document is None:
        return ""
    quoted = _quoted_by_source(page).get(page.document.id, [])
    words, total = _words_quoted(page, quoted)
    if total:
        return f"{words} of {total} words"
    return f"{words} words" if words else ""


def ledger(page: PageContext) -> list[tuple[Source, str, list[Quoted]]]:
    """Return every source that is quoted, how much of it, and each quotation once."""
    found = []
    for id_, quoted in sorted(_quoted_by_source(page).items()):
        source = page.site.index.sources[id_]
        once = {(item.path, item.text): item for item in quoted}
        found.append((source, _amount(page, quoted), list(once.values())))
    return found


def _quoted_by_source(page: PageContext) -> dict[str, list[Quoted]]:
    by_source: defaultdict[str, list[Quoted]] = defaultdict(list)
    for item in page.site.evidence.quoted:
        by_source[item.source].append(item)
    return by_source


def _amount(page: PageContext, quoted: Sequence[Quoted]) -> str:
    words, total = _words_quoted(page, quoted)
    if not words:
        return "open, so nothing is counted"
    if not total:
        return f"{words} words"
    percent = 100 * words / total
    return f"{words} words of {total} ({percent:.1f} %)"


def _words_quoted(page: PageContext, quoted: Sequence[Quoted]) -> tuple[int, int]:
    """Return how many words of one source are quoted, and how many it has, if known."""
    for words, total, _ in budgets(page.site.index, quoted).values():
        return words, total
    return 0, 0


def quotation(page: PageContext, item: Quoted) -> Markdown:
    """Return the line of a quotation: the words, their paragraph, and who quotes them."""
    pin = f", ¶{item.place.paragraph[1:]}" if item.place else ", not checked"
    return Markdown(f'"{escape(item.text)}"{pin}{_by(page, item)}')


def _by(page: PageContext, item: Quoted) -> str:
    for note in page.site.index.notes.values():
        if note.path == item.path:
            return f", quoted by {page.link(note)}"
    return ", as a correction"
