"""Notes by id and by name: what a reference means, and what is reported where it means nothing."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.notes.index import fold
from tests.rendered import site_of

FILES = {
    "content/actors/kim.md": "---\ntitle: Kim Jong Un\naliases: [The  Leader]\n---\nx",
    "content/actors/korea.md": "---\ntitle: Korea\n---\nx",
    "content/places/korea-place.md": "---\ntitle: The Peninsula\naliases: [kim]\n---\nx",
    "content/terms/draft.md": "---\ntitle: Draft\naliases: [Sketch]\ndraft: yes\n---\nx",
    "seeds/un.md": "---\ntitle: UN\n---\nFirst.\n\nSecond.\n",
    "seeds/hidden.md": "---\ntitle: Hidden\ndraft: yes\n---\n",
}


@pytest.mark.parametrize(
    ("reference", "folders", "expected"),
    [
        ("kim", (), "kim"),
        ("Kim Jong Un", (), "kim"),
        ("kim JONG  un", (), "kim"),
        ("the leader", (), "kim"),
        ("korea", (), "korea"),
        ("KOREA", (), "korea"),
        ("Kim", (), "korea-place"),
        ("kim", ("places",), "korea-place"),
        ("Korea", ("places", "actors"), "korea"),
        ("Korea", ("treaties",), None),
        ("Draft", (), None),
        ("nobody", (), None),
        ("", (), None),
    ],
)
def test_a_reference_means_an_id_or_else_a_name_in_any_case(
    reference: str, folders: tuple[str, ...], expected: str | None
) -> None:
    site, _ = site_of(FILES)

    found = site.index.resolve(reference, folders)

    assert (found.id if found else None) == expected


def test_drafts_are_set_apart() -> None:
    index = site_of(FILES)[0].index

    assert sorted(index.notes) == ["kim", "korea", "korea-place"]
    assert list(index.drafts) == ["draft"]
    assert list(index.sources) == ["un"]


def problems(files: Mapping[str, str]) -> list[tuple[str, str, str]]:
    _, found = site_of({**FILES, **files})
    return [(str(problem.origin), problem.code, problem.message) for problem in found]


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("leader: Kim Jong Un", None),
        ("leader: [kim, Korea]", None),
        (
            "leader: Kim Jong-un",
            ("2:9", "unknown-note", "leader: no note is called 'Kim Jong-un'"),
        ),
        (
            "leader: [kim, Xi]",
            ("2:15", "unknown-note", "leader: no note is called 'Xi'"),
        ),
        (
            "country: The Peninsula",
            ("2:10", "wrong-kind", "'The Peninsula' is a place, not an "),
        ),
        ("leader: here", ("2:9", "self-reference", "leader names the note itself")),
        (
            "leader: Draft",
            ("2:9", "draft-reference", "'Draft' is a draft, so it has no page"),
        ),
        (
            "leader: sketch",
            ("2:9", "draft-reference", "'sketch' is a draft, so it has no page"),
        ),
        ("roles: {title: x, of: Nobody}", None),
        ("sources: un#p1", None),
        (
            "sources: [un, uno]",
            ("2:15", "unknown-source", "no source has the id 'uno'"),
        ),
        ("sources: un#p2", ("2:10", "unknown-paragraph", "'un' has no paragraph p2")),
        (
            "sources: hidden",
            ("2:10", "unknown-source", "no source has the id 'hidden'"),
        ),
    ],
)
def test_a_reference_to_nothing_is_reported_at_its_place(
    front: str, problem: tuple[str, str, str] | None
) -> None:
    found = problems({"content/actors/here.md": f"---\n{front}\n---\nx"})

    assert len(found) == (problem is not None)
    for (place, code, message), expected in zip(found, [problem], strict=False):
        assert expected
        assert place == f"content/actors/here.md:{expected[0]}"
        assert code == expected[1]
        assert message.startswith(expected[2])


def test_a_name_of_two_notes_is_reported_at_the_later_one() -> None:
    other = "---\ntitle: Somebody\naliases: [xyz, KIM JONG UN]\n---\nx"

    [(place, code, message)] = problems({"content/actors/other.md": other})

    assert (place, code) == ("content/actors/other.md:3:16", "duplicate-name")
    assert message == "'KIM JONG UN' is already a name of 'kim'"


def test_an_id_of_two_files_is_reported_and_the_first_keeps_it() -> None:
    files = {**FILES, "content/terms/korea.md": "---\ntitle: A term\n---\nx"}
    site, [problem] = site_of(files)

    assert problem.code == "duplicate-id"
    assert "content/actors/korea.md has it already" in problem.hint
    assert site.index.notes["korea"].title == "Korea"


def test_a_note_and_a_source_may_share_an_id() -> None:
    assert problems({"content/terms/un.md": "# UN\n\nOf it.\n"}) == []


EDGES = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12, unique=True
).map(lambda edges: [(start, end) for start, end in edges if start != end])


@given(EDGES)
@settings(max_examples=150, deadline=None)
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
        _, _, way = problem.message.removesuffix(" goes in a circle").partition(": ")
        circle = [int(step[1:]) for step in way.split(" → ")]
        assert circle[0] == circle[-1]
        assert set(pairwise(circle)) <= set(edges)


def has_circle(edges: list[tuple[int, int]]) -> bool:
    """Take away whatever nothing leads to, until nothing is left but circles."""
    left = set(edges)
    while loose := {edge for edge in left if edge[0] not in {end for _, end in left}}:
        left -= loose
    return bool(left)


@given(st.text(max_size=20))
@settings(max_examples=100, deadline=None)
def test_letter_case_and_spaces_do_not_count_in_names(name: str) -> None:
    assert fold(" STRASSE  Nord\n") == fold("straße nord")
    assert fold(f"  {name}\n") == fold(name)
    assert fold(fold(name)) == fold(name)
