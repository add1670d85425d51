"""Values of fields, with the sources they rest on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.dates.date import Date
from generator.pages.base.components import sortable
from generator.pages.base.context import PageContext
from generator.pages.base.prose import cite, prose
from generator.schema.statements import Statement, Values, current
from generator.schema.values import Citation, Reference
from generator.text.markdown import Markdown, escape, joined

Statements = tuple[Statement[object], ...]

DIFFER = Markdown(' <span class="differ">(sources differ)</span>')
"""Follows values on which sources differ."""


def values(page: PageContext, statements: Statements) -> Markdown:
    """Return the value of a field with its sources; if sources differ, every value."""
    by_value: defaultdict[str, list[Statement[object]]] = defaultdict(list)
    for statement in current(statements):
        value = _value(page, statement.value)
        by_value[value].append(statement)
    shown = []
    for value, agreeing in by_value.items():
        stated = _stated(page, value, agreeing)
        shown.append(stated)
    text = "; or ".join(shown)
    if len(shown) > 1:
        text += DIFFER
    return Markdown(text)


def stated_dates(page: PageContext, statements: Values[Date]) -> Markdown:
    """Return dates with what they rest on, for a column that is sorted by the first."""
    dates = current(statements)
    if not dates:
        return Markdown()
    shown = values(page, statements)
    return sortable(shown, dates[0].value)


def _stated(
    page: PageContext, value: str, statements: Sequence[Statement[object]]
) -> str:
    """Return a value, its sources, the words they print, and why it is given."""
    marks = cite(page, sources_of(statements))
    printed = [
        f'printed "{escape(statement.printed)}"'
        for statement in statements
        if statement.printed
    ]
    reasons = [prose(page, statement.why) for statement in statements if statement.why]
    remarks = "; ".join([*printed, *reasons])
    if remarks:
        return f"{value}{marks} ({remarks})"
    return value + marks


def sources_of(statements: Iterable[Statement[object]]) -> list[Citation]:
    """Return every citation of some statements once, the first first."""
    found: dict[Citation, None] = {}
    for statement in statements:
        found.update(dict.fromkeys(statement.sources))
    return list(found)


def listed(page: PageContext, statements: Statements) -> Markdown:
    """Return every value of a field that has several."""
    shown = []
    for statement in current(statements):
        value = _value(page, statement.value)
        marks = cite(page, statement.sources)
        shown.append(value + marks)
    return joined(", ", shown)


def _value(page: PageContext, value: object) -> str:
    match value:
        case Reference():
            return page.name(value)
        case Date():
            return escape(value.label)
        case _:
            return escape(str(value))
