"""A whole build where nothing has changed: recognised by what it read and what it wrote."""

import json
import os
from dataclasses import asdict, astuple, dataclass
from datetime import date
from pathlib import Path

from generator.io.environment import today
from generator.io.files import KEPT
from generator.io.git import last_commit, revision
from generator.io.memo import Memo, memo_key
from generator.io.versions import PACKAGE, code_version, package_digest
from generator.reuse.configuration import (
    THEME,
    Configuration,
    UnknownError,
    read_configuration,
)
from generator.reuse.snapshot import UnreadableError, listing, settle, snapshot

_EPOCH = "SOURCE_DATE_EPOCH"
_UNFINISHED = (".next", ".old")
"""How the names of folders end that a build which was stopped leaves beside the site."""


@dataclass(frozen=True, slots=True)
class Build:
    """A build as it is asked for."""

    root: Path
    folders: tuple[str, ...]
    """The writers' folders."""
    docs_dir: Path
    """The folder of the pages, in the project."""
    site: Path | None
    """The folder of the site, in the project; None if only pages are wanted."""
    shape: str
    """How problems are printed."""
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build reads."""

    key: bytes
    """A digest of all of it, and of the code that reads it."""
    stamps: bytes
    """A digest of when the files were last changed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build without errors prints."""

    problems: str
    summary: str
    published: str
    """Where the site is, and the faults found in it; empty if only pages were wanted."""
    pages: str
    """What :func:`pages_in` returned once they were written."""


@dataclass(frozen=True, slots=True)
class _Record:
    """What is kept of a build."""

    written: str
    """What :func:`_written` returned when it had ended."""
    outcome: Outcome


def read_inputs(build: Build) -> Inputs | None:
    """Return what a build reads, or None if that cannot be known."""
    try:
        configuration = read_configuration(build.root, build.docs_dir.as_posix())
        folders = [build.root / name for name in (*build.folders, THEME)]
        found = snapshot([*folders, *configuration.files])
        _check_hook(build.root, configuration)
    except (OSError, UnknownError, UnreadableError):
        return None
    key = memo_key(
        "build",
        code_version(),
        str(build.root.resolve()),
        repr(build),
        json.dumps(_surroundings(build, configuration)),
        found.content,
    )
    return Inputs(key, found.stamps)


def _check_hook(root: Path, configuration: Configuration) -> None:
    """Check that the hook that MkDocs runs belongs to the program that runs.

    Raises:
        UnknownError: If it may be another.
    """
    if not configuration.has_hook:
        return
    package = root / PACKAGE.name
    is_ours = package.resolve() == PACKAGE.resolve()
    if not is_ours and package_digest(package) != package_digest(PACKAGE):
        raise UnknownError


def _surroundings(build: Build, configuration: Configuration) -> list[object]:
    """Return what a build reads that is in no file: the day, the environment, git's history."""
    variables = sorted(configuration.variables | {_EPOCH})
    return [
        today().isoformat(),
        [(name, os.environ.get(name)) for name in variables],
        revision(build.root),
        last_commit(build.root) if build.site else "",
    ]


def recall(memo: Memo, build: Build, inputs: Inputs) -> Outcome | None:
    """Return how an earlier build of the same ended, if all that it wrote is still there."""
    kept = memo.get(inputs.key)
    record = _parse(kept) if kept else None
    if record is None or record.written != _written(build):
        return None
    return record.outcome


def remember(memo: Memo, build: Build, inputs: Inputs, outcome: Outcome) -> None:
    """Keep how a build ended, unless what it read or wrote was changed meanwhile."""
    settle()
    written = _written(build)
    if not outcome.pages or not written.startswith(outcome.pages):
        return
    if read_inputs(build) == inputs:
        record = json.dumps(asdict(_Record(written, outcome)))
        memo.put_many({inputs.key: record.encode()})


def pages_in(build: Build) -> str:
    """Return a digest of the pages and of when each was written; empty if it cannot be known."""
    try:
        return listing(build.root / build.docs_dir, but=KEPT)
    except UnreadableError:
        return ""


def _written(build: Build) -> str:
    """Return a digest of all that a build wrote; empty if there is more, or a build was stopped."""
    pages = pages_in(build)
    if not build.site:
        return pages
    site = build.root / build.site
    has_more = any(site.with_name(f"{site.name}{end}").exists() for end in _UNFINISHED)
    if has_more or not pages:
        return ""
    try:
        return f"{pages} {listing(site)}"
    except UnreadableError:
        return ""


def _parse(content: bytes) -> _Record | None:
    """Return what was kept of a build; None if it has another form."""
    try:
        record = json.loads(content)
        outcome = Outcome(**record["outcome"])
        written = record["written"]
    except (KeyError, RecursionError, TypeError, ValueError):
        return None
    texts = [written, *astuple(outcome)]
    if not all(isinstance(text, str) for text in texts):
        return None
    return _Record(written, outcome)
