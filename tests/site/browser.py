"""A browser on a built site, and what it can be asked."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
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
PAGES = {
    "home": ("", "Explainers"),
    "topic": ("topics/putin-kim-treaty-2024/", "The Putin-Kim treaty of 2024"),
    "person": ("actors/vladimir-putin/", "Vladimir Putin"),
    "state": ("actors/north-korea/", "North Korea"),
    "treaty": (
        "treaties/russia-dprk-comprehensive-strategic-partnership-2024/",
        "Russia-DPRK Comprehensive Strategic Partnership Treaty",
    ),
    "event": ("events/csp-treaty-signed/", "Russia-North Korea treaty signed"),
    "timeline": ("events/", "Timeline"),
    "source": ("sources/kcna-watch-treaty/", "DPRK-Russia Treaty"),
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


@dataclass
class Visit:
    """A page open in a browser, and everything that went wrong meanwhile."""

    page: Page
    home: str
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self._request)
        self.page.on(
            "requestfailed", lambda request: self.wrong.append(f"failed: {request.url}")
        )
        self.page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.wrong.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.wrong.append(f"another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.wrong.append(f"{response.status}: {response.url}")

    def open(self, address: str) -> Page:
        self.page.goto(self.home + address)
        return self.page


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
