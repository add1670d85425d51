"""Which pages there are, and what they consist of."""

from __future__ import annotations

from generator.notes.model import KINDS
from generator.pages.render import Pages, render
from tests.rendered import ENVIRONMENT, pages_of, site_of, to_html

FILES = {
    "content/actors/kim.md": "---\ntitle: Kim\nsummary: He *leads* [@un].\n---\n\nHe.\n\n\n\nx\n\n",
    "content/topics/why.md": "---\ntitle: Why\nanswer: So it is.\n---\nx\n",
    "content/index.md": "---\ntitle: Home\n---\nWelcome to Kim.\n",
    "seeds/un.md": "---\ntitle: UN\n---\nOne.\n",
}


def test_there_is_a_page_for_each_document_and_each_kind() -> None:
    site, _ = site_of(FILES)

    assert sorted(pages_of(site)) == sorted(
        [
            "index.md",
            "sources/index.md",
            *(f"{folder}/index.md" for folder in KINDS),
            "about/corrections.md",
            "about/data.md",
            "about/names.md",
            "about/quotations.md",
            "about/worklist.md",
            "actors/kim.md",
            "topics/why.md",
            "sources/un.md",
        ]
    )


def test_a_page_has_no_blank_line_too_many() -> None:
    text = pages_of(site_of(FILES)[0])["actors/kim.md"]

    assert "\nHe.\n\nx\n" in text
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_page_has_one_heading_of_the_first_rank_and_its_title() -> None:
    for text in pages_of(site_of(FILES)[0]).values():
        assert len(to_html(text).find("h1")) == 1


def test_the_same_files_make_the_same_bytes() -> None:
    first, again = ([*render(site_of(FILES)[0], ENVIRONMENT)] for _ in range(2))

    assert first == again


def test_all_offices_of_a_person_are_one_row() -> None:
    files = {
        "content/actors/kim.md": "---\nroles: [General, Marshal]\nborn: 1984\n---\nx\n"
    }
    html = to_html(pages_of(site_of(files)[0])["actors/kim.md"])

    assert [e.tag for e in html.elements if e.tag in {"dt", "dd"}] == [
        "dt",
        "dd",
        "dd",
        "dt",
        "dd",
    ]


def test_a_page_is_the_same_alone_and_among_all() -> None:
    site = site_of(FILES)[0]
    pages = Pages(site, ENVIRONMENT)

    alone = [pages.page(path) for path in reversed(pages.paths)]

    assert len(alone) > len(FILES)
    assert alone[::-1] == [*render(site, ENVIRONMENT)]
