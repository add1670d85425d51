"""Pages of Markdown: which there are, what stands above them, and what templates may do."""

from __future__ import annotations

from dataclasses import replace

import jinja2
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.notes.model import KINDS
from generator.pages.render import (
    DESCRIPTION_LENGTH,
    TAB_LENGTH,
    description,
    environment,
    render,
)
from generator.settings import Published, Settings
from generator.text.markdown import Markdown
from generator.text.plain import without_citations
from tests.rendered import ENVIRONMENT, pages_of, site_of, to_html

FILES = {
    "content/actors/kim.md": "---\ntitle: Kim\nsummary: He *leads* [@un].\n---\n\nHe.\n\n\n\nx\n\n",
    "content/topics/why.md": "---\ntitle: Why\nanswer: So it is.\n---\nx\n",
    "content/index.md": "---\ntitle: Home\n---\nWelcome to Kim.\n",
    "seeds/un.md": "---\ntitle: UN\n---\nOne.\n",
}


def page(template: str, **values: object) -> str:
    env = environment(jinja2.DictLoader({"page": template, "parts": PARTS}))
    return env.get_template("page").render(values)


PARTS = "{% macro bold(text) %}**{{ text }}**{% endmacro %}"


@pytest.mark.parametrize(
    ("template", "value", "expected"),
    [
        ("{{ value }}", "*a* <b>", "\\*a\\* &lt;b>"),
        ("{{ value }}", Markdown("*a*"), "*a*"),
        ("{{ value }}", 7, "7"),
        ("{{ value | upper }}", "*a*", "\\*A\\*"),
        ("{{ value ~ '*' }}", "a", "a\\*"),
        ("{% import 'parts' as parts %}{{ parts.bold(value) }}", "*a*", "**\\*a\\***"),
        ("{{ value }}", "{{ 7 * 7 }}", "\\{\\{ 7 \\* 7 \\}\\}"),
        ("{{ value | plain }}", "*a* [@un]", "a"),
    ],
)
def test_whatever_a_template_prints_is_escaped_unless_it_is_markdown(
    template: str, value: object, expected: str
) -> None:
    assert page(template, value=value) == expected


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{{ nothing }}", jinja2.UndefinedError),
        ("{{ value.nothing }}", jinja2.UndefinedError),
        ("{{ value.__class__.__mro__ }}", jinja2.exceptions.SecurityError),
        ("{{ value.append(1) }}", jinja2.exceptions.SecurityError),
        ("{{ lines.letters.__globals__ }}", jinja2.exceptions.SecurityError),
        ("{{ lines.re.enum.sys.modules }}", jinja2.UndefinedError),
    ],
)
def test_a_template_may_do_nothing_but_show(
    template: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        page(template, value=["x"])


def test_there_is_a_page_for_each_document_and_each_kind() -> None:
    site, _ = site_of(FILES)

    assert sorted(pages_of(site)) == sorted(
        [
            "index.md",
            "sources/index.md",
            *(f"{folder}/index.md" for folder in KINDS),
            "about/corrections.md",
            "about/data.md",
            "about/names.md",
            "about/quotations.md",
            "about/worklist.md",
            "actors/kim.md",
            "topics/why.md",
            "sources/un.md",
        ]
    )


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


def test_a_body_keeps_its_blank_lines_and_the_page_has_none_too_many() -> None:
    text = pages_of(site_of(FILES)[0])["actors/kim.md"]

    assert "He.\n\n\n\nx" in text
    assert "\n\n\n" not in text.replace("He.\n\n\n\nx", "body")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_page_has_one_heading_of_the_first_rank_and_its_title() -> None:
    for text in pages_of(site_of(FILES)[0]).values():
        assert len(to_html(text).find("h1")) == 1


def test_the_same_files_make_the_same_bytes() -> None:
    first, again = ([*render(site_of(FILES)[0], ENVIRONMENT)] for _ in range(2))

    assert first == again


@given(st.lists(st.text(alphabet="abé.*[]@ ", max_size=12), max_size=60).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_a_description_is_short_and_ends_with_a_whole_word(text: str) -> None:
    shown = description(text)

    assert len(shown) <= DESCRIPTION_LENGTH + 2
    assert "\n" not in shown
    assert shown == " ".join(shown.split())
    assert set(shown.removesuffix(" …").split()) <= set(without_citations(text).split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He *leads* [[korea|North Korea]] [@un].", "He leads North Korea."),
        ("a\nb", "a b"),
        ("x" * DESCRIPTION_LENGTH, "x" * DESCRIPTION_LENGTH),
        ("word " * 60, "word " * 40 + "…"),
    ],
)
def test_a_description_is_plain_words(text: str, shown: str) -> None:
    assert description(text) == shown


NAME = "Full text of the agreement on reconciliation, nonaggression and cooperation & exchange"


@pytest.mark.parametrize(
    ("title", "tab"),
    [
        ("Kim", None),
        ("K" * (TAB_LENGTH - len(" - Facts")), None),
        ("K" * (TAB_LENGTH - 3), "K" * (TAB_LENGTH - 3)),
        (NAME, "Full text of the agreement on reconciliation, nonaggression and …"),
        ("<b>&</title>" + "K" * 51, "&lt;b&gt;&amp;&lt;/title&gt;" + "K" * 51),
    ],
)
def test_a_tab_names_page_and_site_or_as_much_of_the_page_as_is_shown(
    title: str, tab: str | None
) -> None:
    site, _ = site_of({"content/terms/it.md": f"---\ntitle: {title!r}\n---\nx\n"})
    settled = replace(site, settings=Settings(site=Published("Facts", "All of it")))
    pages = {
        page.path: yaml.safe_load(page.content.decode().split("---\n")[1])
        for page in render(settled, ENVIRONMENT)
    }

    assert pages["terms/it.md"].get("tab") == tab
    assert pages["index.md"]["tab"] == "Facts: All of it"


def test_all_offices_of_a_person_are_one_row() -> None:
    files = {
        "content/actors/kim.md": "---\nroles: [General, Marshal]\nborn: 1984\n---\nx\n"
    }
    html = to_html(pages_of(site_of(files)[0])["actors/kim.md"])

    assert [e.tag for e in html.elements if e.tag in {"dt", "dd"}] == [
        "dt",
        "dd",
        "dd",
        "dt",
        "dd",
    ]
