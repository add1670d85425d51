"""Checking quotations: what is found, what is wrong, and what nothing can tell."""

from __future__ import annotations

import pytest

from generator.app.load import load
from generator.artifacts import TextFile
from generator.evidence.budgets import budgets
from generator.evidence.verify import check_quotations, look_up
from generator.notes.index import Index
from generator.quotes.seal_files import format_seal
from generator.quotes.seals import make_seal, slow_hash

OPEN = "---\ntitle: Open\nrights: open\n---\nThe two sides met in Pyongyang.\n"
SEALED = "---\ntitle: Sealed\n---\nx\n"
BARE = "---\ntitle: Bare\n---\nx\n"
TEXT = {"p0": "They agreed on aid of every kind, and to consult without delay."}
SEAL = format_seal(make_seal(TEXT, b"0" * 16, 2**10))
FILES = {
    "seeds/bare.md": BARE,
    "seeds/open.md": OPEN,
    "seeds/sealed.md": SEALED,
    "seeds/sealed.seal": SEAL,
}


def index_of(body: str = "x") -> Index:
    files = {**FILES, "content/terms/here.md": f"---\ntitle: Here\n---\n{body}\n"}
    loaded = load(TextFile(path, text) for path, text in sorted(files.items()))
    assert not loaded.problems
    return loaded.index


@pytest.mark.parametrize(
    ("body", "codes", "places"),
    [
        ('"two sides met" [@open]', [], [("open", "p0")]),
        ('"two sides met" [@open#p0]', [], [("open", "p0")]),
        ('"two sides left" [@open]', ["wrong-quotation"], []),
        ('"agreed on aid of every kind" [@sealed]', [], [("sealed", "p0")]),
        ('"agreed on aid of any kind" [@sealed]', ["wrong-quotation"], []),
        ('"on aid" [@sealed]', [], [("sealed", None)]),
        ('"anything at all" [@bare]', [], [("bare", None)]),
        ('"two sides left" [@open; @bare]', [], [("open", None)]),
        ('"two sides met" [@bare; @open]', [], [("open", "p0")]),
        ('"two sides met"', [], []),
        ('"two *sides* [met](https://x.org)" [@open]', [], [("open", "p0")]),
        ('> - "two &#115;ides\n>   met" [@open]', [], [("open", "p0")]),
        ("| a | b |\n| - | - |\n| “two sides” | [@open] |", [], [("open", "p0")]),
        ('"two `sides` met" [@open]', [], [("open", "p0")]),
        ('"two [@open] sides met" [@open]', [], [("open", "p0")]),
        ('"two sides `never` met" [@open]', ["wrong-quotation"], []),
        ('"two ![never](a.png) sides met" [@open]', ["wrong-quotation"], []),
        ('It. [^1]\n\n[^1]: "two sides left" [@open]', ["wrong-quotation"], []),
        ('`"two sides left"` [@open] %%"two sides left" [@open]%%', [], []),
        ('"two &#xFFF9; sides met" &#xFFF9; [@open]', [], [("open", "p0")]),
    ],
)
def test_a_quotation_is_found_wrong_or_unchecked(
    body: str, codes: list[str], places: list[tuple[str, str | None]]
) -> None:
    index = index_of(body)

    checked = check_quotations(index.notes["here"], index, slow_hash)

    assert [problem.code for problem in checked.problems] == codes
    found = [
        (item.source, item.place.paragraph if item.place else None)
        for item in checked.quoted
    ]
    assert found == places


def test_a_word_that_is_quoted_twice_counts_once() -> None:
    body = (
        '"agreed on aid of every kind" [@sealed]; "on aid of every kind, and" [@sealed]'
    )
    index = index_of(body)
    quoted = check_quotations(index.notes["here"], index, slow_hash).quoted

    [budget] = budgets(index, quoted).values()

    assert (budget.quoted, budget.total) == (7, 12)


@pytest.mark.parametrize(
    ("id_", "text", "expected"),
    [
        ("open", "sides met", (True, "'sides met' is in open#p0")),
        ("sealed", "on aid", (False, "a seal checks at least 3 words")),
        (
            "bare",
            "on aid",
            (
                False,
                "bare has neither text nor seal, so nothing can be checked against it",
            ),
        ),
    ],
)
def test_words_are_looked_up_in_one_source(
    id_: str, text: str, expected: tuple[bool, str]
) -> None:
    assert look_up(index_of(), id_, text, slow_hash) == expected
