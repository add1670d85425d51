"""One way through the whole pipeline, and what holds of it whatever the files say."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from generator.app.assemble import assemble
from generator.app.folders import CONTENT, SEEDS
from generator.app.load import load
from generator.artifacts import OutputFile, TextFile
from generator.codes import CODES
from generator.diagnostics import Diagnostic, Severity, worst
from generator.exports.downloads import downloads
from generator.facts.history import Calendar
from generator.facts.site import Site
from generator.io.files import read_texts, write_pages
from generator.pages.render import render
from generator.quotes.seals import Seal
from tests.rendered import ENVIRONMENT

TODAY = Calendar(date(2026, 11, 23), {})
FOLDERS = {
    "kim": "actors", "ann": "actors", "aland": "actors", "bland": "actors", "old-pact": "treaties",
    "pact": "treaties", "peace": "events", "war": "events", "story": "topics", "here": "places",
    "word": "terms", "un": "seeds", "mirror": "seeds",
}  # fmt: skip
PATHS = {
    id_: f"seeds/{id_}.md" if folder == "seeds" else f"content/{folder}/{id_}.md"
    for id_, folder in FOLDERS.items()
}
BASE = {
    **dict.fromkeys(PATHS.values(), "Kim Jong Un.\n\nx"),
    PATHS["kim"]: "---\ntitle: Kim Jong Un\nshort: Kim\ntype: person\n---\nHe rules.",
    PATHS["aland"]: "---\ntype: state\n---\nOf [[kim]].",
    PATHS["pact"]: "---\nparties: [aland]\nsigned: 1961\n---\n## What it says\n\nx",
    PATHS["war"]: "---\ndate: 1950\n---\nKim came.",
    PATHS["peace"]: "---\ndate: 1953-07\n---\nKim went.",
    PATHS["un"]: "---\nrights: open\n---\np0: Kim met nobody at all.\n\np1: x",
}
"""A site in which every name that is good is a note's."""
_UNPRINTABLE = re.compile(
    r"[^\S \n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_PAIR = re.compile(r"([a-z]+): (.+)")


def run_through(
    files: Mapping[str, bytes], folder: Path, calendar: Calendar = TODAY
) -> str:
    """Read, link, render and write some files; return the worst that was said of them.

    Raises:
        AssertionError: If something does not hold that always must.
    """
    texts, unread = read_all(files, folder / "in")
    site, found = link_all(texts, calendar)
    problems = [*unread, *found]
    check_problems(problems, {text.path: text.text for text in texts}, set(files))
    if worst(problems) is not Severity.ERROR:
        check_pages(site, folder / "out")
    severity = worst(problems)
    return severity.name if severity else "FINE"


def run_text(path: str, text: str) -> None:
    """Put a text into the site above, and go the same way without a disk.

    Raises:
        AssertionError: If something does not hold that always must.
    """
    files = {**BASE, path: text}
    site, problems = link_all(
        [TextFile(*file) for file in sorted(files.items())], TODAY
    )
    check_problems(problems, files, files)
    if worst(problems) is not Severity.ERROR:
        for page in render(site, ENVIRONMENT):
            check_front_matter(page.content.decode())
        list(downloads(site))


def link_all(
    texts: Iterable[TextFile], calendar: Calendar
) -> tuple[Site, list[Diagnostic]]:
    """Return the site that texts make, and every problem of it."""
    loaded = load(texts)
    assembled = assemble(loaded, hasher=_quick_hash, calendar=calendar)
    return assembled.site, [*loaded.problems, *assembled.problems]


def _quick_hash(seal: Seal, run: str) -> bytes:
    """Stand for scrypt, which is slow on purpose."""
    return (seal.salt + run.encode())[-4:]


def read_all(
    files: Mapping[str, bytes], root: Path
) -> tuple[list[TextFile], list[Diagnostic]]:
    """Read files as a build does: from a disk that holds them and nothing else."""
    shutil.rmtree(root, ignore_errors=True)
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    notes, unread = read_texts(root, CONTENT)
    sources, unread_sources = read_texts(root, SEEDS)
    return [*notes, *sources], [*unread, *unread_sources]


def check_problems(
    problems: Iterable[Diagnostic], texts: Mapping[str, str], files: Iterable[str]
) -> None:
    """Every problem has a code that is explained, and a place inside a file."""
    for problem in problems:
        assert problem.code in CODES, problem
        assert problem.origin.path in files, problem
        assert not _UNPRINTABLE.search(str(problem)), problem
        if text := texts.get(problem.origin.path):
            lines = text.split("\n")
            assert 1 <= problem.origin.line <= len(lines), problem
            assert (
                1 <= problem.origin.column <= len(lines[problem.origin.line - 1]) + 1
            ), problem


def check_pages(site: Site, docs_dir: Path) -> None:
    """Pages lie inside their folder, all of them, and each one's front matter is data."""
    shutil.rmtree(docs_dir, ignore_errors=True)
    pages = [*render(site, ENVIRONMENT)]
    others = [OutputFile(path, text.encode()) for path, text in downloads(site)]
    write_pages([*pages, *others], docs_dir)
    written = {path for path in docs_dir.parent.rglob("*") if path.is_file()}
    outside = {path for path in written if not path.is_relative_to(docs_dir)}
    assert not {
        path for path in outside if not path.is_relative_to(docs_dir.parent / "in")
    }
    inside = {path.relative_to(docs_dir).as_posix() for path in written - outside}
    assert inside == {page.path for page in [*pages, *others]}
    for page in pages:
        check_front_matter(page.content.decode())


def check_front_matter(text: str) -> None:
    """Front matter is lines of a known form: a name, and a value that is JSON."""
    lines = text.split("\n")
    assert lines[0] == "---"
    for line in lines[1 : lines.index("---", 1)]:
        match = _PAIR.fullmatch(line)
        assert match, line
        json.loads(match[2])
