"""History: which file changed when, as git tells it, and what pages say of it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.facts.history import Calendar, Change, parse_log
from generator.facts.site import Site
from tests.rendered import pages_of, to_html

DAY = 86_400


def log(*commits: tuple[int, str, tuple[str, ...]]) -> str:
    """Return what git prints of commits, newest first: day, subject, and how files changed."""
    return "".join(
        f"\0{day * DAY}\0{what}\n\n"
        + "".join(f"{of_writers(line)}\n" for line in files)
        for day, what, files in commits
    )


def of_writers(line: str) -> str:
    """Put files that are given by a letter or word among the writers' own."""
    return re.sub("\t(?!\\.)", "\tcontent/", line)


def told(text: str) -> dict[str, list[str]]:
    return {
        path.removeprefix("content/"): [
            f"{(change.day - date(1970, 1, 1)).days} {change.what}"
            for change in changes
        ]
        for path, changes in parse_log(text).items()
    }


@pytest.mark.parametrize(
    ("commits", "history"),
    [
        ((), {}),
        (((1, "Begin", ("A\ta", "A\tb")),), {"a": ["1 Begin"], "b": ["1 Begin"]}),
        (
            ((3, "Mend", ("M\ta",)), (1, "Begin", ("A\ta",))),
            {"a": ["3 Mend", "1 Begin"]},
        ),
        (
            (
                (3, "Move", ("R097\told\tnew",)),
                (2, "Mend", ("M\told",)),
                (1, "Begin", ("A\told",)),
            ),
            {"new": ["3 Move", "2 Mend", "1 Begin"]},
        ),
        (
            (
                (5, "Anew", ("A\ta",)),
                (4, "Away", ("R100\ta\tb",)),
                (3, "Mend", ("M\ta",)),
            ),
            {"a": ["5 Anew"], "b": ["4 Away", "3 Mend"]},
        ),
        (
            ((2, "Copy", ("C100\ta\tb",)), (1, "Begin", ("A\ta",))),
            {"a": ["1 Begin"], "b": ["2 Copy"]},
        ),
        (
            ((1, "A \x1b[31m\tred\u202e", ("A\ta",)),),
            {"a": ["1 A \\u001b[31m\\u0009red\\u202e"]},
        ),
    ],
)
def test_a_file_keeps_its_history_under_a_new_name(
    commits: tuple[tuple[int, str, tuple[str, ...]], ...], history: dict[str, list[str]]
) -> None:
    assert told(log(*commits)) == history


def test_what_was_said_of_a_change_is_told_if_it_is_about_the_pages_alone() -> None:
    text = log((2, "Speed up", ("M\ta", "M\t./code.py")), (1, "Begin", ("A\ta",)))

    assert told(text) == {"./code.py": ["2 "], "a": ["2 ", "1 Begin"]}


def change(day: int, what: str) -> Change:
    return Change(datetime(2024, 1, day, tzinfo=UTC), what)


@pytest.fixture(scope="module")
def site() -> Site:
    files = {f"content/terms/word-{letter}.md": "x" for letter in "abcdefg"}
    files |= {"content/topics/why.md": "x", "seeds/paper.md": "x"}
    history: dict[str, tuple[Change, ...]]
    history = {path: (change(2, "Begin <i>all</i>"),) for path in files}
    history["content/terms/word-a.md"] = (
        change(5, "Mend *a*"),
        change(2, "Begin <i>all</i>"),
    )
    loaded = load(TextFile(path, text) for path, text in files.items())
    return assemble(loaded, calendar=Calendar(date(2024, 3, 1), history)).site


def test_a_page_tells_its_last_change_and_the_earlier_ones(site: Site) -> None:
    pages = pages_of(site)
    html = to_html(pages["terms/word-a.md"])

    assert "Last changed 5 January 2024: Mend *a*" in html.text
    assert "Earlier changes 2 January 2024: Begin <i>all</i>" in html.text
    assert not html.find("i")
    assert "Earlier changes" not in pages["terms/word-b.md"]


def test_the_home_page_tells_the_last_changes_explainers_first(site: Site) -> None:
    text = to_html(pages_of(site)["index.md"]).text

    first = "5 January 2024 Word a: Mend *a*"
    second = "2 January 2024 Why, Word b, Word c, Word d and 3 more: Begin <i>all</i>"
    assert 0 < text.find(first) < text.find(second)
