"""What other pages say about a page."""

from __future__ import annotations

from generator.pages.base.context import PageContext
from generator.pages.lines.mentions import backlinks, citing, inverses, where
from tests.pages.lines.sample import page_of


def test_a_place_shows_the_paragraph_and_how_often() -> None:
    page = page_of("place: {value: x, source: us}\nsummary: So [@un#p0].")
    kim = PageContext(page.site, "actors/kim.md", page.note("kim"))
    [korea] = page.site.connections.backlinks["kim"]
    un, us = (
        page.site.connections.citing["un"][-1],
        page.site.connections.citing["us"][-1],
    )

    assert where(kim, korea) == (
        "[Korea](korea.md) (2 times): <strong>Kim</strong> and <strong>Kim</strong>."
    )
    assert where(page, un) == "[Here](here.md), ¶0: So."
    assert where(page, us) == "[Here](here.md), in its fact box"


def test_a_page_about_nothing_is_mentioned_nowhere() -> None:
    page = PageContext(page_of("").site, "index.md")

    assert (inverses(page), backlinks(page), citing(page)) == ([], [], ())
