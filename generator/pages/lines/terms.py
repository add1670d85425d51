"""The notes a page mentions, and the boxes that explain the terms of an explainer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from generator.links.segments import Block, Link
from generator.notes.model import Note, Term, Topic
from generator.pages.base.context import PageContext
from generator.pages.base.prose import blocks_of, linked
from generator.text.markdown import Markdown, escape, joined
from generator.text.plain import without_citations

N = TypeVar("N", bound=Note)

_CONTINUES = re.compile(r"[ \t]|[-+*>:|][ \t]|\d+[.)][ \t]")
"""Begins a block that belongs to the one before it, such as the next item of a list."""


def mentioned(page: PageContext, kind: type[N], document: Note) -> list[N]:
    """Return the notes of a kind that a document mentions, the first mentioned first."""
    blocks = blocks_of(page, document, document.body)
    if isinstance(document, Topic):
        answer = blocks_of(page, document, document.fields.answer)
        blocks = answer + blocks
    return _mentioned_in(page, kind, document, blocks)


def _mentioned_in(
    page: PageContext, kind: type[N], document: Note, blocks: Iterable[Block]
) -> list[N]:
    found: dict[str, N] = {}
    for block in blocks:
        for segment in block.segments:
            if not isinstance(segment, Link):
                continue
            note = page.note(segment.target)
            if isinstance(note, kind) and note is not document:
                found[note.id] = note
    return list(found.values())


def explained(page: PageContext, topic: Topic) -> Markdown:
    """Return the body of an explainer, each of its terms explained in a box.

    A box follows the paragraph or list that first uses the term. Terms of the answer that the
    body does not use are explained before it.
    """
    answer = blocks_of(page, topic, topic.fields.answer)
    body = blocks_of(page, topic, topic.body)
    terms_of_answer = _mentioned_in(page, Term, topic, answer)
    terms_of_body = _mentioned_in(page, Term, topic, body)
    early = [term for term in terms_of_answer if term not in terms_of_body]
    parts = [_box(page, term) for term in early]
    parts.extend(_with_boxes(page, topic, body))
    return joined("", parts)


def _with_boxes(
    page: PageContext, topic: Topic, blocks: Sequence[Block]
) -> Iterator[str]:
    """Yield the Markdown of a body, with boxes between its blocks."""
    explained: set[str] = set()
    passages = _passages(blocks)
    for number, passage in enumerate(passages, 1):
        for block in passage:
            yield linked(page, block.segments)
        terms = _mentioned_in(page, Term, topic, passage)
        new = [term for term in terms if term.id not in explained]
        explained.update(term.id for term in new)
        if new and number == len(passages):
            yield "\n\n"
        for term in new:
            yield _box(page, term)


def _passages(blocks: Sequence[Block]) -> list[list[Block]]:
    """Divide a body wherever a box may be placed: at breaks, except within a list or the like."""
    passages: list[list[Block]] = [[]]
    for block, following in zip_longest(blocks, blocks[1:]):
        passage = passages[-1]
        passage.append(block)
        may_end = block.kind == "break" and following is not None
        if may_end and not _continues(following):
            passages.append([])
    return passages


def _continues(block: Block) -> bool:
    """Tell whether a block belongs to the one before it."""
    first = block.segments[0]
    if not isinstance(first, str):
        return False
    return _CONTINUES.match(first) is not None


def _box(page: PageContext, term: Term) -> str:
    line = who(page, term)
    return f'<div class="term" markdown data-search-exclude>\n\n{line}\n\n</div>\n\n'


def who(page: PageContext, note: Note) -> Markdown:
    """Return a link to a note, and its summary on a line below."""
    link = page.link(note)
    summary = without_citations(note.fields.summary)
    if not summary:
        return link
    text = escape(summary)
    return Markdown(f"{link}<br>{text}")
