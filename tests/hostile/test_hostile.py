"""Whatever strangers type, anywhere, is refused with a code or comes out as text.

Every payload of ``tests/hostile/payloads.yml`` goes into places of ``tests/hostile/places.py``: a
sixteenth of them, a quarter where CI runs the tests, or all of them with HOSTILE=all.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml

from generator.codes import CODES
from tests.hostile.places import BASE, places
from tests.rendered import errors, found_in, pages_of, site_of, to_html, to_html_by_hook

PAYLOADS: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("payloads.yml").read_text(encoding="utf-8")
)
CI = pytest.mark.ci
EVERY = [(name, text) for name, texts in PAYLOADS.items() for text in texts]
UNPRINTABLE = re.compile(
    r"[^\S \n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
"""What moves a terminal's cursor, or hides."""
HARMLESS = pages_of(site_of(BASE)[0])
SHARES = [1] if os.environ.get("HOSTILE") == "all" else [16, pytest.param(4, marks=CI)]
"""Of so many places, a payload goes into one."""


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(PAYLOADS) >= 15
    assert len(EVERY) >= 200
    assert len(EVERY) == len(set(EVERY))
    assert len(list(places("x"))) >= 250


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize(
    "number", range(len(EVERY)), ids=[f"{n}-{i}" for i, (n, _) in enumerate(EVERY)]
)
def test_nothing_hostile_survives(number: int, share: int) -> None:
    text = EVERY[number][1]
    for position, (place, files) in enumerate(places(text)):
        if position % share != number % share:
            continue
        site, problems = site_of(files)
        assert {problem.code for problem in problems} <= set(CODES), place
        assert not any(UNPRINTABLE.search(str(problem)) for problem in problems), place
        if errors(problems):
            continue
        for path, page in pages_of(site).items():
            if page == HARMLESS.get(path):
                continue
            for render in (to_html, to_html_by_hook):
                survived = list(found_in(render(page)))
                assert survived == [], (place, path, render)
