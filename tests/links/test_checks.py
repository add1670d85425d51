"""What is wrong in a text, by what its inlines lead to."""

from __future__ import annotations

import pytest

from tests.links.known import problems_of


def said(body: str) -> list[str]:
    return [
        f"{problem.origin.line}:{problem.origin.column} {problem.code}"
        for problem in problems_of(body)
    ]


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("[a](b.md)", ["4:1 broken-link"]),
        ("> - x [a](b.md)", ["4:7 broken-link"]),
        (
            "| [a](b.md) |\n|---|\n| ![a](b.png) |",
            ["4:3 broken-link", "6:3 broken-link"],
        ),
        (
            "*[a](b.md)* [c [[zz]]](../actors/keeper.md)",
            ["4:2 broken-link", "4:16 unknown-note", "4:22 bad-link"],
        ),
        ("a[^1]\n\n[^1]: x [a](b.md)", ["6:9 broken-link"]),
        ("Word\n: [a](b.md)", ["5:3 broken-link"]),
        ("## [a](b.md)", ["4:4 broken-link"]),
        ("[a][x], [x], [x][]\n\n[x]: b.md", ["6:1 broken-link"]),
        ("![a][x]\n\n[x]: ../actors/keeper.md", ["4:1 broken-link"]),
        ("![a][x]\n\n[x]: ../assets/map.png", []),
        ("> [x]: javascript:a\n\n- [y]: data:a", ["4:3 bad-link", "6:3 bad-link"]),
        ("[@log]: https://example.org\n\n[@log]", ["4:1 bad-citation"]),
        ("[@log on X]: https://example.org\n\n[@log on X]", ["4:1 bad-citation"]),
        ("[@me]: https://example.org\n\n[@me]", []),
        ("<https://example.org> <a@example.org> www.example.org", []),
        ("[@log; @nobody] [@log#p9]", ["4:1 unknown-source", "4:17 unknown-paragraph"]),
        ("[@log;] [ @log]", ["4:1 bad-citation", "4:9 bad-citation"]),
        (
            "## a [@log]\n\n### b[^1]\n\nx[^1]\n\n[^1]: y",
            ["4:6 bad-citation", "6:6 bad-citation"],
        ),
        ("# a", ["4:1 second-title"]),
        ("a\n===", ["4:1 second-title"]),
        ("##\n\n## *  *", ["4:1 empty-heading"]),
        ("#\n\n## ![](../assets/map.png)", ["4:1 empty-heading", "6:1 empty-heading"]),
        ("a[^A] b[^1]\n\n[^a]: x\n\n[^1]: y\n\n[^1]: z", ["10:1 duplicate-footnote"]),
        ("a[^1]\n\n[^1]:", ["6:1 unknown-footnote"]),
        ("a[^1]\n\n[^1]: [@log]", ["6:1 footnote-citation"]),
        ("a[^1]\n\n[^1]: See [@log].", []),
        ("[^1]: x", ["4:1 unused-footnote"]),
        ("[^1]: x[^1]", ["4:1 unused-footnote"]),
    ],
)
def test_a_problem_is_said_once_at_its_place(body: str, problems: list[str]) -> None:
    assert sorted(said(body)) == sorted(problems)
