"""References that mean nothing, or several things, are reported at their place."""

from __future__ import annotations

import pytest

from tests.notes.test_index import problems


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
        ("leader: here", ("2:9", "self-reference", "leader: this is the note itself")),
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
