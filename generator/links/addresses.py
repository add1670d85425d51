"""What the address of a link or a picture leads to: the web, a page of the site, a file of it."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from posixpath import normpath
from typing import Literal, TypeAlias
from urllib.parse import unquote

from generator.known_words import KnownWords
from generator.links.always import ALWAYS, HOME_PAGE
from generator.notes.document import HOME_PATH
from generator.notes.index import Index
from generator.notes.model import Document, Note, Source
from generator.text.tree import Wikilink

SCHEMES = frozenset({"http", "https", "mailto"})
"""Schemes of links that may lead out of the site."""
CONTENT = "content/"
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
_WEB = re.compile(r"https?://[^/?#\s\\@]", re.IGNORECASE)
_IGNORED = re.compile(r"[^\S ]|[\\\x00-\x1f]|^ | $")
"""What a browser leaves out of an address, or reads as a slash."""
_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
Kind: TypeAlias = Literal[
    "web", "page", "document", "draft", "file", "nothing", "forbidden"
]


@dataclass(frozen=True, slots=True)
class Address:
    """An address, and what it leads to."""

    kind: Kind
    path: str = ""
    """The path inside docs_dir of the page or file; empty for the page itself."""
    document: Note | Source | None = None
    anchor: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture that pages can show."""
        return self.kind == "file" and is_picture(self.path)


def is_picture(path: str) -> bool:
    """Say whether a path is that of a picture, by its end."""
    return path.lower().endswith(_PICTURES)


@dataclass(frozen=True)
class Addresses:
    """Everything on the site that an address may lead to."""

    documents: Mapping[str, Note | Source]
    """By the path of the file, and by that of the page."""
    drafts: Collection[str] = frozenset()
    """The paths of drafts, which have no page."""
    others: Collection[str] = field(default=ALWAYS)
    """The paths inside docs_dir of all other pages and files."""

    @cached_property
    def documents_by_id(self) -> Mapping[str, Note | Source]:
        """Every document, for hints."""
        return {document.id: document for document in self.documents.values()}

    @cached_property
    def ids(self) -> KnownWords:
        """The id of every document, for hints."""
        return KnownWords.of(self.documents_by_id)

    def read(self, address: str, base: Document) -> Address:
        """Return what an address in the text of a document leads to."""
        seen = _IGNORED.sub("", address)
        scheme = _SCHEME.match(seen)
        if scheme or seen.startswith("//"):
            is_allowed = seen == address and _is_web(seen, scheme)
            return Address("web" if is_allowed else "forbidden")
        path, _, anchor = address.partition("#")
        path, _, _ = path.partition("?")
        anchor = unquote(anchor)
        if not address:
            return Address("nothing")
        if not path:
            return Address("document", "", _own(base), anchor)
        return self._within(unquote(path), anchor, base)

    def picture(self, wikilink: Wikilink) -> str:
        """Return the path of the picture that an embed names, by its name alone or by its path."""
        if not wikilink.is_embed or not is_picture(wikilink.target):
            return ""
        for path in sorted(self.others):
            if f"/{path}".endswith(f"/{wikilink.target}"):
                return path
        return ""

    def _within(self, path: str, anchor: str, base: Document) -> Address:
        """Return what a path leads to; one that begins with a slash begins at the top."""
        folder, _, _ = base.path.rpartition("/")
        if path.startswith("/"):
            folder = ""
        file = normpath(f"{folder}/{path}").lstrip("/")
        for name in (file, f"{file}.md", f"{file}/index.md"):
            found = self._find(name, anchor, base)
            if found:
                return found
        return Address("nothing", file.removeprefix(CONTENT))

    def _find(self, file: str, anchor: str, base: Document) -> Address | None:
        """Return what has a path, as a file of the writers or inside docs_dir."""
        page = file.removeprefix(CONTENT)
        document = self.documents.get(file) or self.documents.get(page)
        if document is base:
            return Address("document", "", document, anchor)
        if document:
            return Address("document", page_of(document), document, anchor)
        if file in self.drafts or f"{CONTENT}{file}" in self.drafts:
            return Address("draft", page)
        if page in self.others:
            kind: Kind = "page" if page.endswith(".md") else "file"
            return Address(kind, page, anchor=anchor)
        return None


def page_of(document: Note | Source) -> str:
    """Return the path inside docs_dir of a document's page."""
    if document.path == HOME_PATH:
        return HOME_PAGE
    return f"{document.folder}/{document.id}.md"


def _own(base: Document) -> Note | Source | None:
    return base if isinstance(base, Note | Source) else None


def _is_web(address: str, scheme: re.Match[str] | None) -> bool:
    """Say whether an address has a scheme that is allowed, and if need be a host."""
    if scheme is None:
        return False
    if scheme["scheme"].lower() == "mailto":
        return True
    return _WEB.match(address) is not None


def addresses_of(
    index: Index, home: Note | None = None, others: Iterable[str] = ()
) -> Addresses:
    """Return everything that the addresses of a site may lead to.

    Args:
        index: The notes and sources.
        home: The note that opens the home page, if there is one.
        others: The paths inside docs_dir of pages and files that no note or source has.
    """
    documents: dict[str, Note | Source] = {}
    homes = [home] if home else []
    everything: Iterable[Note | Source] = chain(
        index.notes.values(), index.sources.values(), homes
    )
    for document in everything:
        documents[document.path] = document
        documents[page_of(document)] = document
    drafts = frozenset(note.path for note in index.drafts.values())
    return Addresses(documents, drafts, ALWAYS.union(others))
