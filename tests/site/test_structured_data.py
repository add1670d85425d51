"""What built pages tell machines is what schema.org's vocabulary and JSON-LD allow."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

import pytest
from pyld import jsonld

from tests.conftest import SITE_URL, Built
from tests.vocabulary import HOME, SCHEMA_ORG

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
CONTEXT = SCHEMA_ORG.context()
Documents = Mapping[str, Any]


@pytest.fixture(scope="module")
def documents(built: Built) -> Documents:
    """Return what each page says of itself, by its address."""
    return {
        SITE_URL
        + path.parent.relative_to(built.site).as_posix().removeprefix(".")
        + "/": found
        for path in sorted(built.site.rglob("index.html"))
        for found in map(json.loads, SCRIPT.findall(path.read_text(encoding="utf-8")))
    }


def load(url: str, _: object) -> dict[str, object]:
    """Return schema.org's context, made of its vocabulary; nothing else is asked for."""
    assert url.rstrip("/") == HOME.rstrip("/")
    kind = {"contentType": "application/ld+json", "contextUrl": None}
    return {**kind, "document": CONTEXT, "documentUrl": url}


def options(address: str) -> dict[str, object]:
    return {"base": address, "documentLoader": load}


def names(value: object) -> Iterator[str]:
    """Yield the name of every property that has a value, as often as it stands there."""
    if isinstance(value, list):
        for item in value:
            yield from names(item)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if not name.startswith("@"):
                yield name.removeprefix(HOME)
                yield from names(inner)


def addresses(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from addresses(item)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from [inner] if name == "@id" else addresses(inner)


def test_every_type_property_and_value_is_one_of_schema_orgs(
    documents: Documents,
) -> None:
    assert len(documents) > 70
    assert [
        f"{address}: {fault}"
        for address, document in documents.items()
        for fault in SCHEMA_ORG.faults(document)
    ] == []


def test_a_processor_understands_everything_that_is_said(documents: Documents) -> None:
    lost = {}
    for address, document in documents.items():
        expanded = jsonld.expand(document, options(address))
        if sorted(names(expanded)) != sorted(names(document)):
            lost[address] = expanded
        assert all(
            found.startswith(("http://", "https://")) for found in addresses(expanded)
        )

    assert lost == {}


def test_everything_that_is_said_becomes_a_statement(documents: Documents) -> None:
    for address, document in documents.items():
        quads = jsonld.to_rdf(document, options(address))["@default"]
        said = {quad["predicate"]["value"].removeprefix(HOME) for quad in quads}
        assert set(names(document)) - said == set(), address


def test_what_pages_are_about_is_described_where_others_say_it_is(
    documents: Documents,
) -> None:
    about = {
        urljoin(address, thing["@id"]): thing["@type"]
        for address, document in documents.items()
        for thing in (document, document.get("mainEntity", {}))
        if thing.get("@id", "").endswith("#it")
    }
    named = {
        (urljoin(address, thing["@id"]), thing["@type"])
        for address, document in documents.items()
        for thing in things(document)
        if thing.get("@id", "").endswith("#it")
    }

    assert len(named) > 60
    assert {
        (where, type_) for where, type_ in named if about.get(where) != type_
    } == set()


def things(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from things(inner)


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({"@type": "Persn"}, "/Persn is no type, or superseded"),
        ({"@type": "UserTweets"}, "/UserTweets is no type, or superseded"),
        ({"@type": "Event", "attendees": "x"}, "which is no property, or superseded"),
        (
            {"@type": "Person", "legislationDate": "1961"},
            "/Person may not have legislationDate",
        ),
        (
            {"@type": "Event", "attendee": {"@type": "Country"}},
            "attendee may not be a Country",
        ),
        (
            {"@type": "Person", "birthDate": "spring 1961"},
            "birthDate may not be 'spring 1961'",
        ),
        (
            {"@type": "Event", "attendee": {"@type": "Role"}},
            "a role in attendee says of what",
        ),
        (
            {"@type": "Legislation", "legislationLegalForce": f"{HOME}Monday"},
            "legislationLegalForce may not be",
        ),
    ],
)
def test_what_the_vocabulary_does_not_allow_is_found(document: Any, fault: str) -> None:
    assert [found for found in SCHEMA_ORG.faults(document) if fault in found]
