"""What a writer's links, wikilinks and pictures become, given what they lead to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.links.addresses import Address, Addresses
from generator.links.allowance import LinkAllowance
from generator.links.linked import Mention, PageLink, Picture
from generator.links.sections import find_anchor
from generator.links.wikilinks import Target, read_target, words_of_target
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.text.plain import plain, words_of
from generator.text.tree import (
    Citation,
    FootnoteMark,
    Image,
    Inline,
    Inlines,
    Link,
    Phrase,
    Text,
    Wikilink,
)


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves the links of one text."""

    document: Note | Source
    index: Index
    addresses: Addresses
    allowance: LinkAllowance

    def link(self, link: Link) -> Iterator[Inline]:
        """Yield a link as what it leads to; its words alone if it leads nowhere."""
        found = self.addresses.read(link.address, self.document)
        words = tuple(self._unlinked(link.children))
        anchor = _anchor(found)
        match found.kind, found.document:
            case "web", _:
                yield replace(link, children=words)
            case "document", Note(id=note) if found.path and note in self.index.notes:
                self.allowance.note_linked(note)
                yield Mention(note=note, children=words, anchor=anchor)
            case (("document" | "page" | "file"), _):
                yield PageLink(
                    path=found.path, children=words, anchor=anchor, title=link.title
                )
            case _:
                yield from words

    def image(self, image: Image) -> Iterator[Inline]:
        """Yield a picture of the site; its description alone if there is none."""
        found = self.addresses.read(image.address, self.document)
        words = tuple(self._unlinked(image.children))
        if found.is_picture:
            yield Picture(path=found.path, children=words, title=image.title)
        else:
            yield from words

    def wikilink(self, wikilink: Wikilink) -> Iterator[Inline]:
        """Yield a link to the note that a wikilink names; its words if there is none."""
        target = read_target(wikilink, self.index)
        words = self.words(wikilink)
        picture = self.addresses.picture(wikilink)
        if picture:
            yield _embedded(picture, words)
            return
        own = self.document if isinstance(self.document, Note) else None
        note = target.note(self.index, own)
        if note is None:
            yield from words
            return
        anchor = _section(note, target)
        if note is own:
            yield PageLink(path="", children=words, anchor=anchor)
            return
        self.allowance.note_linked(note.id)
        yield Mention(note=note.id, children=words, anchor=anchor)
        if wikilink.is_embed and note.fields.summary:
            yield Text(text=f": {plain(note.fields.summary)}")

    def words(self, wikilink: Wikilink) -> Inlines:
        """Return the words of a wikilink: what is behind its bar, else what it names."""
        words = tuple(self._unlinked(wikilink.children))
        if words_of(words):
            return words
        target = read_target(wikilink, self.index)
        text = words_of_target(target)
        return (Text(text=text, start=wikilink.start, end=wikilink.end),)

    def _unlinked(self, inlines: Iterable[Inline]) -> Iterator[Inline]:
        """Yield inlines without the links among them: links do not nest."""
        for inline in inlines:
            match inline:
                case Image():
                    yield from self.image(inline)
                case Wikilink(children=()):
                    yield Text(text=inline.words, start=inline.start, end=inline.end)
                case Link() | Wikilink():
                    yield from self._unlinked(inline.children)
                case Citation() | FootnoteMark():
                    pass
                case Phrase():
                    children = tuple(self._unlinked(inline.children))
                    yield replace(inline, children=children)
                case _:
                    yield inline


def _anchor(found: Address) -> str:
    """Return what an address leads to within its page or file."""
    if found.document and found.anchor:
        return find_anchor(found.document, found.anchor) or ""
    if found.kind == "file":
        return found.anchor
    return ""


def _section(note: Note, target: Target) -> str:
    """Return the anchor of the section that a wikilink names."""
    if not target.section:
        return ""
    return find_anchor(note, target.section) or ""


def _embedded(path: str, words: Inlines) -> Picture:
    """Return an embedded picture; words that are a number would be its width in Obsidian."""
    description = words_of(words)
    if description.isdecimal() or description.endswith(PurePosixPath(path).suffix):
        name = PurePosixPath(path).stem.replace("-", " ")
        words = (Text(text=name),)
    return Picture(path=path, children=words)
