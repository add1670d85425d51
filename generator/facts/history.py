"""When each file of the project changed, and why: the history that git keeps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from generator.diagnostics import printable
from generator.facts.grouped import grouped

LOG = ("log", "--format=%x00%ct%x00%s", "--name-status", "-M", "--relative")
"""The arguments with which git prints what :func:`parse_log` reads."""
WRITERS = ("content/", "seeds/")
"""The folders of the writers' files."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a file, as its author described it."""

    at: datetime
    """In UTC."""
    what: str
    """The subject of the commit; empty if it is not about the pages."""

    @property
    def day(self) -> date:
        """Return the day of the change, in UTC."""
        return self.at.date()


def stamp(when: datetime) -> str:
    """Return a time in UTC as feeds and search engines want it."""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


History = Mapping[str, tuple[Change, ...]]
"""The changes of each file, newest first, by its current path."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Today's date, and the changes of each file of the project."""

    today: date
    history: History

    def changed(self, path: str) -> date:
        """Return the day of a file's last change, or the first of all days if it is not known."""
        changes = self.history.get(path)
        if not changes:
            return date.min
        return changes[0].day


@dataclass(frozen=True, slots=True)
class _Commit:
    """One commit of the log."""

    change: Change
    files: Sequence[Sequence[str]]
    """How each file changed, and its path; for a renamed or copied file, both paths."""


def parse_log(log: str) -> History:
    """Read what git prints, newest first; a renamed file keeps the changes under its old path."""
    changes = grouped(_paths_and_changes(log))
    return dict(sorted(changes.items()))


def _paths_and_changes(log: str) -> Iterator[tuple[str, Change]]:
    """Yield the current path of each changed file, and the change."""
    current_paths: dict[str, str] = {}
    for commit in _commits(log):
        for how, *paths in commit.files:
            path = current_paths.pop(paths[-1], paths[-1])
            yield path, commit.change
            is_new = how.startswith("A")
            is_renamed = how.startswith("R")
            earlier = paths[0] if is_renamed else paths[-1]
            if not is_new:
                current_paths[earlier] = path


def _commits(log: str) -> Iterator[_Commit]:
    """Yield each commit of the log.

    A commit is ``NUL seconds NUL subject``, then a line for each file: how it changed, a tab, its
    path; for a renamed or copied file, the old path, a tab, and the new one.
    """
    _, *parts = log.split("\0")
    times = parts[::2]
    messages = parts[1::2]
    for seconds, message in zip(times, messages, strict=True):
        at = datetime.fromtimestamp(int(seconds), UTC)
        yield _commit(at, message)


def _commit(at: datetime, message: str) -> _Commit:
    subject, *lines = message.split("\n")
    files = [line.split("\t") for line in lines if "\t" in line]
    what = printable(subject) if _is_editorial(files) else ""
    change = Change(at, what)
    return _Commit(change, files)


def _is_editorial(files: Iterable[Sequence[str]]) -> bool:
    """Say whether a commit changed only the writers' files.

    The subject of any other commit is about the program as much as about the pages.
    """
    changed: list[str] = []
    for _, *paths in files:
        changed += paths
    return all(path.startswith(WRITERS) for path in changed)
