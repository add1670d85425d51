"""What our scripts and templates rest on in Material's theme, none of which it promises.

Its documented ways (blocks, partials, settings) do not reach these. If a release changes one, the
test says which, and what of ours is to be looked at.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path


import pytest

from generator.built.portable import THEME_SCRIPT_ID
from tests.conftest import ROOT

TEMPLATES = Path(str(files("material"))) / "templates"
(BUNDLE,) = (TEMPLATES / "assets/javascripts").glob("bundle.*.min.js")
NAME = re.compile(r"__md_[a-z]+")
RESTS_ON = [
    ("start.js", BUNDLE, '"search/search_index.json"', "the index whose loading waits"),
    ("start.js", BUNDLE, "new XMLHttpRequest", "by which that index is loaded"),
    ("start.js", BUNDLE, '"link[rel=alternate]"', "feeds are hidden from this"),
    ("start.js", "partials/search.html", 'data-md-component="search-query"', "a focus"),
    ("palette.js", BUNDLE, '__md_set("__palette"', "what a reader chose"),
    ("palette.js", "partials/javascripts/palette.html", "palette.color", "its form"),
    ("search.js", "partials/search.html", 'data-md-component="search"', "the dialog"),
    (
        "search.js",
        "partials/search.html",
        'data-md-component="search-query"',
        "where readers type",
    ),
    (
        "search.js",
        "partials/search.html",
        'data-md-component="search-result"',
        "where results go",
    ),
    ("search.js", "partials/search.html", "md-search-result__meta", "their number"),
    (
        "search.js",
        "partials/search.html",
        '<ol class="md-search-result__list"',
        "a list",
    ),
    ("search.js", "base.html", 'id="__search"', "the box that opens the dialog"),
    ("main.html", "base.html", '" autocomplete="off">\n', "a slip put right"),
    ("main.html", "partials/search.html", 'role="dialog">', "a slip put right"),
    (
        "main.html",
        ".icons/material/magnify.svg",
        '<svg xmlns="http://www.w3.org/2000/svg"',
        "what icons do not need",
    ),
    ("content.html", "base.html", '"partials/content.html"', "our marker is in it"),
    ("content.html", "partials/content.html", "{{ page.content }}", "what it marks"),
    (
        "main.html",
        "base.html",
        '<article class="md-content__inner',
        "what a search finds words in",
    ),
    (
        "built/portable.py",
        "base.html",
        f'id="{THEME_SCRIPT_ID}"',
        "our script is before it",
    ),
    ("portable.js", "partials/search.html", 'class="md-search"', "what it replaces"),
]


@pytest.mark.parametrize(("ours", "file", "text", "why"), RESTS_ON)
def test_the_theme_still_has_what_ours_rests_on(
    ours: str, file: str | Path, text: str, why: str
) -> None:
    found = (TEMPLATES / file).read_text(encoding="utf-8")

    assert text in found, f"{ours} looks for it: {why}"


def test_start_js_defines_what_the_themes_own_start_does_and_its_scripts_ask_for() -> (
    None
):
    theirs = (TEMPLATES / "partials/javascripts/base.html").read_text(encoding="utf-8")
    ours = (ROOT / "theme/assets/start.js").read_text(encoding="utf-8")
    defined = set(re.findall(r"^(?:var|function) (__md_[a-z]+)", ours, re.MULTILINE))

    assert defined == set(NAME.findall(theirs))
    assert set(NAME.findall(BUNDLE.read_text(encoding="utf-8"))) <= defined
