"""Weight: what a reader with an empty cache loads to see a page, as a host sends it, compressed."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.conftest import Built
from tests.site.browser import PAGES, PHONE, needs_chromium, serve

pytestmark = needs_chromium

MAX_BYTES, MAX_REQUESTS = 150_000, 12
"""Bytes and requests of the first view of a page."""
OF_SEARCH = re.compile(r"/(search|pagefind|assets/names)/")
Sent = list[tuple[str, int]]


class Compressing(SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: compressed, with a time it may be kept."""

    def __init__(self, sent: Sent, *arguments: object, directory: str) -> None:
        self.sent = sent
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(os.fspath(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)
        self.sent.append((self.path, len(body)))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def sent() -> Sent:
    return []


@pytest.fixture
def phone(
    browser: Browser, built: Built, sent: Sent
) -> Iterator[tuple[Page, str]]:
    """Open a window with an empty cache; what it asks for is noted."""
    size: ViewportSize = {"width": PHONE[0], "height": PHONE[1]}
    noting = partial(Compressing, sent)
    with serve(built.site, noting) as home, browser.new_context(viewport=size) as window:
        yield window.new_page(), home


@pytest.mark.parametrize("kind", ["home", "topic", "treaty", "timeline"])
def test_the_first_view_of_a_page_is_light(
    phone: tuple[Page, str], sent: Sent, kind: str
) -> None:
    page, home = phone

    page.goto(home + PAGES[kind][0], wait_until="networkidle")

    assert len(sent) <= MAX_REQUESTS, sent
    assert sum(size for _, size in sent) <= MAX_BYTES, sent


def test_the_index_of_the_search_is_loaded_when_a_reader_turns_to_the_search(
    phone: tuple[Page, str], sent: Sent
) -> None:
    page, home = phone
    page.goto(home, wait_until="networkidle")
    before = [path for path, _ in sent if OF_SEARCH.match(path)]

    page.locator("label.md-header__button[for=__search]").click()
    page.keyboard.type("Mira Tolvane")
    page.locator("[data-md-component=search-result][aria-busy=false]").wait_for()

    assert before == []
    asked = {path for path, _ in sent if OF_SEARCH.match(path)}
    assert {
        "/assets/names/keys.json",
        "/assets/names/to.json",
        "/pagefind/pagefind.js",
    } <= asked
    assert "/search/search_index.json" not in asked


def test_a_link_that_brings_its_query_is_answered(phone: tuple[Page, str]) -> None:
    page, home = phone

    page.goto(f"{home}?q=RAL")

    page.locator(".md-search-result__link").first.wait_for()
    assert page.locator(".found-title").first.inner_text() == "Aldra — RAL"
