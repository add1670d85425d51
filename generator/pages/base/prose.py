"""Prose as a page shows it: names linked, citations numbered, footnotes lettered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.facts.site import page_path
from generator.links.linked import Cite, Linked, Mention, PageLink, Picture, Sic
from generator.notes.model import Note, Source
from generator.pages.base.citations import letters_of, pilcrow
from generator.pages.base.context import PageContext
from generator.schema.values import Citation, Prose
from generator.text.anchors import OURS
from generator.text.canonical import Canonical, Markup, inlines
from generator.text.markdown import Markdown, escape, escape_within, joined, link
from generator.text.tree import (
    Block,
    Blocks,
    Break,
    FootnoteMark,
    Image,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    Paragraph,
    Text,
    edited,
    lines_of,
    reached_footnotes,
    with_children,
)

_NOTHING = Linked()


def prose(page: PageContext, text: Prose, of: Note | Source | None = None) -> Markdown:
    """Return a line of prose of the page's document, or of another, as Markdown."""
    document = of or page.document
    if not text or document is None:
        return escape(text)
    found = linked_text(page, document, text)
    shown = _Shown(page)
    lines = [inlines(shown.inlines(line.inlines)) for line in lines_of(found.blocks)]
    return joined(" ", lines)


def body(page: PageContext, note: Note) -> Markdown:
    """Return the body of a note, and its footnotes, as Markdown."""
    found = linked_text(page, note, note.body)
    writer = BodyWriter(page, found)
    parts = [writer.blocks(found.blocks), writer.footnotes()]
    return joined("\n\n", filter(None, parts))


def linked_text(page: PageContext, document: Note | Source, text: Prose) -> Linked:
    """Return a document's text with the links found in it."""
    if not text:
        return _NOTHING
    texts = page.site.prose[document.path]
    return texts[text.at]


class BodyWriter:
    """Writes the blocks of one body, in their order."""

    def __init__(self, page: PageContext, body: Linked) -> None:
        self._footnotes = reached_footnotes(body.blocks, body.footnotes)
        labels = enumerate(self._footnotes, start=1)
        self._letters = {label: letters_of(number) for number, label in labels}
        self._shown = _Shown(page, self._letters)
        self._canonical = Canonical(body.anchors, highest=2)

    def blocks(self, blocks: Iterable[Block]) -> Markdown:
        """Return some of the blocks as Markdown."""
        shown = edited(blocks, self._shown.inlines)
        return self._canonical.blocks(shown)

    def footnotes(self) -> Markdown:
        """Return the footnotes that the body leads to, as a lettered list."""
        items = [
            Item(blocks=_with_anchor(footnote.blocks, self._letters[label]))
            for label, footnote in self._footnotes.items()
        ]
        if not items:
            return Markdown()
        listed = self.blocks([List(first=1, items=tuple(items))])
        return Markdown(f'<div class="footnotes" markdown>\n\n{listed}\n\n</div>')


@dataclass(frozen=True, slots=True)
class _Shown:
    """Turns what prose leads to into links from one page."""

    page: PageContext
    letters: Mapping[str, str] = field(default_factory=dict)
    """The letter of each footnote, by its label."""
    marked: set[str] = field(default_factory=set)
    """The footnotes that a mark led to so far."""

    def inlines(self, found: Inlines) -> Inlines:
        """Return inlines of which only Markdown's own are left."""
        shown: list[Inline] = []
        for inline in found:
            if isinstance(inline, Cite):
                _strip_end(shown)
            shown += self._inline(inline)
        return tuple(shown)

    def _inline(self, inline: Inline) -> Iterator[Inline]:
        match inline:
            case Mention(is_link=False):
                yield from self.inlines(inline.children)
            case Mention():
                path = page_path(self.page.note(inline.note))
                yield self._link(path, inline.anchor, inline.children)
            case PageLink():
                yield self._link(
                    inline.path, inline.anchor, inline.children, inline.title
                )
            case Picture():
                address = self.page.to(inline.path)
                yield Image(
                    address=address, title=inline.title, children=inline.children
                )
            case Cite():
                yield Markup(markdown=cite(self.page, inline.citations))
            case Sic():
                reading = escape_within(inline.text)
                yield Markup(markdown=Markdown(rf" \[*sic*: {reading}\]"))
            case FootnoteMark():
                yield from self._footnote_mark(inline.label)
            case _:
                yield with_children(inline, self.inlines)

    def _link(self, path: str, anchor: str, words: Inlines, title: str = "") -> Link:
        address = str(self.page.to(path)) if path else ""
        if anchor:
            address = f"{address}#{anchor}"
        return Link(address=address or "#", title=title, children=self.inlines(words))

    def _footnote_mark(self, label: str) -> Iterator[Markup]:
        """Yield the mark of a footnote; the footnote leads back to the first."""
        letter = self.letters.get(label)
        if letter is None:
            return
        anchor = ""
        if label not in self.marked:
            self.marked.add(label)
            anchor = f' id="{OURS}mark-{letter}"'
        reference = link(letter, f"#{OURS}note-{letter}")
        yield Markup(markdown=Markdown(f'<sup class="note"{anchor}>{reference}</sup>'))


def _with_anchor(blocks: Blocks, letter: str) -> Blocks:
    """Return the blocks of a footnote with an anchor, and a link back to its mark."""
    anchor = Markup(markdown=Markdown(f'<span id="{OURS}note-{letter}"></span>'))
    address = f"#{OURS}mark-{letter}"
    label = f"Back to mark {letter}"
    back = Markup(
        markdown=Markdown(
            f' <a class="back" href="{address}" aria-label="{label}">↑</a>'
        )
    )
    first, *others = blocks or (Paragraph(inlines=()),)
    if isinstance(first, Paragraph):
        first = replace(first, inlines=(anchor, *first.inlines))
    else:
        others.insert(0, first)
        first = Paragraph(inlines=(anchor,))
    *before, last = first, *others
    if isinstance(last, Paragraph):
        return (*before, replace(last, inlines=(*last.inlines, back)))
    return (*before, last, Paragraph(inlines=(back,)))


def _strip_end(shown: list[Inline]) -> None:
    """Remove the space at the end of what is shown: a citation follows its words directly."""
    while shown:
        last = shown.pop()
        if isinstance(last, Break):
            continue
        if not isinstance(last, Text):
            shown.append(last)
            return
        text = last.text.rstrip()
        if text:
            shown.append(replace(last, text=text))
            return


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
    reference = link(shown, f"#{OURS}ref-{number}")
    anchor = f"{OURS}cite-{number}-{mark.occurrence}"
    return f'<sup class="cite" id="{anchor}">{reference}</sup>'
