"""Prose as a page shows it."""

from __future__ import annotations

import pytest

from generator.diagnostics import Position
from generator.pages.base.context import PageContext
from generator.pages.base.prose import cite, prose
from generator.schema.values import Citation, Prose
from tests.rendered import body_of, site_of

FILES = {
    "content/actors/kim.md": "---\ntitle: Kim *Un*\n---\nx\n",
    "seeds/un.md": "---\ntitle: UN\n---\nOne.\n\nTwo.\n",
}


def test_names_become_links_and_a_mark_follows_its_word_directly() -> None:
    site, _ = site_of({**FILES, "content/terms/here.md": "Of [[kim]] [@un#p1]."})

    assert body_of(site, "here") == (
        "Of [kim](../actors/kim.md)"
        '<sup class="cite" id="_cite-1-1">[1 ¶1](#_ref-1)</sup>.'
    )


def test_prose_of_no_document_is_plain_text() -> None:
    site, _ = site_of(FILES)

    assert prose(PageContext(site, "index.md"), Prose("*a*")) == "\\*a\\*"


def test_a_source_that_there_is_not_has_no_mark() -> None:
    site, _ = site_of(FILES)
    page = PageContext(site, "index.md")

    assert cite(page, [Citation("nothing")]) == ""
    assert page.citations.so_far() == ()


def test_prose_that_was_not_linked_is_never_left_out_in_silence() -> None:
    site, _ = site_of(FILES)
    note = site.index.notes["kim"]
    page = PageContext(site, "actors/kim.md", note)

    with pytest.raises(KeyError):
        prose(page, Prose("A text of another file.", Position(99, 1)))
