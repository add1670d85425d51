"""Excerpts: a paragraph in plain words, with the notes that it mentions."""

from __future__ import annotations

import pytest

from generator.links.excerpts import Words, paragraphs, text_of
from tests.links.known import FILES, linker


def excerpts(body: str) -> list[tuple[Words, ...]]:
    files = {**FILES, "content/terms/lens.md": f"---\ntitle: Lens\n---\n{body}"}
    site = linker(files)
    texts = site.link(site.index.notes["lens"]).texts
    return [paragraph.excerpt for paragraph in paragraphs(texts)]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("The Keeper left.\n\nHe slept.", ["The Keeper left."]),
        (
            "It *was* `lit` [@log] [@log], by\nThe Keeper .",
            ["It was lit, by The Keeper ."],
        ),
        (
            "- a\n- *The Keeper*\n  left\n\n    - Bell Rock",
            ["The Keeper left", "Bell Rock"],
        ),
        (
            "| who | where |\n| --- | --- |\n| The Keeper | [[rock\\|here]] |\n| a | b |",
            ["The Keeper · here"],
        ),
        ("| a | b |\n| --- | --- |\n|  | The Keeper |", ["The Keeper"]),
        ("> The Keeper\n>\n> > Bell Rock", ["The Keeper", "Bell Rock"]),
        ("## Of [The Keeper](../actors/keeper.md)", ["Of The Keeper"]),
        ("Word\n: by The Keeper", ["by The Keeper"]),
        ("a[^1]\n\n[^1]: The Keeper", ["The Keeper"]),
        ("AT&amp;T &lt; The Keeper %%x%%", ["AT&T < The Keeper"]),
        ("[a](https://example.org) and [[keeper|b]]", ["a and b"]),
        ("    The Keeper\n\n`Bell Rock`", []),
        ("so [@log]", ["so"]),
        ("[@log] so", ["so"]),
        ("The Keeper [@log] left.", ["The Keeper left."]),
    ],
)
def test_an_excerpt_is_a_paragraph_an_item_or_a_row_in_words(
    body: str, texts: list[str]
) -> None:
    assert [text_of(excerpt) for excerpt in excerpts(body)] == texts


def test_an_excerpt_knows_which_words_mention_which_note() -> None:
    [excerpt] = excerpts("So *The Keeper* of [[rock|the rock]] [@log].")

    assert excerpt == (
        Words("So "),
        Words("The Keeper", "keeper"),
        Words(" of "),
        Words("the rock", "rock"),
        Words("."),
    )
