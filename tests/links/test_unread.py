"""Markup that Markdown does not read, and that its writer meant."""

from __future__ import annotations

import pytest

from generator.links.unread import unread_markup
from tests.links.known import INDEX, scanned


def said(body: str) -> list[str]:
    return [
        f"{problem.origin.line}:{problem.origin.column} {problem.code} {problem.message}"
        for problem in unread_markup(scanned(body), INDEX)
    ]


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("a <b>", ["4:3 raw-html HTML is shown as text"]),
        ("[@log", ["4:1 bad-citation '[@log' is not a citation"]),
        ("a\n\n- [[lamp", ["6:3 bad-link '[[lamp' is not a wikilink"]),
        ("[[[[", ["4:1 bad-link '[[[[' is not a wikilink"]),
        ("[a](b c)", ["4:3 bad-link '](b c)' is not read as a link"]),
        ("a[^x] b", ["4:2 unknown-footnote no footnote is called '[^x]'"]),
        ("a %%b", ["4:3 unclosed-comment the comment that begins here is not closed"]),
        ("!!! note", ["4:1 unknown-markup '!!! note' does not begin a box"]),
        ("a^[b]", ["4:2 unknown-markup '^[b]' is not a footnote"]),
        ("##a", ["4:1 unknown-markup '##a' does not begin a heading"]),
        ("## a {#b}", ["4:6 unknown-markup '{#b}' gives no anchor and no class"]),
        ("[see @log]", ["4:1 bad-citation '[see @log]' is not a citation"]),
        ("[cf. @x; @y]", ["4:1 bad-citation '[cf. @x; @y]' is not a citation"]),
        ("(@log)", ["4:2 bad-citation '@log' is not a citation"]),
        ("*a*\n@log", ["5:1 bad-citation '@log' is not a citation"]),
        ("| a |\n|---|\n| @log |", ["6:3 bad-citation '@log' is not a citation"]),
        ("&#x200b;", ["4:1 bad-character the character U+200B is invisible"]),
    ],
)
def test_markup_that_is_not_read_is_said_at_its_place(
    body: str, problems: list[str]
) -> None:
    assert said(body) == problems


@pytest.mark.parametrize(
    "body",
    [
        "`<b> [@ [[ ]( [^x] %% @log ^[a]`",
        "```\n<b> [@ [[ ]( [^x] %% @log\n!!! note\n##a\n```",
        "\\<b> \\[@log \\[\\[ \\]( \\[^x] \\%\\% \\@log",
        "&lt;b> &#91;@log &#91;&#91; &#64;log &#37;&#37;",
        "1 < 2, a@log.example, https://example.org/@log, @nobody, a/@log",
        "[@log](https://example.org) [by @log](https://example.org) ![@log](x)",
        "[[keeper]] [@log] [a](b) a] (b) [a] (b) 5 % % 6",
        "#tag, a {#b} c, x^2, Oh!!! No???",
        "%%a <b> [[ [@ %%",
    ],
)
def test_what_is_code_or_escaped_or_means_nothing_is_not_said(body: str) -> None:
    assert said(body) == []


def test_a_text_of_many_signs_is_looked_through_in_linear_time() -> None:
    for piece in ("[see ", "@log ", "[see @a", "%", "{#a", "^[a", "[^", "]("):
        assert said(piece * 5_000) is not None
