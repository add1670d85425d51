"""MkDocs takes pages and their contents from the reader, and they are what it would make itself."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import SETTINGS, SITE_URL, Built, docs_of, lay_out, run
from tests.markdown.dom import difference, dom

ARTICLE, CONTENTS = "article", "nav.md-nav--secondary"
FEWEST_PAGES = 15
Pages = Mapping[str, LexborHTMLParser]


@pytest.fixture
def copy(dialect: Built, tmp_path: Path) -> Path:
    """Copy the generated pages of a site, without its notes."""
    lay_out(tmp_path)
    shutil.copytree(dialect.docs, docs_of(tmp_path), dirs_exist_ok=True)
    return tmp_path


def publish(root: Path) -> CompletedProcess[str]:
    """Build pages that are generated."""
    where = {"SITE_URL": SITE_URL, "EXPLAINERS_GENERATED": "1"}
    return run(root, "mkdocs", "build", "--strict", **where)


def pages_of(site: Path) -> Pages:
    return {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_bytes())
        for path in sorted(site.rglob("index.html"))
    }


def without(setting: str) -> str:
    """Return the settings of the tests' sites without one of them."""
    settings = SETTINGS.read_text(encoding="utf-8")
    lines = settings.splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.startswith(f"{setting}:"))
    end = start + 1
    while lines[end][0] in " #":
        end += 1
    return "".join(lines[:start] + lines[end:])


def part(page: LexborHTMLParser, selector: str) -> str:
    return "".join(node.html or "" for node in page.css(selector))


def test_pages_and_contents_are_those_that_mkdocs_would_make(
    dialect: Built, copy: Path
) -> None:
    (copy / "mkdocs.yml").write_text(without("hooks"), encoding="utf-8")

    done = publish(copy)

    assert done.returncode == 0, done.stderr
    ours, theirs = pages_of(dialect.site), pages_of(copy / "site")
    assert len(ours) > FEWEST_PAGES
    assert set(ours) == set(theirs)
    for name in ours:
        for selector in (ARTICLE, CONTENTS):
            one = dom(part(ours[name], selector))
            other = dom(part(theirs[name], selector))
            assert one
            assert difference(one, other) is None, name


def test_mkdocs_renders_nothing_itself(dialect: Built, copy: Path) -> None:
    """Pages are the same without a single extension of Python-Markdown."""
    (copy / "mkdocs.yml").write_text(without("markdown_extensions"), encoding="utf-8")

    done = publish(copy)

    assert done.returncode == 0, done.stderr
    ours, theirs = pages_of(dialect.site), pages_of(copy / "site")
    assert len(ours) > FEWEST_PAGES
    for name in ours:
        assert part(ours[name], ARTICLE) == part(theirs[name], ARTICLE)


def test_the_themes_own_search_knows_every_page_and_its_sections(
    dialect: Built, copy: Path
) -> None:
    settings = SETTINGS.read_text(encoding="utf-8")
    chosen = settings.replace("search: pagefind", "search: material")
    (copy / "mkdocs.yml").write_text(chosen, encoding="utf-8")

    done = publish(copy)

    assert done.returncode == 0, done.stderr
    index = (copy / "site/search/search_index.json").read_text(encoding="utf-8")
    titles = {entry["location"]: entry["title"] for entry in json.loads(index)["docs"]}
    scales = "topics/tea-scales/"
    assert titles[f"{scales}#tasks"] == "Tasks"
    assert titles[f"{scales}#the-sixth-level"] == "The sixth level"
    assert not {"Note", "Tip", "Caution"} & set(titles.values())
    shown = {path.relative_to(dialect.docs) for path in dialect.docs.rglob("*.md")}
    addresses = {
        path.with_suffix("").as_posix().removesuffix("index").rstrip("/")
        for path in shown
    }
    assert addresses <= {location.rstrip("/") for location in titles}


def test_a_link_to_no_page_ends_a_strict_build(copy: Path) -> None:
    page = docs_of(copy) / "terms/oolong.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n[gone](../terms/gone.md)\n", encoding="utf-8")

    done = publish(copy)

    assert done.returncode == 1
    assert "terms/oolong.md contains a link to ../terms/gone.md" in done.stderr


def test_the_contents_of_a_page_are_its_headings_in_their_levels(
    dialect: Built,
) -> None:
    page = pages_of(dialect.site)["topics/tea-scales/index.html"]
    [contents] = page.css(CONTENTS)

    shown: list[tuple[int, str, str]] = []
    for link in contents.css("a"):
        level = 0
        around = link.parent
        while around is not None and around != contents:
            level += around.tag == "ul"
            around = around.parent
        shown.append((level, link.text(), link.attributes["href"] or ""))

    assert shown == [
        (1, "Tables of weights", "#tables-of-weights"),
        (1, "Lists", "#lists"),
        (2, "Tasks", "#tasks"),
        (1, "Code", "#code"),
        (1, "Alerts", "#alerts"),
        (1, "Quotations", "#quotations"),
        (2, "A heading in a quotation", "#a-heading-in-a-quotation"),
        (1, "Definitions & code, set off", "#definitions-code-set-off"),
        (2, "The third level", "#the-third-level"),
        (3, "The fourth level", "#the-fourth-level"),
        (4, "The fifth level", "#the-fifth-level"),
        (5, "The sixth level", "#the-sixth-level"),
        (1, "Tables of weights", "#tables-of-weights.2"),
        (1, "Who is who", "#_who-is-who"),
        (1, "Claims, weighed", "#_claims-weighed"),
        (1, "References", "#_references"),
    ]
