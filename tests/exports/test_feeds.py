"""Feeds: what Atom and JSON Feed ask for, and ids that outlive a new name."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.exports.feeds import feeds
from generator.facts.history import Calendar, Change
from generator.settings import Settings, SiteIdentity

HOME = "https://example.org/site/"
SETTINGS = Settings(site=SiteIdentity("Facts & figures", "All <of> it", HOME))
FILES = {
    "content/topics/new-name.md": (
        "---\ntitle: Why <b>?\nquestion: Is 1 < 2?\nanswer: It is [@paper].\n"
        "redirect_from: [first-name, second-name]\n---\nx"
    ),
    "content/topics/other.md": "---\nanswer: So it is.\n---\nx",
    "content/topics/unknown.md": "x",
    "content/terms/word.md": "x",
    "seeds/paper.md": "x",
}
BEGUN, CHANGED = (
    Change(datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC), "Begin"),
    Change(datetime(2024, 2, 2, tzinfo=UTC), "Say & prove <why>"),
)
HISTORY = {
    "content/topics/new-name.md": (CHANGED, BEGUN),
    "content/topics/other.md": (BEGUN,),
    "content/terms/word.md": (BEGUN,),
}
ATOM = "{http://www.w3.org/2005/Atom}"


def made(settings: Settings = SETTINGS) -> dict[str, str]:
    loaded = load(TextFile(path, text) for path, text in FILES.items())
    site = assemble(loaded, settings, calendar=Calendar(date(2024, 3, 1), HISTORY)).site
    return dict(feeds(site))


@pytest.fixture(scope="module")
def atom() -> ET.Element:
    return ET.fromstring(made()["feed.xml"])  # noqa: S314 - our own text


@pytest.fixture(scope="module")
def items() -> dict[str, Any]:
    return {item["id"]: item for item in json.loads(made()["feed.json"])["items"]}


def test_there_is_no_feed_without_an_address() -> None:
    assert made(replace(SETTINGS, site=SiteIdentity("Facts"))) == {}


def test_atom_has_what_the_standard_asks_for(atom: ET.Element) -> None:
    def once(element: ET.Element, name: str) -> str:
        (found,) = element.findall(f"{ATOM}{name}")
        return found.text or ""

    assert once(atom, "id") == HOME
    assert once(atom, "title") == "Facts & figures"
    assert once(atom, "updated") == "2024-02-02T00:00:00Z"
    assert {
        link.get("rel"): link.get("href") for link in atom.findall(f"{ATOM}link")
    } == {
        "self": f"{HOME}feed.xml",
        "alternate": HOME,
    }
    entries = atom.findall(f"{ATOM}entry")
    assert [once(entry, "title") for entry in entries] == ["Why <b>?", "Other"]
    assert [once(entry, "updated") for entry in entries] == [
        "2024-02-02T00:00:00Z",
        "2024-01-02T03:04:05Z",
    ]
    assert once(entries[0], "published") == "2024-01-02T03:04:05Z"
    assert once(entries[0], "summary") == "It is."
    assert once(entries[0], "content") == (
        "<p>Is 1 &lt; 2?</p><p>It is.</p><p>Changed: Say &amp; prove &lt;why&gt;</p>"
    )


def test_an_explainer_keeps_its_id_under_a_new_name(items: dict[str, Any]) -> None:
    item = items[f"{HOME}topics/first-name/"]

    assert item["url"] == f"{HOME}topics/new-name/"


def test_only_explainers_whose_history_is_known_are_told(items: dict[str, Any]) -> None:
    assert sorted(items) == [f"{HOME}topics/first-name/", f"{HOME}topics/other/"]
    assert "Changed" not in items[f"{HOME}topics/other/"]["content_html"]


def test_json_feed_has_what_the_standard_asks_for(items: dict[str, Any]) -> None:
    feed = json.loads(made()["feed.json"])

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["feed_url"] == f"{HOME}feed.json"
    for item in items.values():
        assert item["content_html"]
        assert datetime.fromisoformat(item["date_modified"]).tzinfo
