"""Linking: what becomes a link, and that nothing else changes, as a browser reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.rendered import body_of, errors, site_of, to_html, to_html_by_hook

KNOWN = {
    "content/actors/kim.md": "---\ntitle: Kim Jong Un\nshort: Kim\n---\n## Life\n\n## Café, etc.\n",
    "content/actors/china.md": "---\ntitle: China\n---\nA state.\n",
    "content/places/one.md": "---\ntitle: Port One\naliases: [the port]\n---\nx\n",
    "content/places/two.md": "---\ntitle: Port Two\ndraft: yes\n---\nx\n",
    "seeds/un.md": "---\ntitle: UN\n---\nFirst.\n\np4: Fourth.\n",
}
KIM, CHINA = "[{}](../actors/kim.md)", "[China](../actors/china.md)"

BARE = '<a class="bare" href="{0}">{0}</a>'
WWW = '<a class="bare" href="http://www.China.org">www.China.org</a>'


def linked(body: str) -> str:
    site, problems = site_of({**KNOWN, "content/terms/here.md": body})
    assert not errors(problems)
    return body_of(site, "here")


def problems_of(body: str) -> list[str]:
    _, problems = site_of({**KNOWN, "content/terms/here.md": body})
    return [
        f"{problem.origin.line}:{problem.origin.column} {problem.code}: {problem.message}"
        for problem in problems
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("When China spoke.", f"When {CHINA} spoke."),
        ("China and China", f"{CHINA} and China"),
        (
            "China\n\n## China\n\nof China",
            f"{CHINA}\n\n## China {{ #china }}\n\nof {CHINA}",
        ),
        (
            "China\n\nMore\n---\n\nof China",
            f"{CHINA}\n\n## More {{ #more }}\n\nof {CHINA}",
        ),
        ("Kim Jong Un left. Kim", f"{KIM.format('Kim Jong Un')} left. Kim"),
        ("Kim\nJong Un left", "[Kim\nJong Un](../actors/kim.md) left"),
        ("*China*, **China**", f"<em>{CHINA}</em>, **China**"),
        ("- China\n- Kim Jong Un", f"-   {CHINA}\n-   {KIM.format('Kim Jong Un')}"),
        ("- a\n\n    China", f"-   a\n\n    {CHINA}"),
        ("> China", f"> {CHINA}"),
        ("| a |\n| --- |\n| China |", f"| a |\n| --- |\n| {CHINA} |"),
        ("Term\n:   China", f"Term\n:   {CHINA}"),
        ("`China` and `` ` China``", "`China` and <code> \\` China</code>"),
        ("```\nChina\n```", "```\nChina\n```"),
        ("a\n\n    China\n", "a\n\n```\nChina\n```"),
        ("[China](../actors/kim.md)", KIM.format("China")),
        (
            "https://x.org/China www.China.org",
            f"{BARE.format('https://x.org/China')} {WWW}",
        ),
        ("<https://x.org/China>", BARE.format("https://x.org/China")),
        ("a\n# China of old", "a\n\n## China of old { #china-of-old }"),
        ("\\China", "\\\\China"),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
        ("a <b>China</b>", f"a &lt;b>{CHINA}&lt;/b>"),
    ],
)
def test_the_first_mention_in_a_section_is_a_link(body: str, expected: str) -> None:
    assert linked(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[[Kim Jong Un]]", KIM.format("Kim Jong Un")),
        ("[[kim]]", KIM.format("kim")),
        ("[[KIM JONG UN|he]]", KIM.format("he")),
        ("[[kim#Life|his life]]", "[his life](../actors/kim.md#life)"),
        ("[[kim#Café, etc.]]", "[kim](../actors/kim.md#caf%C3%A9-etc)"),
        ("[[China]] and [[China|it]]", f"{CHINA} and [it](../actors/china.md)"),
        ("[[China]] of China", f"{CHINA} of China"),
        ("China, [[China]]", f"{CHINA}, {CHINA}"),
        ("[[China|<b>]]", "[&lt;b>](../actors/china.md)"),
        ("`[[China]]`", "`[[China]]`"),
    ],
)
def test_a_wikilink_is_a_link_wherever_it_stands(body: str, expected: str) -> None:
    assert linked(body) == expected


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (
            "one\n\ntwo [[Kin Jong Un]]",
            "3:5 unknown-note: no note is called 'Kin Jong Un'",
        ),
        ("[[kim#Death]]", "1:1 unknown-section: 'Kim Jong Un' has no section 'Death'"),
        (
            "[[Port Two]]",
            "1:1 draft-reference: 'Port Two' is a draft, so it has no page",
        ),
        ("a [@uno]", "1:3 unknown-source: no source has the id 'uno'"),
        ("a [@un#p9]", "1:3 unknown-paragraph: 'un' has no paragraph p9"),
        ("a [@un; b c]", "1:3 bad-citation: '[@un; b c]' is not a citation"),
        ("x <script>", "1:3 raw-html: HTML is shown as text"),
        (
            "[a](javascript:alert)",
            "1:1 bad-link: the address 'javascript:alert' is not allowed",
        ),
        (
            "[a]: data:text/html,b",
            "1:1 bad-link: the address 'data:text/html,b' is not allowed",
        ),
        (
            "![a](https://x.org/i.png)",
            "1:1 bad-link: the address 'https://x.org/i.png' is not allowed",
        ),
        ("[" * 60, f"1:1 bad-link: '{'[' * 40}' is not a wikilink"),
    ],
)
def test_what_leads_nowhere_is_said_at_its_place(body: str, problem: str) -> None:
    assert problems_of(body) == [problem]


@pytest.mark.parametrize(
    "body",
    [
        "[see [[China]] there](https://x.org)",
        "[China [of] old](x.md)",
        "[China][c]\n\n[c]: https://x.org",
        "[China](https://x.org (of China))",
        '[the port](https://x.org "China")',
        "[China]\n\n[China]: https://x.org",
        "[a\nChina](x.md)",
        "![China][[China]](x.md)",
        "<https://x[China](b)>",
        "[![China](x.png)](x.md)",
    ],
)
def test_there_is_no_link_within_a_link(body: str) -> None:
    site, problems = site_of({**KNOWN, "content/terms/here.md": body})

    links = to_html(body_of(site, "here")).find("a")

    assert errors(problems) or not [link for link in links if "a" in link.within]


def test_citations_are_numbered_where_they_stand() -> None:
    html = to_html(linked("China [@un#p4; @un]. Kim Jong Un [@un]"))

    assert [
        link.attributes["href"] for link in html.find("a") if "sup" in link.within
    ] == (["#_ref-1"] * 3)
    assert html.text == "China. Kim Jong Un"


@dataclass(frozen=True)
class Piece:
    """Some Markdown as a writer types it, and as it would be without the generator."""

    typed: str
    plain: str


def same(*texts: str) -> st.SearchStrategy[Piece]:
    return st.sampled_from([Piece(text, text) for text in texts])


NAMES = same(
    "Kim Jong Un", "Kim", "China", "the port", "Port One", "Port Two", "Kim\nJong Un"
)
CODE = same("`China`", "`` a ` b ``", "`*Kim*`", "`[[China]]`", "`a\nb`")
LINKS = same(
    "[China](https://x.org)",
    "[a *Kim* b](../actors/kim.md)",
    "![China](../assets/map.png)",
    "<https://x.org/China>",
)
MARKS = same(
    "1 < 2", "a & b", "&lt;", "\\*", "\\[China\\]", "(China)", "*", "_", "!", "5."
)
WORDS = same(
    "and", "the", "was", "said:", "é", "https://x.org/China", "C_h_ina", "[China", "]"
)
TYPED = st.sampled_from(
    [
        Piece("[[China]]", "China"),
        Piece("[[kim#Life|his *life*]]", "his *life*"),
        Piece("so [@un]", "so"),
        Piece("x [@un#p4; @un]", "x"),
        Piece("<b>", "&lt;b&gt;"),
        Piece("</b>", "&lt;/b&gt;"),
        Piece("<!--", "&lt;!--"),
        Piece("<script>China", "&lt;script>China"),
        Piece("`<b>`", "`<b>`"),
    ]
)
EMPHASISED = st.builds(
    lambda piece, mark: Piece(
        f"{mark}{piece.typed}{mark}", f"{mark}{piece.plain}{mark}"
    ),
    NAMES | WORDS,
    st.sampled_from(["*", "**"]),
)


def joined(pieces: list[Piece], by: str) -> Piece:
    return Piece(
        by.join(piece.typed for piece in pieces),
        by.join(piece.plain for piece in pieces),
    )


def within(form: str, piece: Piece) -> Piece:
    """Put a paragraph into a list, quotation or table; a row of a table is one line."""
    space = " " if form is TABLE else "\n"
    typed, plain = (text.replace("\n", space) for text in (piece.typed, piece.plain))
    if form is TABLE:
        typed = typed.replace("|", r"\|")
    return Piece(form.format(typed), form.format(plain))


LINES = st.lists(
    NAMES | CODE | LINKS | MARKS | WORDS | TYPED | EMPHASISED, min_size=1, max_size=8
)
PARAGRAPHS = LINES.map(lambda pieces: joined(pieces, " "))
TABLE = "| a | b |\n| --- | --- |\n| c | {} |"
FORMS = st.sampled_from(
    [
        "{}",
        "- {}",
        "1. {}",
        "> {}",
        "- a\n\n    {}",
        "Term\n:   {}",
        "a\n\n:   {}",
        TABLE,
    ]
)
WHOLE = same(
    "## China\n",
    "Kim\n---",
    "```\nChina <b>\n```",
    "~~~ py\nKim\n\nChina\n~~~",
    "* * *",
)
EMPTY_ITEM = re.compile(r"^\s*\d+[.)]\s*$", re.MULTILINE)
"""To CommonMark, a number alone is an item without words."""
BODIES = st.lists(
    st.builds(within, FORMS, PARAGRAPHS) | WHOLE, min_size=1, max_size=5
).map(lambda pieces: joined(pieces, "\n\n"))


@given(BODIES)
def test_linking_changes_no_word_that_a_reader_sees(body: Piece) -> None:
    assume(not EMPTY_ITEM.search(body.plain))
    text = f"---\ntitle: Here\n---\n{body.typed}"
    site, problems = site_of({**KNOWN, "content/terms/here.md": text})

    html = to_html(body_of(site, "here"))

    assert not errors(problems)
    assert words(html.text) == words(to_html_by_hook(body.plain).text)
    assert not [link for link in html.find("a") if "a" in link.within]


def words(text: str) -> str:
    """Return a text without spaces: a citation takes the one before it away."""
    return "".join(text.split())
