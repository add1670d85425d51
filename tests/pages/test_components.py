"""The lines of a page's lists: what stands in one, in which order, with which marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.site import page_path
from generator.notes.model import Actor, Source, Treaty
from generator.pages import components, sources, treaties
from generator.pages.context import Writer
from generator.schema.notes import Party
from tests.rendered import errors, site_of, to_html

HERE = "content/treaties/here.md"
SEED = "seeds/here.md"
FILES = {
    "content/actors/kim.md": "---\ntitle: Kim\nsummary: He *leads* [[Korea]] [@un].\n---\nx\n",
    "content/actors/korea.md": "---\ntitle: Korea\n---\nKim and Kim.\n",
    "seeds/un.md": (
        "---\ntitle: UN *treaty*\npublisher: U.N.\npublished: 1961\nreliability: low\n---\nOne.\n"
    ),
    "seeds/us.md": "---\ntitle: US\nreliability: high\n---\nOne.\n\nTwo.\n\nThree.\n",
}


def page_of(front: str, path: str = HERE, body: str = "x") -> Writer:
    site, problems = site_of(
        {**FILES, path: f"---\ntitle: Here\n{front}\n---\n{body}\n"}
    )
    assert not errors(problems)
    documents: Mapping[str, Any] = (
        site.index.notes if path == HERE else site.index.sources
    )
    return Writer(site, page_path(documents["here"]), documents["here"])


def bare(line: str) -> str:
    """Return a line with each citation as its number alone."""
    return re.sub(
        r'<sup class="cite" id="cite-\d-\d">(\[\d[^]]*\])\(#ref-\d\)</sup>', r"\1", line
    )


def parties_of(page: Writer) -> tuple[Party, ...]:
    treaty = page.note("here")
    assert isinstance(treaty, Treaty)
    return treaty.fields.parties


LOW = 'Reliability: <span class="trust low">low</span>.'


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("leader", "leader"),
        ("{title: a *star*, of: Korea}", "a \\*star\\*, [Korea](../actors/korea.md)"),
        ("{title: Leader of Korea, of: Korea}", "Leader of Korea"),
        ("{title: x, of: the Club}", "x, the Club"),
        ("{title: x, from: 1961}", "x (since 1961)"),
        ("{title: x, from: 1961/..}", "x (since 1961)"),
        ("{title: x, to: 1961-07}", "x (until July 1961)"),
        ("{title: x, from: 1961, to: 1962}", "x (1961 to 1962)"),
        (
            "{title: x, from: {value: 1961, source: un}, source: [un, us]}",
            "x (since 1961)[1][2]",
        ),
        (
            "{title: x, from: {value: 1961, source: us}, source: un}",
            "x (since 1961)[1][2]",
        ),
    ],
)
def test_a_role_says_where_and_when_it_was_held(role: str, shown: str) -> None:
    site, _ = site_of(
        {**FILES, "content/actors/here.md": f"---\nroles: [{role}]\n---\nx"}
    )
    note = site.index.notes["here"]
    page = Writer(site, "treaties/x.md", note)

    assert isinstance(note, Actor)
    assert bare(components.role(page, note.fields.roles[0])) == shown


@pytest.mark.parametrize(
    ("front", "line", "shown"),
    [
        ("articles: Peace.", treaties.article_entry, "Peace."),
        (
            "articles: {number: 4, gist: Help, exact: 'at *once*', source: un#p0}",
            treaties.article_entry,
            '**Article 4:** Help In its words: "at \\*once\\*".[1 ¶0]',
        ),
        (
            "articles: {number: Protocol, gist: x}",
            treaties.article_entry,
            "**Protocol:** x",
        ),
        ("suspended: It stopped.", treaties.suspension, "It stopped."),
        (
            "suspended: {by: Kim, from: 1961, to: 1962, what: Aid, source: un}",
            treaties.suspension,
            "1961 to 1962, by [Kim](../actors/kim.md): Aid[1]",
        ),
        ("suspended: {by: Kim}", treaties.suspension, "by [Kim](../actors/kim.md)"),
        (
            "claims: {says: So, verdict: disputed, for: un, against: [us, un], why: Of Kim.}",
            components.weighed,
            (
                '<span class="badge disputed">Disputed</span> <span class="says">So</span>'
                " For: [1]. Against: [2][1]. Rests only on sources of low reliability."
                " Of [Kim](../actors/kim.md)."
            ),
        ),
        (
            "claims: {says: So it is.}",
            components.weighed,
            '<span class="badge supported">Supported</span> <span class="says">So it is.</span>',
        ),
    ],
)
def test_a_line_says_all_that_is_known_and_no_more(
    front: str, line: Callable[[Writer, Any], str], shown: str
) -> None:
    page = page_of(front)
    treaty = page.note("here")
    assert isinstance(treaty, Treaty)
    fields = treaty.fields
    items = [*fields.articles, *fields.suspended, *fields.claims]

    assert [bare(line(page, item)) for item in items] == [shown]


@pytest.mark.parametrize(
    ("parties", "rows"),
    [
        ("[Kim, Korea]", ["| Party |", "| --- |", "| [Kim](../actors/kim.md) |"]),
        (
            "[{party: Kim, ratified: 1961}, {party: Korea, withdrew: 1962?}]",
            [
                "| Party | Ratified | Withdrew |",
                "| --- | --- | --- |",
                "| [Kim](../actors/kim.md) | 1961 |  |",
                "| [Korea](../actors/korea.md) |  | 1962 (uncertain) |",
            ],
        ),
    ],
)
def test_a_column_of_which_nothing_is_known_is_left_out(
    parties: str, rows: list[str]
) -> None:
    page = page_of(f"parties: {parties}")

    shown = treaties.parties(page, parties_of(page))

    assert [re.sub("</?span[^>]*>", "", row) for row in shown][: len(rows)] == rows


@pytest.mark.parametrize("words", ["a | b", "a `|` b", "a \\| b", "so\\", "`a"])
def test_a_bar_in_prose_does_not_end_a_cell_of_a_table(words: str) -> None:
    why = words.replace("\\", "\\\\")
    page = page_of(
        f'parties: [{{party: Kim, signed: {{value: 1961, why: "{why}"}}, ratified: 1962}}]'
    )
    rows = treaties.parties(page, parties_of(page))

    html = to_html("\n".join(rows))

    assert [element.tag for element in html.elements].count("td") == 3
    assert html.text.endswith("1962")


@pytest.mark.parametrize(
    ("correction", "shown"),
    [
        ("{p: 0, printed: Yun, read: Yoon *S*, kind: name}", "Yoon \\*S\\*"),
        (
            "{p: 0, printed: K, read: a | b, kind: name, link: Kim, why: Of Korea., basis: us}",
            "[Kim](../actors/kim.md): a \\| b (Of [Korea](../actors/korea.md).)[1]",
        ),
    ],
)
def test_a_correction_says_how_to_read_what_is_printed(
    correction: str, shown: str
) -> None:
    page = page_of(f"corrections: [{correction}]", SEED, "Yun K")
    document = page.document
    assert isinstance(document, Source)

    assert bare(sources.reading(page, document.fields.corrections[0])) == shown


def test_what_keeps_a_paragraph_from_being_evidence_is_said() -> None:
    front = "boilerplate: [0]\nparagraphs: {reversed: [1, 2], lost: 2}"
    page = page_of(front, SEED, "a\n\nb\n\nc\n\nd")

    assert [sources.standing(page, f"p{number}") for number in range(4)] == [
        " **(is not part of the article)**",
        " **(says the opposite of what happened)**",
        " **(says the opposite of what happened)** **(is beyond repair)**",
        "",
    ]


def test_a_reference_names_publisher_date_paragraphs_and_doubt() -> None:
    page = page_of("", body="a [@us#p2]. b [@us#p0; @un]. c [@us]. d [@us#p2].")
    page.prose(page.note("here").body)

    (_, us, pins), (_, un, none) = page.references()

    assert sources.reference(page, us, pins) == (
        "[US](../sources/us.md), [¶0](../sources/us.md#p0), [¶2](../sources/us.md#p2)."
        ' <span class="digest" data-paragraph="0">¶0: One.</span>'
        ' <span class="digest" data-paragraph="2">¶2: Three.</span>'
    )
    assert sources.reference(page, un, none) == (
        f"[UN \\*treaty\\*](../sources/un.md), U.N., 1961. {LOW}"
    )
    assert re.findall(r'href="(.+?)".*?>(.+?)<', sources.back(page, 2)) == [
        ("#cite-2-1", "↑")
    ]
    assert re.findall(r'href="(.+?)".*?>(.+?)<', sources.back(page, 1)) == [
        ("#cite-1-1", "a"),
        ("#cite-1-2", "b"),
        ("#cite-1-3", "c"),
        ("#cite-1-4", "d"),
    ]


def test_an_entry_is_a_link_and_what_it_is_in_plain_words() -> None:
    page = page_of("")

    assert (
        components.entry(page, page.note("kim"))
        == "[Kim](../actors/kim.md): He leads Korea."
    )
    assert components.entry(page, page.note("korea")) == "[Korea](../actors/korea.md)"
    records = page.site.index.sources
    assert sources.source_entry(page, records["un"]).endswith(f", U.N., 1961. {LOW}")
    assert sources.source_entry(page, page_of("", SEED).site.index.sources["here"]) == (
        "[Here](../sources/here.md). Reliability: not assessed."
    )


def test_a_place_shows_the_paragraph_and_how_often() -> None:
    page = page_of("place: {value: x, source: us}\nsummary: So [@un#p0].")
    kim = Writer(page.site, "actors/kim.md", page.note("kim"))
    [korea] = page.site.connections.backlinks["kim"]
    un, us = (
        page.site.connections.citing["un"][-1],
        page.site.connections.citing["us"][-1],
    )

    assert (
        components.where(kim, korea)
        == "[Korea](korea.md) (2 times): **Kim** and **Kim**."
    )
    assert components.where(page, un) == "[Here](here.md), ¶0: So."
    assert components.where(page, us) == "[Here](here.md), in its facts"


@pytest.mark.parametrize(
    ("urls", "shown"),
    [
        ([], ""),
        (["https://www.example.org/"], "[example.org](<https://www.example.org/>)"),
        (
            ["http://a.b/c_d", "https://e"],
            "[a.b/c\\_d](<http://a.b/c_d>), [e](<https://e>)",
        ),
    ],
)
def test_an_address_shows_where_it_leads(urls: list[str], shown: str) -> None:
    assert components.addresses(urls) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("4", "Article 4"),
        ("IV", "Article IV"),
        ("4 bis", "Article 4 bis"),
        ("Annex", "Annex"),
    ],
)
def test_the_number_of_an_article_is_said_as_a_reader_says_it(
    number: str, shown: str
) -> None:
    assert treaties.numbered(number) == shown


@given(st.integers(1, 20_000))
def test_letters_count_as_the_columns_of_a_spreadsheet(number: int) -> None:
    found = sources.letters(number)

    value = 0
    for letter in found:
        value = value * 26 + ord(letter) - ord("a") + 1
    assert value == number
