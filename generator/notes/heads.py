"""What is above the first words of a file without front matter: blank lines, fences, comments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.notes.field_lines import (
    field_line,
    is_blank,
    is_border,
    opens_code,
)
from generator.schema.front_matter import looks_like_fence

_SKIPPED = re.compile(
    r"<!--.*-->|%%.*%%|\[[^\]]*\]:.*|%YAML.*|-->|#.*", re.DOTALL | re.IGNORECASE
)
"""Comments of several programs, and headings."""
_FENCE_AND_FIELD = re.compile(r"-{2,}\s*(?=\w)")
_FOREIGN = re.compile(r"-{3,}\s*(?:ya?ml|toml|json)|\+{3,}|;{3,}", re.IGNORECASE)
"""How front matter begins for other programs, and no text for readers."""


@dataclass(frozen=True, slots=True)
class Head:
    """The lines above the first words of a file."""

    lines: tuple[str, ...]
    """All lines of the file; the first words without the marks in front of them."""
    first: int
    """Index of the line with the first words."""
    fence: int | None
    """Index of the first line that looks like the beginning of front matter."""
    is_plain: bool
    """Whether nothing else is above the first words than that line and blank ones."""
    is_foreign: bool
    """Whether that line is one with which front matter begins for other programs."""


def find_head(lines: Sequence[str], known: Sequence[str]) -> Head:
    """Skip what may have been put above front matter, or in place of its first line."""
    scan = _Scan(list(lines), known)
    while scan.index < len(scan.lines) and scan.step():
        pass
    return Head(
        lines=tuple(scan.lines),
        first=scan.index,
        fence=scan.fence,
        is_plain=scan.is_plain,
        is_foreign=scan.is_foreign,
    )


class _Scan:
    """Walks over the first lines of a file."""

    def __init__(self, lines: list[str], known: Sequence[str]) -> None:
        self.lines = lines
        self.known = known
        self.index = 0
        self.fence: int | None = None
        self.is_plain = True
        self.is_foreign = False

    def step(self) -> bool:
        """Skip a line, if it may be skipped."""
        line = self.lines[self.index].strip()
        if is_blank(line):
            self.index += 1
        elif is_border(line) or opens_code(line):
            self._open()
            self.index += 1
        elif _SKIPPED.fullmatch(line):
            self.is_plain = False
            self.index += 1
        elif line.startswith("<!--"):
            self._comment(line.removeprefix("<!--"))
        else:
            return self._field_behind_fence(line)
        return True

    def _open(self) -> None:
        if self.fence is None:
            line = self.lines[self.index].strip()
            self.fence = self.index
            self.is_foreign = bool(_FOREIGN.fullmatch(line))

    def _comment(self, rest: str) -> None:
        """Skip a comment of several lines, unless fields are in it."""
        self.is_plain = False
        if is_blank(rest) or looks_like_fence(rest) or field_line(rest, self.known):
            self._open()
            self.lines[self.index] = rest
            return
        while self.index < len(self.lines) and "-->" not in self.lines[self.index]:
            self.index += 1
        self.index += 1

    def _field_behind_fence(self, line: str) -> bool:
        """Remove hyphens in front of a field; say whether there were any."""
        found = _FENCE_AND_FIELD.match(line)
        if found is None:
            return False
        rest = line[found.end() :]
        if not field_line(rest, self.known):
            return False
        self._open()
        self.lines[self.index] = rest
        return True
