"""The tests' own configuration is the project's, but for what names the site."""

from __future__ import annotations

from generator.settings import PATH
from tests.conftest import ROOT, SETTINGS

OF_THE_SITE = ("#", "site_name:", "site_description:", "copyright:")
"""How lines begin that may differ."""


def test_sites_of_tests_are_built_as_the_project_is() -> None:
    ours, theirs = (
        [line for line in text.splitlines() if not line.startswith(OF_THE_SITE)]
        for text in (
            (ROOT / PATH).read_text(encoding="utf-8"),
            SETTINGS.read_text(encoding="utf-8"),
        )
    )

    assert theirs == ours
