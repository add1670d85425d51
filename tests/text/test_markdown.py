"""Text as Markdown shows it: whatever it holds, it stays that text wherever it stands."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.text.markdown import (
    Markdown,
    escape,
    escape_html,
    front_matter,
    one_line,
)
from tests.rendered import to_html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, 3 < 4", "plain words, 3 &lt; 4"),
        ("one\n  two\t three", "one two three"),
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("[a](b) | {c}", "\\[a\\](b) \\| \\{c\\}"),
        ("<b>", "&lt;b>"),
        ("&lt;", "&amp;lt;"),
        ("1. one", "1\\. one"),
        ("2) two", "2\\) two"),
        ("- one", "\\- one"),
        ("+ one", "\\+ one"),
        ("> one", "\\> one"),
        ("one - two + 3. > 4", "one - two + 3. > 4"),
        ("C# #a ##", "C# #a \\#\\#"),
        ("###", "\\#\\#\\#"),
        ("", ""),
    ],
)
def test_what_markdown_would_read_is_escaped(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_what_is_markdown_already_says_so_to_templates() -> None:
    assert isinstance(escape("a"), Markdown)
    assert Markdown("*a*").__html__() == "*a*"


CHARACTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"])
SIGNS = "`*_[]|{}\\<>&#+-.!~:=1a (){};/\"'^"
WORDS = [
    "&lt;",
    "&copy",
    "&#65",
    "1.",
    "1)",
    "```",
    "~~~",
    "---",
    "http://a.b",
    "<http://a>",
]
FORMS = ["[x]: ", "![a](b)", "<b>", "<!--", "| a |", ":   ", "a@b.c"]
MARKS = st.sampled_from([*SIGNS, *WORDS, *FORMS])
TEXTS = st.lists(MARKS | st.text(CHARACTERS, max_size=3), max_size=12).map("".join)


@given(TEXTS)
@example("~")
@example(": a")
@example("AT&#65")
def test_escaped_text_is_one_paragraph_that_reads_as_the_text(text: str) -> None:
    assume(text.strip())

    html = to_html(escape(text))

    assert [element.tag for element in html.elements] == ["p"]
    assert html.text == one_line(text)


@pytest.mark.parametrize(
    ("form", "tags", "around"),
    [
        ("- {}", ["ul", "li"], ""),
        ("# {}", ["h1"], ""),
        ("a {}", ["p"], "a "),
        ("[{}](b.md)", ["p", "a"], ""),
        ("**{}**", ["p", "strong"], ""),
        ("a\n:   {}", ["dl", "dt", "dd"], "a "),
        ('<div class="lead" markdown>\n\n{}\n\n</div>', ["div", "p"], ""),
        (
            "| a |\n| --- |\n| {} |",
            ["table", "thead", "tr", "th", "tbody", "tr", "td"],
            "a ",
        ),
    ],
)
@given(text=TEXTS)
@example(text="~")
@example(text="C#")
@example(text="]: a")
def test_escaped_text_stays_that_text_within_lists_tables_and_links(
    form: str, tags: list[str], around: str, text: str
) -> None:
    assume(text.strip())

    html = to_html(form.format(escape(text)))

    tags_of_text = [
        element.tag
        for element in html.elements
        if element.attributes.get("class") != "headerlink"
    ]
    assert tags_of_text == tags
    assert html.text == around + one_line(text)


@given(TEXTS)
def test_escaped_html_reads_as_the_text_in_an_attribute_too(text: str) -> None:
    html = to_html(f'<div title="{escape_html(text)}">\n{escape_html(text)}\n</div>')

    [div] = html.elements

    assert div.attributes["title"] == text
    assert html.text == " ".join(text.split())


VALUES = st.recursive(
    TEXTS | st.booleans() | st.integers() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3)
    ),
    max_leaves=5,
)


@given(
    st.dictionaries(st.sampled_from(["title", "source", "search"]), VALUES, max_size=3)
)
def test_front_matter_reads_back_as_the_values(values: dict[str, object]) -> None:
    text = front_matter(values)

    assert text.startswith("---\n")
    assert text.endswith("---\n")
    assert yaml.safe_load(text.removesuffix("---\n")) == (values or None)
