"""Walks: what readers come for can be found by keyboard alone, and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.browser import Visit, needs_chromium, window

pytestmark = needs_chromium

FARTHEST = 120
"""So many presses of the tabulator are patience enough."""
FOCUSED = "document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"
without_scripts = pytest.mark.parametrize(
    "visit", [window(java_script_enabled=False)], ids=[""], indirect=True
)


def tab_to(page: Page, words: str) -> None:
    """Press the tabulator until something that says these words has the focus."""
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        if re.match(words, str(page.evaluate(FOCUSED))):
            return
    pytest.fail(f"{words} is not reached by the keyboard")


def follow(page: Page, words: str) -> None:
    tab_to(page, words)
    with page.expect_event("framenavigated"):
        page.keyboard.press("Enter")
    page.wait_for_load_state()


def look_up(page: Page, words: str) -> None:
    """Search with the keyboard, and follow the first result."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator("[data-md-component=search-result][aria-busy=false]").wait_for()
    page.keyboard.press("ArrowDown")
    with page.expect_event("framenavigated"):
        page.keyboard.press("Enter")
    page.wait_for_load_state()


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def test_by_keyboard_a_reader_finds_who_mira_tolvane_is(visit: Visit) -> None:
    page = visit.open("")

    look_up(page, "Mira Tolvane")

    expect(heading(page)).to_contain_text("Mira Tolvane")
    expect(page.locator(".lead")).to_contain_text("scholar")


@without_scripts
def test_without_scripts_a_reader_finds_who_mira_tolvane_is(visit: Visit) -> None:
    page = visit.open("")

    page.get_by_role("link", name="Names A to Z").click()
    page.locator("article").get_by_role(
        "link", name="Mira Tolvane", exact=True
    ).first.click()

    expect(heading(page)).to_contain_text("Mira Tolvane")
    expect(page.locator(".lead")).to_contain_text("scholar")


def test_by_keyboard_a_reader_finds_whether_the_treaty_of_1961_is_in_force(
    visit: Visit,
) -> None:
    page = visit.open("")

    look_up(page, "Corrin treaty of 1961")

    expect(heading(page)).to_contain_text("Corrin-Aldra Aid Treaty (1961)")
    expect(page.locator(".infobox")).to_contain_text(re.compile(r"Status\s+In force"))


@without_scripts
def test_without_scripts_a_reader_finds_whether_the_treaty_of_1961_is_in_force(
    visit: Visit,
) -> None:
    page = visit.open("")

    page.get_by_label("Tabs").get_by_role("link", name="Treaties").click()

    row = page.locator(
        ".comparable tr", has_text="Corrin-Aldra Aid Treaty (1961)"
    )
    expect(row.first).to_contain_text("In force")


def test_by_keyboard_a_reader_finds_what_happened_in_2012(visit: Visit) -> None:
    page = visit.open("")

    follow(page, "Timeline")
    page.wait_for_url("**/events/")
    form = page.get_by_role("form", name="Filter the timeline")
    for field in ("from", "to"):
        form.locator(f"[name={field}]").focus()
        page.keyboard.type("2012")
        page.keyboard.press("Tab")

    shown = page.locator(".timeline li:visible").all_inner_texts()
    assert any("19 June 2012" in line and "Treaty signed" in line for line in shown)
    assert all("2012" in line for line in shown)


@without_scripts
def test_without_scripts_a_reader_finds_what_happened_in_2012(visit: Visit) -> None:
    page = visit.open("")

    page.get_by_label("Tabs").get_by_role("link", name="Timeline").click()
    page.locator(".overview").get_by_role("link", name="2010s").click()

    assert "#" in page.url
    expect(page.locator(".timeline li", has_text="19 June 2012").first).to_be_visible()


def test_by_keyboard_a_reader_finds_what_is_disputed(visit: Visit) -> None:
    page = visit.open("")

    follow(page, "What did Aldra and Brevik promise")
    follow(page, "What is disputed")

    assert page.url.endswith("/topics/harbour-treaty/#what-is-disputed")
    expect(page.locator("#what-is-disputed")).to_be_in_viewport()


@without_scripts
def test_without_scripts_a_reader_finds_what_is_disputed(visit: Visit) -> None:
    page = visit.open("")

    page.locator(".card").get_by_role("link", name="What did Aldra").click()
    page.locator(".contents").get_by_role("link", name="What is disputed").click()

    expect(page.locator("#what-is-disputed")).to_be_in_viewport()
    expect(page.locator(".claims")).to_contain_text("Disputed")
