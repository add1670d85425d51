"""What pages say of themselves to machines, in schema.org's words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from generator.assembly import assemble, load
from generator.files import Text
from generator.jsonld import is_iso
from generator.render import render
from generator.worklist import Calendar
from tests.conftest import Built
from tests.rendered import ENVIRONMENT

THING = {"name", "alternateName", "description", "sameAs", "url", "mainEntity"}
WORK = THING | {"headline", "about", "citation", "author", "publisher", "datePublished"}
WORK |= {"inLanguage", "license", "correction", "mentions"}
VOCABULARY = {
    "WebPage": WORK,
    "CreativeWork": WORK,
    "NewsArticle": WORK,
    "BackgroundNewsArticle": WORK,
    "CorrectionComment": {"text"},
    "Legislation": WORK
    | {"legislationType", "legislationDate", "legislationLegalForce", "legislationRepeals"}
    | {"legislationChanges"},
    "Event": THING | {"startDate", "endDate", "location", "attendee", "about"},
    "Person": THING | {"birthDate", "deathDate", "jobTitle", "nationality"},
    "Organization": THING | {"foundingDate", "dissolutionDate", "memberOf"},
    "Country": THING,
    "Place": THING | {"containedInPlace"},
    "DefinedTerm": THING,
    "Thing": THING,
}
"""The properties that are used, by type, as schema.org has them."""


def described(files: Mapping[str, str]) -> dict[str, Any]:
    """Return the JSON-LD of each page, by its path."""
    loaded = load([Text(path, text) for path, text in files.items()])
    site, _ = assemble(loaded, calendar=Calendar(date(2024, 12, 5), {}))
    found = {}
    for page in render(site, ENVIRONMENT):
        for line in page.content.decode().split("\n---\n")[0].splitlines():
            if line.startswith("jsonld: "):
                found[page.path] = json.loads(json.loads(line.removeprefix("jsonld: ")))
    return found


def things(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things(inner)


def test_a_person_is_one_with_what_is_known_and_no_more() -> None:
    page = described(
        {
            "content/actors/russia.md": "---\ntype: state\n---\nx\n",
            "content/actors/putin.md": "---\ntitle: Vladimir Putin\ntype: person\ncountry: Russia\n"
            "born: {value: 1952-10-07, source: un}\nsummary: Of [[Russia]].\n---\nx [@un]\n",
            "seeds/un.md": "---\ntitle: A record\n---\nx\n",
        }
    )["actors/putin.md"]

    assert page == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": "Vladimir Putin",
        "mainEntity": {
            "@type": "Person",
            "name": "Vladimir Putin",
            "description": "Of Russia.",
            "birthDate": "1952-10-07",
            "nationality": [{"@type": "Country", "name": "Russia", "url": "../../actors/russia/"}],
        },
        "citation": [{"@type": "CreativeWork", "name": "A record", "url": "../../sources/un/"}],
    }


@pytest.mark.parametrize(
    ("signed", "given"),
    [
        ("1961-07-06", "1961-07-06"),
        ("July 1961", "1961-07"),
        ("1961", "1961"),
        ("[{value: 1961}, {value: 1962-05}]", ["1961", "1962-05"]),
        ("1961~", []),
        ("196X", []),
        ("spring 1961", []),
        ("1961/1963", []),
        ("before 1961", []),
    ],
)
def test_a_date_is_as_precise_as_it_is_known_and_every_differing_one_is_given(
    signed: str, given: object
) -> None:
    files = {"content/treaties/pact.md": f"---\nsigned: {signed}\n---\nx\n"}

    page = described(files)["treaties/pact.md"]

    assert page.get("legislationDate", []) == given


@pytest.mark.parametrize(
    ("dates", "force"),
    [
        ("signed: 1961\nin_force: 1962", "InForce"),
        ("signed: 1961\nin_force: 1962\nended: 1996", "NotInForce"),
        ("in_force: [{value: 1962}, {value: 2025}]", None),
    ],
)
def test_a_treaty_has_legal_force_only_where_that_is_certain(dates: str, force: str) -> None:
    page = described({"content/treaties/pact.md": f"---\n{dates}\n---\nx\n"})["treaties/pact.md"]

    assert page.get("legislationLegalForce") == force


def test_an_event_has_its_ends() -> None:
    page = described({"content/events/talks.md": "---\ndate: 2000-07-19/2000-07-20\n---\nx\n"})

    event = page["events/talks.md"]["mainEntity"]
    assert (event["startDate"], event["endDate"]) == ("2000-07-19", "2000-07-20")


def test_a_source_says_how_to_read_what_it_prints_wrong() -> None:
    page = described(
        {
            "seeds/reprint.md": "---\ntype: news article\nauthors: [Ann]\npublished: 2024-06\n"
            "corrections: [{p: 0, printed: Suni, read: nobody, kind: name}]\n---\nDigest.\n"
        }
    )["sources/reprint.md"]

    assert page["@type"] == "NewsArticle"
    assert page["datePublished"] == "2024-06"
    assert page["correction"] == [{"@type": "CorrectionComment", "text": "¶0: nobody"}]


@pytest.mark.parametrize("text", ["2024-21", "2024~", "2024-06/2024-07", "[2024,2025]", "202X", ""])
def test_what_is_no_date_of_iso_8601_is_none(text: str) -> None:
    assert not is_iso(text)


def test_nothing_a_writer_wrote_ends_the_script_element() -> None:
    title = "</script><!-- <b>&amp; \\u2028"
    pages = described({"content/terms/here.md": f'---\ntitle: "{title}"\n---\nx\n'})

    assert "</script>" in pages["terms/here.md"]["name"]
    loaded = load([Text("content/terms/here.md", f'---\ntitle: "{title}"\n---\nx\n')])
    site, _ = assemble(loaded)
    (page,) = (page for page in render(site, ENVIRONMENT) if page.path == "terms/here.md")
    line = next(line for line in page.content.decode().splitlines() if line.startswith("jsonld"))
    assert not {"<", ">", "&", "\u2028"} & set(line)


def test_the_real_pages_use_schema_orgs_types_and_properties(built: Built) -> None:
    count = 0
    for path in sorted(built.docs.rglob("*.md")):
        for line in path.read_text(encoding="utf-8").split("\n---\n")[0].splitlines():
            if line.startswith("jsonld: "):
                count += 1
                for thing in things(json.loads(json.loads(line.removeprefix("jsonld: ")))):
                    assert set(thing) - {"@context", "@type"} <= VOCABULARY[thing["@type"]], path
    assert count > 300
