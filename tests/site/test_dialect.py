"""Every construct of Markdown as readers see it, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Built
from tests.site.browser import (
    CI,
    DESK,
    PHONE,
    Visit,
    faults,
    needs_chromium,
    overflow,
    serve,
    visit_with,
    window,
)

pytestmark = needs_chromium
PAGE = "topics/tea-scales/"
SEARCH = """async (words) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = await pagefind.search(words);
  const pages = await Promise.all(found.results.map((result) => result.data()));
  return pages.flatMap((page) => page.sub_results.map((part) => part.url));
}"""


@pytest.fixture(scope="module")
def home(dialect: Built) -> Iterator[str]:
    """Serve the site of every construct."""
    with serve(dialect.site) as address:
        yield address


@pytest.fixture
def visit(
    browser: Browser, home: str, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """Open a window on it."""
    with visit_with(browser, home, getattr(request, "param", {})) as opened:
        yield opened


@pytest.fixture(scope="module")
def page(browser: Browser, home: str) -> Iterator[Page]:
    """Open the page once, for tests that only look."""
    with visit_with(browser, home, {}) as opened:
        yield opened.open(PAGE)


def style(page: Page, selector: str, name: str) -> str:
    """Return a property of the first element that is found, as a browser computes it."""
    script = "(element, name) => getComputedStyle(element).getPropertyValue(name)"
    return str(page.locator(selector).first.evaluate(script, name))


@pytest.mark.parametrize(
    "visit",
    [
        window(PHONE, color_scheme="light"),
        pytest.param(window(PHONE, color_scheme="dark"), marks=CI),
        pytest.param(window(DESK, color_scheme="light"), marks=CI),
        window(DESK, color_scheme="dark"),
    ],
    ids=["phone-light", "phone-dark", "desk-light", "desk-dark"],
    indirect=True,
)
def test_every_construct_is_without_a_fault_and_fits(visit: Visit) -> None:
    page = visit.open(PAGE)
    page.wait_for_load_state("networkidle")

    assert visit.wrong == []
    assert overflow(page) == 0
    assert faults(page) == []


@pytest.mark.parametrize(
    "visit",
    [window((320, 640)), window((320, 640), java_script_enabled=False)],
    ids=["script", "no-script"],
    indirect=True,
)
def test_a_wide_table_and_long_code_scroll_by_themselves(visit: Visit) -> None:
    page = visit.open(PAGE)
    page.wait_for_load_state("networkidle")
    script = """() => [...document.querySelectorAll("article *")].filter(
      (element) => element.scrollWidth > element.clientWidth + 1
        && ["auto", "scroll"].includes(getComputedStyle(element).overflowX)
    ).map((element) => element.innerText)"""

    scrolled = page.evaluate(script)

    assert overflow(page) == 0
    assert any("October" in text for text in scrolled)
    assert any("far too long" in text for text in scrolled)


@pytest.mark.parametrize(
    ("selector", "name", "value"),
    [
        ("li:has(> :disabled)", "list-style-type", "none"),
        ("li:has(> p > :disabled)", "list-style-type", "none"),
        ("ol > li:has(> :disabled)", "list-style-type", "decimal"),
        ("li:has(> :disabled) li:not(:has(:disabled))", "list-style-type", "disc"),
        (".footnotes > ol", "list-style-type", "lower-alpha"),
        ("sup.note", "font-style", "italic"),
        ("sup.cite", "font-style", "normal"),
        ("td[align=right]", "text-align", "-webkit-right"),
        ("td[align=center]", "text-align", "-webkit-center"),
        (".admonition-title", "font-size", "15px"),
        ("del", "text-decoration-line", "line-through"),
        (".sure > p", "margin-top", "0px"),
        (".sure > p", "margin-bottom", "0px"),
    ],
)
def test_a_construct_looks_like_what_it_is(
    page: Page, selector: str, name: str, value: str
) -> None:
    assert style(page, selector, name) == value


def test_each_kind_of_alert_and_of_word_in_code_has_its_colour(page: Page) -> None:
    kinds = ("note", "tip", "important", "warning", "caution")
    alerts = {style(page, f".admonition.{kind}", "border-left-color") for kind in kinds}
    words = {style(page, f".highlight .{kind}", "color") for kind in ("k", "s2", "mf")}

    assert len(alerts) == len(kinds)
    assert len(words) == 3


def test_a_footnote_is_reached_by_its_mark_and_leads_back(visit: Visit) -> None:
    page = visit.open(PAGE)
    mark = page.locator("sup.note a").first
    assert mark.inner_text().strip("\u2060") == "a"

    mark.hover()
    assert "kilograms" in page.locator("#card-beside").inner_text()
    mark.click()
    page.wait_for_url("**#_note-a")
    footnote = page.locator(".footnotes li").first
    assert "kilograms" in footnote.inner_text()

    footnote.locator("a.back").click()
    page.wait_for_url("**#_mark-a")


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("struck", ""),
        ("between", "#tables-of-weights"),
        ("twice", "#lists"),
        ("already", "#tasks"),
        ("indented", "#code"),
        ("weigh", "#code"),
        ("Two of them", "#alerts"),
        ("quotation of some length", "#quotations"),
        ("colour", "#definitions-code-set-off"),
        ("second section of that title", "#tables-of-weights.2"),
        ("kilograms", "#tables-of-weights.2"),
    ],
)
def test_words_in_every_construct_are_found_in_their_section(
    page: Page, words: str, section: str
) -> None:
    found = page.evaluate(SEARCH, words)

    assert f"/{PAGE}{section}" in found
