"""A page of one document among a few others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.facts.site import page_path
from generator.pages.base.context import PageContext
from tests.rendered import errors, site_of

HERE = "content/treaties/here.md"
SEED = "seeds/here.md"
FILES = {
    "content/actors/kim.md": "---\ntitle: Kim\nsummary: He *leads* [[Korea]] [@un].\n---\nx\n",
    "content/actors/korea.md": "---\ntitle: Korea\n---\nKim and Kim.\n",
    "seeds/un.md": (
        "---\ntitle: UN *treaty*, R\\*D\npublisher: U.N.\npublished: 1961\n"
        "reliability: low\n---\nOne.\n"
    ),
    "seeds/us.md": "---\ntitle: US\nreliability: high\n---\nOne.\n\nTwo.\n\nThree.\n",
}


def page_of(front: str, path: str = HERE, body: str = "x") -> PageContext:
    site, problems = site_of(
        {**FILES, path: f"---\ntitle: Here\n{front}\n---\n{body}\n"}
    )
    assert not errors(problems)
    documents: Mapping[str, Any] = (
        site.index.notes if path == HERE else site.index.sources
    )
    return PageContext(site, page_path(documents["here"]), documents["here"])


def bare(line: str) -> str:
    """Return a line with each citation as its number alone."""
    return re.sub(
        r'<sup class="cite" id="_cite-\d-\d">(\[\d[^]]*\])\(#_ref-\d\)</sup>',
        r"\1",
        line,
    )
