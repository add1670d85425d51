"""Whether a treaty is in force on a day, computed from its dates, and whether that is certain.

Sources may give several dates for one step, and each date may be vague. A status is certain if
every way of reading the dates leads to it. It is disputed if sources make the difference, and
unclear if only vague dates do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from generator.dates.date import OPEN_END, OPEN_START, Date, Day
from generator.facts.grouped import grouped
from generator.facts.treaty_course import Course, TreatyStatus, status_on
from generator.notes.index import Index
from generator.notes.model import Treaty
from generator.notes.relations import Relation
from generator.schema.statements import Values, current, first_value
from generator.schema.treaties import StatusWord, TreatyFields

STATUS_ORDER: tuple[TreatyStatus, ...] = get_args(TreatyStatus)
_CURRENT: frozenset[TreatyStatus] = frozenset({"in force", "signed"})
"""What is doubtful of a treaty that is known to have ended, but not when."""
_FOR_READERS: Mapping[TreatyStatus, str] = {
    "not kept": "no longer observed",
}
"""Statuses that pages call by other words than writers type."""


@dataclass(frozen=True, slots=True)
class Status:
    """The status of a treaty on a day, and why."""

    words: tuple[TreatyStatus, ...]
    """The status if it is certain, else every possible one."""
    is_disputed: bool = False
    """Whether sources disagree, rather than dates being vague."""
    why: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether only one status is possible."""
        return len(self.words) == 1

    @property
    def label(self) -> str:
        """The status in words for readers."""
        shown = [_FOR_READERS.get(word, word) for word in self.words]
        possible = ", or ".join(shown)
        if self.is_certain:
            return possible.capitalize()
        if self.is_disputed:
            return f"Disputed: {possible}"
        return f"Unclear: {possible}"


@dataclass(frozen=True, slots=True)
class _Version:
    """The dates of a treaty as one choice of sources gives them; None if a step has no date."""

    signed: Date | None
    in_force: Date | None
    ended: Date | None


def statuses(
    index: Index, relations: Iterable[Relation], day: Day
) -> Mapping[str, Status]:
    """Map each treaty to its status on a day."""
    replacements = grouped(_replacements(index, relations))
    found: dict[str, Status] = {}
    for treaty in index.of_kind(Treaty):
        found[treaty.id] = status_of(
            fields=treaty.fields,
            replaced=replacements.get(treaty.id, ()),
            day=day,
        )
    return found


def _replacements(
    index: Index, relations: Iterable[Relation]
) -> Iterator[tuple[str, Day]]:
    """Yield each replaced treaty, and the day from which its replacement is certainly in force."""
    for relation in relations:
        newer = index.notes[relation.note]
        if relation.field == "replaces" and isinstance(newer, Treaty):
            in_force = first_value(newer.fields.in_force)
            if in_force:
                yield relation.target, in_force.latest


def status_of(fields: TreatyFields, replaced: Iterable[Day], day: Day) -> Status:
    """Return the status of a treaty on a day.

    Args:
        fields: What its note says.
        replaced: The day on which each treaty that replaces it came into force.
        day: Year, month and day.
    """
    stated = current(fields.status)
    if stated:
        return _stated(stated)
    is_replaced = any(since <= day for since in replaced)
    by_version: set[frozenset[TreatyStatus]] = set()
    for version in _versions(fields):
        found = {
            status_on(day, fields, course, is_replaced=is_replaced)
            for course in _courses(version)
        }
        by_version.add(frozenset(found))
    possible: set[TreatyStatus] = set().union(*by_version)
    has_unknown_end = fields.ended_how and not fields.ended
    if has_unknown_end and possible & _CURRENT:
        possible.add("not kept")
    words = sorted(possible, key=STATUS_ORDER.index)
    return Status(
        words=tuple(words),
        is_disputed=len(by_version) > 1,
        why=_why(fields, words),
    )


def _stated(statements: Values[StatusWord]) -> Status:
    """Return the status that the note itself gives."""
    words = dict.fromkeys(item.value for item in statements)
    return Status(
        words=tuple(words),
        is_disputed=len(words) > 1,
        why=statements[0].why,
    )


def _versions(fields: TreatyFields) -> Iterator[_Version]:
    """Yield every combination of the dates that sources give."""
    for signed in _given(fields.signed):
        for in_force in _given(fields.in_force):
            for ended in _given(fields.ended):
                yield _Version(
                    signed=signed,
                    in_force=in_force,
                    ended=ended,
                )


def _given(dates: Values[Date]) -> Sequence[Date | None]:
    """Return every date that is not deprecated, or a single None if there is none."""
    given = [item.value for item in current(dates)]
    return given or [None]


def _courses(version: _Version) -> Iterator[Course]:
    """Yield the ways to read vague dates, each as early and as late as possible."""
    for signed in _extremes(version.signed):
        for in_force in _extremes(version.in_force):
            for ended in _extremes(version.ended):
                yield Course(
                    signed=signed,
                    in_force=in_force,
                    ended=ended,
                )


def _extremes(date: Date | None) -> Sequence[Day | None]:
    """Return the first and last day a date may mean; for an open span, its one known end."""
    if date is None:
        return (None,)
    days = [date.earliest]
    if date.latest != date.earliest:
        days.append(date.latest)
    return [day for day in days if day not in {OPEN_START, OPEN_END}]


def _why(fields: TreatyFields, words: Sequence[TreatyStatus]) -> str:
    """Explain a status that leaves a question: when it entered into force, or how it ended."""
    for word in words:
        match word:
            case "signed and perhaps in force":
                return "its entry into force is not recorded"
            case "ratified by some" | "ratified by all" if not fields.in_force:
                return "no entry into force is recorded"
            case "not kept":
                ways = current(fields.ended_how)
                return ", ".join(item.value for item in ways)
    return ""
