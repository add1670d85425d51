"""Engines with the hook and without it show the same pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.page_html import page_html
from tests.conftest import ROOT
from tests.markdown.dom import difference, dom
from tests.rendered import pages_of, python_markdown, site_of

SITES = ("isles", "fork")
HARD: dict[str, str] = {
    "content/actors/tern.md": """\
---
title: The Tern Society
type: organisation
roles:
  - {title: keeper, from: 1901, to: 1911}
  - {title: chair, from: 1911}
aliases: ["*Terns*", "A | B"]
summary: It counts [birds](https://example.org/x_y), *every* spring [@diary#p1].
---
It counts birds.

## Parties

- one
  - two

    three
- [x] four

| A | B |
|:-:|--:|
| [[isle\\|the isle]] | `a|b` |

Term
: a definition[^1]

[^1]: A note[^2].
[^2]: Another.

> [!TIP]
> Bring `boots`.

```py
x = "<b>"
```
""",
    "content/places/isle.md": "---\ntitle: Low Isle\n---\nAn isle.",
    "content/topics/count.md": """\
---
title: The count
question: How many?
answer: "Many: see [the isle](../places/isle.md)."
claims:
  - says: "They *grow* [@diary]."
    verdict: supported
    for: [diary#p1]
---
Lead about the Tern Society.

## Timeline

1. first
2. second

## Timeline

Again.
""",
    "seeds/diary.md": """\
---
title: A diary
publisher: Press
published: 1911-05-02
rights: open
corrections:
  - {p: 1, printed: Turn Society, read: Tern Society, kind: name}
---
They counted *birds*.

The Turn Society met on Low Isle.
""",
}


def assert_alike(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        ours = dom(page_html(text, str).html)
        theirs = dom(python_markdown().reset().convert(text))
        assert difference(ours, theirs) is None, path


@pytest.mark.parametrize("name", SITES)
def test_every_page_of_a_site_is_the_same(name: str) -> None:
    folder = ROOT / "tests/sites" / name
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in Path(folder).rglob("*.md")
    }
    site, _ = site_of(files)

    assert_alike(pages_of(site))


def test_every_construct_is_the_same_on_every_kind_of_page() -> None:
    site, problems = site_of(HARD)

    assert [str(found) for found in problems if found.severity.label == "error"] == []
    assert_alike(pages_of(site))
