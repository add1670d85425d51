"""The lines of ties: the drawing, and the table that says the same."""

from collections.abc import Sequence

from generator.graph import Node, around, draw
from generator.lines import table
from generator.markdown import Markdown, escape
from generator.model import Note
from generator.page import Writer, page_path
from generator.ties import NOW, PAST, Tie

_HOLDS = {NOW: "yes", PAST: "no"}
PEOPLE, BODIES, TREATIES = 0, 1, 2


def own_ties(page: Writer) -> Sequence[Tie]:
    """Return the ties of this note and those among its neighbours; without a note, every tie."""
    if page.document is None:
        return page.site.ties
    return around(page.document.id, page.site.ties)


def graph(page: Writer) -> Markdown:
    """Return the ties drawn, with links to what they tie."""

    def node(id_: str) -> Node:
        note = page.note(id_)
        return Node(id_, note.title, page.address(page_path(note)), _column(note))

    return draw(own_ties(page), node, page.document.id if page.document else "")


def _column(note: Note) -> int:
    if note.folder == "treaties":
        return TREATIES
    return PEOPLE if note.fields.type == "person" else BODIES


def tie_rows(page: Writer) -> list[Markdown]:
    """Return the rows of the table of ties: who, what, to whom, when, whether it holds."""
    return table(
        ["Who", "Tie", "To", "When", "Holds"],
        [
            [
                page.link(page.note(tie.note)),
                escape(tie.what),
                page.link(page.note(tie.target)),
                escape(tie.when),
                _HOLDS.get(tie.holds, "not known"),
            ]
            for tie in own_ties(page)
        ],
    )
