"""What counts as wrong while a reader visits pages."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.browser import Visit, needs_chromium, serve, visit_with

pytestmark = needs_chromium

PAGES = {
    "/": "<title>Home</title><img src=slow.svg alt=''><a href=next.html>Next</a>",
    "/next.html": "<title>Next</title><p>The next page.",
    "/cut.html": "<title>Cut</title><img src=cut.svg alt=''>",
}


class Slow(SimpleHTTPRequestHandler):
    """Serves pages; one picture is not answered before the reader has gone on, one never."""

    def __init__(
        self, gone_on: threading.Event, *arguments: object, directory: str
    ) -> None:
        self.gone_on = gone_on
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path == "/slow.svg":
            self.gone_on.wait(timeout=15)
        if self.path not in PAGES:
            self.close_connection = True
            return
        if self.path == "/next.html":
            self.gone_on.set()
        body = PAGES[self.path].encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def go_on(visit: Visit) -> None:
    visit.page.goto(visit.home, wait_until="commit")
    visit.page.get_by_role("link", name="Next").click()
    visit.page.wait_for_url("**/next.html")


def see_a_picture_that_is_not_sent(visit: Visit) -> None:
    visit.open("cut.html")


@pytest.mark.parametrize(
    ("walk", "failed"),
    [(go_on, []), (see_a_picture_that_is_not_sent, ["cut.svg"])],
)
def test_what_is_not_sent_is_wrong_unless_the_reader_went_on(
    browser: Browser, tmp_path: Path, walk: Callable[[Visit], None], failed: list[str]
) -> None:
    answering = partial(Slow, threading.Event())
    with serve(tmp_path, answering) as home, visit_with(browser, home, {}) as visit:
        walk(visit)

        wrong = [fault for fault in visit.wrong if fault.startswith("failed: ")]
        assert wrong == [f"failed: {home}{path}" for path in failed]
