"""What writers' commands do: each reads the project, asks one question of it, and may write."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.app.assemble import vocabulary
from generator.app.load import CONTENT, SEEDS, load, sealed_by
from generator.artifacts import TextFile
from generator.dates.parse import parse_date
from generator.diagnostics import Diagnostic, did_you_mean, quoted
from generator.evidence.verify import look_up
from generator.io.environment import random_bytes, remembered
from generator.io.files import decode, read_texts, write_bytes
from generator.names.context import Context
from generator.names.foreign_notes import loose_names
from generator.names.matcher import compile_names
from generator.names.mentions import find_mentions
from generator.names.profiles import name_holders
from generator.names.resolve import Mention
from generator.notes.document import bad_id
from generator.notes.relations import find_relations
from generator.notes.sources import number_paragraphs
from generator.quotes.seal_files import format_seal
from generator.quotes.seals import make_seal, slow_hash
from generator.schema.front_matter import split_note
from generator.text.spans import scan, text_spans
from generator.writing.extracting import MissingExtraError, read_html
from generator.writing.format import diff, format_note
from generator.writing.garble import Sign, signs
from generator.writing.importing import format_record, read_article
from generator.writing.new import new_note
from generator.writing.suggest import suggest as find_suggestions
from generator.writing.suggestions import Suggestion
from generator.writing.undecided_names import apply


@dataclass(frozen=True, slots=True)
class Explained:
    """One text, and what the names in it mean."""

    path: str
    body: str
    mentions: tuple[Mention, ...]


def fmt(
    root: Path, files: Iterable[Path], *, write: bool
) -> tuple[list[str], list[Diagnostic]]:
    """Make files canonical, all if none is named; return what changes, and what prevents it."""
    named = list(files) or [
        *(root / CONTENT).rglob("*.md"),
        *(root / SEEDS).rglob("*.md"),
    ]
    changed, problems = [], []
    for path in sorted(named):
        name = path.resolve().relative_to(root.resolve()).as_posix()
        before = decode(name, path.read_bytes())
        if isinstance(before, Diagnostic):
            problems.append(before)
            continue
        after, found = format_note(name, before)
        problems += found
        if after != before:
            changed.append(name)
            if write:
                write_bytes(path, after.encode())
    return changed, problems


def suggest(root: Path, *, write: bool) -> tuple[list[Suggestion], list[str]]:
    """Say what writers may have missed, and put right what is safe; return that as diffs.

    Args:
        root: The project.
        write: Whether to write what is safe to its files, rather than only show it.
    """
    files = {file.path: file.text for file in read_texts(root, CONTENT)[0]}
    sources = read_texts(root, SEEDS)[0]
    index = load(
        [*(TextFile(path, text) for path, text in files.items()), *sources]
    ).index
    relations = list(find_relations(index))
    known = vocabulary(index, relations)
    found = find_suggestions(index, known.names, known.subjects, relations)
    bodies = {note.path: note.body for note in index.notes.values()}
    diffs = []
    for path in sorted({fix.path for fix in found.fixes}):
        body, before = bodies[path], files[path]
        if (root / path).read_bytes() != before.encode():
            continue  # with other line ends: writing it anew would change every line
        own = [fix for fix in found.fixes if fix.path == path]
        after = before.removesuffix(body) + apply(body, own)
        diffs.append(diff(path, before, after))
        if write:
            write_bytes(root / path, after.encode())
    return list(found.suggestions), diffs


def new(root: Path, folder: str, title: str) -> tuple[str, str]:
    """Begin a note; return its path, and why it was not written, if it was not."""
    path, text = new_note(folder, title)
    index = load(read_texts(root, CONTENT)[0]).index
    taken = next((note.path for note in index.candidates(title)), "")
    if problem := bad_id(path):
        return path, problem.message
    if taken or (root / path).exists():
        return path, f"{taken or path} is there already"
    write_bytes(root / path, text.encode())
    return path, ""


def seal(article: Path, out: Path | None) -> str:
    """Return the seal of an article's text, its paragraphs numbered as a record's; write it too."""
    text = article.read_text(encoding="utf-8", errors="replace")
    sealed = format_seal(make_seal(number_paragraphs(text), random_bytes()))
    if out:
        write_bytes(out, sealed.encode())
    return sealed


def import_article(
    root: Path, file: Path, id_: str, *, is_open: bool
) -> tuple[list[str], list[Sign], str]:
    """Begin a record from an article; return what was written, what looks garbled, what hinders."""
    path = f"{SEEDS}/{id_}.md"
    if problem := bad_id(path):
        return [], [], f"{problem.message}. {problem.hint}"
    if (root / path).exists():
        return [], [], f"{path} is there already"
    text = file.read_text(encoding="utf-8", errors="replace")
    try:
        article = (
            read_html(text) if file.suffix in {".html", ".htm"} else read_article(text)
        )
    except MissingExtraError as error:
        return [], [], str(error)
    index = load([*read_texts(root, CONTENT)[0], *read_texts(root, SEEDS)[0]]).index
    published = parse_date(article.published) if article.published else None
    found = list(
        signs(article.paragraphs, compile_names(name_holders(index)), published)
    )
    written = {path: format_record(article, is_open=is_open)}
    if not is_open:
        written[sealed_by(path)] = format_seal(
            make_seal(article.paragraphs, random_bytes())
        )
    for name, content in written.items():
        write_bytes(root / name, content.encode())
    return list(written), found, ""


def quote(root: Path, id_: str, text: str) -> tuple[bool, str]:
    """Say whether some words stand in a source, and where, or what comes nearest."""
    index = load([*read_texts(root, CONTENT)[0], *read_texts(root, SEEDS)[0]]).index
    if id_ not in index.sources:
        return (
            False,
            f"no source has the id {quoted(id_)}. {did_you_mean(id_, index.sources)}",
        )
    with remembered(slow_hash) as hasher:
        return look_up(index, id_, text, hasher)


def mentions(
    root: Path, files: Iterable[Path], notes: Path | None
) -> Iterator[Explained]:
    """Say of every name in some texts what it means and why; write nothing.

    Args:
        root: The project, whose notes are meant where no other folder is named.
        files: Markdown or plain texts.
        notes: Any folder of notes: files whose front matter has a title, aliases, short names.
    """
    if notes:
        loose = [
            (file.path, file.text) for file in read_texts(notes.parent, notes.name)[0]
        ]
        holders, subjects_ = loose_names(loose)
        names = compile_names(holders)
    else:
        texts = [*read_texts(root, CONTENT)[0], *read_texts(root, SEEDS)[0]]
        index = load(texts).index
        known = vocabulary(index, find_relations(index))
        names, subjects_ = known.names, known.subjects
    for path in files:
        parts = split_note(path.read_text(encoding="utf-8"))
        spans = text_spans(scan(parts.body))
        page = Context(own_id=path.stem if path.stem in subjects_ else "")
        found = find_mentions(parts.body, spans, names, subjects_, page)
        yield Explained(path.as_posix(), parts.body, tuple(found))
