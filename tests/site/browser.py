"""A browser on a built site, and what it can be asked."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    ViewportSize,
    ConsoleMessage,
    Page,
    Request,
    Response,
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no chromium on this machine"
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
]
CI = pytest.mark.ci
"""For a window in which a page was seen, or nearly so, in another."""
PAGES = {
    "home": ("", "Lantern Isles"),
    "topic": ("topics/harbour-treaty/", "The Harbour Treaty of 2012"),
    "person": ("actors/ada-lorne/", "Ada Lorne"),
    "state": ("actors/aldra/", "Aldra"),
    "treaty": ("treaties/harbour-treaty-2012/", "Harbour Treaty"),
    "event": ("events/harbour-treaty-signed/", "Harbour Treaty signed"),
    "timeline": ("events/", "Timeline"),
    "source": ("sources/spun-2012/", "Lorne and Vell unlock the ports"),
    "treaties": ("treaties/", "Treaties"),
    "ties": ("about/ties/", "Ties"),
    "actors": ("actors/", "Actors"),
    "term": ("terms/ratification/", "Ratification"),
    "names": ("about/names/", "Names A to Z"),
    "data": ("about/data/", "Data and feeds"),
}
"""Address of each page, and what its heading and the tab's title say."""
PHONE, DESK = (390, 844), (1280, 800)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve(
    site: Path, handler: Callable[..., SimpleHTTPRequestHandler] = Quiet
) -> Iterator[str]:
    """Serve a folder; its address ends in a slash."""
    answering = partial(handler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), answering) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Visit:
    """A page open in a browser, and everything that went wrong meanwhile."""

    page: Page
    home: str
    wrong: list[str] = field(default_factory=list)
    begun: set[Request] = field(default_factory=set)
    """What the page that is shown has asked for."""
    left: set[Request] = field(default_factory=set)
    """What pages asked for from which the reader has gone on."""

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.wrong.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.wrong.append(f"another host: {request.url}")
        if request.is_navigation_request():
            self.left |= self.begun
            self.begun.clear()
        self.begun.add(request)

    def _failed(self, request: Request) -> None:
        """Note a failed request, unless the reader went on to another page before it ended."""
        is_cut_off = request in self.left and request.failure == "net::ERR_ABORTED"
        if not is_cut_off:
            self.wrong.append(f"failed: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.wrong.append(f"{response.status}: {response.url}")

    def open(self, address: str) -> Page:
        self.page.goto(self.home + address)
        return self.page


@contextmanager
def visit_with(
    browser: Browser, home: str, wishes: Mapping[str, Any]
) -> Iterator[Visit]:
    """Open a window of a size, with other wishes that Playwright knows."""
    others = dict(wishes)
    width, height = others.pop("size", DESK)
    size: ViewportSize = {"width": width, "height": height}
    with browser.new_context(viewport=size, **others) as context:
        context.set_default_timeout(15_000)
        yield Visit(context.new_page(), home)


def window(size: tuple[int, int] = DESK, **wishes: object) -> dict[str, object]:
    return {"size": size, **wishes}


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong with a page, and where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{item['id']}: {node['html'][:200]}"
        for item in found
        for node in item["nodes"]
    ]


def overflow(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    script = (
        "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
    )
    return int(page.evaluate(script))
