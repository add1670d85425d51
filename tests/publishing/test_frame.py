"""What is around the bodies of pages weighs little, and bodies are left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import Built

MAX_FRAME = 15_000
"""Bytes around a body, without the data for programs; a site's name, menu and footer count."""
DATA = re.compile(r'<script type="application/ld\+json">.*?</script>')
ARTICLE = re.compile(r"(<article[^>]*>)(.*)(</article>)", re.DOTALL)


@pytest.fixture(scope="module")
def pages(dialect: Built) -> list[str]:
    """Return the HTML of every page but redirects."""
    return list(_pages(dialect))


def _pages(built: Built) -> Iterator[str]:
    for path in sorted(built.site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if ARTICLE.search(html):
            yield html


def frame_of(html: str) -> str:
    return ARTICLE.sub(r"\1\3", html)


def test_a_frame_has_no_indentation_no_blank_line_and_no_namespace(
    pages: list[str],
) -> None:
    assert pages
    for html in pages:
        frame = frame_of(html)
        assert re.search(r"\n\s", frame) is None
        assert "xmlns" not in frame


def test_a_frame_weighs_little(pages: list[str]) -> None:
    frames = [DATA.sub("", frame_of(html)) for html in pages]

    assert max(len(frame.encode()) for frame in frames) <= MAX_FRAME


def test_each_page_has_its_body_once(pages: list[str]) -> None:
    for html in pages:
        assert "<!-- body -->" not in html
        assert len(LexborHTMLParser(html).css("h1")) == 1


def test_code_keeps_its_lines(dialect: Built) -> None:
    html = (dialect.site / "topics/tea-scales/index.html").read_text(encoding="utf-8")

    code = [node.text() for node in LexborHTMLParser(html).css("pre")]

    assert any("\n    " in text for text in code)
    assert any("\n\n" in text for text in code)
