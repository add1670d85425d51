"""The offices of an actor."""

from generator.pages.context import PageContext
from generator.pages.lines.statements import sources_of
from generator.pages.prose import cite
from generator.schema.notes import Role
from generator.schema.statements import current
from generator.text.markdown import Markdown, escape


def role(page: PageContext, role: Role) -> Markdown:
    """Return an office, where and when it was held, and its sources."""
    where = ""
    if role.of and role.of not in role.title:
        where = f", {page.name(role.of)}"
    term = _term(role)
    when = f" ({term})" if term else ""
    dates = (*current(role.from_), *current(role.to))
    sources = dict.fromkeys([*role.sources, *sources_of(dates)])
    marks = cite(page, list(sources))
    return Markdown(f"{escape(role.title)}{where}{when}{marks}")


def _term(role: Role) -> str:
    """Return from when to when an office was held, in words."""
    starts = [statement.value for statement in current(role.from_)]
    ends = [statement.value for statement in current(role.to)]
    if starts and ends:
        return f"{starts[0].label} to {ends[0].label}"
    if starts:
        start = starts[0]
        return start.label if start.is_open else f"since {start.label}"
    if ends:
        return f"until {ends[0].label}"
    return ""
