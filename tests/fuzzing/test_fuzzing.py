"""Whatever notes and sources say, the pipeline answers with diagnostics or with a whole site.

Invented sites, and damaged notes of the isles, go from bytes on a disk to pages on a disk.
FUZZ=20000 tries so many of each; some are tried on every run, more by `make test-all`.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, event, given, settings

from tests.fuzzing.pipeline import run_through
from tests.fuzzing.strategies import damaged, sites

EXAMPLES = int(os.environ.get("FUZZ") or settings().max_examples)
MANY = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def survives(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        event(run_through(files, Path(folder)))


@MANY
@given(sites())
def test_an_invented_site_is_refused_or_becomes_whole_pages(
    files: dict[str, bytes],
) -> None:
    survives(files)


@MANY
@given(damaged())
def test_a_damaged_note_is_refused_or_becomes_whole_pages(
    files: dict[str, bytes],
) -> None:
    survives(files)
