"""What pages say of themselves to machines, in schema.org's words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.cards.layout import Card
from generator.facts.history import Calendar, Change, History
from generator.pages.render import render
from generator.settings import Settings, SiteIdentity
from tests.rendered import ENVIRONMENT


def described(
    files: Mapping[str, str],
    history: History | None = None,
    cards: Mapping[str, Card] | None = None,
) -> dict[str, Any]:
    """Return the JSON-LD of each page, by its path."""
    loaded = load([TextFile(path, text) for path, text in files.items()])
    calendar = Calendar(date(2024, 12, 5), history or {})
    settings = Settings(site=SiteIdentity("Facts", "All of it"))
    site = assemble(loaded, settings, calendar=calendar).site
    found = {}
    for page in render(site, ENVIRONMENT, cards or {}):
        for line in page.content.decode().split("\n---\n")[0].splitlines():
            if line.startswith("jsonld: "):
                found[page.path] = json.loads(json.loads(line.removeprefix("jsonld: ")))
    return found


def test_a_person_is_one_with_what_is_known_and_no_more() -> None:
    page = described(
        {
            "content/actors/russia.md": "---\ntype: state\n---\nx\n",
            "content/actors/club.md": "---\ntitle: A\ntype: organisation\n---\nx\n",
            "content/actors/putin.md": "---\ntitle: Vladimir Putin\ntype: person\ncountry: Russia\n"
            "roles: [{title: President, of: Russia}, {title: Patron, of: A},"
            " {title: Colonel, to: 1991}]\n"
            "born: {value: 1952-10-07, source: un}\nsummary: Of [[Russia]].\n---\nx [@un]\n",
            "seeds/un.md": "---\ntitle: A record\nurl: https://example.org/un\n---\nx\n",
        }
    )["actors/putin.md"]

    assert page == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": "./",
        "name": "Vladimir Putin",
        "inLanguage": "en",
        "isPartOf": {
            "@type": "WebSite",
            "@id": "../../#site",
            "name": "Facts",
            "url": "../../",
        },
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                step(1, "../../", "Home"),
                step(2, "../../actors/", "Actors"),
                step(3, "./", "Vladimir Putin"),
            ],
        },
        "mainEntity": {
            "@type": "Person",
            "@id": "#it",
            "name": "Vladimir Putin",
            "description": "Of Russia.",
            "birthDate": "1952-10-07",
            "jobTitle": ["President", "Patron"],
            "affiliation": [
                {"@type": "Organization", "@id": "../../actors/club/#it", "name": "A"}
            ],
            "hasOccupation": [
                {
                    "@type": "Role",
                    "hasOccupation": {"@type": "Occupation", "name": "Colonel"},
                    "endDate": "1991",
                }
            ],
        },
        "citation": [
            {
                "@type": "CreativeWork",
                "@id": "../../sources/un/#it",
                "name": "A record",
                "url": "https://example.org/un",
            }
        ],
    }


def step(position: int, address: str, name: str) -> dict[str, Any]:
    item = {"@type": "WebPage", "@id": address}
    return {"@type": "ListItem", "position": position, "item": item, "name": name}


def test_of_the_dead_no_office_is_held() -> None:
    page = described(
        {
            "content/actors/kim.md": "---\ntype: person\ndied: 1994\nroles: [Premier]\n---\nx\n"
        }
    )["actors/kim.md"]

    assert "jobTitle" not in page["mainEntity"]
    assert page["mainEntity"]["hasOccupation"] == [
        {"@type": "Role", "hasOccupation": {"@type": "Occupation", "name": "Premier"}}
    ]


def test_an_office_held_twice_is_given_twice() -> None:
    page = described(
        {
            "content/actors/kim.md": "---\ntype: person\n"
            "roles: [Premier, {title: Premier, to: 1991}, {title: Premier, to: 1991}]\n---\nx\n"
        }
    )["actors/kim.md"]

    assert page["mainEntity"]["jobTitle"] == ["Premier"]
    assert len(page["mainEntity"]["hasOccupation"]) == 2


def test_only_people_and_organisations_attend_what_states_take_part_in() -> None:
    page = described(
        {
            "content/events/talks.md": "---\ndate: 2000\nactors: [Russia, Putin, UN]\n---\nx\n",
            "content/actors/russia.md": "---\ntype: state\n---\nx\n",
            "content/actors/putin.md": "---\ntype: person\n---\nx\n",
            "content/actors/un.md": "---\ntitle: UN\ntype: organisation\n---\nx\n",
        }
    )["events/talks.md"]

    event = page["mainEntity"]
    assert [thing["name"] for thing in event["attendee"]] == ["Putin", "UN"]
    assert [thing["name"] for thing in event["about"]] == ["Russia"]


def test_an_explainer_is_its_page_with_its_times_and_what_was_put_right() -> None:
    page = described(
        {
            "content/topics/why.md": "---\nquestion: Why?\nanswer: So [@un].\n"
            "corrected: {date: 2024-05, what: It said 1962.}\n---\nx\n",
            "seeds/un.md": "x\n",
        },
        {"content/topics/why.md": (change(2), change(1))},
    )["topics/why.md"]

    assert page["@type"] == "BackgroundNewsArticle"
    assert (page["headline"], page["alternativeHeadline"]) == ("Why", "Why?")
    assert (page["description"], page["inLanguage"]) == ("So.", "en")
    assert page["datePublished"] == "2024-01-01T03:04:05Z"
    assert page["dateModified"] == "2024-01-02T03:04:05Z"
    assert page["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "It said 1962.",
            "datePublished": "2024-05",
        }
    ]
    assert page["mainEntityOfPage"]["breadcrumb"]["itemListElement"][2]["name"] == "Why"
    assert page["publisher"] == {
        "@type": "Organization",
        "name": "Facts",
        "url": "../../",
    }


def test_an_explainer_is_shown_by_its_own_card_if_it_has_one() -> None:
    files = {"content/topics/why.md": "x\n", "content/topics/how.md": "x\n"}

    pages = described(files, cards={"why": Card("cards/why-1.png", "Why", "")})

    assert pages["topics/why.md"]["image"] == "../../cards/why-1.png"
    assert "image" not in pages["topics/how.md"]


def change(day: int) -> Change:
    return Change(datetime(2024, 1, day, 3, 4, 5, tzinfo=UTC), "x")


def test_home_is_the_site() -> None:
    assert described({"content/index.md": "x"})["index.md"] == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": "./#site",
        "name": "Facts",
        "url": "./",
        "inLanguage": "en",
        "description": "All of it",
    }


@pytest.mark.parametrize(
    ("latlon", "geo"),
    [
        (
            "39.03, 125.75",
            {"@type": "GeoCoordinates", "latitude": 39.03, "longitude": 125.75},
        ),
        ("-1,-2", {"@type": "GeoCoordinates", "latitude": -1.0, "longitude": -2.0}),
        ("39 N, 125 E", None),
    ],
)
def test_a_place_is_where_it_is_said_to_be_in_degrees(latlon: str, geo: object) -> None:
    page = described({"content/places/here.md": f"---\nlatlon: {latlon}\n---\nx\n"})

    assert page["places/here.md"]["mainEntity"].get("geo") == geo


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

    page = described(files)["treaties/pact.md"]["mainEntity"]

    assert page.get("legislationDate", []) == given


@pytest.mark.parametrize(
    ("dates", "force"),
    [
        ("signed: 1961\nin_force: 1962", "InForce"),
        ("signed: 1961\nin_force: 1962\nended: 1996", "NotInForce"),
        ("in_force: [{value: 1962}, {value: 2025}]", None),
    ],
)
def test_a_treaty_has_legal_force_only_where_that_is_certain(
    dates: str, force: str
) -> None:
    page = described({"content/treaties/pact.md": f"---\n{dates}\n---\nx\n"})[
        "treaties/pact.md"
    ]

    given = page["mainEntity"].get("legislationLegalForce")
    assert given == (f"https://schema.org/{force}" if force else None)


def test_an_event_has_its_ends() -> None:
    page = described(
        {"content/events/talks.md": "---\ndate: 2000-07-19/2000-07-20\n---\nx\n"}
    )

    event = page["events/talks.md"]["mainEntity"]
    assert (event["startDate"], event["endDate"]) == ("2000-07-19", "2000-07-20")


def test_a_source_says_how_to_read_what_it_prints_wrong() -> None:
    page = described(
        {
            "seeds/reprint.md": "---\ntype: news article\nauthors: [Ann]\npublished: 2024-06\n"
            "corrections: [{p: 0, printed: Suni, read: nobody, kind: name}]\n---\nDigest.\n"
        }
    )["sources/reprint.md"]

    work = page["mainEntity"]
    assert (page["@type"], work["@type"]) == ("WebPage", "NewsArticle")
    assert work["datePublished"] == "2024-06"
    assert work["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": '¶0: "Suni" should read "nobody"',
            "author": {"@type": "Organization", "name": "Facts"},
        }
    ]


def test_nothing_a_writer_wrote_ends_the_script_element() -> None:
    title = "</script><!-- <b>&amp; \\u2028"
    pages = described({"content/terms/here.md": f'---\ntitle: "{title}"\n---\nx\n'})

    assert "</script>" in pages["terms/here.md"]["name"]
    loaded = load(
        [TextFile("content/terms/here.md", f'---\ntitle: "{title}"\n---\nx\n')]
    )
    site = assemble(loaded).site
    (page,) = (
        page for page in render(site, ENVIRONMENT) if page.path == "terms/here.md"
    )
    line = next(
        line for line in page.content.decode().splitlines() if line.startswith("jsonld")
    )
    assert not {"<", ">", "&", "\u2028"} & set(line)
