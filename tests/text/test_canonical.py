"""Canonical Markdown is one page in every engine, and the page that the writer meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.text.anchors import sections_of
from generator.text.canonical import Canonical, Markup, link_destination
from generator.text.markdown import Markdown
from generator.text.reader import read
from generator.text.tree import Image, Inlines, Link, Paragraph, Styled, Text
from tests.markdown.dom import Close, Dom, Node, Open, difference
from tests.markdown.dom import Text as Words
from tests.markdown.known import Known, Target
from tests.markdown.notes import faulty_bodies
from tests.markdown.spec import Example, every_example
from tests.text.engines import commonmark, python_markdown, writers
from tests.text.noise import TEXTS

KNOWN = Known(
    notes=(Target("actors", "china", ("China", "PRC"), ("History",)),),
    citable=("un", "un#p0"),
)


def canonical(text: str) -> str:
    reading = read(text)
    anchors = {one.heading.start: one.anchor for one in sections_of(reading)}
    return Canonical(anchors).blocks(reading.blocks)


# one page in every engine


@given(faulty_bodies(KNOWN))
@example("- a\n\n  ```\n  b\n  ```")
@example("- ```\n  a\n  ```")
@example("- a\n- b\n\n* c\n\n1. d\n\n1) e")
@example("> a\n\n> b")
@example("- a\n\n  b\n- # c\n- | d |\n  | - |")
@example("a\n: b\n\n  - c\n\n: d\n\ne\n: f")
@example("- a\n  : b\n- > c\n\n  d")
@example("> [!NOTE]\n> a\n\n- > [!TIP]\n  > b")
@example("- [x] a\n- [ ]\n- [ ] - b")
@example("| a |\n| - |")
@example("[@a]\nb [@c]  \nd\\\n[@e]")
@example("\u00a0\n\n\u2028a")
@example("## a # [@b]\n\n## #")
@example("- \x1b")
@example("[`a]: b`](c)\n\n[&#93;: a](b)\n\n[*a\\]*: b](c)")
@example("`\x85\x02`\n\n    \x85\x02")
@example("## ![](a)\n\n- # ` `")
@example("1961. a\n\n      1961. b\n\n            c")
@example("98. a\n\n    b\n\n99. c\n\n    d\n\n100. e\n\n    - f")
@example("    a\tb\n\n    \n    c")
def test_engines_agree_on_what_notes_consist_of(text: str) -> None:
    check_agreement(text)


@given(TEXTS)
def test_engines_agree_on_any_text(text: str) -> None:
    check_agreement(text)


@every_example
def test_engines_agree_on_the_specification(example: Example) -> None:
    check_agreement(example.markdown)


def check_agreement(text: str) -> None:
    markdown = canonical(text)

    assert difference(commonmark(markdown), python_markdown(markdown)) is None, markdown


ADDRESSES = st.lists(
    st.sampled_from([*"_*()!~`\\:'\"é&#%${}[] =|<>^@;.-/?", "&amp;", "a"]), max_size=8
).map("".join)


@given(
    st.sampled_from(["https://a.b/", "mailto:", "#", "../", ""]),
    ADDRESSES,
    st.sampled_from(["", "a", "a_b* \"c\" 'd' [e] & <f>"]),
)
def test_an_address_ends_where_its_link_does(
    start: str, address: str, title: str
) -> None:
    link = Link(address=start + address, title=title, children=(words("a"),))
    image = Image(address=start + address, title=title, children=(words("b_c*"),))
    inlines = (words("_*"), link, words("*_!"), link, image, words("_"), link)

    markdown = Canonical().blocks((Paragraph(inlines=inlines),))

    assert difference(commonmark(markdown), python_markdown(markdown)) is None
    [found, *_] = [
        node for node in commonmark(markdown) if isinstance(node, Open) and node.tag == "a"
    ]  # fmt: skip
    assert unquote(dict(found.attributes)["href"]) == unquote(link.address)


# the page that the writer meant

DIFFERENCES: Mapping[str, str] = {
    r"<": "HTML is text, and so is what looks like it",
    r"@": "a citation is left out",
    r"\[\[": "a wikilink leads to a note",
    r"\[\^": "a footnote is below the text",
    r"\[!": "an alert is no quotation",
    r"%%": "a comment is not published",
    r"(?i)https?:|www\.": "an address is a link",
    r"\d{3}[.)]": "a year begins a sentence",
    r"[\[*_~](\\|  )\n|(\\|  )\n[\]*_~]": "a break at the end of a phrase is beside it",
    r"!\[\W*\]": "a heading without words is no heading",
    r"[\ue000-\uf8ff]": "a private character stands for something else",
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]": "control characters are spaces",
    r"(?mi)^(?:[^a-z\n]|\[x\])*(\\|  )$": "a break that begins a paragraph is left out",
    r"(?ms)\[[ xX]\].*^\W*(:|[-=]+[ \t]*$)": "the box of a task is above a heading or a term",
}
"""What a text has that we read in another way on purpose, by patterns, and why."""


@given(faulty_bodies(KNOWN) | TEXTS)
@example("- a\n- b\n  - c\n\n1. d\n2. e")
@example("> a\\\n> b\n>\n> - c\\\n>   d")
@example("> a\n> - b\n>\n> c")
@example("a\n: b\n: c")
@example("*a **b** `c` ~~d~~ [e](f)*")
@example("Wow![a](b) \\![c](d)")
@example("| a | b |\n| :- | -: |\n| c\\|d | *e* |")
@example("```py\na\n```")
@example("a *b*c **d**e_f_")
@example("![a](b)")
@example("`a]: b` \\]: c")
@example("a:\n- [x] a\n- [x] \\\n  1")
def test_the_page_is_the_one_that_was_written(text: str) -> None:
    for pattern in DIFFERENCES:
        text = re.sub(pattern, "", text)
    assume(not any(re.search(pattern, text) for pattern in DIFFERENCES))

    check_fidelity(text)


@every_example
def test_the_page_is_the_one_that_the_specification_shows(example: Example) -> None:
    for pattern, reason in DIFFERENCES.items():
        if re.search(pattern, example.markdown):
            pytest.skip(reason)

    check_fidelity(example.markdown)


def check_fidelity(text: str) -> None:
    written = tuple(essence(commonmark(canonical(text))))
    meant = tuple(essence(writers(text)))

    assert difference(written, meant) is None, canonical(text)


EMPTY = frozenset("blockquote h1 h2 h3 h4 h5 h6 p tbody td tr".split())
"""Elements that are left out if they consist of nothing."""
LOOSE = frozenset("li dd dt".split())
"""Elements in which paragraphs may be set with space around them."""
SINGLE = frozenset("br hr img input".split())


def essence(nodes: Dom) -> list[Node]:
    """Return nodes without what canonical Markdown has in another way than the writer.

    A table without rows has one that is empty, as Python-Markdown gives it one.
    Each list is loose if a part of it has several lines; nothing is there for what is empty;
    anchors and boxes are ours; brackets in addresses are escaped, and titles are one line.
    """
    found: list[Node] = []
    around: list[str] = []
    for node in nodes:
        if isinstance(node, Close) and node.tag not in SINGLE:
            around.pop()
        if is_loose(node, around):
            pass
        elif isinstance(node, Close) and node.tag in EMPTY and is_open(found, node.tag):
            found.pop()
        else:
            found.append(without_ours(node))
        if isinstance(node, Open) and node.tag not in SINGLE:
            around.append(node.tag)
    return list(joined(found))


def is_loose(node: Node, around: list[str]) -> bool:
    """Say whether a node is a paragraph that another element may have without it."""
    if isinstance(node, Words) or node.tag != "p":
        return False
    return bool(around) and around[-1] in LOOSE


def is_open(found: list[Node], tag: str) -> bool:
    return bool(found) and isinstance(found[-1], Open) and found[-1].tag == tag


def without_ours(node: Node) -> Node:
    if isinstance(node, Words):
        return Words(" ".join(node.text.split()))
    if isinstance(node, Close):
        return node
    attributes = [
        (name, " ".join(unquote(value).split()))
        for name, value in node.attributes
        if name not in {"id", "aria-label"}
    ]
    return Open(node.tag, tuple(attributes))


def joined(nodes: list[Node]) -> Iterator[Node]:
    """Yield nodes with texts that only left out elements were between as one."""
    text: list[str] = []
    for node in nodes:
        if isinstance(node, Words):
            text.append(node.text)
            continue
        if text:
            yield Words(" ".join(text))
            text = []
        yield node
    if text:
        yield Words(" ".join(text))


# how it is written


def words(text: str) -> Text:
    return Text(text=text)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a\nb", "a\nb"),
        ("a\\\nb", "a  \nb"),
        ("*a* __b__ ~~c~~", "*a* **b** <del>c</del>"),
        ("a*b*c *`d`*", "a<em>b</em>c <em>`d`</em>"),
        ("`a` `<b>`", "`a` <code>&lt;b></code>"),
        ("Wow! [a](b) Wow\\![c](d)", "Wow! [a](b) Wow\\![c](d)"),
        ('![a](b "c")', '![a](b "c")'),
        ("1\\. a", "1\\. a"),
        ("\\# a", "\\# a"),
        ("R&amp;D <b>", "R&amp;D &lt;b>"),
        ("## a", "## a { #a }"),
        ("## \\# b #\\#", "## # b \\#\\# { #b }"),
        ("* a\n* b", "-   a\n-   b"),
        ("* a\n\n  b", "-   a\n\n    b"),
        ("3. a\n   1. b", "3.  a\n    1.  b"),
        ("> a\n>\n> b", "> a\n>\n> b"),
        ("    a", "```\na\n```"),
        ("~~~ py\n```\n~~~", "````py\n```\n````"),
        ("***", "***"),
        ("a.*\\\nb* [\\\nc](d)", "a.  \n<em>b</em>  \n[c](d)"),
        ("- [x] a", '-   <input type="checkbox" disabled aria-label="Done" checked> a'),
        ("| a | b |\n|:-|-:|\n| c", "| a | b |\n| :-- | --: |\n| c |  |"),
        ("a\n: b", "a\n:   b"),
        ("a\n\n: b\n\n  c", "a\n\n:   b\n\n    c"),
        ("- a\n\n+ b", "-   a\n\n<!-- -->\n\n-   b"),
        (
            "- ```\n  a\n  ```",
            '<ul markdown="block">\n\n<li markdown="block">\n\n```\na\n```\n\n</li>\n\n</ul>',
        ),
        ("```\na\tb\n```", "<pre><code>a&#9;b&#10;</code></pre>"),
        ("a [@b] c", "a  c"),
        ("[@a]", ""),
    ],
)
def test_markdown_is_written_plainly(text: str, markdown: str) -> None:
    assert canonical(text) == markdown


def test_what_is_finished_is_written_as_it_is() -> None:
    link = Markup(markdown=Markdown("[a](b)"))
    inlines: Inlines = (words("a!"), Styled(style="em", children=(link,)), link)

    markdown = Canonical().blocks((Paragraph(inlines=inlines),))

    assert markdown == "a!<em>[a](b)</em>[a](b)"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.b/c_d?e=f&g#h", "https://a.b/c_d?e=f&amp;g#h"),
        ("https://a.b/c d", "https://a.b/c%20d"),
        ("https://a.b/c%20d", "https://a.b/c%20d"),
        ("https://a.b/(c)'", "https://a.b/%28c%29%27"),
        ("https://a.b/条", "https://a.b/%E6%9D%A1"),
        ("", "<>"),
    ],
)
def test_an_address_is_written_so_that_nothing_in_it_ends_it(
    address: str, written: str
) -> None:
    assert link_destination(address) == written
