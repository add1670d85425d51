"""A copy of the site opens from a folder: no server, no list of files, nothing fetched in vain."""

from __future__ import annotations

import json

import pytest

from generator.built.audit import audit
from generator.built.portable import KNOWLEDGE, portable

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
NOTE = {
    "page": "actors/kim/",
    "title": "Kim </script>",
    "fields": {"aliases": ["K."], "summary": "He leads [@a]."},
}
KNOWN = {KNOWLEDGE: json.dumps({"notes": [NOTE], "sources": []}).encode()}
BELOW = "actors/kim/index.html"
"""The page that the links of the table stand in."""


def copied(page: str, path: str = BELOW) -> str:
    """Return a page of the copy of a small site."""
    site = {
        "index.html": b"",
        "actors/index.html": b"",
        BELOW: b"",
        "data/a.csv": b"",
        **KNOWN,
    }
    return portable({**site, path: page.encode()}, {})[path].decode()


@pytest.mark.parametrize(
    ("address", "to"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("./", "./index.html"),
        ("../kim/#cite-1", "../kim/index.html#cite-1"),
        ("../kim?a=b/#c", "../kim/index.html?a=b/#c"),
        ("../%6Bim/", "../%6Bim/index.html"),
        ("../kim/index.html", "../kim/index.html"),
        ("../../data/a.csv", "../../data/a.csv"),
        ("#here", "#here"),
        ("", ""),
        ("?a=b", "?a=b"),
        ("../nobody/", "../nobody/"),
        ("../../../", "../../../"),
        ("https://example.org/actors/", "https://example.org/actors/"),
        ("//example.org/actors/", "//example.org/actors/"),
        ("/actors/", "/actors/"),
    ],
)
@pytest.mark.parametrize(
    "tag",
    [
        '<a href="{}">',
        "<A title='<a href=\"../\">' HREF = '{}' class=x>",
        '<svg><a xlink:href="{}"/></svg>',
        '<area alt=x href="{}">',
        '<meta http-equiv="refresh" content="0; url={}">',
    ],
)
def test_a_link_on_a_folder_names_its_page_and_nothing_else_changes(
    tag: str, address: str, to: str
) -> None:
    assert copied(tag.format(address)) == tag.format(to)


@pytest.mark.parametrize(
    "text",
    [
        '<!-- <a href="../"> --><script>"<a href=\'../\'>"</script>',
        '<p title="<a href=\'../\'>">&lt;a href="../"&gt;</p>',
        '<link rel="canonical" href="../"><img src="../"><p data-href="../" href2="../">',
        "<a data-x=\" href='../' \" hreflang=../>x</a>",
        '<meta name="description" content="../">',
        '<meta http-equiv="Content-Security-Policy" content="../">',
        "<p><a = href='../'>x</a>",
    ],
)
def test_what_only_looks_like_a_link_stays(text: str) -> None:
    assert copied(text) == text


def test_nothing_is_loaded_beforehand() -> None:
    font = '<link rel="preload" as="font" href="../a.woff2" crossorigin>'

    assert copied(f'a{font}<link rel="stylesheet" href="a.css">b') == (
        'a<link rel="stylesheet" href="a.css">b'
    )


def test_the_home_page_leads_to_files_too() -> None:
    assert copied('<a href=".">a</a><a href=actors/>b</a>', "index.html") == (
        '<a href="./index.html">a</a><a href=actors/index.html>b</a>'
    )


def test_the_list_of_pages_is_a_script_that_holds_data_alone() -> None:
    script = portable(KNOWN, {})["portable/pages.js"].decode()

    assert json.loads(script.removeprefix("portable.pages = ").removesuffix(";\n")) == [
        ["actors/kim/", "Actors", "Kim </script>", "He leads.", ["K."]]
    ]


def test_what_only_servers_need_is_left_out() -> None:
    site = {
        "404.html": b"",
        "sitemap.xml.gz": b"",
        "search/a.json": b"",
        "search.txt": b"",
    }

    assert set(portable({**site, **KNOWN}, {})) == {
        "search.txt",
        KNOWLEDGE,
        "portable/pages.js",
    }


def test_an_audit_of_a_copy_takes_a_folder_for_a_dead_link() -> None:
    page = f'{POLICY}<a href="a/">a</a><a href="a/index.html">a</a><a href="./?b">b</a>'.encode()
    site = {"index.html": page, "a/index.html": f'{POLICY}<a href="..">b</a>'.encode()}

    assert audit(site) == []
    found = audit(site, is_served=False)
    assert [fault.message for fault in found] == [
        "'..' leads to a list of files",
        "'a/' leads to a list of files",
        "'./?b' leads to a list of files",
    ]
