"""How ties are drawn: who is shown, what leads on, and what is beside what."""

from __future__ import annotations

import re

from generator.drawings.columns import Box
from generator.drawings.relations import MAX_BOXES, around, draw
from generator.facts.relations import Tie, neighbours


def star(count: int) -> list[Tie]:
    return [
        Tie("centre", "party to", f"n{place:02}", "since 1961", "now")
        for place in range(count)
    ]


def box(id_: str) -> Box:
    return Box(id_, f"<{id_}>", f"../{id_}/", 1 if id_ == "centre" else 2)


def test_every_box_is_a_link_but_the_one_whose_page_it_is() -> None:
    drawing = draw(star(5), box, "centre")

    assert re.findall(r'href="([^"]*)"', drawing) == [
        f"../n0{place}/" for place in range(5)
    ]
    assert "&lt;centre&gt; party to &lt;n00&gt;, since 1961" in drawing
    assert "<n0" not in drawing


def test_only_so_many_boxes_are_drawn_as_can_be_read_and_the_drawing_says_so() -> None:
    drawing = draw(star(MAX_BOXES + 9), box, "centre")

    assert len(re.findall("<a ", drawing)) == MAX_BOXES - 1
    assert (
        f"The drawing shows the {MAX_BOXES} with the most ties, of {MAX_BOXES + 10}."
        in drawing
    )


def test_two_boxes_are_no_drawing() -> None:
    assert draw(star(1), box) == ""
    assert draw([], box) == ""


def test_around_a_note_are_its_ties_and_those_among_its_neighbours() -> None:
    ties = [
        Tie("a", "x", "b"),
        Tie("b", "x", "c"),
        Tie("c", "x", "a"),
        Tie("c", "x", "d"),
    ]

    assert around("a", neighbours(ties)) == ties[:3]
    assert around("d", neighbours(ties)) == ties[3:]


def test_no_two_labels_of_a_column_stand_in_one_row() -> None:
    drawing = draw([*star(12), Tie("n03", "x", "n07")], box, "centre")
    rows = re.findall(r'class="column-2" x="[\d.]+" y="([\d.]+)"', drawing)

    assert len(rows) == len(set(rows)) == 12
