"""Problems in what people wrote: where, how bad, which, what is wrong and what would do."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import IntEnum
from typing import NamedTuple

CODES = {
    "ambiguous-name": "A reference or a short name may mean more than one note.",
    "bad-character": "A file holds a character that shows nothing, or turns text around.",
    "bad-citation": "A citation is not of the form [@source] or [@source#p4].",
    "bad-date": "A date is not one of the calendar, or not written in a form we read.",
    "bad-encoding": "A file is not UTF-8 text.",
    "bad-file": "A file stands where it is not read, or is too large, or leads out of the project.",
    "bad-file-name": "A file's name is not an id: lower-case letters, digits and single hyphens.",
    "bad-link": "A link leads to an address of a kind that is not allowed.",
    "bad-nesting": "Brackets, lists or quotations are nested deeper than Markdown can read.",
    "bad-option": "An option of mkdocs.yml is unknown, or its value is not of its kind.",
    "bad-redirect": "A note's former id is none, or leads to more than one page.",
    "bad-seal": "The seal of a source cannot be read, or belongs to no source.",
    "bad-value": "A field's value is not of the field's kind.",
    "bad-yaml": "Front matter is not YAML.",
    "common-name": "A name is an ordinary word, so it would become a link where it means none.",
    "cycle": "Notes replace, amend, succeed or contain one another in a circle.",
    "draft-reference": "A published note refers to a draft, which has no page.",
    "duplicate-id": "Two files have the same name, and so the same id.",
    "duplicate-key": "Front matter holds the same key twice.",
    "duplicate-name": "Two notes bear the same title or alias, so a mention could mean either.",
    "empty-note": "A file holds nothing.",
    "duplicate-source": "Two records of sources are of the same address.",
    "long-quotation": "A quotation is longer than others' words may be.",
    "missing-extra": "An option needs an extra that is not installed.",
    "missing-field": "A field that this kind of note needs is not there.",
    "over-budget": "More of a source is quoted on the whole site than may be.",
    "raw-html": "HTML in a note is shown as text.",
    "self-reference": "A note refers to itself.",
    "too-long": "A paragraph or value is longer than anybody reads.",
    "unclosed-front-matter": "The --- line that closes front matter is missing.",
    "unknown-field": "Front matter holds a key that this kind of note does not have.",
    "unknown-kind": "A note lies in a folder that stands for no kind of note.",
    "unknown-note": "A reference or wikilink names no note.",
    "unknown-paragraph": "A citation names a paragraph its source does not have.",
    "unknown-section": "A wikilink names a section its note does not have.",
    "unknown-source": "A citation names no source.",
    "unusable-paragraph": "Something is said to rest on a paragraph that cannot carry it.",
    "vanished-page": "A page that was published is no more, and no note says what takes its place.",
    "wrong-kind": "A reference names a note of another kind than the field takes.",
    "wrong-paragraph": "Quoted words stand in another paragraph of the source than the one cited.",
    "wrong-quotation": "Quoted words do not stand in the source that is cited.",
    "yaml-feature": "Front matter uses what notes do without: YAML's anchors, aliases and tags.",
}
"""What each code means, for people; the codes are stable."""

MAX_SHOWN = 60
_UNPRINTABLE = re.compile(
    r"[^\S ]|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


class Severity(IntEnum):
    """How bad a problem is; only errors stop a build."""

    WARNING = 1
    ERROR = 2


class Position(NamedTuple):
    """Where something stands in a file: line, and column in code points, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where in the writer's files something stands."""

    path: str
    """Path from the project root, with forward slashes."""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column in code points, counted from 1."""

    def __str__(self) -> str:
        return f"{printable(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One problem, where it is, and what would fix it."""

    origin: Origin
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        line = (
            f"{self.origin}: {self.severity.name.lower()}[{self.code}] {self.message}"
        )
        return f"{line}\n    {self.hint}" if self.hint else line


def warning(origin: Origin, code: str, message: str, hint: str = "") -> Diagnostic:
    """Return a problem that does not stop a build."""
    return Diagnostic(origin, code, message, hint, Severity.WARNING)


def github_annotation(found: Diagnostic) -> str:
    """Return the workflow command that shows a problem beside its line in a pull request.

    Source: GitHub's "Workflow commands for GitHub Actions", whose escapes are %25, %0D, %0A and,
    in properties, %3A and %2C.
    """
    origin = found.origin
    properties = {
        "file": printable(origin.path),
        "line": str(origin.line),
        "col": str(origin.column),
        "title": found.code,
    }
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{found.message}\n{found.hint}" if found.hint else found.message
    return f"::{found.severity.name.lower()} {shown}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def as_json(found: Iterable[Diagnostic]) -> str:
    """Return problems for other programs: a list of objects whose values are text or numbers."""
    rows = [
        {
            "file": item.origin.path,
            "line": item.origin.line,
            "column": item.origin.column,
            "severity": item.severity.name.lower(),
            "code": item.code,
            "message": item.message,
            "hint": item.hint,
        }
        for item in found
    ]
    return json.dumps(rows, indent=1)


def capped(found: Iterable[Diagnostic], most: int = 50) -> Iterator[Diagnostic]:
    """Yield so many of a code in a file at most; at the next one's place, how many there are more.

    One mistake, such as a column of a table that was pasted twice, may be found a thousand times.
    """
    items = list(found)
    totals, shown = Counter(map(_group, items)), Counter[_Group]()
    for item in items:
        group = _group(item)
        shown[group] += 1
        if shown[group] <= most:
            yield item
        elif shown[group] == most + 1:
            message = (
                f"{totals[group] - most} more problems of this code are in this file"
            )
            yield replace(
                item, message=message, hint="Mend those above, then check again."
            )


_Group = tuple[str, str, Severity]


def _group(item: Diagnostic) -> _Group:
    return item.origin.path, item.code, item.severity


def quoted(text: str) -> str:
    """Quote a writer's words for a message: one line, not long, nothing that moves a cursor."""
    safe = printable(text)
    return f"'{safe}'" if len(safe) <= MAX_SHOWN else f"'{safe[: MAX_SHOWN - 1]}…'"


def printable(text: str) -> str:
    """Return text in which nothing moves a cursor or hides."""
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the closest known word, or an empty string."""
    by_folded = {name.casefold(): name for name in sorted(known)}
    close = get_close_matches(word.casefold(), by_folded, n=1)
    return f"Did you mean {quoted(by_folded[close[0]])}?" if close else ""


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """Return the highest severity present, or None where there is no problem."""
    return max((found.severity for found in diagnostics), default=None)
