"""The built site: whole, linked throughout, and calling no other host."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator.built.audit import audit
from generator.io.site_folder import read_site
from generator.pages.render import ABOUT
from tests.conftest import ROOT, SITE_URL, Built
from tests.htmlpages import HtmlPage, is_elsewhere, target
from tests.site.isles import documents, former_addresses

FOLDERS = ("actors", "events", "places", "terms", "topics", "treaties")
FETCHED_BY_CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


def test_mkdocs_alone_builds_the_site_without_a_warning(built: Built) -> None:
    assert "WARNING" not in built.output
    assert "Documentation built" in built.output


def test_every_note_and_source_has_a_page(pages: Mapping[str, HtmlPage]) -> None:
    assert [name for name in documents() if f"{name}/index.html" not in pages] == []


def test_every_page_is_linked_from_the_index_of_its_kind(
    pages: Mapping[str, HtmlPage],
) -> None:
    listed = {
        found
        for folder in (*FOLDERS, "sources")
        for address in pages[f"{folder}/index.html"].article_links
        if (found := target(f"{folder}/index.html", address, SITE_URL))
    }

    assert [
        name for name in documents() if (f"{name}/index.html", "") not in listed
    ] == []


def test_there_is_no_page_beyond_notes_sources_and_indexes(
    pages: Mapping[str, HtmlPage],
) -> None:
    known = {f"{name}/index.html" for name in documents()}
    known |= {f"{folder}/index.html" for folder in (*FOLDERS, "sources")}
    known |= {f"about/{name}/index.html" for name in ABOUT}
    known |= {f"{address}/index.html" for address in former_addresses()}

    assert set(pages) == known | {"index.html", "404.html"}


def test_no_page_calls_another_host(pages: Mapping[str, HtmlPage]) -> None:
    assert [
        (name, address)
        for name, page in pages.items()
        for address in [*page.loads, *fetched(page.styles)]
        if is_elsewhere(address)
    ] == []


def test_no_style_sheet_calls_another_host(built: Built) -> None:
    sheets = list(built.site.rglob("*.css"))

    assert sheets
    assert [
        (path.name, address)
        for path in sheets
        for address in fetched(path.read_text(encoding="utf-8"))
        if is_elsewhere(address)
    ] == []


def fetched(css: str) -> list[str]:
    return ["".join(found) for found in FETCHED_BY_CSS.findall(css)]


def test_every_file_a_page_loads_is_there(
    built: Built, pages: Mapping[str, HtmlPage]
) -> None:
    loaded = {
        found[0]
        for name, page in pages.items()
        for address in page.loads
        if (found := target(name, address, SITE_URL))
    }

    assert loaded
    assert [name for name in sorted(loaded) if not (built.site / name).is_file()] == []


def test_every_link_within_the_site_leads_to_a_page_and_a_place_on_it(
    built: Built, pages: Mapping[str, HtmlPage]
) -> None:
    broken = [
        f"{name}: {address}"
        for name, page in pages.items()
        for address in page.links
        if (found := target(name, address, SITE_URL))
        and not leads(built, pages, *found)
    ]

    assert broken == []


def leads(built: Built, pages: Mapping[str, HtmlPage], path: str, anchor: str) -> bool:
    if path not in pages:
        return not anchor and (built.site / path).is_file()
    return not anchor or anchor in pages[path].ids


def test_links_out_of_the_site_are_web_addresses(pages: Mapping[str, HtmlPage]) -> None:
    assert [
        address
        for name, page in pages.items()
        for address in page.links
        if target(name, address, SITE_URL) is None
        and not re.match(r"https?://[\w.-]+(:\d+)?(/|$)", address)
    ] == []


def test_every_page_has_one_heading_of_its_own_and_a_title(
    pages: Mapping[str, HtmlPage],
) -> None:
    former = {f"{address}/index.html" for address in former_addresses()}
    own = {name: page for name, page in pages.items() if name not in former}
    assert [name for name, page in own.items() if page.headings != 1] == []
    titles = [page.title for name, page in own.items() if name != "404.html"]
    assert [title for title in titles if not title.strip()] == []


def test_the_themes_index_is_not_built_where_ours_answers(built: Built) -> None:
    assert (built.site / "pagefind/pagefind.js").is_file()
    assert not (built.site / "search").exists()


def test_nothing_of_the_build_itself_is_published(built: Built) -> None:
    published = {
        path.relative_to(built.site) for path in built.site.rglob("*") if path.is_file()
    }
    odd = {
        path.as_posix()
        for path in published
        if path.suffix in {".md", ".jinja", ".py", ".yml"} or path.name.startswith(".")
    }

    assert odd == {".explainers-site"}
    assert [path for path in published if str(ROOT) in _text(built.site / path)] == []


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def test_the_audit_finds_no_fault(built: Built) -> None:
    assert audit(read_site(built.site)) == []
