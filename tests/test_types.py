"""The types tell a misspelt field: planted mistakes, and what mypy says of each."""

from __future__ import annotations

import sys
from pathlib import Path

from mypy import api

from tests.conftest import ROOT

PLANTED = """
from generator.app.assemble import assemble
from generator.app.load import Loaded, _Files
from generator.artifacts import TextFile
from generator.diagnostics import Diagnostic, Origin
from generator.facts.entries import Entry
from generator.facts.relations import Tie
from generator.facts.review_queue import Task
from generator.facts.site import Site
from generator.facts.treaty_status import Status
from generator.notes.index import Index
from generator.notes.model import Actor, Note, Treaty
from generator.notes.relations import Relation
from generator.schema.field_map import RelationField
from generator.settings import Editorial
from generator.text.shown import Unit
from generator.text.tree import BlockQuote


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


def is_subject(relation: Relation) -> bool:
    return relation.field == "abuot"


def is_signature(entry: Entry) -> bool:
    return entry.step is not None and entry.step.kind == "sginature"


def of_party(treaty: Treaty) -> object:
    return treaty.fields.partys


SHOWN: frozenset[RelationField] = frozenset({"prties", "place"})


def leader(actor: Actor) -> object:
    return actor.fields.leadr


def sources(files: _Files) -> list[TextFile]:
    return files.sourecs


def is_row(unit: Unit) -> bool:
    return unit.kind == "rwo"


def is_tip(quotation: BlockQuote) -> bool:
    return quotation.alert == "tpi"


def empty(origin: Origin) -> Diagnostic:
    return Diagnostic(origin, "no-txt", "it has no text")


def is_off(rules: Editorial) -> bool:
    return rules.severity("uncited-sentance") is None


def stale(note: Note) -> Task:
    return Task("stael", note.id)


def is_in_force(status: Status) -> bool:
    return status.words[0] == "in forse"


def is_over(tie: Tie) -> bool:
    return tie.state == "passt"


def is_actor(note: Note) -> bool:
    return note.folder == "actor"
"""
NAMED = {
    '"rolls"',
    '"sgined"',
    '"porse"',
    '"porblems"',
    '"backlniks"',
    "'abuot'",
    "'sginature'",
    '"partys"',
    "'prties'",
    '"leadr"',
    '"sourecs"',
    "'rwo'",
    "'tpi'",
    "'no-txt'",
    "'uncited-sentance'",
    "'stael'",
    "'in forse'",
    "'passt'",
    "'actor'",
}


def test_mypy_names_every_planted_mistake(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text(PLANTED, encoding="utf-8")

    limit = sys.getrecursionlimit()
    found, said, _ = api.run(
        [
            "--config-file",
            str(ROOT / "pyproject.toml"),
            "--no-error-summary",
            str(planted),
        ]
    )
    # mypy leaves a higher limit, under which tests of deep nesting fail.
    sys.setrecursionlimit(limit)

    errors = [
        line
        for line in found.splitlines()
        if "planted.py" in line and ": error:" in line
    ]
    named = {word for word in NAMED if any(word in line for line in errors)}
    assert named == NAMED, found + said
