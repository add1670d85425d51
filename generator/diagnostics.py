"""Problems in what people wrote: position, severity, code, message and hint."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple

from generator.codes import Code
from generator.known_words import KnownWords

MAX_QUOTED_LENGTH = 60
MAX_OF_A_CODE = 50
"""Problems of one code that are shown for one file."""
_UNPRINTABLE = re.compile(
    r"[^\S ]|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_GITHUB_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_GITHUB_PROPERTY_ESCAPES = _GITHUB_ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})


class Severity(IntEnum):
    """How bad a problem is; only errors stop a build."""

    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> str:
        """The word that messages use: ``warning`` or ``error``."""
        return self.name.lower()


class Position(NamedTuple):
    """A position in a file: line, and column in code points, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A position in one of the writer's files."""

    path: str
    """Path from the project root, with forward slashes."""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column in code points, counted from 1."""

    def __str__(self) -> str:
        path = printable(self.path)
        return f"{path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One problem, where it is, and what would fix it."""

    origin: Origin
    code: Code
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        line = f"{self.origin}: {self.severity.label}[{self.code}] {self.message}"
        if not self.hint:
            return line
        return f"{line}\n    {self.hint}"


def warning(origin: Origin, code: Code, message: str, hint: str = "") -> Diagnostic:
    """Return a problem that does not stop a build."""
    return Diagnostic(
        origin=origin,
        code=code,
        message=message,
        hint=hint,
        severity=Severity.WARNING,
    )


def github_annotation(found: Diagnostic) -> str:
    """Return the workflow command that shows a problem beside its line in a pull request.

    Source: GitHub's "Workflow commands for GitHub Actions", whose escapes are %25, %0D, %0A and,
    in properties, %3A and %2C.
    """
    origin = found.origin
    file = _escaped_property(printable(origin.path))
    title = _escaped_property(found.code)
    properties = f"file={file},line={origin.line},col={origin.column},title={title}"
    message = found.message
    if found.hint:
        message = f"{message}\n{found.hint}"
    return f"::{found.severity.label} {properties}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.translate(_GITHUB_ESCAPES)


def _escaped_property(text: str) -> str:
    return text.translate(_GITHUB_PROPERTY_ESCAPES)


def as_json(found: Iterable[Diagnostic]) -> str:
    """Return problems for other programs: a list of objects whose values are text or numbers."""
    rows = [_row(item) for item in found]
    return json.dumps(rows, indent=1)


def _row(found: Diagnostic) -> dict[str, str | int]:
    return {
        "file": found.origin.path,
        "line": found.origin.line,
        "column": found.origin.column,
        "severity": found.severity.label,
        "code": found.code,
        "message": found.message,
        "hint": found.hint,
    }


def capped(
    found: Iterable[Diagnostic], limit: int = MAX_OF_A_CODE
) -> Iterator[Diagnostic]:
    """Yield at most ``limit`` problems of a code in a file, then how many more there are.

    One mistake, such as a column of a table that was pasted twice, may be found a thousand times.
    """
    items = list(found)
    totals = Counter(_group(item) for item in items)
    seen: Counter[_Group] = Counter()
    for item in items:
        group = _group(item)
        seen[group] += 1
        if seen[group] <= limit:
            yield item
        elif seen[group] == limit + 1:
            yield _omitted(item, totals[group] - limit)


class _Group(NamedTuple):
    """What problems that are counted together have in common."""

    path: str
    code: Code
    severity: Severity


def _group(item: Diagnostic) -> _Group:
    return _Group(
        path=item.origin.path,
        code=item.code,
        severity=item.severity,
    )


def _omitted(first: Diagnostic, count: int) -> Diagnostic:
    """Say how many problems are not shown, at the first of them."""
    return replace(
        first,
        message=f"{count} more problems with this code in this file",
        hint="Fix those above, then check again.",
    )


def quoted(text: str) -> str:
    """Quote a writer's words for a message: one line, not long, nothing that moves a cursor."""
    safe = printable(text)
    if len(safe) > MAX_QUOTED_LENGTH:
        safe = safe[: MAX_QUOTED_LENGTH - 1] + "…"
    return f"'{safe}'"


def printable(text: str) -> str:
    """Return text in which nothing moves a cursor or hides."""
    return _UNPRINTABLE.sub(_code_point, text)


def _code_point(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\u{number:04x}"


def did_you_mean(word: str, known: Iterable[str] | KnownWords) -> str:
    """Return a hint that names the closest known word, or an empty string."""
    words = known if isinstance(known, KnownWords) else KnownWords.of(known)
    closest = words.closest(word)
    return f"Did you mean {quoted(closest)}?" if closest else ""


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """Return the highest severity present, or None where there is no problem."""
    severities = {found.severity for found in diagnostics}
    return max(severities, default=None)
