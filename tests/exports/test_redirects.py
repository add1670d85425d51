"""Redirects: an address that was published leads somewhere, or the check says that it would not."""

from __future__ import annotations

import re

import pytest

from generator.exports.addresses import addresses, check_published
from generator.exports.redirects import redirect_pages
from tests.conftest import SITE_URL, WriteProject, say
from tests.htmlpages import target
from tests.rendered import site_of

FILES = {
    "content/actors/aland.md": "---\nredirect_from: [old-aland, places/aland]\n---\nx",
    "content/terms/word.md": "x",
    "seeds/new-paper.md": "---\nredirect_from: paper\n---\nx",
}


def test_a_former_address_holds_a_page_that_leads_on() -> None:
    site, problems = site_of(FILES)
    pages = dict(redirect_pages(site))

    assert problems == []
    assert sorted(pages) == [
        "actors/old-aland/index.html",
        "places/aland/index.html",
        "sources/paper/index.html",
    ]
    for path, text in pages.items():
        (to,) = set(re.findall(r'(?:href|url)="?([^">]+)/"', text))
        assert target(path, f"{to}/", SITE_URL) in {
            ("actors/aland/index.html", ""),
            ("sources/new-paper/index.html", ""),
        }
        assert "default-src 'none'" in text
        assert "noindex" in text


def test_the_list_of_addresses_holds_pages_and_former_ones() -> None:
    site, _ = site_of(FILES)
    listed = addresses(
        site, ["index.md", "actors/index.md", "actors/aland.md"]
    ).splitlines()

    assert listed == [
        "actors/",
        "actors/aland/",
        "actors/old-aland/",
        "places/aland/",
        "sources/paper/",
    ]


@pytest.mark.parametrize(
    ("published", "lines"),
    [
        ("actors/aland/", []),
        ("actors/old-aland/", []),
        ("sources/paper/", []),
        ("terms/", []),
        ("", []),
        ("about/ties/", []),
        ("terms/gone/", [2]),
        ("terms/gone", [2]),
        ("sources/gone/", [2]),
        ("actors/../../gone/", [2]),
    ],
)
def test_what_was_published_must_not_vanish(published: str, lines: list[int]) -> None:
    site, _ = site_of(FILES)

    found = list(check_published(site, ["actors/aland/", published], "list.txt"))

    assert [problem.origin.line for problem in found] == lines


def test_check_reads_a_published_list(project: WriteProject) -> None:
    root = project({**FILES, "addresses.txt": "actors/aland/\nterms/wort/\n"})

    ran = say(root, "check", "--published", str(root / "addresses.txt"))

    assert ran.exit_code == 1
    assert (
        "addresses.txt:2:1: error[vanished-page] 'terms/wort/' was published"
        in ran.output
    )
    assert "redirect_from: terms/wort" in ran.output
    assert "Did you mean 'terms/word'?" in ran.output
