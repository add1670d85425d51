"""The only module that touches the disk."""

import ctypes
import fcntl
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from generator.diagnostics import Diagnostic, Origin, quoted, warning
from generator.history import LOG, History, parse_log
from generator.render import Page
from generator.seals import Hasher, Seal

SALT = 16
_HASH = re.compile(r"[0-9a-f]{8}")
MAX_BYTES = 256 * 1024
"""Size above which a file is no note."""
KEPT = ".gitignore"
"""The one file of docs_dir that is not generated: it keeps the folder in the repository."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build changed on disk."""

    changed: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One file of the writers."""

    path: str
    """Path from the project root, with forward slashes."""
    text: str


def read_texts(root: Path, folder: str) -> tuple[list[Text], list[Diagnostic]]:
    """Read every Markdown file below a folder in a fixed order; report what cannot be read."""
    texts: list[Text] = []
    problems: list[Diagnostic] = []
    for path in sorted((root / folder).rglob("*")):
        name = path.relative_to(root).as_posix()
        is_hidden = any(part.startswith(".") for part in name.split("/"))
        if is_hidden or (path.is_dir() and not path.is_symlink()):
            continue
        if not path.exists() and not path.is_symlink():
            continue  # it was there when the folder was listed
        match _read(path, name):
            case Diagnostic() as problem:
                problems.append(problem)
            case str(text):
                texts.append(Text(name, text))
    return texts, problems


def read_text(root: Path, name: str) -> str:
    """Read one file of the project as far as it is text; nothing if it is not there."""
    path = root / name
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _read(path: Path, name: str) -> str | Diagnostic:
    origin = Origin(name)
    if path.is_symlink() or not path.is_file():
        message = "a link or device is not read: it could lead anywhere"
        return Diagnostic(origin, "bad-file", message, "Delete it.")
    if path.suffix != ".md" and not (path.suffix == ".seal" and name.startswith("seeds/")):
        message = f"{quoted(path.suffix or path.name)} is no kind of file that is read"
        return warning(origin, "bad-file", message, "Notes are files that end in .md.")
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return Diagnostic(origin, "bad-file", message, "Look at its permissions, or delete it.")
    if len(content) > MAX_BYTES:
        message = f"the file has {len(content)} bytes; a note has at most {MAX_BYTES}"
        return Diagnostic(origin, "bad-file", message, "Make several notes of it.")
    text = decode(name, content)
    return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


def decode(name: str, content: bytes) -> str | Diagnostic:
    """Return the text of a file, or say which byte of it is none."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        message = f"byte 0x{content[error.start]:02x} is not UTF-8 text"
        hint = "Save the file with the encoding UTF-8."
        return Diagnostic(Origin(name, line, column), "bad-encoding", message, hint)


def read_bytes(folder: Path) -> Iterator[Page]:
    """Yield every file below a folder as it is, to be published beside the pages."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield Page(f"{folder.name}/{path.relative_to(folder).as_posix()}", path.read_bytes())


def read_site(folder: Path) -> dict[str, bytes]:
    """Return every file of a built site by its path, but our own marks."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def zipped(files: Mapping[str, bytes], folder: str) -> bytes:
    """Return files as a ZIP archive of one folder; the same files give the same bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{path}")  # dated 1980, the first day there is
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            out.writestr(entry, files[path])
    return archive.getvalue()


def write_pages(pages: Iterable[Page], folder: Path) -> Written:
    """Make the folder hold exactly these pages, touching only what differs."""
    folder.mkdir(parents=True, exist_ok=True)
    stale = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()
    } - {KEPT}
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
    """Let everybody read what is written, whatever the umask: it is a site, the same everywhere."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def remembered(hasher: Hasher) -> Iterator[Hasher]:
    """Yield a slow hash that is computed once for each run of words, and kept outside the project.

    The memory lies in the user's cache folder; it holds fast hashes of words, never words.
    """
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "explainers"
    path = folder / "hashes.json"
    known = _read_hashes(path)
    before = len(known)

    def remembering(seal: Seal, run: str) -> bytes:
        key = hashlib.sha256(b"%b %d %b" % (seal.salt, seal.cost, run.encode())).hexdigest()
        if key not in known:
            known[key] = hasher(seal, run).hex()
        return bytes.fromhex(known[key])

    yield remembering
    if len(known) > before:
        with suppress(OSError):  # a machine without such a folder computes anew
            write_bytes(path, json.dumps(known).encode())


def _read_hashes(path: Path) -> dict[str, str]:
    """Read what is remembered; what cannot be read is computed anew."""
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    is_good = isinstance(known, dict) and all(
        isinstance(value, str) and _HASH.fullmatch(value) for value in known.values()
    )
    return known if is_good else {}


def variables() -> Mapping[str, str]:
    """Return the variables of the environment, which mkdocs.yml may refer to."""
    return dict(os.environ)


def today() -> date:
    """Return what day it is; SOURCE_DATE_EPOCH sets it, so that a build can be repeated.

    Source: reproducible-builds.org's specification of SOURCE_DATE_EPOCH.

    Raises:
        ValueError: If that is set to something else than a number of seconds within the calendar.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        msg = f"SOURCE_DATE_EPOCH is no number of seconds since 1970: {quoted(epoch)}"
        raise ValueError(msg) from None
    return now.date()


def last_commit(root: Path) -> str:
    """Return the second of the last commit, if all files are as it left them; else nothing."""
    status = _git(root, "--no-optional-locks", "status", "--porcelain", "--branch", ".")
    is_clean = len(status.splitlines()) == 1  # the branch; no line at all is no answer
    return _git(root, "log", "-1", "--format=%ct").strip() if is_clean else ""


def history(root: Path) -> History:
    """Return the changes of each file that git knows, by its path.

    There are none where there is no git, or only the end of its history, as in a shallow clone.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    return parse_log(_git(root, "-c", "core.quotepath=off", *LOG))


def _git(root: Path, *arguments: str) -> str:
    """Return what git says, or nothing if it says nothing."""
    command = ["git", "-C", str(root), *arguments]
    try:
        ran = subprocess.run(  # noqa: S603 - our own arguments
            command, capture_output=True, text=True, check=False, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return ran.stdout


def random_bytes() -> bytes:
    """Return the salt of a new seal."""
    return os.urandom(SALT)


MARKER = ".explainers-site"
"""Name of the file that says a folder is a site we built, and so may be replaced."""


class NotOursError(Exception):
    """A folder that would be replaced was not built by us."""


def replace_site(new: Path, site: Path) -> None:
    """Put a finished site in the place of the last one; only what bears our marker is deleted.

    Raises:
        NotOursError: If there is something else in that place.
    """
    old = site.with_name(f"{site.name}.old")
    for folder in (old, site):
        if folder.exists() and not is_replaceable(folder):
            raise NotOursError(folder)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists() and _exchange(new, site):
        shutil.rmtree(new, ignore_errors=True)
        return
    if site.exists():
        site.replace(old)
    new.replace(site)
    shutil.rmtree(old, ignore_errors=True)


_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, so that neither is ever missing; say whether it was done.

    Source: renameat2(2) of Linux, which has no name in Python.
    """
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    ends = (os.fsencode(one), os.fsencode(other))
    return bool(rename(_AT_FDCWD, ends[0], _AT_FDCWD, ends[1], _RENAME_EXCHANGE) == 0)


def restore_site(site: Path) -> bool:
    """Put the last site back if a build was stopped between two renames; say whether it was."""
    old = site.with_name(f"{site.name}.old")
    if site.exists() or not (old / MARKER).is_file():
        return False
    old.replace(site)
    return True


def mark_site(folder: Path) -> None:
    """Say in a folder that it is a site we built."""
    write_bytes(folder / MARKER, b"This folder is replaced by every build.\n")


def is_replaceable(folder: Path) -> bool:
    """Say whether a folder is empty or one of our sites."""
    return (folder / MARKER).is_file() or not any(folder.iterdir())


@contextmanager
def lock(folder: Path) -> Iterator[str]:
    """Hold the folder for one build and what it starts; yield who holds it, if it is not free."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            yield f"process {file.read() or 'unknown'}"
            return
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        os.set_inheritable(file.fileno(), True)  # noqa: FBT003 - os's own signature
        yield ""
