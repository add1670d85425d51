"""Lists, divided: by type and letter, and the first of many."""

from __future__ import annotations

import pytest

from generator.notes.model import Actor
from generator.pages.base.context import PageContext
from generator.pages.base.grouping import (
    MAX_SHOWN,
    by_letter,
    by_type,
    first_and_rest,
    sort_title,
    type_words,
)
from tests.rendered import site_of

FILES = {
    "content/actors/kim.md": "---\ntype: person\n---\nx\n",
    "content/actors/korea.md": "---\ntype: state\n---\nx\n",
    "content/actors/some-body.md": "x\n",
}


def test_notes_are_grouped_by_their_type_the_nameless_first() -> None:
    site, _ = site_of(FILES)

    groups = by_type(PageContext(site, "index.md").of_kind(Actor))

    assert [(name, [note.id for note in notes]) for name, notes in groups] == [
        ("", ["some-body"]),
        ("Person", ["kim"]),
        ("State", ["korea"]),
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("mutual-assistance", "Mutual assistance"),
        ("law-firm", "Law firm"),
        ("UN resolutions", "UN resolutions"),
        ("inter-Korean", "Inter-Korean"),
        ("EU-Russia", "EU-Russia"),
        ("état", "État"),
        ("", ""),
    ],
)
def test_a_type_reads_as_words_or_as_it_was_written(written: str, shown: str) -> None:
    assert type_words(written) == shown


def test_documents_are_grouped_by_letter_numbers_first() -> None:
    titles = ['"No limits"', "1961 pact", "Émile", "apple", "Apple pie", "_x", "Éa"]
    site, _ = site_of(
        {
            f"content/terms/t{place}.md": f"# {title}\n"
            for place, title in enumerate(titles)
        }
    )

    groups = by_letter(site.index.notes.values())

    assert [(letter, [note.title for note in notes]) for letter, notes in groups] == [
        ("0-9", ["1961 pact", "_x"]),
        ("A", ["apple", "Apple pie"]),
        ("N", ['"No limits"']),
        ("É", ["Éa", "Émile"]),
    ]


@pytest.mark.parametrize(
    ("title", "filed"),
    [('"No limits"', 'no limits"'), ("(A) b", "a) b"), ("ÉA", "éa"), ("!", "")],
)
def test_case_and_leading_marks_do_not_count_in_the_order_of_titles(
    title: str, filed: str
) -> None:
    assert sort_title(title) == filed


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (0, 0),
        (1, 1),
        (MAX_SHOWN, MAX_SHOWN),
        (MAX_SHOWN + 1, MAX_SHOWN + 1),
        (MAX_SHOWN + 2, MAX_SHOWN),
    ],
)
def test_what_is_folded_is_never_one_alone(length: int, shown: int) -> None:
    first, rest = first_and_rest(range(length))

    assert (len(first), [*first, *rest]) == (shown, list(range(length)))
