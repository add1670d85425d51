"""The offices of an actor."""

from __future__ import annotations

import pytest

from generator.notes.model import Actor
from generator.pages.base.context import PageContext
from generator.pages.lines.actors import role as line_of
from tests.pages.lines.sample import FILES, bare
from tests.rendered import site_of


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("leader", "leader"),
        ("{title: a *star*, of: Korea}", "a \\*star\\*, [Korea](../actors/korea.md)"),
        ("{title: Leader of Korea, of: Korea}", "Leader of Korea"),
        ("{title: x, of: the Club}", "x, the Club"),
        ("{title: x, from: 1961}", "x (since 1961)"),
        ("{title: x, from: 1961/..}", "x (since 1961)"),
        ("{title: x, to: 1961-07}", "x (until July 1961)"),
        ("{title: x, from: 1961, to: 1962}", "x (1961 to 1962)"),
        (
            "{title: x, from: {value: 1961, source: un}, source: [un, us]}",
            "x (since 1961)[1][2]",
        ),
        (
            "{title: x, from: {value: 1961, source: us}, source: un}",
            "x (since 1961)[1][2]",
        ),
    ],
)
def test_a_role_says_where_and_when_it_was_held(role: str, shown: str) -> None:
    site, _ = site_of(
        {**FILES, "content/actors/here.md": f"---\nroles: [{role}]\n---\nx"}
    )
    note = site.index.notes["here"]
    page = PageContext(site, "treaties/x.md", note)

    assert isinstance(note, Actor)
    assert bare(line_of(page, note.fields.roles[0])) == shown
