"""Markdown becomes blocks and inlines, each with its place in the text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given

from generator.text.parse import MAX_DEPTH, DepthError, parse
from generator.text.tree import (
    Block,
    Inline,
    Line,
    Node,
    Text,
    children_of,
    inlines_in,
    lines_of,
    parts_of,
    units_of,
)
from tests.text.noise import TEXTS
from tests.text.sketch import sketch


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a\nb", "p(a/b)"),
        ("a  \nb\\\nc", "p(a<br>b<br>c)"),
        ("*a* __b__ ~~c~~ ~d~", "p(em(a) strong(b) del(c) del(d))"),
        ("`` ` `` \\*&amp;&#42;", "p(code(`) *&*)"),
        ('[a *b*](c "d")', "p(link:c(a em(b)))"),
        ("[a]\n\n[A]: b", "p(link:b(a))"),
        ("![a](b)", "p(image:b(a))"),
        ("<https://a.b> <c@d.e>", "p(bare:https://a.b(https://a.b) bare:mailto:c@d.e(c@d.e))"),
        ("[[a]] [[b#c|d]] ![[e]]", "p(wiki:a() wiki:b#c(d) embed:e())"),
        ("# a\n\nb\n---", "h1(a) h2(b)"),
        ("```py\na\n```\n\n    b", "code:py(a) code(b)"),
        ("- a\n- b", "ul(li(p(a)) li(p(b)))"),
        ("3. a\n   - b", "ol:3(li(p(a) ul(li(p(b)))))"),
        ("- [x] a\n- [ ] b", "ul(done(p(a)) todo(p(b)))"),
        ("- [x] a\n\n  b\n- [ ] c\n  : d", "ul(done(p(a) p(b)) todo(dl(term(c) dd(p(d)))))"),
        ("> a\n\n> [!TIP]\n> b", "quote(p(a)) tip(p(b))"),
        ("| a |\n| -: |\n| [[b\\|c]] |", "table(tr(cell(a)) tr(cell(wiki:b(c))))"),
        ("a\n: b\n\n: c", "dl(term(a) dd(p(b)) dd(p(c)))"),
        ("a[^1]\n\n[^1]: b", "p(amark(1)) note:1(p(b))"),
        ("***", "thematicbreak"),
        ("", ""),
    ],
)  # fmt: skip
def test_the_dialect_is_read(text: str, tree: str) -> None:
    assert sketch(parse(text)) == tree


@pytest.mark.parametrize(
    "html",
    [
        "<b>a</b>", "<script>a</script>", "<!-- a -->", "<?a?>", "<![CDATA[a]]>", "<!DOCTYPE a>",
        "<div\nid=a>", "</a>", "1 < 2",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "b {} c", "- {}", "> {}", "| {} |\n| - |"])
def test_html_is_text(html: str, around: str) -> None:
    if "|" in around:
        html = html.replace("\n", " ")

    inlines = list(inlines_in(parse(around.format(html))))

    words = [one.text if isinstance(one, Text) else " " for one in inlines]
    assert html.replace("\n", " ") in "".join(words)


def test_markdown_in_html_is_markdown() -> None:
    assert sketch(parse("<b>*a*</b>")) == "p(<b>em(a)</b>)"


@pytest.mark.parametrize(
    "text", ["> [^1]: a\n\nb[^1]", "- [^1]: a\n\nb[^1]", "[^1]: a\n\n> b[^1]"]
)
def test_a_footnote_is_found_wherever_it_is_defined(text: str) -> None:
    blocks = parse(text)

    assert "note:1(p(a))" in sketch(blocks).split(" ")


@pytest.mark.parametrize("sign", ["> ", "- ", "1. ", "*a ", "> - "])
def test_what_is_nested_too_deep_is_refused_with_its_place(sign: str) -> None:
    text = sign * (MAX_DEPTH + 1) + "b" + "*" * (MAX_DEPTH + 1)

    with pytest.raises(DepthError) as caught:
        parse(text)

    assert 0 < caught.value.offset < len(text)


def test_a_text_can_be_nested_as_deep_as_anyone_writes() -> None:
    assert parse("> " * 20 + "a")


@given(TEXTS)
def test_places_nest_and_are_in_order(text: str) -> None:
    try:
        blocks = parse(text)
    except DepthError:
        return

    for block in blocks:
        check_places(block)


def check_places(node: Node) -> None:
    position = node.start
    for part in parts(node):
        assert position <= part.start <= part.end <= node.end
        check_places(part)
        position = part.start


def parts(node: Node) -> Sequence[Node]:
    if isinstance(node, Line):
        return node.inlines
    if isinstance(node, Block):
        return parts_of(node)
    assert isinstance(node, Inline)
    return children_of(node)


@given(TEXTS)
def test_each_line_is_in_one_unit(text: str) -> None:
    try:
        blocks = parse(text)
    except DepthError:
        return

    units = [line for unit in units_of(blocks) for line in unit]
    assert units == list(lines_of(blocks))
