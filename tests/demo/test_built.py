"""The demo, built: whole, found by what its readers type, and all in our own words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from generator.built.audit import audit
from generator.io.site_folder import read_site as read_files
from tests.conftest import SHARED, Built
from tests.htmlpages import read_site
from tests.site.browser import Visit, needs_chromium, serve
from tests.site.test_search import found, search

pytestmark = [pytest.mark.ci, pytest.mark.xdist_group("demo")]
SEED = SHARED / "seed"
RUN = 12
"""So many words in a row are a quotation, not a coincidence."""
QUERIES = {
    "DPRK": "actors/north-korea/",
    "북한": "actors/north-korea/",
    "north korea": "actors/north-korea/",
    "Kim": "actors/kim-jong-un/",
    "kim jong-un": "actors/kim-jong-un/",
    "Kim Il Sung": "actors/kim-il-sung/",
    "putin": "actors/vladimir-putin/",
    "Xi Jinping": "actors/xi-jinping/",
    "Liu Dongshu": "actors/liu-dongshu/",
    "Yoon": "actors/yoon-suk-yeol/",
    "Aquilino": "actors/john-aquilino/",
    "PRC": "actors/china/",
    "china": "actors/china/",
    "Russia": "actors/russia/",
    "USSR": "actors/soviet-union/",
    "NATO": "actors/nato/",
    "south korea": "actors/south-korea/",
    "CNN": "actors/cnn/",
    "Stimson": "actors/stimson-center/",
    "Edward Howell": "actors/edward-howell/",
    "putin kim treaty": "topics/putin-kim-treaty-2024/",
    "what did russia and north korea promise each other": "topics/putin-kim-treaty-2024/",
    "arms for technology": "topics/arms-for-technology/",
    "treaties of 1961": "topics/treaties-of-1961/",
    "1961 chinese treaty": "treaties/china-dprk-1961/",
    "1961 soviet treaty": "treaties/ussr-dprk-1961/",
    "comprehensive strategic partnership": (
        "treaties/russia-dprk-comprehensive-strategic-partnership-2024/"
    ),
    "2000 friendship treaty": "treaties/russia-dprk-friendship-2000/",
    "NPT": "treaties/npt/",
    "anpo": "treaties/us-japan-security-1960/",
    "panmunjom declaration": "treaties/panmunjom-declaration-2018/",
    "MSMT": "treaties/msmt/",
    "armistice agreement": "treaties/korean-armistice-1953/",
    "armistice": "terms/armistice/",
    "ratification": "terms/ratification/",
    "veto": "terms/veto/",
    "dual use goods": "terms/dual-use-goods/",
    "axis of evil": "terms/axis-of-evil/",
    "hanoi summit": "events/hanoi-summit/",
    "pyongyang": "places/pyongyang/",
}
"""What readers type, and the page they mean."""


def test_mkdocs_alone_builds_it_without_a_warning(demo: Built) -> None:
    assert "WARNING" not in demo.output
    assert "Documentation built" in demo.output


def test_the_audit_finds_no_fault(demo: Built) -> None:
    assert audit(read_files(demo.site)) == []


@needs_chromium
def test_forty_searches_lead_to_the_page_that_is_meant(
    browser: Browser, demo: Built
) -> None:
    first = {}
    with serve(demo.site) as home, browser.new_context() as context:
        visit = Visit(context.new_page(), home)
        page = visit.open("")
        page.locator("[data-md-component=search-query]").click()
        for words in QUERIES:
            search(page, words)
            first[words] = [*found(page, home), ""][0]

    assert len(QUERIES) == 40
    assert first == QUERIES
    assert visit.wrong == []


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of so many words of a text, marks and case aside."""
    found = re.findall(r"\w+", text.casefold())
    return {tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)}


@pytest.mark.skipif(
    not SEED.is_dir(), reason="the article as received is not part of the project"
)
def test_no_sentence_of_the_article_as_received_is_in_the_project(
    demo: Built,
) -> None:
    article = set().union(
        *(runs(path.read_text(encoding="utf-8")) for path in SEED.iterdir())
    )
    texts = {
        path.relative_to(demo.root).as_posix(): path.read_text(encoding="utf-8")
        for folder in ("content", "seeds", "build/docs")
        for path in (demo.root / folder).rglob("*.md")
    }
    texts |= {name: page.text for name, page in read_site(demo.site).items()}
    texts |= {
        path.relative_to(demo.site).as_posix(): path.read_text(encoding="utf-8")
        for path in demo.site.rglob("*")
        if path.suffix in {".json", ".csv", ".ics"}
    }
    assert "pagefind/kinds.json" in texts

    assert len(article) > 500
    assert {
        name: found for name, text in texts.items() if (found := runs(text) & article)
    } == {}
