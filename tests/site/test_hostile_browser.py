"""Every hostile text that is not refused, in a real browser: nothing runs, nothing leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

from tests.conftest import lay_out, run, write_files
from tests.hostile.places import SECRET, sites
from tests.hostile.test_hostile import PAYLOADS
from tests.site.browser import needs_chromium, serve

pytestmark = [needs_chromium, pytest.mark.ci, pytest.mark.xdist_group("hostile")]
RUNNING = [
    "script-tags",
    "event-handlers",
    "embedding",
    "script-addresses",
    "foreign-requests",
    "link-titles",
    "attribute-lists",
    "includes",
    "templates",
    "entities",
    "wikilinks",
    "styles",
]
"""The classes that could make a browser do something."""
MAX_RESULTS = 300
"""So many results are looked at."""
HANDLERS = """() => [...document.querySelectorAll('*')].flatMap(element =>
    [...element.attributes].filter(({name, value}) =>
        name.startsWith('on') || name === 'srcdoc'
        || /^(href|src|action|formaction|data|xlink:href)$/.test(name)
        && /^\\s*(javascript|vbscript|data:text)/i.test(value))
    .map(({name, value}) => `${element.tagName} ${name}=${value}`))"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    lay_out(root)
    write_files(root, sites([text for name in RUNNING for text in PAYLOADS[name]]))
    done = run(root, "mkdocs", "build")
    assert done.returncode == 0, done.stderr[-2000:]
    assert not (root / "site/.env").exists()
    return root / "site"


@pytest.fixture(scope="module")
def address(hostile_site: Path) -> Iterator[str]:
    with serve(hostile_site) as home:
        yield home


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window without a policy: the walls must hold without it."""
    with browser.new_context(bypass_csp=True) as context:
        yield context.new_page()


GROWN = """before => document.querySelectorAll(".found").length !== before
  || document.querySelector(".found-more").hidden"""
"""Says whether more is shown, or all that was left stood there already."""


def test_a_search_shows_hostile_texts_as_texts(
    page: Page, address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    shown = 0
    for words in (
        "script",
        "onerror",
        "img src",
        "javascript",
        "iframe",
        "mark",
        "harmed",
    ):
        page.goto(f"{address}?q={words}")
        page.locator(
            "[data-md-component=search-result][aria-busy=false]"
        ).wait_for()
        while page.locator(".found-more").is_visible() and shown < MAX_RESULTS:
            before = page.locator(".found").count()
            page.locator(".found-more").dispatch_event("click")
            page.wait_for_function(GROWN, arg=before)
        page.locator(
            "[data-md-component=search-result][aria-busy=false]"
        ).wait_for()
        shown += page.locator(".found").count()
        assert page.locator(".found :not(span, mark)").count() == 0
        assert page.evaluate(HANDLERS) == []
        assert page.evaluate("window.harmed") is None

    assert shown > 50
    assert [
        url for url in asked if not url.startswith((address, "data:", "blob:"))
    ] == []


def test_nothing_runs_nothing_leaves_no_other_file_shows(
    page: Page, hostile_site: Path, address: str
) -> None:
    paths = sorted(
        path.relative_to(hostile_site) for path in hostile_site.rglob("*.html")
    )
    wrong: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def watch(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            wrong.append(f"request: {request.url}")

    page.set_default_timeout(20_000)
    page.on("dialog", dismiss)
    page.on("request", watch)
    for path in paths:
        page.goto(address + path.as_posix(), wait_until="domcontentloaded")
        wrong += [f"{path}: {found}" for found in page.evaluate(HANDLERS)]
        if page.evaluate("window.harmed"):
            wrong.append(f"{path}: a script ran")

    assert wrong == []
    assert len(paths) > 300
    for path in paths:
        assert SECRET not in (hostile_site / path).read_text(encoding="utf-8")
