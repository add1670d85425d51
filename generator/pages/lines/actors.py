"""The offices of an actor."""

from generator.dates.date import Date
from generator.pages.base.context import PageContext
from generator.pages.base.prose import cite
from generator.pages.lines.statements import sources_of
from generator.schema.notes import Role
from generator.schema.statements import Values, current
from generator.schema.values import Citation, When
from generator.text.markdown import Markdown, escape


def role(page: PageContext, role: Role) -> Markdown:
    """Return an office, where and when it was held, and its sources."""
    shown = escape(role.title)
    if role.of and role.of not in role.title:
        where = page.name(role.of)
        shown = Markdown(f"{shown}, {where}")
    term = _term(role)
    if term:
        shown = Markdown(f"{shown} ({term})")
    sources = _sources(role)
    marks = cite(page, sources)
    return Markdown(shown + marks)


def _term(role: Role) -> str:
    """Return the term of an office in words."""
    start = _first_date(role.from_)
    end = _first_date(role.to)
    if start and end:
        return f"{start.label} to {end.label}"
    if end:
        return f"until {end.label}"
    if not start:
        return ""
    if start.is_open:
        return start.label
    return f"since {start.label}"


def _first_date(statements: Values[When]) -> Date | None:
    for statement in current(statements):
        return statement.value
    return None


def _sources(role: Role) -> list[Citation]:
    """Return the sources of an office and of its dates, each once."""
    dates = current(role.from_) + current(role.to)
    sources = list(role.sources)
    sources.extend(sources_of(dates))
    once = dict.fromkeys(sources)
    return list(once)
