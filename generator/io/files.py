"""Files: the writers' texts are read; pages are written whole, and only where they differ."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from generator.artifacts import OutputFile, TextFile
from generator.diagnostics import Diagnostic, Origin, quoted, warning

MAX_BYTES = 256 * 1024
"""Larger files are not read."""
KEPT = ".gitignore"
"""The one file of docs_dir that is not generated: it keeps the folder in the repository."""
_PUBLIC_UMASK = 0o022


@dataclass(frozen=True, slots=True)
class Written:
    """What a build changed on disk."""

    changed: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]

    @property
    def again(self) -> Self:
        """What the same build would change next."""
        return replace(
            self, changed=(), unchanged=len(self.changed) + self.unchanged, removed=()
        )


def read_texts(root: Path, folder: str) -> tuple[list[TextFile], list[Diagnostic]]:
    """Read every Markdown file below a folder in a fixed order; report what cannot be read."""
    texts: list[TextFile] = []
    problems: list[Diagnostic] = []
    for path in sorted((root / folder).rglob("*")):
        name = path.relative_to(root).as_posix()
        if not _is_candidate(path, name):
            continue
        match _read(path, name):
            case Diagnostic() as problem:
                problems.append(problem)
            case str(text):
                texts.append(TextFile(name, text))
    return texts, problems


def _is_candidate(path: Path, name: str) -> bool:
    """Return whether a path is visible and not a folder; links count, so that they are reported."""
    is_hidden = any(part.startswith(".") for part in name.split("/"))
    if is_hidden:
        return False
    if path.is_symlink():
        return True
    return (
        path.exists() and not path.is_dir()
    )  # it may have been deleted since it was listed


def read_text(root: Path, name: str) -> str:
    """Read one file of the project as far as it is text; an empty text if it is missing."""
    path = root / name
    if not path.is_file():
        return ""
    return path.read_text(encoding="utf-8", errors="replace")


def _read(path: Path, name: str) -> str | Diagnostic:
    origin = Origin(name)
    if path.is_symlink() or not path.is_file():
        message = "links and devices are not read: they could lead anywhere"
        return Diagnostic(origin, "bad-file", message, "Delete it.")
    is_seal = path.suffix == ".seal" and name.startswith("seeds/")
    if path.suffix != ".md" and not is_seal:
        message = (
            f"{quoted(path.suffix or path.name)} is not a type of file that is read"
        )
        return warning(origin, "bad-file", message, "Notes are files that end in .md.")
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        hint = "Check its permissions, or delete it."
        return Diagnostic(origin, "bad-file", message, hint)
    if len(content) > MAX_BYTES:
        message = f"the file has {len(content)} bytes; a note has at most {MAX_BYTES}"
        return Diagnostic(origin, "bad-file", message, "Split it into several notes.")
    text = decode(name, content)
    if isinstance(text, Diagnostic):
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode(name: str, content: bytes) -> str | Diagnostic:
    """Return the text of a file, or report its first byte that is not UTF-8."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
        line = content.count(b"\n", 0, at) + 1
        column = at - content.rfind(b"\n", 0, at)
        message = f"byte 0x{content[at]:02x} is not UTF-8 text"
        hint = "Save the file as UTF-8."
        return Diagnostic(Origin(name, line, column), "bad-encoding", message, hint)


def read_bytes(folder: Path) -> Iterator[OutputFile]:
    """Yield every visible file below a folder unchanged, to be published beside the pages."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name.startswith("."):
            continue
        name = path.relative_to(folder).as_posix()
        yield OutputFile(f"{folder.name}/{name}", path.read_bytes())


def write_pages(pages: Iterable[OutputFile], folder: Path) -> Written:
    """Make the folder contain exactly these pages; write only what differs."""
    folder.mkdir(parents=True, exist_ok=True)
    stale = files_in(folder)
    stale.discard(KEPT)
    changed: list[str] = []
    unchanged = 0
    for page in pages:
        stale.discard(page.path)
        if _write_if_changed(folder / page.path, page.content):
            changed.append(page.path)
        else:
            unchanged += 1
    for name in stale:
        (folder / name).unlink()
    return Written(tuple(changed), unchanged, tuple(sorted(stale)))


def files_in(folder: Path) -> set[str]:
    """Return the path of every file below a folder, from that folder."""
    found: set[str] = set()
    for path in folder.rglob("*"):
        if not path.is_dir():
            found.add(path.relative_to(folder).as_posix())
    return found


def _write_if_changed(path: Path, content: bytes) -> bool:
    """Replace a file whole, so that a reader never sees half of one."""
    if path.is_file() and path.read_bytes() == content:
        return False
    write_bytes(path, content)
    return True


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file under a temporary name and move it into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.tmp")
    draft.write_bytes(content)
    draft.replace(path)


@contextmanager
def public() -> Iterator[None]:
    """Make files readable by everyone, whatever the umask: a site is the same everywhere."""
    before = os.umask(_PUBLIC_UMASK)
    try:
        yield
    finally:
        os.umask(before)
