"""What the Markdown of a body consists of: every byte once, and what may not be linked apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.toc import slugify

from generator.text.spans import WHOLE, blocks, headings, line_and_column, scan, slug


def tokens(body: str) -> list[tuple[str, str]]:
    return [(token.kind, body[token.start : token.end]) for token in scan(body)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("code", "`a`"),
        ("code", "`` a ` b ``"),
        ("code", "`a\nb`"),
        ("heading", "# Kim"),
        ("heading", "###### Kim ######"),
        ("heading", "Kim\n==="),
        ("heading", "Kim\n---"),
        ("fence", "```\nKim\n```"),
        ("fence", "~~~~ py\n~~~\nKim\n\n`\n~~~~"),
        ("definition", "[kim]: https://example.org 'Kim'"),
        ("definition", "*[DPRK]: North Korea"),
        ("escape", "\\*"),
        ("escape", "\\["),
        ("citation", "[@un]"),
        ("citation", "[@un#p4; @us]"),
        ("wikilink", "[[Kim Jong Un]]"),
        ("wikilink", "[[Kim#Life|he]]"),
        ("link", "[Kim](https://example.org)"),
        ("link", '[Kim [the] leader](a(b)c "title")'),
        ("link", "[Kim](<a>)"),
        ("link", "[Kim\nJong Un](a)"),
        ("link", "![Kim](kim.png)"),
        ("link", "[Kim][k]"),
        ("link", "[^1]"),
        ("autolink", "<https://example.org/Kim>"),
        ("url", "https://example.org/Kim"),
        ("url", "www.kim.example"),
    ],
)
def test_what_is_no_text_is_a_token_of_its_own(kind: str, text: str) -> None:
    assert tokens(f"one\n\n{text}\n\ntwo") == [
        ("text", "one"),
        ("break", "\n\n"),
        (kind, text),
        ("break", "\n\n"),
        ("text", "two"),
    ]


def test_a_break_is_the_blank_lines_between_blocks() -> None:
    assert tokens("one\n \t\n\ntwo") == [
        ("text", "one"),
        ("break", "\n \t\n\n"),
        ("text", "two"),
    ]


def test_only_the_sign_that_begins_html_is_kept_apart() -> None:
    assert tokens("1 < 2 <b>x</b><!--") == [
        ("text", "1 < 2 "),
        ("html", "<"),
        ("text", "b>x"),
        ("html", "<"),
        ("text", "/b>"),
        ("html", "<"),
        ("text", "!--"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "plain text, 1 < 2, a & b; (c) {d}",
        "`not closed",
        "``not closed`",
        "[not a link] (there)",
        "[@] and [ @un]",
        "> a quotation",
        "- a list\n- of two",
        "| a | b |\n| --- | --- |\n| c | d |",
        "Term\n:   its meaning",
        "a line\n    that goes on",
        "*emphasis*, __strong__",
        "&lt;b&gt; &amp; &#60;",
    ],
)
def test_the_rest_is_text(text: str) -> None:
    assert tokens(text) == [("text", text)]


def test_code_does_not_reach_over_a_blank_line() -> None:
    assert [kind for kind, _ in tokens("`a\n\nb`")] == ["text", "break", "text"]


def test_a_fence_that_is_not_closed_is_text() -> None:
    assert tokens("```\nKim\n") == [("text", "```\nKim\n")]


@pytest.mark.parametrize(
    ("body", "is_code"),
    [
        ("    Kim", True),
        ("\tKim\n", True),
        ("one\n\n    Kim\n", True),
        ("one\n    Kim", False),
        ("- one\n    Kim", False),
        ("- one\n\n    Kim", False),
        ("1. one\n\n    Kim", False),
    ],
)
def test_an_indented_line_is_code_after_a_blank_one_outside_lists(
    body: str, *, is_code: bool
) -> None:
    assert ("indented" in dict(tokens(body))) is is_code


def test_what_a_wikilink_or_citation_says_is_kept_apart() -> None:
    [wikilink, _, citation] = scan("[[Kim#Life|he]] [@un; @us#p4]")

    assert wikilink.match
    assert (wikilink.match["target"], wikilink.match["shown"]) == ("Kim#Life", "he")
    assert citation.match
    assert citation.match["cited"] == "un; @us#p4"


MARKS = [
    "`",
    "``",
    "```",
    "~~~",
    "[",
    "]",
    "[[",
    "]]",
    "(",
    ")",
    "*",
    "|",
    "===",
    "---",
    "&lt;",
]
WHOLES = [
    "Kim",
    "é",
    "[@un]",
    "[[Kim|he]]",
    "[a](b)",
    "<b>",
    "<!--",
    "https://x.org",
    "www.x.org",
]
SPACED = [
    " ",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\\",
    "    a",
    "# H",
    "- a",
    "> a",
    ":   a",
    "[x]: y",
]
PIECES = st.sampled_from([*MARKS, *WHOLES, *SPACED, "<https://x.org>"])
BODIES = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=40)


@given(BODIES)
def test_tokens_cover_the_body_without_gaps(body: str) -> None:
    found = list(scan(body))

    assert "".join(text for _, text in tokens(body)) == body
    assert all(one.end == other.start for one, other in pairwise(found))
    assert all(token.start < token.end for token in found)


@given(BODIES)
def test_blocks_keep_every_token_in_order(body: str) -> None:
    grouped = list(blocks(scan(body)))

    places = [(token.kind, token.start) for block in grouped for token in block]
    assert places == [(token.kind, token.start) for token in scan(body)]
    assert all(block for block in grouped)
    assert all(len(block) == 1 for block in grouped if block[0].kind in WHOLE)
    assert all(token.kind not in WHOLE for block in grouped for token in block[1:])


@pytest.mark.parametrize(
    "unit", ["[", "`", "[[", "[@", "](", "<", "\\", "# ", "    ", "```\n", "![[a"]
)
def test_a_long_run_of_anything_is_read(unit: str) -> None:
    body = unit * 4_000

    assert "".join(text for _, text in tokens(body)) == body


@given(BODIES, st.integers(0, 40))
def test_a_place_in_a_body_has_a_line_and_a_column(body: str, offset: int) -> None:
    line, column = line_and_column(body, min(offset, len(body)))

    assert (
        "\n".join([*body.split("\n")[:line], body.split("\n")[line][: column - 1]])
        == (body[: min(offset, len(body))])
    )


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_a_slug_is_the_one_python_markdown_makes(heading: str) -> None:
    assert slug(heading) == slugify(heading, "-")


# Without marks of emphasis: their anchors differ (see headings).
TITLES = st.text(
    alphabet="abcXYZ019 -.,:;!?'\"()/&é…–", min_size=1, max_size=30
).filter(lambda text: slug(text).strip("-_") and text == text.strip())


@given(
    st.lists(TITLES, max_size=4, unique_by=slug),
    st.sampled_from(["# {}", "## {} ##", "{}\n--"]),
)
def test_sections_bear_the_anchors_of_the_page(titles: list[str], form: str) -> None:
    body = "\n\n".join(form.format(title) for title in titles)
    markdown = Markdown(extensions=["toc"])

    rendered = markdown.convert(body)

    for anchor in map(slug, headings(body)):
        assert f'id="{anchor}"' in rendered
