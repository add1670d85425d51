"""Prose as a page shows it: names linked, citations numbered."""

import re
from collections.abc import Iterable, Sequence

from generator.facts.site import page_path
from generator.links.segments import Block, Cite, Link, Segment
from generator.notes.model import Note, Source
from generator.pages.base.citations import pilcrow
from generator.pages.base.context import PageContext
from generator.schema.values import Citation, Prose
from generator.text.markdown import Markdown, escape, joined, link, one_line

_BRACKET = re.compile(r"[\[\]]")


def prose(page: PageContext, text: Prose, of: Note | Source | None = None) -> Markdown:
    """Return prose of the page's document, or of another, as Markdown."""
    document = of or page.document
    if not text or document is None:
        return escape(text)
    segments: list[Segment] = []
    for block in blocks_of(page, document, text):
        segments.extend(block.segments)
    return linked(page, segments)


def blocks_of(
    page: PageContext, document: Note | Source, text: Prose
) -> tuple[Block, ...]:
    """Return the blocks of a document's text, with the links found in them."""
    if not text:
        return ()
    texts = page.site.prose[document.path]
    found = texts[text.at]
    return found.blocks


def linked(page: PageContext, segments: Iterable[Segment]) -> Markdown:
    """Return linked prose as Markdown; a citation follows the word before it directly."""
    parts: list[str] = []
    for segment in segments:
        if isinstance(segment, Cite) and parts:
            parts[-1] = parts[-1].rstrip()
        parts.append(_segment(page, segment))
    return joined("", parts)


def _segment(page: PageContext, segment: Segment) -> str:
    match segment:
        case Link():
            if not segment.is_link:
                return segment.text
            return _link(page, segment)
        case Cite():
            return cite(page, segment.citations)
        case _:
            return segment


def _link(page: PageContext, found: Link) -> str:
    note = page.note(found.target)
    address = page.to(page_path(note))
    if found.anchor:
        address = Markdown(f"{address}#{found.anchor}")
    words = one_line(found.text)
    escaped = _BRACKET.sub(r"\\\g<0>", words)
    return link(escaped, address)


def cite(page: PageContext, citations: Sequence[Citation]) -> Markdown:
    """Return the numbers of the cited sources, each a link to its reference."""
    marks = [_mark(page, citation) for citation in citations]
    return joined("", marks)


def _mark(page: PageContext, citation: Citation) -> str:
    source = page.site.index.sources.get(citation.source)
    if source is None:
        return ""
    mark = page.citations.mark(source, citation.paragraph)
    number = mark.number
    shown = str(number)
    if citation.paragraph:
        shown += f" {pilcrow(citation.paragraph)}"
    reference = link(shown, f"#ref-{number}")
    anchor = f"cite-{number}-{mark.occurrence}"
    return f'<sup class="cite" id="{anchor}">{reference}</sup>'
