"""Finish the prose of synthetic notes for other generators: names and citations become links."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)
_ALIAS = re.compile(r"^aliases: \[(.+)\]$", re.MULTILINE)
_CITATION = re.compile(r"\[(@[^\]]+)\]")
_SECTION = re.compile(r"(?m)^(?=## )")
_WORD = re.compile(r"\w[\w'’-]*")
_MAX_WORDS = 7
"""Words of the longest name."""

Address = Callable[[str], str]
"""Turns the path of a page, such as ``actors/actors-1``, into its address on other pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """A note or source as other generators know it."""

    path: str
    """Folder and name, without extension."""
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of all pages, found word by word."""

    paths: Mapping[str, str]
    """The page of each name."""
    openings: frozenset[str]
    """The first word of each name."""

    @classmethod
    def of(cls, paths: Mapping[str, str]) -> "Names":
        """Index names by their first words."""
        openings = (_WORD.search(name) for name in paths)
        return cls(paths, frozenset(found[0] for found in openings if found))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and page of each name; where names overlap, the longest wins."""
        words = list(_WORD.finditer(text))
        place = 0
        while place < len(words):
            length = self._length(text, words[place : place + _MAX_WORDS])
            if length:
                start, end = words[place].start(), words[place + length - 1].end()
                yield start, end, self.paths[text[start:end]]
            place += max(1, length)

    def _length(self, text: str, words: list[re.Match[str]]) -> int:
        """Return how many words the longest name has that begins with the first of them."""
        if words[0][0] not in self.openings:
            return 0
        start = words[0].start()
        for length in range(len(words), 0, -1):
            if text[start : words[length - 1].end()] in self.paths:
                return length
        return 0


def finished_pages(root: Path, address: Address) -> Iterator[Page]:
    """Yield the notes and sources of a synthetic project with links instead of names."""
    files = [*root.glob("content/*/*.md"), *root.glob("seeds/*.md")]
    texts = {_path(file): file.read_text(encoding="utf-8") for file in sorted(files)}
    names = Names.of({name: path for path in texts for name in _names(texts[path])})
    for path, text in texts.items():
        _, _, body = text.split("---\n", 2)
        title = next(_names(text))
        yield Page(path, title, finish(body, path, names, address))


def _path(file: Path) -> str:
    folder = "sources" if file.parent.name == "seeds" else file.parent.name
    return f"{folder}/{file.stem}"


def _names(text: str) -> Iterator[str]:
    """Yield the title of a synthetic note or source, then its alias."""
    for field in (_TITLE, _ALIAS):
        found = field.search(text)
        if found:
            yield found[1]


def finish(body: str, own: str, names: Names, address: Address) -> str:
    """Link the first mention of each other page in a section, and every citation."""
    linked = [_linked(section, own, names, address) for section in _SECTION.split(body)]
    return _CITATION.sub(lambda found: _references(found[1], address), "".join(linked))


def _linked(section: str, own: str, names: Names, address: Address) -> str:
    pieces = []
    done = 0
    seen = {own}
    for start, end, path in names.find(section):
        if path not in seen:
            seen.add(path)
            pieces += [section[done:start], f"[{section[start:end]}]({address(path)})"]
            done = end
    return "".join([*pieces, section[done:]])


def _references(cited: str, address: Address) -> str:
    """Return the numbered links that a citation becomes."""
    ids = [id_.strip(" @") for id_ in cited.split(";")]
    links = [f"[{i}]({address(f'sources/{id_}')})" for i, id_ in enumerate(ids, 1)]
    return f"({', '.join(links)})"
