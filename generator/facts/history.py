"""When each file of the project changed, and what was said of it: the history that git keeps."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from generator.diagnostics import printable

LOG = ("log", "--format=%x00%ct%x00%s", "--name-status", "-M", "--relative")
"""The words with which git is asked for what :func:`parse_log` reads."""
WRITERS = ("content/", "seeds/")
"""Where the writers' files are."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a file, as whoever made it told it."""

    at: datetime
    """In UTC."""
    what: str
    """Empty if what was said is not about the pages."""

    @property
    def day(self) -> date:
        """Return the day of the change, in UTC."""
        return self.at.date()


def stamp(when: datetime) -> str:
    """Return a time in UTC as feeds and search engines want it."""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


History = Mapping[str, tuple[Change, ...]]
"""The changes of each file, newest first, by its path of today."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What day it is, and how each file of the project changed."""

    today: date
    history: History

    def changed(self, path: str) -> date:
        """Return the day on which a file was last changed, if that is known."""
        changes = self.history.get(path)
        return changes[0].day if changes else date.min


def parse_log(log: str) -> History:
    """Read what git prints, newest first; a file that was renamed keeps what came before.

    What was said of a commit is kept if it changed the writers' files alone: else it is about the
    program as much as about the pages, and readers are told only that they changed.

    A commit is ``NUL seconds NUL subject``, then lines of how a file changed, a tab, its path;
    where it was renamed or copied, its old path and its new one.
    """
    found: defaultdict[str, list[Change]] = defaultdict(list)
    today: dict[str, str] = {}
    _, *parts = log.split("\0")
    for seconds, told in zip(parts[::2], parts[1::2], strict=True):
        subject, *lines = told.split("\n")
        files = [line.split("\t") for line in lines if "\t" in line]
        is_editorial = all(
            path.startswith(WRITERS) for _, *paths in files for path in paths
        )
        at = datetime.fromtimestamp(int(seconds), UTC)
        change = Change(at, printable(subject) if is_editorial else "")
        for how, *paths in files:
            path = today.pop(paths[-1], paths[-1])
            found[path].append(change)
            if how.startswith("R"):
                today[paths[0]] = path
            elif not how.startswith("A"):
                today[paths[-1]] = path
    return {path: tuple(changes) for path, changes in sorted(found.items())}
