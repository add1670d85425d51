"""The work of the writers' commands: each reads the project, answers a question, and may write."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.app.assemble import vocabulary
from generator.app.folders import CONTENT, SEEDS
from generator.app.load import load, sealed_by
from generator.artifacts import TextFile
from generator.dates.parse import parse_date
from generator.diagnostics import Diagnostic, did_you_mean, quoted
from generator.evidence.verify import look_up
from generator.facts.grouped import grouped
from generator.io.environment import random_bytes
from generator.io.files import decode, read_texts, write_bytes
from generator.names.context import Context
from generator.names.foreign_notes import loose_names
from generator.names.matcher import compile_names
from generator.names.mentions import find_mentions
from generator.names.resolve import Mention
from generator.names.vocabulary import Vocabulary
from generator.notes.document import bad_id, possible_id
from generator.notes.relations import find_relations
from generator.notes.sources import number_paragraphs
from generator.quotes.seal_files import format_seal
from generator.quotes.seals import make_seal, slow_hash
from generator.reuse.hashes import remembered
from generator.schema.front_matter import split_note
from generator.text.reader import read
from generator.text.shown import Shown, shown
from generator.writing.extracting import MissingExtraError, read_html
from generator.writing.format import diff, format_note
from generator.writing.garble import Sign, signs
from generator.writing.importing import ImportedArticle, format_record, read_article
from generator.writing.new import new_note
from generator.writing.suggest import suggest as find_suggestions
from generator.writing.suggestions import Suggestion
from generator.writing.undecided_names import patched


@dataclass(frozen=True, slots=True)
class Explained:
    """One text, and what the names in it mean."""

    path: str
    words: Shown
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """The outcome of importing an article."""

    written: tuple[str, ...] = ()
    """The paths of the new files."""
    signs: tuple[Sign, ...] = ()
    """What looks garbled."""
    problem: str = ""
    """Why nothing was written."""


def fmt(
    root: Path, files: Iterable[Path], *, write: bool
) -> tuple[list[str], list[Diagnostic]]:
    """Make files canonical, all if none is named; return the changed ones, and every problem."""
    changed: list[str] = []
    problems: list[Diagnostic] = []
    for path in sorted(files) or _all_files(root):
        name = path.resolve().relative_to(root.resolve()).as_posix()
        before = decode(name, path.read_bytes())
        if isinstance(before, Diagnostic):
            problems.append(before)
            continue
        after, found = format_note(name, before)
        problems += found
        if after == before:
            continue
        changed.append(name)
        if write:
            write_bytes(path, after.encode())
    return changed, problems


def _all_files(root: Path) -> list[Path]:
    content = root / CONTENT
    seeds = root / SEEDS
    files = [*content.rglob("*.md"), *seeds.rglob("*.md")]
    return sorted(files)


def _notes(root: Path) -> list[TextFile]:
    texts, _ = read_texts(root, CONTENT)
    return texts


def _notes_and_sources(root: Path) -> list[TextFile]:
    notes = _notes(root)
    sources, _ = read_texts(root, SEEDS)
    return notes + sources


def suggest(root: Path, *, write: bool) -> tuple[list[Suggestion], list[str]]:
    """Return what writers may have missed, and diffs that link the names that are safe to link.

    Args:
        root: The project.
        write: Whether to apply the diffs.
    """
    texts = _notes_and_sources(root)
    index = load(texts).index
    relations = list(find_relations(index))
    known = vocabulary(index, relations)
    found = find_suggestions(index, known, relations)
    bodies = {note.path: note.body for note in index.notes.values()}
    fixes = grouped((fix.path, fix) for fix in found.fixes)
    diffs: list[str] = []
    for file in texts:
        path = file.path
        if path not in fixes or not _has_text(root / path, file.text):
            continue
        body_offset = len(file.text) - len(bodies[path])
        new = patched(file.text, body_offset, fixes[path])
        diffs.append(diff(path, file.text, new))
        if write:
            write_bytes(root / path, new.encode())
    return list(found.suggestions), diffs


def _has_text(path: Path, text: str) -> bool:
    """Say whether a file has just this text; other line endings would be lost in writing it."""
    return path.read_bytes() == text.encode()


def new(root: Path, folder: str, title: str) -> tuple[str, str]:
    """Create a note; return its path, and the problem if it was not written."""
    path, text = new_note(folder, title)
    problem = bad_id(path)
    if problem:
        return path, problem.message
    index = load(_notes(root)).index
    for note in index.candidates(title):
        return path, f"{note.path} already exists"
    if (root / path).exists():
        return path, f"{path} already exists"
    write_bytes(root / path, text.encode())
    return path, ""


def seal(article: Path, out: Path | None) -> str:
    """Return the seal of an article's text, numbered as in a record; write it if asked."""
    text = article.read_text(encoding="utf-8", errors="replace")
    paragraphs = number_paragraphs(text)
    sealed = format_seal(make_seal(paragraphs, random_bytes()))
    if out:
        write_bytes(out, sealed.encode())
    return sealed


def import_article(root: Path, file: Path, id_: str, *, is_open: bool) -> Imported:
    """Create the record of an article; without an open licence, it has a seal and no text."""
    path = f"{SEEDS}/{id_}.md"
    problem = bad_id(path)
    if problem:
        use = possible_id(f"{id_} article" if id_ == "index" else id_)
        return Imported(problem=f"{problem.message}. Use --id {use}.")
    if (root / path).exists():
        return Imported(problem=f"{path} already exists")
    try:
        article = _read_article(file)
    except MissingExtraError as error:
        return Imported(problem=str(error))
    written = {path: format_record(article, is_open=is_open)}
    if not is_open:
        sealed = make_seal(article.paragraphs, random_bytes())
        written[sealed_by(path)] = format_seal(sealed)
    found = _signs(root, article)
    for name, content in written.items():
        write_bytes(root / name, content.encode())
    return Imported(written=tuple(written), signs=found)


def _read_article(file: Path) -> ImportedArticle:
    text = file.read_text(encoding="utf-8", errors="replace")
    if file.suffix in {".html", ".htm"}:
        return read_html(text)
    return read_article(text)


def _signs(root: Path, article: ImportedArticle) -> tuple[Sign, ...]:
    """Return what looks garbled in an article, given the names that the project knows."""
    index = load(_notes_and_sources(root)).index
    names = vocabulary(index, ()).names
    published = None
    if article.published:
        published = parse_date(article.published)
    found = signs(article.paragraphs, names, published)
    return tuple(found)


def quote(root: Path, id_: str, text: str) -> tuple[bool, str]:
    """Return whether a source contains some words, and where, or the closest match."""
    index = load(_notes_and_sources(root)).index
    if id_ not in index.sources:
        nearest = did_you_mean(id_, index.known_sources)
        return False, f"no source has the id {quoted(id_)}. {nearest}"
    source = index.sources[id_]
    if source.is_broken:
        return False, f"{source.path} has an error; run explainers check"
    with remembered(slow_hash) as hasher:
        return look_up(index, id_, text, hasher)


def mentions(
    root: Path, files: Iterable[Path], notes: Path | None
) -> Iterator[Explained]:
    """Yield what each name in some texts means, and why; write nothing.

    Args:
        root: The project, whose notes are meant unless another folder is named.
        files: Markdown or plain texts.
        notes: Any folder of notes: files whose front matter has a title, aliases, short names.
    """
    known = _vocabulary_of(notes) if notes else _project_vocabulary(root)
    for path in files:
        text = path.read_text(encoding="utf-8")
        own_id = path.stem if path.stem in known.subjects else ""
        body = split_note(text).body
        words = shown(read(body))
        page = Context(own_id=own_id)
        found = find_mentions(words.text, words.spans, known, page)
        yield Explained(path.as_posix(), words, tuple(found))


def _project_vocabulary(root: Path) -> Vocabulary:
    texts = _notes_and_sources(root)
    index = load(texts).index
    return vocabulary(index, list(find_relations(index)))


def _vocabulary_of(folder: Path) -> Vocabulary:
    """Return the names of any folder of notes."""
    texts, _ = read_texts(folder.parent, folder.name)
    files = [(file.path, file.text) for file in texts]
    holders, subjects = loose_names(files)
    names = compile_names(holders)
    return Vocabulary(names, subjects)
