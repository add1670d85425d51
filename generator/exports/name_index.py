"""What a reader finds by its name: every page under the beginning of each word of its names.

The search of a page asks for one small file, of all names with a word that begins as what was
typed; so an exact name is always known, however many pages there are. The files hold lists of
[address, title, kind, summary, weight, other names …]; ``theme/scripts/search.js`` reads them.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.facts.site import Site, published_path
from generator.notes.model import Note, Source
from generator.text.normal import without_marks
from generator.text.plain import shortened, without_citations

FOLDER = "assets/names"
LETTERS = 2
"""So many letters of a word name its file; one, where a letter says more, as in Korean."""
SUMMARY = 140
_SILENT = re.compile(r"[.,'’]")
"""What is typed or not: D.C., people's, 1,000."""
_WORD = re.compile(r"[^\W_]+")
_EVERYWHERE = frozenset("a an and as at by for from in is of on the to with".split())
"""Words that stand in too many titles to find anything by; whole titles still begin with them."""

_Entry = list[object]


def name_files(site: Site, others: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of names; ``others`` are pages that are no documents."""
    files: defaultdict[str, list[_Entry]] = defaultdict(list)
    for entry, names in [*_documents(site), *_others(others)]:
        for key in sorted({key for name in names for key in keys(name)}):
            files[key].append(entry)
    yield (
        f"{FOLDER}/keys.json",
        _json(sorted(files)),
    )  # so that nobody asks for what is not there
    for key, entries in sorted(files.items()):
        yield f"{FOLDER}/{key}.json", _json(sorted(entries, key=str))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def keys(name: str) -> Iterator[str]:
    """Yield the names of the files in which a name is looked for, one for each of its words."""
    plain = unicodedata.normalize("NFKD", without_marks(_SILENT.sub("", name)).lower())
    bare = "".join(
        letter for letter in plain if not unicodedata.category(letter).startswith("M")
    )
    for position, word in enumerate(_WORD.findall(bare)):
        if position == 0 or word not in _EVERYWHERE:
            yield (
                word[:LETTERS]
                if word[0].isascii() and word[:LETTERS].isascii()
                else _coded(word)
            )


def _coded(word: str) -> str:
    return f"u{ord(word[0]):x}"


def _documents(site: Site) -> Iterator[tuple[_Entry, list[str]]]:
    for note in site.index.notes.values():
        names = [*note.names, *note.fields.short, getattr(note.fields, "question", "")]
        weight = len(site.connections.backlinks.get(note.id, ()))
        yield _entry(note, note.kind.singular, weight, names)
    for source in site.index.sources.values():
        yield _entry(
            source,
            "source",
            len(site.connections.citing.get(source.id, ())),
            [source.title],
        )


def _entry(
    document: Note | Source, kind: str, weight: int, names: Iterable[str]
) -> tuple[_Entry, list[str]]:
    fields = document.fields
    about = without_citations(fields.summary or getattr(fields, "answer", "") or "")
    known = [name for name in dict.fromkeys(names) if name]
    others = [name for name in known if name != document.title]
    address = published_path(document.id, document.folder)
    return [
        address,
        document.title,
        kind,
        shortened(about, SUMMARY),
        weight,
        *others,
    ], known


def _others(pages: Mapping[str, str]) -> Iterator[tuple[_Entry, list[str]]]:
    for address, title in pages.items():
        yield [address, title, "page", "", 0], [title]
