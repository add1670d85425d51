"""Which footnotes a reader comes to, and in which order."""

import pytest

from generator.text.reader import read
from generator.text.tree import reached_footnotes


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("a[^1]\n\n[^1]: x", ["1"]),
        ("a\n\n[^1]: x", []),
        ("a[^1]", []),
        ("a[^2] b[^1] c[^2]\n\n[^1]: x\n\n[^2]: y", ["2", "1"]),
        # From a footnote to the next, as far as it leads.
        ("a[^1]\n\n[^1]: x[^2]\n\n[^2]: y[^3]\n\n[^3]: z", ["1", "2", "3"]),
        ("a[^1]\n\n[^3]: z\n\n[^2]: y[^3]\n\n[^1]: x[^2]", ["1", "2", "3"]),
        # What the body leads to comes before what a footnote leads to.
        ("a[^1] b[^2]\n\n[^1]: x[^3]\n\n[^2]: y\n\n[^3]: z", ["1", "2", "3"]),
        # In circles.
        ("a[^1]\n\n[^1]: x[^1]", ["1"]),
        ("a[^1]\n\n[^1]: x[^2]\n\n[^2]: y[^1]", ["1", "2"]),
        ("a\n\n[^1]: x[^1]", []),
        ("a\n\n[^1]: x[^2]\n\n[^2]: y[^1]", []),
        # A footnote that nothing leads to leads nowhere.
        ("[^note]: a[^1]1\n\n[^1]: a", []),
        ("a[^2]\n\n[^0]: w[^1]\n\n[^1]: x\n\n[^2]: y", ["2"]),
        # Wherever the mark is.
        ("| a[^2] |\n| --- |\n| b[^1] |\n\n[^1]: x\n\n[^2]: y", ["2", "1"]),
        ("- a\n    - *b[^1]*\n\n> c[^2]\n\n[^2]: y\n\n[^1]: x", ["1", "2"]),
        ("a\n: b[^1]\n\n[^1]: x", ["1"]),
        ("a[^1]\n\n[^1]: | x[^2] |\n    | --- |\n\n[^2]: y", ["1", "2"]),
        ("`a[^1]`\n\n[^1]: x", []),
        # The first of two with one label.
        ("a[^1]\n\n[^1]: x[^2]\n\n[^1]: x[^3]\n\n[^2]: y\n\n[^3]: z", ["1", "2"]),
    ],
)
def test_footnotes_are_reached_from_the_text(text: str, labels: list[str]) -> None:
    reading = read(text)

    reached = reached_footnotes(reading.blocks, reading.footnotes)

    assert list(reached) == labels
