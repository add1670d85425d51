"""The comparison of HTML passes over what nobody can notice, and over nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.markdown.dom import Close, Open, Text, difference, dom, words


def test_a_fragment_is_read_in_document_order() -> None:
    assert dom('<p class="b a">x <em>y</em></p>') == (
        Open("p", (("class", "a b"),)),
        Text("x "),
        Open("em"),
        Text("y"),
        Close("em"),
        Close("p"),
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('<a href="x" title="y">z</a>', '<a title="y" href="x">z</a>'),
        ('<p class="a  b">x</p>', '<p class="b a">x</p>'),
        ('<p class="">x</p>', "<p>x</p>"),
        ('<input disabled="" checked>', '<input checked="checked" disabled="disabled">'),
        ('<td style="text-align: right;">1</td>', '<td style="text-align:right">1</td>'),
        ('<div markdown="1">x</div>', "<div>x</div>"),
        ("<p>a<!-- c -->b</p>", "<p>ab</p>"),
        ("<p>a</p>\n\n<p>b</p>", "<p>a</p><p>b</p>"),
        ("<ul>\n<li>a</li>\n</ul>\n", "<ul><li>a</li></ul>"),
        ("<li>a\n<ul><li>b</li></ul>\n</li>", "<li>a<ul><li>b</li></ul></li>"),
        ("<blockquote>\n<p>\na\n</p>\n</blockquote>", "<blockquote><p>a</p></blockquote>"),
        ("<p>a\nb</p>", "<p>a b</p>"),
        ("<p>a  <em> b</em></p>", "<p>a <em>b</em></p>"),
        ("<p><em>a </em> </p>", "<p><em>a</em></p>"),
        ("<p>a <br />\nb</p>", "<p>a<br>b</p>"),
        ("<p>a &amp; &quot;b&quot;</p>", '<p>a &#38; "b"</p>'),
        ("<table><tr><td>a</td></tr></table>", "<table><tbody><tr><td>a</table>"),
        ("<pre><code>a\n</code></pre>", "<pre><code>a</code></pre>"),
        ("<pre>\na</pre>", "<pre>a</pre>"),
        ("<p>a</p>", "<P>a</P>"),
    ],
)  # fmt: skip
def test_what_nobody_can_notice_is_no_difference(first: str, second: str) -> None:
    assert difference(dom(first), dom(second)) is None


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("<p>a</p>", "<p>b</p>", "p: 'a' in the first, 'b' in the second"),
        ("<p>a</p>", "<p>A</p>", "p: 'a' in the first, 'A' in the second"),
        ("<p>a b</p>", "<p>ab</p>", "p: 'a b' in the first, 'ab' in the second"),
        ("<p>a</p>", "a", "at the top: <p> in the first, 'a' in the second"),
        ("<p>a</p>", "", "at the top: <p> in the first, nothing in the second"),
        ("<p>a</p><p>b</p>", "<p>a b</p>", "p: 'a' in the first, 'a b' in the second"),
        ("<p>a</p><p>b</p>", "<p>b</p><p>a</p>", "p: 'a' in the first, 'b' in the second"),
        (
            "<ul><li>a</li><li>b</li></ul>",
            "<ul><li>a</li><li><p>b</p></li></ul>",
            "ul > li[2]: 'b' in the first, <p> in the second",
        ),
        (
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
            "<ul><li>a</li><li>b</li></ul>",
            "ul > li: <ul> in the first, </li> in the second",
        ),
        (
            "<p><em><strong>a</strong></em></p>",
            "<p><strong><em>a</em></strong></p>",
            "p: <em> in the first, <strong> in the second",
        ),
        (
            '<p>x <a href="one">a</a></p>',
            '<p>x <a href="two">a</a></p>',
            "p: <a>: href is 'one' in the first, 'two' in the second",
        ),
        (
            '<a href="x" title="t">a</a>',
            '<a href="x">a</a>',
            "at the top: <a>: title is 't' in the first, None in the second",
        ),
        ('<a href="a b">c</a>', '<a href="a%20b">c</a>', "href is 'a b' in the first"),
        ('<h2 id="x">a</h2>', '<h2 id="y">a</h2>', "id is 'x' in the first"),
        ('<ol start="2"><li>a</ol>', "<ol><li>a</ol>", "start is '2' in the first"),
        ("<input checked>", "<input>", "checked is '' in the first, None in the second"),
        ('<p class="a">x</p>', "<p>x</p>", "class is 'a' in the first"),
        (
            '<p style="text-align:left">x</p>',
            '<p style="text-align:right">x</p>',
            "style is 'text-align:left' in the first",
        ),
        ("<p>a<br>b</p>", "<p>a b</p>", "p: 'a' in the first, 'a b' in the second"),
        ("<p>a <em>b</em></p>", "<p>a<em> b</em></p>", "'a ' in the first, 'a' in the second"),
        ("<p><img alt=x> a</p>", "<p><img alt=x>a</p>", "' a' in the first, 'a' in the second"),
        ("<p>a&nbsp;b</p>", "<p>a b</p>", r"'a\xa0b' in the first, 'a b' in the second"),
        ("<p>&nbsp;</p>", "<p></p>", r"p: '\xa0' in the first, </p> in the second"),
        ("<p>a</p>", "<p>a</p><hr>", "at the top: nothing in the first, <hr> in the second"),
        (
            "<pre><code>a\n  b</code></pre>",
            "<pre><code>a\n b</code></pre>",
            r"pre > code: 'a\n  b' in the first, 'a\n b' in the second",
        ),
        ("<pre>a\n\n</pre>", "<pre>a</pre>", r"pre: 'a\n' in the first, 'a' in the second"),
        ("<pre> a</pre>", "<pre>a</pre>", "pre: ' a' in the first, 'a' in the second"),
        ("<p>&lt;b&gt;</p>", "<p><b></b></p>", "p: '<b>' in the first, <b> in the second"),
        (
            "<table><tr><th>a</table>",
            "<table><tr><td>a</table>",
            "table > tbody > tr: <th> in the first, <td> in the second",
        ),
        (
            f"<p>{'a' * 50}xyz</p>",
            f"<p>{'a' * 50}z</p>",
            f"p: '{'a' * 20}xyz' in the first, '{'a' * 20}z' in the second",
        ),
    ],
)  # fmt: skip
def test_a_difference_is_named_at_its_place(first: str, second: str, said: str) -> None:
    assert said in (difference(dom(first), dom(second)) or "")


FLOWING = [
    "<p>", "</p>", "<em>", "</em>", "<ul><li>", "</ul>", "<br>", "<!--c-->", "<a href=x>", "</a>",
    "a", "b", " ", "\n", "&nbsp;", "<td>",
]  # fmt: skip
FIXED = ["<pre>", "</pre>", "<img>"]
"""What white space is kept within, or beside."""
FRAGMENTS = st.lists(st.sampled_from([*FLOWING, *FIXED]), max_size=12).map("".join)


@given(FRAGMENTS, FRAGMENTS)
def test_fragments_are_equal_or_their_difference_is_said(
    first: str, second: str
) -> None:
    one, other = dom(first), dom(second)
    assert (one == other) == (difference(one, other) is None)


@given(st.lists(st.sampled_from(FLOWING), max_size=12).map("".join))
def test_no_white_space_is_left_where_none_is_shown(html: str) -> None:
    text = words(dom(html))
    assert "  " not in text
    assert text == "\n".join(line.strip(" ") for line in text.split("\n"))


def test_words_are_what_a_reader_reads() -> None:
    html = "<h2>A <em>b</em></h2>\n<ul><li>c</li><li>d &amp; e</li></ul>"
    assert words(dom(html)) == "A b\nc\nd & e"


def test_deep_nesting_is_read() -> None:
    deep = "<blockquote>" * 5000 + "x"
    assert Text("x") in dom(deep)
