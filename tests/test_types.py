"""The types tell a misspelt field: planted mistakes, and what mypy says of each."""

from __future__ import annotations

from pathlib import Path

from mypy import api

from tests.conftest import ROOT

PLANTED = """
from generator.app.assemble import assemble
from generator.app.load import Loaded
from generator.facts.site import Site
from generator.notes.index import Index
from generator.notes.model import Actor, Treaty


def offices(index: Index) -> list[object]:
    return [actor.fields.rolls for actor in index.of_kind(Actor)]


def signed(treaty: Treaty) -> object:
    return treaty.fields.sgined


def moved(site: Site) -> Site:
    return Site(index=site.index, porse=site.prose)


def told(loaded: Loaded) -> object:
    return assemble(loaded).porblems


def mentioned(site: Site) -> object:
    return site.connections.backlniks
"""
NAMED = {'"rolls"', '"sgined"', '"porse"', '"porblems"', '"backlniks"'}


def test_mypy_names_every_planted_mistake(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text(PLANTED, encoding="utf-8")

    found, said, _ = api.run(
        [
            "--config-file",
            str(ROOT / "pyproject.toml"),
            "--no-error-summary",
            str(planted),
        ]
    )

    errors = [
        line
        for line in found.splitlines()
        if "planted.py" in line and ": error:" in line
    ]
    assert {word for word in NAMED if any(word in line for line in errors)} == NAMED, (
        found + said
    )
