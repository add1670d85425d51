"""What the head of each page says to search engines and to those who share it; the sitemap."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import SITE_NAME, SITE_URL, Built, WriteProject, git, run, write_files

META = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"[^<>]*>')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ARTICLE = re.compile(f"{SITE_URL}(?!about/)[^/]+/[^/]+/")
"""The address of a note's or source's page."""
MAX_ADDRESSES, MAX_LENGTH = 50_000, 2048
"""So many addresses a sitemap may have, of so many letters, by the protocol."""
Heads = Mapping[str, str]


@pytest.fixture(scope="module")
def heads(built: Built) -> Heads:
    """Return the head of every page, by its address."""
    return {
        address_of(path.parent.relative_to(built.site).as_posix()): text.partition(
            "</head>"
        )[0]
        for path in sorted(built.site.rglob("index.html"))
        if 'http-equiv="refresh"' not in (text := path.read_text(encoding="utf-8"))
    }


def address_of(folder: str) -> str:
    return SITE_URL if folder == "." else f"{SITE_URL}{folder}/"


def said(head: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in META.findall(head)}


def test_every_page_names_its_own_address_as_the_one_to_keep(heads: Heads) -> None:
    assert len(heads) > 80
    assert {where: CANONICAL.findall(head) for where, head in heads.items()} == {
        where: [where] for where in heads
    }


def test_every_page_can_be_shared(heads: Heads) -> None:
    for where, head in heads.items():
        found = said(head)
        assert found["og:url"] == where
        assert found["og:site_name"] == SITE_NAME
        assert found["og:title"]
        assert found["og:description"]
        assert found["og:type"] == (
            "article" if ARTICLE.fullmatch(where) else "website"
        )
        assert "robots" not in found


def test_home_is_shared_by_the_name_of_the_site(heads: Heads) -> None:
    assert said(heads[SITE_URL])["og:title"] == SITE_NAME


def test_a_page_that_is_none_is_kept_out_of_search_engines(built: Built) -> None:
    text = (built.site / "404.html").read_text(encoding="utf-8")

    assert said(text)["robots"] == "noindex"


def test_the_sitemap_keeps_the_protocol_and_names_every_page(
    built: Built, heads: Heads
) -> None:
    root = ET.parse(built.site / "sitemap.xml").getroot()  # noqa: S314 - our own file
    found = [address.findtext(f"{SITEMAP}loc") or "" for address in root]

    assert root.tag == f"{SITEMAP}urlset"
    assert {element.tag for address in root for element in address} <= {
        f"{SITEMAP}{name}" for name in ("loc", "lastmod", "changefreq", "priority")
    }
    assert sorted(found) == sorted(heads)
    assert len(found) < MAX_ADDRESSES
    assert max(map(len, found)) < MAX_LENGTH


def test_a_page_has_the_dates_of_its_history_in_all_places(
    project: WriteProject,
) -> None:
    root = project({"content/terms/old.md": "x\n", ".gitignore": "build\nsite\n"})
    git(root, "init")
    for day, text in (("2024-01-01", "x"), ("2024-03-01", "y")):
        write_files(root, {"content/terms/old.md": f"{text}\n"})
        git(root, "add", "content")
        git(root, "commit", "-m", text, day=day)

    assert run(root, "mkdocs", "build", "--strict", SITE_URL=SITE_URL).returncode == 0

    head = (root / "site/terms/old/index.html").read_text(encoding="utf-8")
    assert said(head)["article:published_time"] == "2024-01-01"
    assert said(head)["article:modified_time"] == "2024-03-01"
    assert (
        '"datePublished":"2024-01-01T12:00:00Z","dateModified":"2024-03-01T12:00:00Z"'
        in head
    )
    sitemap = (root / "site/sitemap.xml").read_text(encoding="utf-8")
    assert re.findall("<loc>(.*)</loc><lastmod>(.*)</lastmod>", sitemap) == [
        (f"{SITE_URL}terms/old/", "2024-03-01")
    ]


def test_robots_are_told_where_the_sitemap_is(built: Built) -> None:
    lines = (built.site / "robots.txt").read_text(encoding="utf-8").split("\n")

    assert lines == [
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {SITE_URL}sitemap.xml",
        "",
    ]
