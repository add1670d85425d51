"""The notes a page mentions, and the boxes that explain the terms of an explainer."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from generator.links.linked import Linked, Mention
from generator.notes.model import Note, Term, Topic
from generator.pages.base.context import PageContext
from generator.pages.base.prose import BodyWriter, linked_text
from generator.text.markdown import Markdown, escape, joined
from generator.text.plain import plain
from generator.text.tree import Block, inlines_in

N = TypeVar("N", bound=Note)


def mentioned(page: PageContext, kind: type[N], document: Note) -> list[N]:
    """Return the notes of a kind that a document mentions, the first mentioned first."""
    body = linked_text(page, document, document.body)
    blocks = body.all_blocks
    if isinstance(document, Topic):
        answer = linked_text(page, document, document.fields.answer)
        blocks = (*answer.blocks, *blocks)
    return _mentioned_in(page, kind, document, blocks)


def _mentioned_in(
    page: PageContext, kind: type[N], document: Note, blocks: Iterable[Block]
) -> list[N]:
    found: dict[str, N] = {}
    for inline in inlines_in(blocks):
        if not isinstance(inline, Mention):
            continue
        note = page.note(inline.note)
        if isinstance(note, kind) and note is not document:
            found[note.id] = note
    return list(found.values())


def explained(page: PageContext, topic: Topic) -> Markdown:
    """Return the body of an explainer, each of its terms explained in a box.

    A box follows the paragraph or list that first uses the term. Terms of the answer that the
    body does not use are explained before it.
    """
    answer = linked_text(page, topic, topic.fields.answer)
    body = linked_text(page, topic, topic.body)
    terms_of_answer = _mentioned_in(page, Term, topic, answer.blocks)
    terms_of_body = _mentioned_in(page, Term, topic, body.blocks)
    early = [term for term in terms_of_answer if term not in terms_of_body]
    parts = [_box(page, term) for term in early]
    parts += _with_boxes(page, topic, body)
    return joined("\n\n", parts)


def _with_boxes(page: PageContext, topic: Topic, body: Linked) -> Iterator[str]:
    """Yield the Markdown of a body, with boxes between its blocks."""
    explained: set[str] = set()
    writer = BodyWriter(page, body)
    passage: list[Block] = []
    for block in body.blocks:
        passage.append(block)
        terms = _mentioned_in(page, Term, topic, [block])
        new = [term for term in terms if term.id not in explained]
        if not new:
            continue
        yield writer.blocks(passage)
        passage = []
        for term in new:
            explained.add(term.id)
            yield _box(page, term)
    yield writer.blocks(passage)
    yield writer.footnotes()


def _box(page: PageContext, term: Term) -> str:
    line = who(page, term)
    return f'<div class="term" markdown data-search-exclude="">\n\n{line}\n\n</div>'


def who(page: PageContext, note: Note) -> Markdown:
    """Return a link to a note, and its summary on a line below."""
    link = page.link(note)
    summary = plain(note.fields.summary)
    if not summary:
        return link
    text = escape(summary)
    return Markdown(f"{link}<br>{text}")
