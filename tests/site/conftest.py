"""A browser for the tests of whole sites, and the built site served to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import Built
from tests.site.browser import CHROMIUM, DESK, FLAGS, Quiet, Visit


@pytest.fixture(scope="module")
def home(built: Built) -> Iterator[str]:
    """Serve the built site; its address ends in a slash."""
    handler = partial(Quiet, directory=str(built.site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(
    browser: Browser, home: str, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """Open a window, of the size and with the wishes a test asks for."""
    width, height = getattr(request, "param", {}).get("size", DESK)
    wishes = {
        key: value
        for key, value in getattr(request, "param", {}).items()
        if key != "size"
    }
    with browser.new_context(
        viewport={"width": width, "height": height}, **wishes
    ) as context:
        context.set_default_timeout(15_000)
        yield Visit(context.new_page(), home)
