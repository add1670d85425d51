"""The forms that pages of many kinds share."""

from __future__ import annotations

import pytest

from generator.pages.base import components
from tests.pages.lines.sample import page_of


def test_an_entry_is_a_link_and_what_it_is_in_plain_words() -> None:
    page = page_of("")

    assert (
        components.entry(page, page.note("kim"))
        == "[Kim](../actors/kim.md): He leads Korea."
    )
    assert components.entry(page, page.note("korea")) == "[Korea](../actors/korea.md)"


@pytest.mark.parametrize(
    ("urls", "shown"),
    [
        ([], ""),
        (["https://www.example.org/"], "[example.org](<https://www.example.org/>)"),
        (
            ["http://a.b/c_d", "https://e"],
            "[a.b/c\\_d](<http://a.b/c_d>), [e](<https://e>)",
        ),
    ],
)
def test_an_address_shows_where_it_leads(urls: list[str], shown: str) -> None:
    assert components.addresses(urls) == shown
