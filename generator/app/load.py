"""Turn the writers' texts into an index: parse, seal, index; collect every problem."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeVar

from generator.app.folders import HOME, SEEDS
from generator.artifacts import TextFile
from generator.diagnostics import Diagnostic
from generator.names.common_words import check_common
from generator.notes.index import Index, index_documents
from generator.notes.model import Note, Source
from generator.notes.parse import parse_home, parse_note
from generator.notes.references import check_references
from generator.notes.sources import parse_source
from generator.quotes.seal_files import parse_seal, stray_seal
from generator.quotes.seals import Seal

T = TypeVar("T")
Parse: TypeAlias = Callable[[str, str], tuple[T | None, list[Diagnostic]]]
"""Turns the path and text of a file into a value, if it is one, and its problems."""


@dataclass(frozen=True, slots=True)
class _Files:
    """The writers' files by what they are."""

    notes: list[TextFile] = field(default_factory=list)
    homes: list[TextFile] = field(default_factory=list)
    """The home page, if there is one."""
    sources: list[TextFile] = field(default_factory=list)
    seals: list[TextFile] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the writers' files say, and every problem in them."""

    index: Index
    home: Note | None
    problems: tuple[Diagnostic, ...]


def load(texts: Iterable[TextFile]) -> Loaded:
    """Parse, validate and index notes and sources; collect every problem."""
    files = _sorted_files(texts)
    notes, note_problems = _parse_all(files.notes, parse_note)
    homes, home_problems = _parse_all(files.homes, parse_home)
    records, source_problems = _parse_all(files.sources, parse_source)
    seals, seal_problems = _parse_seals(files.seals)
    sources = [_with_seal(record, seals) for record in records]
    index, clashes = index_documents(notes, sources)
    home = homes[0] if homes else None
    problems = [
        *note_problems,
        *home_problems,
        *source_problems,
        *seal_problems,
        *_stray_seals(records, seals),
        *clashes,
        *check_references(index, home),
    ]
    for note in notes:
        problems += check_common(note)
    return Loaded(index, home, tuple(problems))


def _sorted_files(texts: Iterable[TextFile]) -> _Files:
    """Sort files by what their paths say they are."""
    files = _Files()
    for file in texts:
        if file.path.endswith(".seal"):
            files.seals.append(file)
        elif file.path.startswith(f"{SEEDS}/"):
            files.sources.append(file)
        elif file.path == HOME:
            files.homes.append(file)
        else:
            files.notes.append(file)
    return files


def _parse_all(
    files: Iterable[TextFile], parse: Parse[T]
) -> tuple[list[T], list[Diagnostic]]:
    """Parse files; return the values and every problem."""
    values: list[T] = []
    problems: list[Diagnostic] = []
    for file in files:
        value, found = parse(file.path, file.text)
        problems += found
        if value is not None:
            values.append(value)
    return values, problems


def _parse_seals(
    files: Iterable[TextFile],
) -> tuple[Mapping[str, Seal], list[Diagnostic]]:
    """Parse seal files; return each seal by its path, and every problem."""
    seals: dict[str, Seal] = {}
    problems: list[Diagnostic] = []
    for file in files:
        seal = parse_seal(file.path, file.text)
        if isinstance(seal, Diagnostic):
            problems.append(seal)
        else:
            seals[file.path] = seal
    return seals, problems


def _with_seal(source: Source, seals: Mapping[str, Seal]) -> Source:
    path = sealed_by(source.path)
    seal = seals.get(path)
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
