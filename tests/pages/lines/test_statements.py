"""Values of fields, with their sources."""

from __future__ import annotations

import pytest

from generator.notes.model import Actor
from generator.pages.base.context import PageContext
from generator.pages.lines.statements import DIFFER, values
from generator.text.markdown import Markdown
from tests.rendered import errors, site_of

FILES = {
    "content/actors/korea.md": "---\ntitle: Korea\ntype: state\n---\nx\n",
    "seeds/un.md": "---\ntitle: UN\n---\nOne.\n\nTwo.\n",
    "seeds/us.md": "---\ntitle: US\n---\nOne.\n",
}
VALUE = "content/actors/here.md"


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("", ""),
        ("1961-07", "July 1961"),
        ("{value: 1961, source: un}", "1961[1]"),
        ("[{value: 1961, source: un}, {value: 1961, source: us}]", "1961[1][2]"),
        ("[{value: 1961, source: un}, 1962]", f"1961[1]; or 1962{DIFFER}"),
        ("[1961, {value: 1962, rank: preferred}]", "1962"),
        ("[1961, {value: 1962, rank: deprecated}]", "1961"),
        ("{value: 1961, rank: deprecated}", ""),
        ("{value: 1961, printed: 61*}", '1961 (printed "61\\*")'),
        ("{value: 1961, why: As Korea says.}", "1961 (As Korea says.)"),
    ],
)
def test_a_value_shows_its_sources_and_where_they_differ(
    field: str, shown: str
) -> None:
    site, problems = site_of(
        {**FILES, VALUE: f"---\nfounded: {field}\ntitle: Here\n---\nx"}
    )
    page = PageContext(site, "actors/here.md", site.index.notes["here"])
    here = page.note("here")
    assert isinstance(here, Actor)
    shown_values = values(page, here.fields.founded)

    assert not errors(problems)
    for number in (1, 2):
        mark = (
            f'<sup class="cite" id="_cite-{number}-1">[{number}](#_ref-{number})</sup>'
        )
        shown_values = Markdown(shown_values.replace(mark, f"[{number}]"))
    assert shown_values.replace("[Korea](korea.md)", "Korea") == shown
