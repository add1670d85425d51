"""Ties between actors and treaties, when they hold, and how they are drawn."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.dates.parse import parse_date
from generator.drawings.relations import MAX_BOXES, Box, around, draw
from generator.facts.history import Calendar
from generator.facts.relations import Tie, held, span


def ties_of(
    files: dict[str, str], day: str = "2024-12-05"
) -> list[tuple[str, str, str, str, str]]:
    loaded = load([TextFile(path, text) for path, text in files.items()])
    site = assemble(loaded, calendar=Calendar(date.fromisoformat(day), {})).site
    return [
        (tie.note, tie.what, tie.target, tie.when, tie.holds) for tie in site.as_of.ties
    ]


ACTORS = {f"content/actors/{name}.md": "x\n" for name in ("russia", "korea")}
PACT = (
    "---\nparties: [{party: Russia}, {party: Korea, withdrew: 2020}]\nsigned: 1961\n"
    "in_force: 1962\nobligations: defence\n---\nx\n"
)


@pytest.mark.parametrize(
    ("path", "text", "tie"),
    [
        (
            "content/actors/putin.md",
            "---\nroles: {title: President, of: Russia, from: 2000-05-07, to: 2008-05-07}\n---\n",
            ("putin", "President", "russia", "7 May 2000 to 7 May 2008", "past"),
        ),
        (
            "content/actors/putin.md",
            "---\nroles: {title: President, of: Russia, from: 2012-05-07}\n---\nx\n",
            ("putin", "President", "russia", "since 7 May 2012", "now"),
        ),
        (
            "content/actors/putin.md",
            "---\nroles: {title: President, of: Russia}\n---\nx\n",
            ("putin", "President", "russia", "", "unknown"),
        ),
        (
            "content/actors/putin.md",
            "---\ncountry: Russia\n---\nx\n",
            ("putin", "belongs to", "russia", "", "unknown"),
        ),
        (
            "content/actors/bloc.md",
            "---\nleader: Russia\n---\nx\n",
            ("russia", "leads", "bloc", "", "unknown"),
        ),
        (
            "content/actors/ussr.md",
            "---\nmember_of: Russia\n---\nx\n",
            ("ussr", "member of", "russia", "", "unknown"),
        ),
        (
            "content/actors/heir.md",
            "---\nsucceeds: Russia\nfounded: 1991\n---\nx\n",
            ("heir", "succeeds", "russia", "since 1991", "now"),
        ),
    ],
)
def test_a_field_is_a_tie_with_its_time(
    path: str, text: str, tie: tuple[str, ...]
) -> None:
    assert tie in ties_of({**ACTORS, path: text})


def test_parties_are_bound_while_the_treaty_is_and_they_have_not_withdrawn() -> None:
    found = ties_of({**ACTORS, "content/treaties/pact.md": PACT})

    assert ("russia", "party to", "pact", "since 1962", "now") in found
    assert ("korea", "party to", "pact", "1962 to 2020", "past") in found


def test_a_treaty_that_was_only_signed_binds_nobody() -> None:
    pact = "---\nparties: Russia\nsigned: 1961\n---\nx\n"

    assert ("russia", "signed", "pact", "since 1961", "unknown") in ties_of(
        {**ACTORS, "content/treaties/pact.md": pact}
    )


def test_parties_to_a_treaty_of_defence_are_allies_under_it() -> None:
    found = ties_of({**ACTORS, "content/treaties/pact.md": PACT})

    assert [tie for tie in found if tie[1] == "ally of"] == [
        ("korea", "ally of", "russia", "since 1962", "now")
    ]


@pytest.mark.parametrize(
    ("start", "end", "holds", "words"),
    [
        ("1961", None, "now", "since 1961"),
        ("1961", "1996", "past", "1961 to 1996"),
        ("1961", "2024", "unknown", "1961 to 2024"),
        ("2024", None, "unknown", "since 2024"),
        (None, "1996", "past", "until 1996"),
        (None, None, "unknown", ""),
        ("1961/..", None, "unknown", "since 1961"),
        ("1961", "2030", "now", "1961 to 2030"),
    ],
)
def test_a_tie_holds_only_where_every_reading_of_its_dates_says_so(
    start: str | None, end: str | None, holds: str, words: str
) -> None:
    first, last = (parse_date(text) if text else None for text in (start, end))

    assert held(first, last, (2024, 6, 19)) == holds
    assert span(first, last) == words


def star(count: int) -> list[Tie]:
    return [
        Tie("centre", "party to", f"n{place:02}", "since 1961", "now")
        for place in range(count)
    ]


def node(id_: str) -> Box:
    return Box(id_, f"<{id_}>", f"../{id_}/", 1 if id_ == "centre" else 2)


def test_every_node_is_a_link_but_the_one_whose_page_it_is() -> None:
    drawing = draw(star(5), node, "centre")

    assert re.findall(r'href="([^"]*)"', drawing) == [
        f"../n0{place}/" for place in range(5)
    ]
    assert "&lt;centre&gt; party to &lt;n00&gt;, since 1961" in drawing
    assert "<n0" not in drawing


def test_only_so_many_nodes_are_drawn_as_can_be_read_and_the_drawing_says_so() -> None:
    drawing = draw(star(MAX_BOXES + 9), node, "centre")

    assert len(re.findall("<a ", drawing)) == MAX_BOXES - 1
    assert (
        f"Of {MAX_BOXES + 10}, the {MAX_BOXES} with the most ties are drawn." in drawing
    )


def test_two_nodes_are_no_drawing() -> None:
    assert draw(star(1), node) == ""
    assert draw([], node) == ""


def test_around_a_note_are_its_ties_and_those_among_its_neighbours() -> None:
    ties = [
        Tie("a", "x", "b"),
        Tie("b", "x", "c"),
        Tie("c", "x", "a"),
        Tie("c", "x", "d"),
    ]

    assert around("a", ties) == ties[:3]
    assert around("d", ties) == ties[3:]


def test_no_two_labels_of_a_column_stand_in_one_row() -> None:
    drawing = draw([*star(12), Tie("n03", "x", "n07")], node, "centre")
    rows = re.findall(r'class="column-2" x="[\d.]+" y="([\d.]+)"', drawing)

    assert len(rows) == len(set(rows)) == 12
