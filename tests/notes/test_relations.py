"""Circles of notes are reported where a relation cannot go in circles."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.rendered import site_of

EDGES = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12, unique=True
).map(lambda edges: [(start, end) for start, end in edges if start != end])


@given(EDGES)
def test_a_circle_is_reported_exactly_where_there_is_one(
    edges: list[tuple[int, int]],
) -> None:
    replaced = {
        start: [f"t{end}" for one, end in edges if one == start] for start in range(6)
    }
    files = {
        f"content/treaties/t{start}.md": f"---\nreplaces: [{', '.join(ends)}]\n---\nx"
        for start, ends in replaced.items()
    }

    _, found = site_of(files)

    assert {problem.code for problem in found} <= {"cycle"}
    assert bool(found) is has_circle(edges)
    for problem in found:
        _, _, way = problem.message.removesuffix(" is a cycle").partition(": ")
        circle = [int(step[1:]) for step in way.split(" → ")]
        assert circle[0] == circle[-1]
        assert set(pairwise(circle)) <= set(edges)


def has_circle(edges: list[tuple[int, int]]) -> bool:
    """Take away whatever nothing leads to, until nothing is left but circles."""
    left = set(edges)
    while loose := {edge for edge in left if edge[0] not in {end for _, end in left}}:
        left -= loose
    return bool(left)
