"""Windows of a browser on the built site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.conftest import Built
from tests.site.browser import Visit, serve, visit_with


@pytest.fixture(scope="session")
def home(built: Built) -> Iterator[str]:
    """Serve the built site; its address ends in a slash."""
    with serve(built.site) as address:
        yield address


@pytest.fixture
def visit(
    browser: Browser, home: str, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """Open a window, of the size and with the wishes a test asks for."""
    with visit_with(browser, home, getattr(request, "param", {})) as opened:
        yield opened
