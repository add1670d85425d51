"""Index pages by name for the search: each under the first letters of each word of its names.

A word may begin with any letter of a script that puts no space between words.

The search fetches one small file, which has all names with a word that begins like the query, so an
exact name is always found, however many pages there are. The files contain lists of
[address, title, kind, summary, weight, other names …]; ``theme/scripts/search.js`` reads them.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.facts.site import Site, published_path
from generator.notes.model import Note, Source, Topic
from generator.text.normal import PLAIN_LETTERS
from generator.text.plain import shortened
from generator.text.words import UNSPACED

FOLDER = "assets/names"
KEY_LETTERS = 2
"""Index files are keyed by this many first letters of a word, or by one that is not ASCII."""
MAX_SUMMARY = 140
_SILENT = re.compile(r"[.,'’]")
"""Punctuation that may be left out of a query: D.C., people's, 1,000."""
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
_EVERYWHERE = frozenset("a an and as at by for from in is of on the to with".split())
"""Words in too many titles to be useful keys; only a name that begins with one has its key."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One page and its names."""

    address: str
    title: str
    kind: str
    summary: str = ""
    weight: int = 0
    """How many pages mention it."""
    names: tuple[str, ...] = ()
    """Every name that finds it, its title included."""

    @property
    def json(self) -> list[object]:
        """Return the list that the search reads."""
        others = [name for name in self.names if name != self.title]
        return [
            self.address,
            self.title,
            self.kind,
            self.summary,
            self.weight,
            *others,
        ]


def name_files(site: Site, others: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of each index file; ``others`` are pages without a note or source."""
    files: defaultdict[str, list[list[object]]] = defaultdict(list)
    for entry in _entries(site, others):
        for key in _keys_of(entry):
            files[key].append(entry.json)
    # With the list of keys, the search never requests a file that does not exist.
    yield f"{FOLDER}/keys.json", _json(sorted(files))
    for key in sorted(files):
        entries = sorted(files[key], key=str)
        yield f"{FOLDER}/{key}.json", _json(entries)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _keys_of(entry: _Entry) -> set[str]:
    found: set[str] = set()
    for name in entry.names:
        found.update(keys(name))
    return found


def keys(name: str) -> Iterator[str]:
    """Yield the key of each word of a name."""
    spoken = _SILENT.sub("", name)
    words: list[str] = _WORD.findall(_bare(spoken))
    for position, word in enumerate(words):
        if position == 0 or word not in _EVERYWHERE:
            yield _key(word)


def _bare(text: str) -> str:
    """Return a text in lower case without accents."""
    lower = text.translate(PLAIN_LETTERS).lower()
    decomposed = unicodedata.normalize("NFKD", lower)
    letters = [
        letter
        for letter in decomposed
        if not unicodedata.category(letter).startswith("M")
    ]
    return "".join(letters)


def _key(word: str) -> str:
    """Return the first letters of a word, or the code of a first letter that is not ASCII."""
    start = word[:KEY_LETTERS]
    if start.isascii():
        return start
    return f"u{ord(word[0]):x}"


def _entries(site: Site, others: Mapping[str, str]) -> Iterator[_Entry]:
    index, connections = site.index, site.connections
    for note in index.notes.values():
        backlinks = connections.backlinks.get(note.id, ())
        yield _note(note, len(backlinks))
    for source in index.sources.values():
        citing = connections.citing.get(source.id, ())
        yield _source(source, len(citing))
    for address, title in others.items():
        yield _Entry(address, title, "page", names=(title,))


def _note(note: Note, weight: int) -> _Entry:
    names = [*note.names, *note.fields.short]
    summary = note.fields.summary
    if isinstance(note, Topic):
        names.append(note.fields.question)
        summary = summary or note.fields.answer
    return _Entry(
        address=published_path(note.id, note.folder),
        title=note.title,
        kind=note.kind.singular,
        summary=shortened(summary, MAX_SUMMARY),
        weight=weight,
        names=_distinct(names),
    )


def _source(source: Source, weight: int) -> _Entry:
    return _Entry(
        address=published_path(source.id, source.folder),
        title=source.title,
        kind="source",
        summary=shortened(source.fields.summary, MAX_SUMMARY),
        weight=weight,
        names=_distinct([source.title]),
    )


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return names once each, in order, without empty ones."""
    distinct = dict.fromkeys(names)
    distinct.pop("", None)
    return tuple(distinct)
