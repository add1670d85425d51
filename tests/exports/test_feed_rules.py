"""The feeds against their formats' rules: RFC 4287 for Atom, version 1.1 of JSON Feed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import fastjsonschema
import pytest
from lxml import etree

from tests.conftest import Built
from tests.exports.test_feeds import made

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = {"type": "string", "pattern": "^https?://[^\\s]+$"}
TIME = {
    "type": "string",
    "pattern": "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)$",
}
WORDS = {"type": "string", "minLength": 1}
LANGUAGE = {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}
AUTHORS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": WORDS, "url": ADDRESS, "avatar": ADDRESS},
        "minProperties": 1,
        "additionalProperties": False,
    },
}
ITEM = {
    "type": "object",
    "properties": {
        "id": WORDS,
        "url": ADDRESS,
        "external_url": ADDRESS,
        "title": WORDS,
        "content_html": WORDS,
        "content_text": WORDS,
        "summary": {"type": "string"},
        "image": ADDRESS,
        "banner_image": ADDRESS,
        "date_published": TIME,
        "date_modified": TIME,
        "authors": AUTHORS,
        "tags": {"type": "array", "items": WORDS},
        "language": LANGUAGE,
        "attachments": {"type": "array"},
    },
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "patternProperties": {"^_": {"type": "object"}},
    "additionalProperties": False,
}
JSON_FEED = fastjsonschema.compile(
    {
        "type": "object",
        "properties": {
            "version": {"const": "https://jsonfeed.org/version/1.1"},
            "title": WORDS,
            "home_page_url": ADDRESS,
            "feed_url": ADDRESS,
            "description": {"type": "string"},
            "user_comment": {"type": "string"},
            "next_url": ADDRESS,
            "icon": ADDRESS,
            "favicon": ADDRESS,
            "authors": AUTHORS,
            "language": LANGUAGE,
            "expired": {"type": "boolean"},
            "hubs": {"type": "array"},
            "items": {"type": "array", "items": ITEM},
        },
        "required": ["version", "title", "items"],
        "patternProperties": {"^_": {"type": "object"}},
        "additionalProperties": False,
    }
)


@pytest.fixture(scope="module", params=["invented", "built"])
def feeds(request: pytest.FixtureRequest, built: Built) -> dict[str, str]:
    """Return the feeds of a site with all that can be, and those of the built one."""
    if request.param == "invented":
        return made()
    return {
        name: (built.site / name).read_text("utf-8")
        for name in ("feed.xml", "feed.json")
    }


def atom_faults(text: str) -> Iterator[str]:
    """Yield what of a feed is not as RFC 4287 says; the section stands beside each rule."""
    feed = etree.fromstring(text.encode())
    entries = feed.findall(f"{ATOM}entry")
    if not GRAMMAR.validate(feed):
        yield from (str(error) for error in GRAMMAR.error_log)
    if feed.find(f"{ATOM}author") is None and any(
        e.find(f"{ATOM}author") is None for e in entries
    ):
        yield "4.1.1: nobody is the author"
    if "self" not in _links(feed):
        yield "4.1.1: a feed should say where it is"
    yield from _id_faults([e.findtext(f"{ATOM}id", "") for e in (feed, *entries)])
    for element in (feed, *entries):
        yield from _link_faults(element)
    for entry in entries:
        if entry.find(f"{ATOM}content") is None and "alternate" not in _links(entry):
            yield "4.1.2: an entry without content leads nowhere"


def _id_faults(ids: list[str]) -> Iterator[str]:
    if len(ids) != len(set(ids)):
        yield "4.1.1: two entries have one id"
    yield from (
        f"4.2.6: {id_} is not absolute" for id_ in ids if not urlsplit(id_).scheme
    )


def _links(element: etree._Element) -> list[str]:
    return [link.get("rel", "alternate") for link in element.findall(f"{ATOM}link")]


def _link_faults(element: etree._Element) -> Iterator[str]:
    links = [
        (link.get("type"), link.get("hreflang"))
        for link in element.findall(f"{ATOM}link")
        if link.get("rel", "alternate") == "alternate"
    ]
    if len(links) != len(set(links)):
        yield "4.1.1, 4.1.2: two alternates of one type and language"
    for link in element.findall(f"{ATOM}link"):
        if not link.get("href", "").startswith(("http://", "https://")):
            yield f"4.2.7.1: {link.get('href')} leads nowhere by itself"


def test_the_atom_feed_keeps_the_standard(feeds: dict[str, str]) -> None:
    assert list(atom_faults(feeds["feed.xml"])) == []


def test_the_json_feed_keeps_the_standard(feeds: dict[str, str]) -> None:
    feed = json.loads(feeds["feed.json"])

    JSON_FEED(feed)
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids))


def test_a_page_leads_readers_of_feeds_to_both(built: Built) -> None:
    page = (built.site / "actors/corrin/index.html").read_text(encoding="utf-8")

    for type_, name in (("atom+xml", "feed.xml"), ("feed+json", "feed.json")):
        assert f'<link rel="alternate" type="application/{type_}"' in page
        assert f'href="../../{name}"' in page


ENTRY = "<entry><id>urn:x:1</id><title>T</title><updated>2024-01-02T03:04:05Z</updated>{}</entry>"
FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>T</title>'
    "<updated>2024-01-02T03:04:05Z</updated>"
    '<link rel="self" href="https://example.org/feed.xml"/>{}</feed>'
)
AUTHOR, CONTENT = "<author><name>A</name></author>", "<content>x</content>"


@pytest.mark.parametrize(
    ("inner", "fault"),
    [
        (ENTRY.format(CONTENT), "4.1.1: nobody"),
        (AUTHOR + ENTRY.format(CONTENT) * 2, "4.1.1: two entries"),
        (AUTHOR + ENTRY.format(""), "4.1.2: an entry without content"),
        (
            AUTHOR + ENTRY.format(CONTENT).replace("urn:x:1", "x"),
            "4.2.6: x is not absolute",
        ),
        (AUTHOR + ENTRY.format(CONTENT).replace("T03:04:05Z", ""), "updated"),
        (AUTHOR + ENTRY.format(CONTENT + "<title>T</title>"), "title"),
        (AUTHOR + ENTRY.format(CONTENT + "<invented/>"), "invented"),
        (AUTHOR + '<link href="feed.xml"/>', "4.2.7.1: feed.xml leads nowhere"),
        (AUTHOR + '<link href="https://x.org/"/>' * 2, "two alternates"),
    ],
)
def test_what_atom_forbids_is_found(inner: str, fault: str) -> None:
    assert any(fault in found for found in atom_faults(FEED.format(inner)))


def test_what_atom_allows_is_not_found() -> None:
    assert list(atom_faults(FEED.format(AUTHOR + ENTRY.format(CONTENT)))) == []


@pytest.mark.parametrize(
    "change",
    [{"version": "1"}, {"title": None}, {"items": [{"id": "x"}]}, {"invented": 1}],
)
def test_what_json_feed_forbids_is_found(change: dict[str, Any]) -> None:
    feed = {**json.loads(made()["feed.json"]), **change}

    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        JSON_FEED(feed)
