"""Golden cases: every file below cases/ is one small site and what becomes of it.

A case holds ``content`` ({path: text}; ``mkdocs.yml`` may be among them) and what becomes of it.
``problems`` are all of them, as they are printed; none if left out. Of the pages, by their paths
inside docs_dir: ``pages`` (whole texts), ``contains`` and ``in_order`` (pieces in any order, or
each behind the last), ``lacks`` (pieces that are not there), ``absent`` (pages that are not there).
Every site has a picture, assets/map.png.
``as_of`` is the day of the build; ``bug`` says why it fails today.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import jinja2
import pytest
import yaml

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.codes import CODES
from generator.facts.history import Calendar
from generator.facts.site import Site
from generator.io.mkdocs_config import load_config
from generator.pages.render import render
from generator.pages.templates import environment
from generator.settings import PATH as SETTINGS
from generator.settings import parse_settings
from tests.conftest import ROOT
from tests.rendered import PICTURE

FILES = sorted((Path(__file__).parent / "cases").rglob("*.yml"))
PACKAGES = {path.stem for path in (ROOT / "generator").iterdir()}
ENVIRONMENT = environment(jinja2.FileSystemLoader(ROOT / "theme/pages"))
OF_PAGES = {"pages", "contains", "in_order", "lacks", "absent"}
BY_THE_DISK = {"bad-encoding", "bad-file", "vanished-page"}
"""Codes of problems that a file has before its text is known, or that lie in other files."""


def read(file: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return case


def case_of(file: Path) -> Any:  # noqa: ANN401 - pytest does not export the type
    bug = read(file).get("bug")
    marks = [pytest.mark.xfail(strict=True, reason=bug)] if bug else []
    return pytest.param(file, marks=marks, id=file.stem)


JSONLD = re.compile(r"^jsonld: .*\n", re.MULTILINE)
"""A line of front matter that has tests of its own."""


def become(
    content: dict[str, str], calendar: Calendar | None = None
) -> tuple[list[str], Site]:
    """Return the problems of a site, and what its pages are made of; nothing touches the disk."""
    texts = {path: text for path, text in sorted(content.items()) if path != SETTINGS}
    loaded = load(TextFile(path, text) for path, text in texts.items())
    config = content.get(SETTINGS, "")
    options, misread = load_config(BytesIO(config.encode()))
    settings, misset = parse_settings(options, config)
    assembled = assemble(
        loaded, settings, calendar=calendar, assets=frozenset({PICTURE})
    )
    problems = sorted({*misread, *misset, *loaded.problems, *assembled.problems})
    return [str(problem) for problem in problems], assembled.site


def pages_of(site: Site) -> dict[str, str]:
    pages = {page.path: page.content.decode() for page in render(site, ENVIRONMENT)}
    return {path: JSONLD.sub("", text, count=1) for path, text in pages.items()}


def find_in_order(text: str, pieces: list[str]) -> list[str]:
    """Return the pieces that stand in a text, each behind the one before."""
    found: list[str] = []
    position = 0
    for piece in pieces:
        place = text.find(piece, position)
        if place < 0:
            break
        position = place + len(piece)
        found.append(piece)
    return found


@pytest.mark.parametrize("file", [case_of(file) for file in FILES])
def test_a_site_becomes_what_its_case_says(file: Path) -> None:
    case = read(file)

    day = case.get("as_of")
    problems, site = become(case["content"], Calendar(day, {}) if day else None)

    assert problems == case.get("problems", [])
    pages = pages_of(site) if set(case) & OF_PAGES else {}
    wanted = case.get("pages", {})
    assert {path: pages[path] for path in wanted} == wanted
    for path, pieces in case.get("contains", {}).items():
        assert [piece for piece in pieces if piece in pages[path]] == pieces, pages[
            path
        ]
    for path, pieces in case.get("in_order", {}).items():
        assert find_in_order(pages[path], pieces) == pieces, pages[path]
    for path, pieces in case.get("lacks", {}).items():
        assert [piece for piece in pieces if piece in pages[path]] == [], pages[path]
    assert [path for path in case.get("absent", []) if path in pages] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_case_states_its_rule_and_says_what_becomes_of_it(file: Path) -> None:
    case = read(file)

    assert re.match(r"# [A-Z].+[.:]\n", file.read_text(encoding="utf-8"))
    assert set(case) <= {"content", "problems", "bug", "as_of", *OF_PAGES}
    assert set(case) & {"problems", *OF_PAGES}
    if any(": error[" in problem for problem in case.get("problems", [])):
        assert not set(case) & OF_PAGES, "with an error no page is written"


def test_a_case_has_a_name_of_its_own_and_lies_with_what_decides_it() -> None:
    stems = [file.stem for file in FILES]

    assert len(set(stems)) == len(stems)
    assert {file.parent.name for file in FILES} <= PACKAGES


def test_every_problem_in_a_text_has_a_case() -> None:
    problems = (problem for file in FILES for problem in read(file).get("problems", []))
    shown = {
        match[1]
        for problem in problems
        if (match := re.search(r"\[([a-z-]+)\]", problem))
    }

    assert sorted(shown) == sorted(set(CODES) - BY_THE_DISK)
