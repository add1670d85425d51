"""The demo's own story: its tests run where it is, and are skipped where other notes are."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT, Built, build_site

STORY = ROOT / "content/topics/putin-kim-treaty-2024.md"
"""The explainer that the demo turns on."""


@pytest.fixture(autouse=True)
def _story() -> None:
    """Skip a test where the story is not there."""
    if not STORY.exists():
        pytest.skip(f"the demo's story is not here: there is no {STORY.name}")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the demo with the project's own configuration."""
    return build_site(tmp_path_factory.mktemp("demo"), ROOT, ROOT / "mkdocs.yml")
