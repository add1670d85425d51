"""Search: what readers type leads to the page they mean, first of all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.browser import (
    CI,
    DESK,
    PHONE,
    Visit,
    faults,
    needs_chromium,
    overflow,
    window,
)

pytestmark = needs_chromium

QUERIES = {
    "RAL": "actors/aldra/",
    "알드라": "actors/aldra/",
    "aldra": "actors/aldra/",
    "Lorne": "actors/ada-lorne/",
    "ada-lorne": "actors/ada-lorne/",
    "Tomas Lorne": "actors/tomas-lorne/",
    "vell": "actors/ingrid-vell/",
    "Tolvane": "actors/mira-tolvane/",
    "corrin": "actors/corrin/",
    "IRC": "actors/corrin/",
    "northern union": "actors/northern-union/",
    "council": "actors/harbour-council/",
    "pilots guild": "actors/pilots-guild/",
    "lorne vell pact": "treaties/harbour-treaty-2012/",
    "what did aldra and brevik promise each other": "topics/harbour-treaty/",
    "pilots for lamp oil": "topics/pilots-for-lamp-oil/",
    "treaties of 1961": "topics/treaties-of-1961/",
    "corrin treaty of 1961": "treaties/corrin-aldra-1961/",
    "lamp convention": "treaties/lamp-convention-1961/",
    "1988 treaty": "treaties/pilotage-treaty-1988/",
    "truce agreement": "treaties/gull-rock-truce-1953/",
    "truce": "terms/truce/",
    "ratification": "terms/ratification/",
    "blockade": "terms/blockade/",
    "lamp oil": "terms/lamp-oil/",
    "great fog": "events/great-fog/",
    "port aldra": "places/port-aldra/",
}
"""What readers type, and the page they mean."""


TRIED = [((320, 640), "dark"), (DESK, "light")]
"""The windows that every run of the tests opens."""
DONE = "[data-md-component=search-result][aria-busy=false]"


def search(page: Page, words: str) -> None:
    """Type words, and wait until all is found."""
    query = page.locator("[data-md-component=search-query]")
    query.fill("")
    expect(page.locator(".md-search-result__meta")).to_have_text(
        "Type to start searching"
    )
    query.fill(words)  # from now on it is busy, perhaps for too short to be seen
    page.locator(DONE).wait_for()


def found(page: Page, home: str) -> list[str]:
    """Return the addresses that are shown, below the site's own."""
    script = "all => all.map(a => a.href)"
    links = page.locator(".md-search-result__item > a").evaluate_all(script)
    return [str(link).removeprefix(home) for link in links]


@pytest.fixture
def page(visit: Visit) -> Page:
    """Turn to the search."""
    page = visit.open("")
    page.locator("[data-md-component=search-query]").click()
    return page


def test_searches_lead_to_the_page_that_is_meant(
    visit: Visit, page: Page
) -> None:
    first = {}
    for words in QUERIES:
        search(page, words)
        first[words] = [*found(page, visit.home), ""][0]

    assert first == QUERIES
    assert visit.wrong == []


@pytest.mark.parametrize(
    ("words", "title", "kind"),
    [
        ("ral", "Aldra — RAL", "Actor"),
        ("알", "Aldra — 알드라", "Actor"),
        ("JÉAN-LUC AMAR", "Jean-Luc Amár", "Actor"),
        ("pilots guild", "Pilots' Guild", "Actor"),
        ("castle", "Brevik — the Castle", "Actor"),
        ("harbour cou", "Harbour Council", "Actor"),
        ("timeline", "Timeline", "Page"),
        ("waters declaration neutral", "Neutral Waters Declaration (1950)", "Treaty"),
    ],
)
def test_a_page_is_found_first_by_any_of_its_names(
    page: Page, words: str, title: str, kind: str
) -> None:
    search(page, words)

    first = page.locator(".md-search-result__item").first
    assert first.locator(".found-title").inner_text() == title
    assert first.locator(".kind").inner_text() == kind
    assert first.locator(".found-words").count() == 0


def test_what_only_the_text_holds_is_shown_with_its_words_marked(page: Page) -> None:
    search(page, "careful chronicle")

    words = page.locator(".found-words").first
    assert {
        mark.lower().strip(".,") for mark in words.locator("mark").all_inner_texts()
    } <= {"careful", "chronicle"}
    text = " ".join(page.locator(".found-words").all_inner_texts())
    assert words.locator("mark").count() > 0
    assert "Mentioned in" not in text
    assert "¶" not in text
    assert "#" not in text


def test_a_kind_that_is_chosen_stays_while_other_words_are_typed(
    visit: Visit, page: Page
) -> None:
    search(page, "aldra")
    kinds = page.get_by_role("group", name="Kinds of page")
    treaties = kinds.get_by_role("button", name="Treaties")
    count = int(treaties.locator("span").inner_text())

    page.keyboard.press("Tab")  # the box that scrolls
    while page.evaluate("document.activeElement.dataset.kind") != "treaty":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(treaties).to_have_attribute("aria-pressed", "true")
    page.locator(DONE).wait_for()

    assert page.evaluate("document.activeElement.dataset.kind") == "treaty"
    expect(page.locator(".md-search-result__meta")).to_have_text(f"{count} pages")
    assert {address.split("/")[0] for address in found(page, visit.home)} == {
        "treaties"
    }
    search(page, "corrin")
    expect(treaties).to_have_attribute("aria-pressed", "true")
    assert found(page, visit.home)[0] == "treaties/corrin-aldra-1961/"
    assert {address.split("/")[0] for address in found(page, visit.home)} == {
        "treaties"
    }
    assert visit.wrong == []


def test_many_pages_come_in_steps_each_once(visit: Visit, page: Page) -> None:
    search(page, "brevik")
    count = int(page.locator(".md-search-result__meta").inner_text().split()[0])
    more = page.get_by_role("button", name="Show more")

    assert len(found(page, visit.home)) == 10 < count
    more.press("Enter")
    expect(page.locator(".md-search-result__item")).to_have_count(20)
    assert page.evaluate("document.activeElement.matches('li:nth-child(11) a')")
    while more.is_visible():
        before = page.locator(".md-search-result__item").count()
        more.click()
        expect(page.locator(".md-search-result__item")).not_to_have_count(before)

    shown = found(page, visit.home)
    assert len(shown) == len(set(shown)) == count


def test_a_page_of_more_than_ten_found_by_name_is_shown_once(
    visit: Visit, page: Page
) -> None:
    search(page, "aldra")
    more = page.get_by_role("button", name="Show more")

    more.click()
    expect(page.locator(".md-search-result__item").nth(19)).to_be_visible()

    shown = found(page, visit.home)
    assert len(shown) == len(set(shown))


def test_keys_lead_through_what_was_found_and_out_again(
    visit: Visit, page: Page
) -> None:
    search(page, "mira tolvane")
    query = page.locator("[data-md-component=search-query]")

    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('li:first-child > a')")
    page.keyboard.press("ArrowUp")
    expect(query).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(".md-search__output")).not_to_be_visible()
    query.click()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{visit.home}actors/mira-tolvane/")
    assert visit.wrong == []


def test_enter_waits_for_the_first_page_of_the_words_that_stand_there(
    visit: Visit, page: Page
) -> None:
    page.keyboard.type("Ingrid Vell")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{visit.home}actors/ingrid-vell/")


def test_where_nothing_is_found_the_list_of_all_names_is_offered(
    visit: Visit, page: Page
) -> None:
    search(page, "zzyzx")

    status = page.get_by_role("status")
    assert status.inner_text() == "No pages match. All names from A to Z"
    status.get_by_role("link").click()
    page.wait_for_url(f"{visit.home}about/names/")
    assert visit.wrong == []


@pytest.mark.parametrize(
    "visit",
    [
        pytest.param(
            window(size, color_scheme=scheme, reduced_motion="reduce"),
            id=f"{size[0]}-{scheme}",
            marks=[] if (size, scheme) in TRIED else CI,
        )
        for size in ((320, 640), PHONE, DESK)
        for scheme in ("light", "dark")
    ],
    indirect=True,
)
@pytest.mark.parametrize("words", ["aldra", "barrels customs", "zzyzx"])
def test_an_address_that_brings_its_words_opens_the_search_without_a_fault(
    visit: Visit, words: str
) -> None:
    page = visit.open(f"?q={words}")
    page.locator(DONE).wait_for()

    expect(page.locator(".md-search__output")).to_be_visible()
    page.wait_for_timeout(400)  # the dialog has opened, and its colours stand
    assert overflow(page) == 0
    assert faults(page) == []
    assert visit.wrong == []


def without(visit: Visit, *files: str) -> Page:
    """Search for words on a site that lacks some files."""
    for file in files:
        visit.page.route(f"**/{file}", lambda route: route.abort())
    page = visit.open("?q=RAL")
    page.locator(DONE).wait_for()
    return page


@pytest.mark.parametrize(
    "gone", ["pagefind/pagefind.js", "pagefind/pagefind-worker.js"]
)
def test_without_an_index_of_words_names_are_found(visit: Visit, gone: str) -> None:
    page = without(visit, gone)

    expect(page.locator(".md-search-result__meta")).to_contain_text("Only names")
    assert page.locator(".found-title").first.inner_text() == "Aldra — RAL"


def test_without_an_index_of_names_words_are_found(visit: Visit) -> None:
    page = without(visit, "assets/names/keys.json")

    expect(page.locator(".md-search-result__meta")).to_contain_text("page")
    assert page.locator(".found-title").count() > 0


def test_without_any_index_readers_are_led_to_all_names(visit: Visit) -> None:
    for file in ("pagefind/pagefind.js", "assets/names/keys.json"):
        visit.page.route(f"**/{file}", lambda route: route.abort())
    page = visit.open("?q=RAL")

    expect(page.locator(".md-search-result__meta")).to_contain_text("cannot be loaded")
    expect(page.locator(".md-search-result__meta a")).to_have_text(
        "All names from A to Z"
    )


def test_an_index_that_another_engine_wrote_answers_where_ours_cannot(
    visit: Visit,
) -> None:
    theirs = {
        "config": {
            "lang": ["en"],
            "separator": r"[\s\-]+",
            "pipeline": [],
            "fields": {"title": {"boost": 1000}, "text": {"boost": 1}},
        },
        "docs": [{"location": "places/", "title": "Places", "text": "RAL is here."}],
    }
    for file in ("pagefind/pagefind.js", "assets/names/keys.json"):
        visit.page.route(f"**/{file}", lambda route: route.abort())
    visit.page.route(
        "**/search/search_index.json", lambda route: route.fulfill(json=theirs)
    )
    page = visit.open("?q=RAL")

    expect(page.locator(".md-search-result__meta")).to_contain_text("matching document")
    assert page.locator(".found").count() == 0


def test_the_kind_of_each_result_is_known_by_its_id(visit: Visit) -> None:
    """What `generator/io/pagefind_format.py` knows of Pagefind still holds in a browser."""
    page = visit.open("")

    told = page.evaluate("""async () => {
        const { search } = await import(new URL("pagefind/pagefind.js", location));
        const { results } = await search(null);
        const pages = results.map(async ({ id, data }) => [id, (await data()).meta.kind]);
        return Promise.all(pages);
    }""")

    kinds = page.evaluate("""async () => {
        const answer = await fetch(new URL("pagefind/kinds.json", location));
        return answer.json();
    }""")
    known = {id_: kind for kind, ids in kinds.items() for id_ in ids}
    assert known == dict(told), "the ids or metadata of Pagefind's fragments changed"
