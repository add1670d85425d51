"""The lines of ties: the drawing, and the table that says the same."""

from collections.abc import Sequence

from generator.drawings.columns import BODIES, PEOPLE, TREATIES, Box
from generator.drawings.relations import around, draw
from generator.facts.relations import NOW, PAST, Tie
from generator.notes.model import Actor, Note, Treaty
from generator.pages.base.components import table
from generator.pages.base.context import PageContext
from generator.text.markdown import Markdown, escape

_CURRENT = {
    NOW: "yes",
    PAST: "no",
}


def own_ties(page: PageContext) -> Sequence[Tie]:
    """Return the ties of this note and those among its neighbours; without a note, every tie."""
    if page.document is None:
        return page.site.as_of.ties
    return around(page.document.id, page.site.as_of.neighbours)


def graph(page: PageContext) -> Markdown:
    """Return the ties drawn, each box a link to its name in the table, which leads on.

    So the drawing contains no address of another page, which each engine would rewrite its own
    way; a script leads straight there.
    """

    def box(id_: str) -> Box:
        note = page.note(id_)
        column = _column(note)
        return Box(id_, note.title, f"#n-{id_}", column)

    centre = page.document.id if page.document else ""
    return draw(own_ties(page), box, centre)


def own_graph(page: PageContext) -> Markdown:
    """Return the ties of an actor or treaty drawn; pages of other kinds show none."""
    if not isinstance(page.document, Actor | Treaty):
        return Markdown()
    return graph(page)


def _column(note: Note) -> int:
    if not isinstance(note, Actor):
        return TREATIES
    if note.fields.type == "person":
        return PEOPLE
    return BODIES


def tie_rows(page: PageContext) -> list[Markdown]:
    """Return the rows of the table of ties: who, what, to whom, when, in what state."""
    seen: set[str] = set()

    def named(id_: str) -> str:
        note = page.note(id_)
        link = page.link(note)
        if id_ in seen:
            return link
        seen.add(id_)
        return f'<span id="n-{id_}">{link}</span>'

    rows: list[list[str]] = []
    for tie in own_ties(page):
        row = [
            named(tie.note),
            escape(tie.what),
            named(tie.target),
            escape(tie.when),
            _current(tie),
        ]
        rows.append(row)
    return table(["Who", "Tie", "To", "When", "Current"], rows)


def _current(tie: Tie) -> str:
    if tie.state in _CURRENT:
        return _CURRENT[tie.state]
    return "unclear" if tie.when else "not recorded"
