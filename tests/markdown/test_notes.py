"""The bodies that Hypothesis draws have every construct of the dialect, and are drawn quickly."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis import strategies as st

from tests.markdown.blocks import headings
from tests.markdown.inlines import inlines
from tests.markdown.known import Known, Target, names
from tests.markdown.notes import bodies, faulty_bodies

KNOWN = Known(
    notes=(
        Target("actors", "china", ("China", "PRC"), ("Its army",)),
        Target("actors", "kim", ("Kim Jong Un",)),
        Target("treaties", "pact", ("Pact of 1961",), ("Parties",)),
    ),
    citable=("un", "un#p0", "mirror"),
)
AT_ONCE = 5
DRAWING = settings(
    max_examples=10,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
WITHIN_A_LINE: Mapping[str, str] = {
    "emphasis": r"(?<!\*)\*[^*\s][^*]*\*(?!\*)",
    "strong emphasis": r"(?<!\*)\*\*[^*\s][^*]*\*\*(?!\*)",
    "emphasis with underscores": r"(?<![_\w])_\w[^_]*_(?![_\w])",
    "emphasis within a word": r"a[*_~]+\w[^*_~]*[*_~]+a",
    "emphasis in emphasis": r"\*\*_|\*~~|\*\*\*\w",
    "strikethrough": r"~~\w[^~]*~~",
    "a hard break by spaces": r"\S  \n\S",
    "a hard break by a backslash": r"\S\\\n\S",
    "code": r"`[^`]+`",
    "code with a backtick": r"``.*`.*``",
    "a link with a title": r"""\]\(\S+ (?:"a"|'a'|\(a\))\)""",
    "a link to a note by its file": r"\]\(\.\./\w+/\w+\.md",
    "a link within the page": r"\]\(<?#",
    "a link by reference": r"\[a\]\[|\]\[\]",
    "an e-mail address": r"(?<![@\w])a@a\.example",
    "a bare address": r"(?<![<(/:])https://a\.example",
    "a wikilink": r"\[\[(?:China|PRC|Kim Jong Un)\]\]",
    "a wikilink with words": r"\[\[[^|\]]+\|a",
    "a wikilink within the page": r"\[\[#",
    "an embedded note": r"!\[\[\w",
    "a citation": r"\[@un\]",
    "a citation of a paragraph": r"\[@un#p0",
    "a citation of two": r"\[@\S+; @",
    "a footnote": r"a\[\^\w+\]",
    "HTML": r"<\w",
    "an entity": r"&\w+;",
    "an escape": r"\\[^\w\s]",
    "a comment": r"%%.*%%",
    "noise": r"[*_~`|#>+=.:!<&;()\[\]{}\"'-]{5}",
}
NAMES: Mapping[str, str] = {
    "a name behind a mark": r"Wow!",
    "a name in a path": r"C:\\\w",
    "a name in an address": r"\w\.org\.cn|example\.com/\w",
    "a name in a hashtag": r"#\w",
    "a name in a query": r"key=\w",
    "a name in capitals": r"CHINA|KIM",
    "a name over two lines": r"Kim\nJong|Pact\nof",
}
HEADINGS: Mapping[str, str] = {
    "a heading": r"(?m)^## \w",
    "a heading underlined": r"(?m)^\w.*\n------",
    "a heading with emphasis": r"(?m)^#+\s.*\*\w",
    "a heading with code": r"(?m)^#+\s.*`",
    "a heading with an entity": r"(?m)^#+\s.*&\w+;",
    "a heading with a link": r"(?m)^#+\s.*\]\(",
    "a heading in another script": r"(?m)^#+\s.*(?:条约|Что)",
    "a heading like one of ours": r"(?:References|Parties|Timeline|Articles|Cite|Mentioned)",
}
BLOCKS: Mapping[str, str] = {
    "a definition": r"(?m)^\[\w+\]: \S",
    "a definition named like a note": r"\[China\]: ",
    "a footnote's text": r"(?m)^\[\^1\]: ",
    "a footnote of two blocks": r"(?m)^\[\^\w+\]: .*(?:\n    .*)*\n\n    \S",
    "a bullet list": r"(?m)^([-*+]) .*\n\1 ",
    "a loose list": r"(?m)^([-*+]) .*\n\n\1 ",
    "a list below a sentence": r"(?m)^\w.*\n[-*+] ",
    "a list in a list": r"(?m)^[*+-] (?:.*\n+  )*?(?:[*+-]|\d+[.)]) ",
    "a numbered list": r"(?m)^(\d+[.)]) .*\n+\d+[.)] |^1961\. ",
    "a task": r"(?m)^[-*] \[[ xX]\] ",
    "a table": r"\| --- \|",
    "a table aligned right": r"\| --: ",
    "a table without outer bars": r"(?m)^[^|\n]+ \| \n",
    "a wikilink in a table": r"(?m)^\|.*\[\[[^|\]]*\\\|",
    "a definition list": r"\S.*\n+: +\S",
    "a quotation": r"(?m)^> \S",
    "a quotation in a quotation": r"(?m)^ *> ?>",
    "an alert": r"(?i)> \[!(?:note|tip|important|warning|caution)\]\n> ",
    "the same heading twice": r"(?ms)^(## [^\n]+)$.*^\1$",
    "a thematic break": r"(?m)^ *(?:\* \* \*|---|\*\*\*|___)",
    "fenced code": r"(?m)^(```|~~~).*\n(?:.*\n)+?\1",
    "fenced code in a list": r"(?m)^(?:[-+*] |\d+\. )(?:.*\n+)*? +(?:```|~~~)",
    "fenced code with attributes": r"(?:```|~~~)\w* ?\{",
    "code never closed": r"\n```\na \[\[a\]\]\Z",
    "indented code": r"\A    \S|\n\n    \S",
    "an HTML block": r"(?m)^<(?:div|details|!--)",
    "a comment of several lines": r"(?m)^%%\n.*\n%%",
    "an admonition": r"(?m)^(?:!!!|\?\?\?|:::|\$\$$|\[TOC)",
}
WRONG: Mapping[str, str] = {
    "a picture": r"!\[a\]\(",
    "a picture with a newline": r"!\[a\nb\]\(",
    "a scheme that runs": r"\]\(javascript:",
    "a definition with a scheme": r"\[\w+\]: \w+:[^/]",
    "a link to nothing": r"\]\((?:\.\./nothing\.md|#no-such|/terms)",
    "a wikilink to nobody": r"\[\[Nobody at All",
    "a wikilink to no section": r"#No such section",
    "a near wikilink": r"\[\[[^\]]*\n\]\]|\]\]\(a\)|\[ \[|\[\[[^\]|]*\|\]\]",
    "a source that is not there": r"@no-such-source",
    "a near citation": r"\[see @|\[-@|@\w+ says|\(@|\[ @",
    "a citation in a heading": r"(?m)^## .*\[@un\]$",
    "a second title": r"(?m)^# \w",
    "a footnote that is not there": r"\[\^missing\]",
    "a comment never closed": r"(?m)%%a$",
    "hidden characters": r"&#x2|&#8203|&shy|&zwj|&rlm",
    "louder noise": r"[@%^$/?]{2}",
}


def _drawn(drawn_from: st.SearchStrategy[str], count: int) -> list[str]:
    """Return many texts, the same ones each time.

    After a few examples Hypothesis begins to vary those it has, so that they say little about the
    strategy: here it begins anew after every ten, and several texts are drawn for each.
    """
    found: list[str] = []

    def keep(texts: list[str]) -> None:
        found.extend(texts)

    some = st.lists(drawn_from, min_size=AT_ONCE, max_size=AT_ONCE)
    for number in range(count // (10 * AT_ONCE)):
        seed(number)(DRAWING(given(some)(keep)))()
    return found


@pytest.mark.ci
@pytest.mark.parametrize(
    ("drawn_from", "constructs"),
    [
        (names(KNOWN), NAMES),
        (inlines(KNOWN), WITHIN_A_LINE),
        (headings(KNOWN), HEADINGS),
        (bodies(KNOWN), BLOCKS),
        (faulty_bodies(KNOWN), WRONG),
    ],
    ids=["names", "within a line", "headings", "blocks", "wrong"],
)
def test_every_construct_is_drawn(
    drawn_from: st.SearchStrategy[str], constructs: Mapping[str, str]
) -> None:
    drawn = _drawn(drawn_from, 1200)
    missing = [
        name
        for name, form in constructs.items()
        if not any(re.search(form, body) for body in drawn)
    ]
    assert missing == []


def test_a_hundred_bodies_are_drawn_in_moments() -> None:
    start = time.perf_counter()
    drawn = _drawn(bodies(KNOWN), 100)
    assert time.perf_counter() - start < 5
    assert len(set(drawn)) > len(drawn) / 2


@given(bodies(KNOWN))
def test_a_right_body_refers_to_what_is_known_alone(body: str) -> None:
    for unknown in (
        "Nobody",
        "Kim Jong Um",
        "No such",
        "nothing.md",
        "no-such",
        "p999",
        "evil:",
    ):
        assert unknown not in body
    assert "](javascript" not in body


@pytest.mark.parametrize(
    ("drawn_from", "wanted"),
    [
        (inlines(KNOWN), "[[China]]"),
        (inlines(KNOWN), "[@un#p0]"),
        pytest.param(bodies(KNOWN), "| --- |", marks=pytest.mark.ci),
        pytest.param(bodies(KNOWN), "> - ", marks=pytest.mark.ci),
    ],
    ids=["wikilink", "citation", "table", "list in a quotation"],
)
def test_what_is_drawn_shrinks_to_little_beside_what_is_wanted(
    drawn_from: st.SearchStrategy[str], wanted: str
) -> None:
    quick = settings(max_examples=3000, database=None, derandomize=True)
    drawn = find(drawn_from, lambda text: wanted in text, settings=quick)
    assert len(drawn) <= len(wanted) + 20, drawn
