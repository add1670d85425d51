"""What editors should review, and how much is quoted from each source."""

from collections import defaultdict
from collections.abc import Sequence

from generator.evidence.budgets import budgets
from generator.evidence.verify import Quoted
from generator.facts.review_queue import TASK_KINDS, Task
from generator.notes.model import Source
from generator.pages.base.citations import pilcrow
from generator.pages.base.context import PageContext
from generator.text.markdown import Markdown, escape
from generator.text.plain import plain


def tasks(page: PageContext) -> list[tuple[str, list[Task]]]:
    """Return the tasks of editors, by the name of their kind."""
    by_kind: defaultdict[str, list[Task]] = defaultdict(list)
    for item in page.site.evidence.tasks:
        by_kind[item.kind].append(item)
    found = []
    for kind, name in TASK_KINDS.items():
        of_kind = by_kind[kind]
        if of_kind:
            group = (name, of_kind)
            found.append(group)
    return found


def task(page: PageContext, item: Task) -> Markdown:
    """Return the line of a task: the note, and the text in question."""
    note = page.note(item.note)
    link = page.link(note)
    text = plain(item.text)
    if not text:
        return link
    return Markdown(f"{link}: {escape(text)}")


def how_much_is_quoted(page: PageContext) -> str:
    """Return how many words of this source the site quotes."""
    if page.document is None:
        return ""
    quoted = _quoted_by_source(page).get(page.document.id, [])
    words, total = _words_quoted(page, quoted)
    if total:
        return f"{words} of {total} words"
    if words:
        return f"{words} words"
    return ""


def ledger(page: PageContext) -> list[tuple[Source, str, list[Quoted]]]:
    """Return every source that is quoted, how much of it, and each quotation once."""
    found = []
    for id_, quoted in sorted(_quoted_by_source(page).items()):
        source = page.site.index.sources[id_]
        amount = _amount(page, quoted)
        once = {(item.path, item.text): item for item in quoted}
        row = (source, amount, list(once.values()))
        found.append(row)
    return found


def _quoted_by_source(page: PageContext) -> dict[str, list[Quoted]]:
    by_source: defaultdict[str, list[Quoted]] = defaultdict(list)
    for item in page.site.evidence.quoted:
        by_source[item.source].append(item)
    return by_source


def _amount(page: PageContext, quoted: Sequence[Quoted]) -> str:
    words, total = _words_quoted(page, quoted)
    if not words:
        return "open, so not limited"
    if not total:
        return f"{words} words"
    percent = 100 * words / total
    return f"{words} words of {total} ({percent:.1f}%)"


def _words_quoted(page: PageContext, quoted: Sequence[Quoted]) -> tuple[int, int]:
    """Return how many words of one source are quoted, and how many it has, if known."""
    for words, total, _ in budgets(page.site.index, quoted).values():
        return words, total
    return 0, 0


def quotation(page: PageContext, item: Quoted) -> Markdown:
    """Return the line of a quotation: the words, their paragraph, and who quotes them."""
    words = escape(item.text)
    paragraph = "not checked"
    if item.place:
        paragraph = pilcrow(item.place.paragraph)
    by = _by(page, item)
    return Markdown(f'"{words}", {paragraph}, {by}')


def _by(page: PageContext, item: Quoted) -> str:
    for note in page.site.index.notes.values():
        if note.path == item.path:
            link = page.link(note)
            return f"quoted by {link}"
    return "as a correction"
