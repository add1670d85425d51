"""Turn the writers' texts into an index: parse, seal, index; collect every problem."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Generic, TypeAlias, TypeVar

from generator.app.folders import HOME, SEEDS
from generator.artifacts import TextFile
from generator.diagnostics import Diagnostic
from generator.incremental.memo import Memo
from generator.incremental.surroundings import Documents
from generator.names.common_words import check_common
from generator.notes.index import Index, index_documents, name_owners
from generator.notes.model import Note, Source
from generator.notes.parse import parse_home, parse_note
from generator.notes.sources import parse_source
from generator.quotes.seal_files import parse_seal, stray_seal
from generator.quotes.seals import Seal

T = TypeVar("T")
Problems: TypeAlias = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Files:
    """The writers' files by what they are, and by their paths."""

    notes: dict[str, TextFile] = field(default_factory=dict)
    homes: dict[str, TextFile] = field(default_factory=dict)
    """The home page, if there is one."""
    sources: dict[str, TextFile] = field(default_factory=dict)
    seals: dict[str, TextFile] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Parsed(Generic[T]):
    """What a file says, if it can be read, and every problem in it."""

    value: T | None
    problems: Problems


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the writers' files say, and every problem in them."""

    index: Index
    home: Note | None
    problems: Problems


def load(texts: Iterable[TextFile], memo: Memo = Memo()) -> Loaded:  # noqa: B008 - it is empty
    """Parse, validate and index notes and sources; collect every problem."""
    files = _sorted_files(texts)
    notes = memo.each(parse_note_file, files.notes)
    homes = memo.each(_home, files.homes)
    records = memo.each(parse_source_file, files.sources)
    seals = memo.each(_seal, files.seals)
    sources = memo.each(_sealed, _with_seals(records, _values(seals)))
    index, clashes = index_documents(
        _values(notes).values(),
        sources.values(),
        owners_of=lambda names: memo.once(name_owners, names),
    )
    home = _values(homes).get(HOME)
    references = memo.each_within(
        _check_references, documents(index, home), Documents.of(index)
    )
    problems = [
        *_problems(notes),
        *_problems(homes),
        *_problems(records),
        *_problems(seals),
        *_stray_seals(sources.values(), _values(seals)),
        *clashes,
        *chain.from_iterable(references.values()),
    ]
    return Loaded(index, home, tuple(problems))


def documents(index: Index, home: Note | None = None) -> dict[str, Note | Source]:
    """Return every document that is published, by the path of its file."""
    found: dict[str, Note | Source] = {}
    for note in index.notes.values():
        found[note.path] = note
    for source in index.sources.values():
        found[source.path] = source
    if home:
        found[home.path] = home
    return found


def _sorted_files(texts: Iterable[TextFile]) -> _Files:
    """Sort files by what their paths say they are."""
    files = _Files()
    for file in texts:
        if file.path.endswith(".seal"):
            files.seals[file.path] = file
        elif file.path.startswith(f"{SEEDS}/"):
            files.sources[file.path] = file
        elif file.path == HOME:
            files.homes[file.path] = file
        else:
            files.notes[file.path] = file
    return files


def parse_note_file(file: TextFile) -> _Parsed[Note]:
    """Parse a note, and report common words among its names."""
    note, problems = parse_note(file.path, file.text)
    if note:
        problems += check_common(note)
    return _Parsed(note, tuple(problems))


def _home(file: TextFile) -> _Parsed[Note]:
    note, problems = parse_home(file.path, file.text)
    return _Parsed(note, tuple(problems))


def parse_source_file(file: TextFile) -> _Parsed[Source]:
    """Parse a source record."""
    source, problems = parse_source(file.path, file.text)
    return _Parsed(source, tuple(problems))


def _seal(file: TextFile) -> _Parsed[Seal]:
    seal = parse_seal(file.path, file.text)
    if isinstance(seal, Diagnostic):
        return _Parsed(None, (seal,))
    return _Parsed(seal, ())


def _values(parsed: Mapping[str, _Parsed[T]]) -> dict[str, T]:
    """Return what can be read, by path."""
    return {path: one.value for path, one in parsed.items() if one.value is not None}


def _problems(parsed: Mapping[str, _Parsed[T]]) -> Iterator[Diagnostic]:
    for one in parsed.values():
        yield from one.problems


def _with_seals(
    records: Mapping[str, _Parsed[Source]], seals: Mapping[str, Seal]
) -> Mapping[str, tuple[Source, Seal | None]]:
    """Return each source with its seal, if it has one."""
    found: dict[str, tuple[Source, Seal | None]] = {}
    for path, source in _values(records).items():
        found[path] = source, seals.get(sealed_by(path))
    return found


def _sealed(source_and_seal: tuple[Source, Seal | None]) -> Source:
    source, seal = source_and_seal
    return replace(source, seal=seal)


def _stray_seals(
    sources: Iterable[Source], seals: Mapping[str, Seal]
) -> Iterator[Diagnostic]:
    """Report each seal without a source."""
    expected = {sealed_by(source.path) for source in sources}
    for path in seals:
        if path not in expected:
            yield stray_seal(path)


def sealed_by(path: str) -> str:
    """Return the path of the seal of the source at a path."""
    return f"{path.removesuffix('.md')}.seal"


def _check_references(
    document: Note | Source, around: Documents
) -> tuple[Diagnostic, ...]:
    return tuple(around.references.check(document))
