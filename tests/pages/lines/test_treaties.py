"""The tables and lines of treaties."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from generator.notes.model import Treaty
from generator.pages.base.context import PageContext
from generator.pages.lines import treaties
from generator.schema.treaties import Party
from tests.pages.lines.sample import bare, page_of
from tests.rendered import to_html


def parties_of(page: PageContext) -> tuple[Party, ...]:
    treaty = page.note("here")
    assert isinstance(treaty, Treaty)
    return treaty.fields.parties


@pytest.mark.parametrize(
    ("front", "line", "shown"),
    [
        ("articles: Peace.", treaties.article_entry, "Peace."),
        (
            "articles: {number: 4, gist: Help, exact: 'at *once*', source: un#p0}",
            treaties.article_entry,
            '**Article 4:** Help Its wording: "at \\*once\\*".[1 ¶0]',
        ),
        (
            "articles: {number: Protocol, gist: x}",
            treaties.article_entry,
            "**Protocol:** x",
        ),
        ("suspended: It stopped.", treaties.suspension, "It stopped."),
        (
            "suspended: {by: Kim, from: 1961, to: 1962, what: Aid, source: un}",
            treaties.suspension,
            "1961 to 1962, by [Kim](../actors/kim.md): Aid[1]",
        ),
        ("suspended: {by: Kim}", treaties.suspension, "by [Kim](../actors/kim.md)"),
    ],
)
def test_a_line_says_all_that_is_known_and_no_more(
    front: str, line: Callable[[PageContext, Any], str], shown: str
) -> None:
    page = page_of(front)
    treaty = page.note("here")
    assert isinstance(treaty, Treaty)
    fields = treaty.fields
    items = [*fields.articles, *fields.suspended]

    assert [bare(line(page, item)) for item in items] == [shown]


@pytest.mark.parametrize(
    ("parties", "rows"),
    [
        ("[Kim, Korea]", ["| Party |", "| --- |", "| [Kim](../actors/kim.md) |"]),
        (
            "[{party: Kim, ratified: 1961}, {party: Korea, withdrew: 1962?}]",
            [
                "| Party | Ratified | Withdrew |",
                "| --- | --- | --- |",
                "| [Kim](../actors/kim.md) | 1961 |  |",
                "| [Korea](../actors/korea.md) |  | 1962 (uncertain) |",
            ],
        ),
    ],
)
def test_a_column_of_which_nothing_is_known_is_left_out(
    parties: str, rows: list[str]
) -> None:
    page = page_of(f"parties: {parties}")

    shown = treaties.parties(page, parties_of(page))

    assert [re.sub("</?span[^>]*>", "", row) for row in shown][: len(rows)] == rows


@pytest.mark.parametrize("words", ["a | b", "a `|` b", "a \\| b", "so\\", "`a"])
def test_a_bar_in_prose_does_not_end_a_cell_of_a_table(words: str) -> None:
    why = words.replace("\\", "\\\\")
    page = page_of(
        f'parties: [{{party: Kim, signed: {{value: 1961, why: "{why}"}}, ratified: 1962}}]'
    )
    rows = treaties.parties(page, parties_of(page))

    html = to_html("\n".join(rows))

    assert [element.tag for element in html.elements].count("td") == 3
    assert html.text.endswith("1962")


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("4", "Article 4"),
        ("IV", "Article IV"),
        ("4 bis", "Article 4 bis"),
        ("Annex", "Annex"),
    ],
)
def test_the_number_of_an_article_is_said_as_a_reader_says_it(
    number: str, shown: str
) -> None:
    assert treaties.numbered(number) == shown
