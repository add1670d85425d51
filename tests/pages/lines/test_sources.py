"""References, and what is said about a source."""

from __future__ import annotations

import re

import pytest

from generator.notes.model import Source
from generator.pages.base.prose import prose
from generator.pages.lines import sources
from tests.pages.lines.sample import SEED, bare, page_of

LOW = 'Reliability: <span class="trust low">low</span>.'


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

    assert [sources.why_unusable(page, f"p{number}") for number in range(4)] == [
        " **(is not part of the article)**",
        " **(says the opposite of what happened)**",
        " **(says the opposite of what happened)** **(cannot be read reliably)**",
        "",
    ]


def test_a_reference_names_publisher_date_paragraphs_and_doubt() -> None:
    page = page_of("", body="a [@us#p2]. b [@us#p0; @un]. c [@us]. d [@us#p2].")
    prose(page, page.note("here").body)

    us, un = page.citations.so_far()

    assert sources.reference(page, us) == (
        "[US](../sources/us.md), [¶0](../sources/us.md#p0), [¶2](../sources/us.md#p2)."
        ' <span class="digest" data-paragraph="0">¶0: One.</span>'
        ' <span class="digest" data-paragraph="2">¶2: Three.</span>'
    )
    assert sources.reference(page, un) == (
        f"[UN treaty, R\\*D](../sources/un.md), U.N., 1961. {LOW}"
    )
    assert re.findall(r'href="(.+?)".*?>(.+?)<', sources.back(un)) == [
        ("#_cite-2-1", "↑")
    ]
    assert re.findall(r'href="(.+?)".*?>(.+?)<', sources.back(us)) == [
        ("#_cite-1-1", "a"),
        ("#_cite-1-2", "b"),
        ("#_cite-1-3", "c"),
        ("#_cite-1-4", "d"),
    ]


def test_the_line_of_a_source_says_how_reliable_it_is() -> None:
    page = page_of("")
    records = page.site.index.sources
    assert sources.source_entry(page, records["un"]).endswith(f", U.N., 1961. {LOW}")
    assert sources.source_entry(page, page_of("", SEED).site.index.sources["here"]) == (
        "[Here](../sources/here.md). Reliability: not assessed."
    )


def test_a_source_is_linked_by_its_id_if_there_is_one() -> None:
    page = page_of("")

    assert sources.source_link(page, "us") == "[US](../sources/us.md)"
    assert sources.source_link(page, "nothing") == ""
