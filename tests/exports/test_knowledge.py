"""The knowledge base: everything that notes and sources say, in the form its schema states."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.exports.knowledge import knowledge
from generator.facts.history import Calendar
from generator.io.files import read_texts
from tests.conftest import ISLES

FILES = {
    "content/actors/aland.md": "---\naliases: A-land\nfounded: about 1960\n---\nA land [@paper].",
    "content/treaties/pact.md": (
        "---\nparties: [{party: A-land, signed: 1961-07-06}]\nsigned:\n"
        "- {value: 1961-07-06, sources: paper#p0, printed: early July}\n"
        "- {value: 1961-08, why: 'So [@paper].', rank: deprecated}\nterm: +20 years\n---\nx"
    ),
    "content/events/open.md": "---\ndate: since 1970\nactors: aland\n---\nx",
    "content/terms/hidden.md": "---\ndraft: yes\n---\nx",
    "seeds/paper.md": "---\ntitle: Paper\ncorrections: [{p: 0, printed: x, read: y, kind: name}]\n"
    "---\n- x",
}


def made(texts: list[TextFile]) -> dict[str, str]:
    site = assemble(load(texts), calendar=Calendar(date(2024, 12, 5), {})).site
    return dict(knowledge(site))


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return made([TextFile(path, text) for path, text in FILES.items()])


@pytest.fixture(scope="module")
def notes(files: dict[str, str]) -> dict[str, Any]:
    return {
        note["id"]: note for note in json.loads(files["data/knowledge.json"])["notes"]
    }


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def read_project(root: Path) -> list[TextFile]:
    return [
        text for folder in ("content", "seeds") for text in read_texts(root, folder)[0]
    ]


@pytest.mark.parametrize("texts", [[], None], ids=["nothing", "the isles"])
def test_what_is_said_is_of_the_form_that_the_schema_states(
    texts: list[TextFile] | None,
) -> None:
    files = made(read_project(ISLES) if texts is None else texts)
    valid = fastjsonschema.compile(json.loads(files["data/schema.json"]))

    known = valid(json.loads(files["data/knowledge.json"]))

    assert len(known["notes"]) == (
        0 if texts == [] else len(rows(files["data/notes.csv"]))
    )


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        (("notes", 0, "fields", "founded", 0, "value"), "1960"),
        (("notes", 0, "fields", "color"), "red"),
        (("notes", 0, "kind"), "thing"),
        (("sources", 0, "fields", "corrections", 0, "kind"), "other"),
        (("timeline", 0, "date"), {"edtf": "1960"}),
    ],
)
def test_the_schema_refuses_what_is_not_of_its_form(
    files: dict[str, str], where: tuple[str | int, ...], wrong: object
) -> None:
    valid = fastjsonschema.compile(json.loads(files["data/schema.json"]))
    known = json.loads(files["data/knowledge.json"])
    valid(known)
    place = known
    for step in where[:-1]:
        place = place[step]
    place[where[-1]] = wrong

    with pytest.raises(fastjsonschema.JsonSchemaException):
        valid(known)


def test_dates_are_as_precise_as_they_are_known(notes: dict[str, Any]) -> None:
    founded = notes["aland"]["fields"]["founded"][0]["value"]

    assert founded == {
        "edtf": "1960~",
        "label": "about 1960",
        "earliest": "1960-01-01",
        "latest": "1960-12-31",
    }
    assert "latest" not in notes["open"]["fields"]["date"][0]["value"]


def test_a_reference_says_what_was_typed_and_what_it_means(
    notes: dict[str, Any],
) -> None:
    party = notes["pact"]["fields"]["parties"][0]["party"]

    assert party == {"name": "A-land", "id": "aland"}


def test_a_draft_is_not_known(notes: dict[str, Any]) -> None:
    assert sorted(notes) == ["aland", "open", "pact"]


def test_every_statement_is_a_row_with_what_it_rests_on(files: dict[str, str]) -> None:
    found = {row["field"]: row for row in rows(files["data/statements.csv"])}

    assert found["signed.0"] | {"means": ""} == {
        "note": "pact",
        "field": "signed.0",
        "value": "1961-07-06",
        "means": "",
        "rank": "normal",
        "printed": "early July",
        "why": "",
        "sources": "paper#p0",
    }
    assert found["signed.1"]["rank"] == "deprecated"
    assert found["signed.1"]["why"] == "So."
    assert found["term.0"]["value"] == "'+20 years"
    assert found["actors.0"]["means"] == "aland"


def test_every_relation_is_a_row(files: dict[str, str]) -> None:
    found = {
        (row["note"], row["field"], row["target"])
        for row in rows(files["data/relations.csv"])
    }

    assert found == {
        ("pact", "parties.0.party", "aland"),
        ("open", "actors.0.value", "aland"),
    }
