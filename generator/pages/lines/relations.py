"""The lines of ties: the drawing, and the table that says the same."""

from collections.abc import Sequence

from generator.drawings.relations import Box, around, draw
from generator.facts.relations import NOW, PAST, Tie
from generator.notes.model import Actor, Note
from generator.pages.context import PageContext
from generator.pages.lines.components import table
from generator.text.markdown import Markdown, escape

_HOLDS = {NOW: "yes", PAST: "no"}
PEOPLE, BODIES, TREATIES = 0, 1, 2


def own_ties(page: PageContext) -> Sequence[Tie]:
    """Return the ties of this note and those among its neighbours; without a note, every tie."""
    if page.document is None:
        return page.site.as_of.ties
    return around(page.document.id, page.site.as_of.ties)


def graph(page: PageContext) -> Markdown:
    """Return the ties drawn, each node a link to its name in the table, which leads on.

    So the drawing holds no address of another page, which engines would rewrite, each its own way;
    a script leads straight there.
    """

    def node(id_: str) -> Box:
        note = page.note(id_)
        return Box(id_, note.title, f"#n-{id_}", _column(note))

    return draw(own_ties(page), node, page.document.id if page.document else "")


def _column(note: Note) -> int:
    if not isinstance(note, Actor):
        return TREATIES
    return PEOPLE if note.fields.type == "person" else BODIES


def tie_rows(page: PageContext) -> list[Markdown]:
    """Return the rows of the table of ties: who, what, to whom, when, whether it holds."""
    seen: set[str] = set()

    def named(id_: str) -> str:
        link = page.link(page.note(id_))
        is_first = id_ not in seen
        seen.add(id_)
        return f'<span id="n-{id_}">{link}</span>' if is_first else link

    return table(
        ["Who", "Tie", "To", "When", "Holds"],
        [
            [
                named(tie.note),
                escape(tie.what),
                named(tie.target),
                escape(tie.when),
                _HOLDS.get(tie.holds, "not known"),
            ]
            for tie in own_ties(page)
        ],
    )
