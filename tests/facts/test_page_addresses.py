"""Relative addresses, for Markdown and for browsers."""

from __future__ import annotations

import pytest

from generator.facts.page_addresses import browser_address, link_address


@pytest.mark.parametrize(
    ("page", "seen_from", "in_markdown", "in_html"),
    [
        ("actors/korea.md", "actors/kim.md", "korea.md", "../../actors/korea/"),
        ("places/port.md", "actors/kim.md", "../places/port.md", "../../places/port/"),
        ("places/port.md", "actors/index.md", "../places/port.md", "../places/port/"),
        ("index.md", "actors/kim.md", "../index.md", "../../"),
        ("actors/kim.md", "index.md", "actors/kim.md", "./actors/kim/"),
        ("actors/index.md", "index.md", "actors/index.md", "./actors/"),
        ("index.md", "index.md", "index.md", "./"),
    ],
)
def test_a_page_is_linked_relative_to_where_it_is_seen_from(
    page: str, seen_from: str, in_markdown: str, in_html: str
) -> None:
    assert link_address(page, seen_from) == in_markdown
    assert browser_address(page, seen_from) == in_html
