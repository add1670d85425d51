"""The built site as readers see it, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.site.browser import (
    CI,
    DESK,
    PAGES,
    PHONE,
    Visit,
    faults,
    needs_chromium,
    overflow,
    window,
)

pytestmark = needs_chromium


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize(
    "visit",
    [
        pytest.param(window(PHONE, color_scheme="light"), marks=CI, id="phone-light"),
        pytest.param(window(PHONE, color_scheme="dark"), id="phone-dark"),
        pytest.param(window(DESK, color_scheme="light"), id="desk-light"),
        pytest.param(window(DESK, color_scheme="dark"), marks=CI, id="desk-dark"),
    ],
    indirect=True,
)
def test_a_page_opens_without_a_fault_and_fits(visit: Visit, kind: str) -> None:
    address, heading = PAGES[kind]

    page = visit.open(address)
    page.wait_for_load_state("networkidle")

    assert visit.wrong == []
    assert page.locator("h1").count() == 1
    assert heading in page.locator("h1").inner_text()
    assert heading in page.title()
    assert overflow(page) == 0
    assert faults(page) == []


def test_feeds_are_found_by_readers_and_taken_for_no_translation(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))

    page = visit.open("actors/corrin/")
    page.wait_for_load_state("networkidle")

    assert [url for url in asked if "sitemap" in url or "feed" in url] == []
    assert page.locator('link[rel="alternate"]').count() == 2


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("visit", [window((320, 640))], ids=["320"], indirect=True)
def test_a_page_fits_the_smallest_phone(visit: Visit, kind: str) -> None:
    assert overflow(visit.open(PAGES[kind][0])) == 0


@pytest.mark.parametrize(
    ("visit", "scheme"),
    [(window(color_scheme="light"), "default"), (window(color_scheme="dark"), "slate")],
    ids=["light", "dark"],
    indirect=["visit"],
)
def test_a_reader_who_prefers_dark_gets_dark(visit: Visit, scheme: str) -> None:
    page = visit.open("")

    assert page.locator("body").get_attribute("data-md-color-scheme") == scheme


@pytest.mark.parametrize(
    "visit", [window(PHONE), window(DESK)], ids=["phone", "desk"], indirect=True
)
def test_a_citation_leads_to_its_reference_and_back(visit: Visit) -> None:
    page = visit.open(PAGES["topic"][0])

    page.locator("sup.cite a", has_text="2").first.click()
    assert page.url.endswith("#_ref-2")
    reference = page.locator("li", has=page.locator("#_ref-2"))
    assert reference.is_visible()
    assert page.locator("#_ref-2").evaluate(IN_SIGHT)

    reference.locator(".backs a").first.click()
    assert page.url.endswith("#_cite-2-1")
    assert page.locator("#_cite-2-1").evaluate(IN_SIGHT)


IN_SIGHT = """element => {
    const {top, bottom} = element.getBoundingClientRect();
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
    return top >= header - 1 && bottom <= innerHeight;
}"""


@pytest.mark.parametrize(
    "visit", [window(java_script_enabled=False)], ids=[""], indirect=True
)
def test_without_javascript_nothing_is_missing(visit: Visit) -> None:
    page = visit.open(PAGES["state"][0])
    text = page.locator("article").inner_text()

    assert "its fleet seized Gull Rock from Dunmere" in text
    for heading in ("Timeline", "Mentioned in", "References"):
        assert page.get_by_role("heading", name=heading).is_visible()
    assert page.locator(".timeline li").count() > 10
    assert page.locator(".timeline li").last.is_visible()
    assert page.locator(".references li").last.is_visible()
    assert page.locator("details.more summary").first.is_visible()
    assert visit.wrong == []


@pytest.mark.parametrize(
    "visit", [window(java_script_enabled=False)], ids=[""], indirect=True
)
def test_without_javascript_every_list_can_be_reached(visit: Visit) -> None:
    page = visit.open("")

    for name in (
        "Explainers",
        "Timeline",
        "Treaties",
        "Actors",
        "Places",
        "Terms",
        "Sources",
    ):
        assert page.get_by_label("Tabs").get_by_role("link", name=name).is_visible()


def test_a_number_shows_its_reference_on_hover_and_focus_until_escape(
    visit: Visit,
) -> None:
    page = visit.open(PAGES["state"][0])
    number = page.locator("article sup.cite a").first
    card = page.locator("#card-beside")

    number.hover()
    assert card.is_visible()
    assert "../sources/" in (card.locator("a").first.get_attribute("href") or "")
    page.keyboard.press("Escape")
    assert card.is_hidden()
    number.focus()
    assert card.is_visible()
    assert number.get_attribute("aria-describedby") == "card-beside"
    box = card.bounding_box()
    width = page.evaluate("innerWidth")
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert visit.wrong == []


def shown(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:visible").count()


def test_a_timeline_is_filtered_by_keyboard_and_by_its_address(visit: Visit) -> None:
    page = visit.open("events/?who=brevik&from=2000")
    form = page.get_by_role("form", name="Filter the timeline")
    all_entries = page.locator(".timeline li").count()
    of_brevik = shown(page, ".timeline li")

    assert 0 < of_brevik < all_entries
    assert form.locator("[name=who]").input_value() == "brevik"
    assert form.locator("output").inner_text() == f"{of_brevik} of {all_entries} entries"
    assert page.locator("h2:visible", has_text="1950s").count() == 0
    assert page.locator(".overview svg a:not(.out)").count() >= of_brevik

    form.locator("[name=kind]").focus()
    page.keyboard.type("Treaties")
    assert "kind=treaty" in page.url
    assert shown(page, ".timeline li") < of_brevik
    form.get_by_role("button", name="Show all").press("Enter")
    page.wait_for_url("**/events/")
    assert shown(page, ".timeline li") == all_entries
    assert visit.wrong == []


def test_a_mark_of_the_drawing_leads_to_its_entry(visit: Visit) -> None:
    page = visit.open("events/")
    mark = page.locator(
        ".overview svg a",
        has=page.locator("title", has_text="Harbour Treaty signed"),
    )

    address = mark.first.get_attribute("href") or ""
    mark.first.click()

    assert page.url.endswith(address)
    assert page.locator(address).is_visible()
    assert page.locator(".overview svg a").first.get_attribute("tabindex") == "-1"


def test_tables_of_treaties_are_sorted_by_date_what_is_not_known_last(
    visit: Visit,
) -> None:
    page = visit.open("treaties/")
    table = page.locator(".comparable table")
    keys = "rows => rows.map(row => row.cells[2].querySelector('[data-sort]')?.dataset.sort ?? '')"

    for order in (False, True):
        table.get_by_role("button", name="Signed").click()
        found = table.locator("tbody tr").evaluate_all(keys)
        known = [key for key in found if key]
        assert known == sorted(known, reverse=order)
        assert found == known + [""] * (len(found) - len(known))
    assert page.locator("th[aria-sort=descending]").count() == 1
    assert visit.wrong == []


def test_two_treaties_that_are_ticked_stand_side_by_side(visit: Visit) -> None:
    page = visit.open("treaties/")
    place = page.get_by_role("region", name="Side by side")

    assert not place.is_visible()
    page.get_by_label("Compare Lamp Convention").check()
    page.get_by_label("Compare Tide Accord").check()
    assert "compare=lamp-convention-1961%2Ctide-accord" in page.url
    page.wait_for_load_state("networkidle")
    page.reload()
    heads = place.locator("thead th").all_inner_texts()
    assert [head.split(" (")[0] for head in heads[1:]] == [
        "Lamp Convention",
        "Tide Accord",
    ]
    assert place.locator("tbody tr").first.locator("td").all_inner_texts() == [
        "Superseded",
        "Suspended in part",
    ]
    page.get_by_label("Compare Gull Rock").check()
    assert page.get_by_label("Compare Ferry Agreement").is_disabled()
    assert visit.wrong == []


def test_treaties_are_filtered_by_what_they_oblige_to(visit: Visit) -> None:
    page = visit.open("treaties/?obliges=Defence")
    rows = page.locator(".matrix tbody tr")

    defence = shown(page, ".matrix tbody tr")
    assert 0 < defence < rows.count()
    page.get_by_label("Consultation").check()
    assert 0 < shown(page, ".matrix tbody tr") < defence
    assert "obliges=Consultation" in page.url
    assert visit.wrong == []


def test_no_script_or_style_that_stands_in_a_page_may_run(visit: Visit) -> None:
    page = visit.open("")
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.harmed = 1';
        document.body.append(script);
        const link = document.createElement('img');
        link.src = 'https://evil.example/a.png';
        document.body.append(link);
    }""")

    assert page.evaluate("window.harmed") is None
    assert any("Content Security Policy" in fault for fault in visit.wrong)
    assert [
        fault
        for fault in visit.wrong
        if fault.startswith("failed: https://evil.example")
    ]


@pytest.mark.parametrize(
    "visit", [window(color_scheme="light")], ids=[""], indirect=True
)
def test_a_reader_who_chose_dark_keeps_it(visit: Visit) -> None:
    page = visit.open("")
    page.get_by_title("Switch to dark mode").click()

    page = visit.open(PAGES["topic"][0])

    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert visit.wrong == []


def test_a_node_of_the_drawing_of_ties_leads_to_its_page(visit: Visit) -> None:
    page = visit.open("about/ties/")

    page.locator(".graph svg a", has_text="Aldra").first.click()

    assert page.url == f"{visit.home}actors/aldra/"


@pytest.mark.parametrize(
    "visit", [window(java_script_enabled=False)], ids=[""], indirect=True
)
def test_without_javascript_a_node_leads_to_its_name_in_the_table(visit: Visit) -> None:
    page = visit.open("actors/aldra/")

    page.locator(".graph svg a", has_text="Ada Lorne").first.click()

    assert page.url.endswith("#n-ada-lorne")
    assert page.locator("#n-ada-lorne a").is_visible()


def test_a_link_shows_what_its_page_is_about_until_escape(visit: Visit) -> None:
    page = visit.open(PAGES["state"][0])
    page.emulate_media(reduced_motion="no-preference")
    link = page.locator(
        "article .md-typeset p a[href*='/actors/'], article p a[href^='../']"
    ).first
    card = page.locator("#card-beside")

    link.focus()
    card.wait_for(state="visible")

    assert card.locator("strong").inner_text()
    assert len(card.locator("p").inner_text()) > len("A few words.")
    assert card.locator("a").count() == 0
    assert link.get_attribute("aria-describedby") == "card-beside"
    covered, beside = link.bounding_box(), card.bounding_box()
    assert covered
    assert beside
    above = beside["y"] + beside["height"] <= covered["y"]
    assert above or beside["y"] >= covered["y"] + covered["height"]
    page.keyboard.press("Escape")
    assert card.is_hidden()
    assert visit.wrong == []


def test_a_reader_who_wants_less_motion_gets_no_previews(visit: Visit) -> None:
    page = visit.open(PAGES["state"][0])
    page.emulate_media(reduced_motion="reduce")

    page.locator("article p a[href^='../']").first.focus()
    page.wait_for_timeout(500)

    assert page.locator("#card-beside").count() == 0


@pytest.mark.parametrize(
    "visit", [window((390, 844), has_touch=True)], ids=[""], indirect=True
)
def test_a_long_press_shows_what_a_page_is_about_and_does_not_follow(
    visit: Visit,
) -> None:
    page = visit.open(PAGES["state"][0])
    page.emulate_media(reduced_motion="no-preference")
    link = page.locator("article p a[href^='../']").first
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    assert box
    touch = page.context.new_cdp_session(page)
    point = {"x": box["x"] + 4, "y": box["y"] + box["height"] / 2}
    before = page.url

    touch.send(
        "Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]}
    )
    page.locator("#card-beside").wait_for(state="visible")
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    assert page.locator("#card-beside strong").inner_text()
    assert page.url == before
