"""What is said above the text of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.front_matter import MAX_DESCRIPTION, MAX_TAB, description
from generator.pages.render import render
from generator.settings import Settings, SiteIdentity
from generator.text.plain import plain
from tests.rendered import ENVIRONMENT, site_of

FILES = {
    "content/actors/kim.md": "---\ntitle: Kim\nsummary: He *leads* [@un].\n---\n\nHe.\n\n\n\nx\n\n",
    "content/topics/why.md": "---\ntitle: Why\nanswer: So it is.\n---\nx\n",
    "content/index.md": "---\ntitle: Home\n---\nWelcome to Kim.\n",
    "seeds/un.md": "---\ntitle: UN\n---\nOne.\n",
}
NAME = "Full text of the agreement on reconciliation, nonaggression and cooperation & exchange"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.md", {"title": "Home"}),
        ("events/index.md", {"title": "Timeline"}),
        (
            "actors/kim.md",
            {
                "title": "Kim",
                "source": "content/actors/kim.md",
                "description": "He leads.",
            },
        ),
        (
            "topics/why.md",
            {
                "title": "Why",
                "source": "content/topics/why.md",
                "description": "So it is.",
            },
        ),
        ("sources/un.md", {"title": "UN", "source": "seeds/un.md"}),
    ],
)
def test_a_page_says_what_it_is_above_its_text(
    path: str, expected: dict[str, str]
) -> None:
    site, _ = site_of(FILES)
    text = next(page.content for page in render(site, ENVIRONMENT) if page.path == path)

    found = yaml.safe_load(text.decode().split("---\n")[1])

    assert {key: value for key, value in found.items() if key in expected} == expected
    assert set(found) - set(expected) <= {"search", "jsonld", "tags", "kind"}


@given(
    st.lists(st.text(alphabet="abé.*[]@`&_\\<>(!# ", max_size=12), max_size=60).map(
        " ".join
    )
)
def test_a_description_is_short_and_ends_with_a_whole_word(text: str) -> None:
    shown = description(text)

    assert len(shown) <= MAX_DESCRIPTION + 2
    assert "\n" not in shown
    assert shown == " ".join(shown.split())
    assert set(shown.removesuffix(" …").split()) <= set(plain(text).split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He *leads* [[korea|North Korea]] [@un].", "He leads North Korea."),
        ("a\nb", "a b"),
        ("x" * MAX_DESCRIPTION, "x" * MAX_DESCRIPTION),
        ("word " * 60, "word " * 40 + "…"),
    ],
)
def test_a_description_is_plain_words(text: str, shown: str) -> None:
    assert description(text) == shown


@pytest.mark.parametrize(
    ("title", "tab"),
    [
        ("Kim", None),
        ("K" * (MAX_TAB - len(" - Facts")), None),
        ("K" * (MAX_TAB - 3), "K" * (MAX_TAB - 3)),
        (NAME, "Full text of the agreement on reconciliation, nonaggression and …"),
        ("<b>&</title>" + "K" * 51, "&lt;b&gt;&amp;&lt;/title&gt;" + "K" * 51),
    ],
)
def test_a_tab_names_page_and_site_or_as_much_of_the_page_as_is_shown(
    title: str, tab: str | None
) -> None:
    site, _ = site_of({"content/terms/it.md": f"---\ntitle: {title!r}\n---\nx\n"})
    settled = replace(site, settings=Settings(site=SiteIdentity("Facts", "All of it")))
    pages = {
        page.path: yaml.safe_load(page.content.decode().split("---\n")[1])
        for page in render(settled, ENVIRONMENT)
    }

    assert pages["terms/it.md"].get("tab") == tab
    assert pages["index.md"]["tab"] == "Facts: All of it"
