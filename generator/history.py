"""When each file of the project changed, and what was said of it: the history that git keeps."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from generator.diagnostics import printable

LOG = ("log", "--format=%x00%ct%x00%s", "--name-status", "-M", "--relative")
"""The words with which git is asked for what :func:`parse_log` reads."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a file, as whoever made it told it."""

    at: datetime
    """In UTC."""
    what: str

    @property
    def day(self) -> date:
        """Return the day of the change, in UTC."""
        return self.at.date()


History = Mapping[str, tuple[Change, ...]]
"""The changes of each file, newest first, by its path of today."""


def parse_log(log: str) -> History:
    """Read what git prints, newest first; a file that was renamed keeps what came before.

    A line is ``NUL seconds NUL subject``, or how a file changed, a tab, its path; where it was
    renamed or copied, its old path and its new one.
    """
    found: defaultdict[str, list[Change]] = defaultdict(list)
    today: dict[str, str] = {}
    change = Change(datetime.fromtimestamp(0, UTC), "")
    for line in log.split("\n"):
        if line.startswith("\0"):
            _, seconds, what = line.split("\0", 2)
            change = Change(datetime.fromtimestamp(int(seconds), UTC), printable(what))
        elif "\t" in line:
            how, *paths = line.split("\t")
            path = today.pop(paths[-1], paths[-1])
            found[path].append(change)
            if how.startswith("R"):
                today[paths[0]] = path
            elif not how.startswith("A"):
                today[paths[-1]] = path
    return {path: tuple(changes) for path, changes in sorted(found.items())}
