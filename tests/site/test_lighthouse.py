"""Lighthouse: what it measures of pages that does not depend on how busy a machine is.

How fast pages are is measured by ``tests.benchmarks.lighthouse``: no test is timed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.browser import needs_chromium
from tests.site.tools import LIGHTHOUSE, lighthouse, needs

pytestmark = [
    pytest.mark.ci,
    pytest.mark.xdist_group("lighthouse"),
    needs(LIGHTHOUSE, "node"),
    needs_chromium,
]
CATEGORIES = "accessibility,best-practices,seo"
ADDRESSES = {
    "home": "",
    "topic": "topics/harbour-treaty/",
    "treaty": "treaties/lamp-convention-1961/",
    "timeline": "events/",
}


@pytest.mark.parametrize("kind", ADDRESSES)
def test_a_page_has_full_marks_for_accessibility_best_practices_and_search_engines(
    home: str, tmp_path: Path, kind: str
) -> None:
    report = lighthouse(
        home + ADDRESSES[kind], tmp_path, CATEGORIES, "--throttling-method=provided"
    )

    assert (report.scores, report.short) == (
        dict.fromkeys(CATEGORIES.split(","), 100),
        (),
    )
