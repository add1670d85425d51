"""A reading has the citations and addresses that Markdown leaves in the words."""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time

import pytest
from hypothesis import example, given

from generator.text.anchors import sections_of
from generator.text.canonical import Canonical
from generator.text.reader import read, read_line
from generator.text.shown import shown
from generator.text.tree import (
    Citation,
    Paragraph,
    Text,
    inlines_in,
)
from tests.text.noise import LINES, TEXTS, UNITS
from tests.text.sketch import inline_sketch, sketch


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a[@b].", "acite(@b)."),
        ("[@a; @b#p4]", "cite(@a; @b#p4)"),
        ("[@a\n; @b]", "cite(@a ; @b)"),
        ("[@a_b_c *d*]", "[@a_b_c em(d)]"),
        ("[@a_b_c]", "cite(@a_b_c)"),
        ("[-@a] [ @a]", "cite(-@a) cite( @a)"),
        ("[@a][@b]", "cite(@a)cite(@b)"),
        ("[@a&amp;b]", "cite(@a&b)"),
        ("*[@a]*", "em(cite(@a))"),
        ("[see @a] (@a) @a", "[see @a] (@a) @a"),
        ("\\[@a] [\\@a] &#91;@a] [@a\\]", "[@a] [@a] [@a] [@a]"),
        ("`[@a]`", "code([@a])"),
        ("[@a](b)", "link:b(@a)"),
        ("[@name](https://a.b)", "link:https://a.b(@name)"),
        ("[a [@b]](c)", "link:c(a )cite(@b)"),
        ("[*a [@b]*](c)", "link:c(em(a ))cite(@b)"),
        ("![a [@b]](c)", "image:c(a )cite(@b)"),
        ("[@a]: https://b.c\n\n[@a]", "link:https://b.c(@a)"),
        ("[[a|b [@c] d]]", "wiki:a(b  d)cite(@c)"),
    ],
)
def test_a_citation_is_in_brackets_that_mean_nothing_else(
    text: str, words: str
) -> None:
    assert words_in(text) == words


@pytest.mark.parametrize(
    ("text", "address", "after"),
    [
        ("https://a.b", "https://a.b", ""),
        ("HTTP://A.b/c", "HTTP://A.b/c", ""),
        ("www.a.b/c", "http://www.a.b/c", ""),
        ("https://a.b/c.", "https://a.b/c", "."),
        ("https://a.b/c?!'…", "https://a.b/c", "?!'…"),
        ("https://a.b/c)", "https://a.b/c", ")"),
        ("https://a.b/c_(d)", "https://a.b/c_(d)", ""),
        ("https://a.b/c_(d)).", "https://a.b/c_(d)", ")."),
        ("https://a.b/?c=d&amp;e=f", "https://a.b/?c=d&e=f", ""),
        ("https://a.b/c_d_e*", "https://a.b/c_d_e", "*"),
        ("https://a.b/c\\_d", "https://a.b/c_d", ""),
        ("https://a.b/条约", "https://a.b/条约", ""),
        ("https://a.b<", "https://a.b", "<"),
        ("https://a.b”", "https://a.b", "”"),
        ("https://a.b[@c]", "https://a.b", "cite(@c)"),
    ],
)
@pytest.mark.parametrize("before", ["", "see ", "(", "“", "*a* "])
def test_an_address_is_a_link_without_the_punctuation_after_it(
    text: str, address: str, after: str, before: str
) -> None:
    found = words_in(before + text)

    start, _, rest = found.partition("bare:")
    assert start in {before, "em(a) "}
    assert rest.startswith(f"{address}(")
    assert rest.endswith(after)
    assert rest.count("(bare:") == 0


@pytest.mark.parametrize(
    "text",
    [
        "https://",
        "www.",
        "xhttps://a.b",
        "a.www.b.c",
        "ftp://a.b",
        "a@b.c",
        "http: //a",
    ],
)
def test_other_words_are_no_address(text: str) -> None:
    assert words_in(text) == text


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("1961. It rains.", "p(1961. It rains.)"),
        ("1961) *It* rains.\nb", "p(1961) em(It) rains./b)"),
        ("  1961.   a [@b]", "p(1961.   a cite(@b))"),
        ("1961. a\n1962. b", "ol:1961(li(p(a)) li(p(b)))"),
        ("12. a", "ol:12(li(p(a)))"),
        ("1961. a\n\n      b", "ol:1961(li(p(a) p(b)))"),
        ("1961. [x] a", "ol:1961(done(p(a)))"),
        ("1961.", "ol:1961(li)"),
    ],
)
def test_a_year_begins_a_sentence(text: str, tree: str) -> None:
    assert sketch(read(text).blocks) == tree


def test_footnotes_are_apart_in_their_order() -> None:
    reading = read("> [^b]: c\n\na[^a][^b]\n\n[^a]: d [@e]")

    assert sketch(reading.blocks) == "quote p(amark(a)mark(b))"
    assert sketch(reading.footnotes) == "note:b(p(c)) note:a(p(d cite(@e)))"
    assert reading.all_blocks == (*reading.blocks, *reading.footnotes)


def test_a_text_that_is_nested_too_deep_is_empty() -> None:
    assert read("> " * 100 + "a").all_blocks == ()


@given(TEXTS)
@example("\\[@a]")
def test_literal_text_is_what_the_writer_typed(text: str) -> None:
    reading = read(text)

    for inline in inlines_in(reading.all_blocks):
        if isinstance(inline, Text) and inline.is_literal:
            assert reading.source[inline.start : inline.end] == inline.text


@given(TEXTS)
def test_a_citation_is_at_its_brackets(text: str) -> None:
    reading = read(text)

    for inline in inlines_in(reading.all_blocks):
        if isinstance(inline, Citation):
            assert reading.source[inline.start] == "["
            assert reading.source[inline.end - 1] == "]"


@given(LINES)
@example("- a")
@example("# a")
@example("    a")
@example("| a |")
@example("[a]: b")
@example("> a")
@example("```")
@example("***")
@example("[^1]: a")
@example("")
def test_a_line_is_one_paragraph(text: str) -> None:
    reading = read_line(text)

    assert [type(block) for block in reading.all_blocks] == [Paragraph]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- *a*\n# b", "- em(a) # b"),
        ("*a*", "em(a)"),
        ("[@a]", "cite(@a)"),
        ("(a)", "(a)"),
        ("a %%b%% c", "a  c"),
        ("", ""),
    ],
)
def test_a_line_has_inlines(text: str, words: str) -> None:
    [block] = read_line(text).blocks
    assert sketch([block]) == f"p({words})"


def words_in(text: str) -> str:
    [block, *_] = read(text).blocks
    assert isinstance(block, Paragraph)
    return inline_sketch(block.inlines)


def read_anew(text: str) -> None:
    """Read a text and do with it whatever is done with texts."""
    reading = read.__wrapped__(text)
    shown.__wrapped__(reading)
    list(sections_of(reading))
    Canonical().blocks(reading.blocks)


SHORT, LONG = 4_000, 32_000
NOISE = 4
"""How many times as long as in linear time is nothing but noise."""


@pytest.mark.parametrize("unit", UNITS)
def test_reading_takes_linear_time(unit: str) -> None:
    growth = min(growth_of(unit) for _ in range(3))

    assert growth < NOISE


def growth_of(unit: str) -> float:
    """Return how many times as long as in linear time a long text takes."""
    short = max(seconds(read_anew, unit * (SHORT // len(unit))), 0.002)
    long = seconds(read_anew, unit * (LONG // len(unit)))
    return long / short / (LONG / SHORT)


def seconds(do: Callable[[str], None], text: str) -> float:
    start = thread_time()
    do(text)
    return thread_time() - start
