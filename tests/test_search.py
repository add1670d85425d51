"""Search: what readers type leads to the page they mean, first of all."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.test_browser import Visit, browser, home, pytestmark, visit

__all__ = ["browser", "home", "pytestmark", "visit"]

LEAST = 36
"""So many of forty searches show the page that is meant first."""
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


def first_for(page: Page, words: str) -> str:
    """Return the address of the first result, below the site's own; nothing if there is none."""
    query = page.locator("[data-md-component=search-query]")
    query.fill("")
    query.press_sequentially(" ")
    page.locator(".md-search-result__item").first.wait_for(state="detached")
    query.fill(words)
    query.dispatch_event("keyup")  # so that the search begins, whatever the script
    page.wait_for_timeout(250)
    links = page.locator(".md-search-result__item > a").evaluate_all("all => all.map(a => a.href)")
    return str(links[0]).partition("?")[0] if links else ""


def test_forty_searches_lead_to_the_page_that_is_meant(visit: Visit) -> None:
    page = visit.open("")
    page.locator("[data-md-component=search-query]").click()
    page.locator(".md-search-result__meta", has_text="Type to start").wait_for()

    found = {words: first_for(page, words).removeprefix(visit.home) for words in QUERIES}

    missed = {words: found[words] for words in QUERIES if found[words] != QUERIES[words]}
    assert len(QUERIES) == len({*QUERIES}) == LEAST + 4
    assert len(QUERIES) - len(missed) >= LEAST, missed
