"""HTML is read as a browser reads it, and each element knows where its tag is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.built.html import elements, written_tag

PIECES = st.lists(
    st.sampled_from(
        """<a <b <p <table <tr <td <svg <use <form <template <textarea <style <script <!-- --> <!x>
        </a> </b> </p> </table> </svg> </template> </textarea> </style> </script> <b/ </b <br/>
        href= id='x' id="y" class=<b > / = ' " &lt; e=\ue0007 c=? d=\0 word""".split()
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a<br/>b", [("p", 0), ("br", 4)]),
        ("x\n<A HREF=b>", [("a", 2)]),
        ("<!-- <p> --><i>", [("i", 12)]),
        ("<script>'<p>'</script><i>", [("script", 0), ("i", 22)]),
        ("<p title='<b>'>", [("p", 0)]),
        ("<template><p></template><i>", [("template", 0), ("i", 24)]),
        ("<table><tr><td>x", [("table", 0), ("tr", 7), ("td", 11)]),
        ("<b>x<p>y</b>z</p>", [("b", 0), ("p", 4)]),
        ("<svg/onload=x()>", [("svg", 0)]),
        ("<svg><feImage/></svg><image>", [("svg", 0), ("feImage", 5), ("img", 21)]),
        ("<p><i =x><b =x='>'>", [("p", 0), ("i", 0), ("b", 0)]),
        ("< p></p>&lt;p&gt;<3<p", []),
    ],
)
def test_an_element_is_at_its_tag(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(found.tag, found.offset) for found in elements(text)] == expected


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("<p a=1 a=2 B='x&amp;y' c>", {"a": "1", "b": "x&y", "c": ""}),
        ("<p/a=b>", {"a": "b"}),
        ("<p a='<b> <i c=d>'>", {"a": "<b> <i c=d>"}),
        ("<a href='java&#10;script:x'>", {"href": "java\nscript:x"}),
        ("<a href=<b/c=d>", {"href": "<b/c=d"}),
        ('<a href=<b/c="></a>', {"href": '<b/c="'}),
        ("<svg viewbox='0 0 1 1'>", {"viewBox": "0 0 1 1"}),
    ],
)
def test_attributes_are_as_a_browser_sees_them(
    tag: str, attributes: dict[str, str]
) -> None:
    (found,) = elements(tag)

    assert found.attributes == attributes


def test_a_style_knows_its_text_and_each_element_what_is_around_it() -> None:
    found = list(elements("<head><meta a><style>p > a { content: '<p>' }</style><p>"))

    assert [(one.parent, one.tag, one.style) for one in found] == [
        ("html", "head", ""),
        ("head", "meta", ""),
        ("head", "style", "p > a { content: '<p>' }"),
        ("body", "p", ""),
    ]


def test_a_tag_is_known_as_it_is_written() -> None:
    text = "x<A title='<a href=\"../\">' HREF = '../&amp;' class=x disabled >y"

    tag = written_tag(text, next(elements(text)))

    assert tag
    values = {name: value.text for name, value in tag.values.items()}
    assert values == {
        "title": "'<a href=\"../\">'",
        "href": "'../&amp;'",
        "class": "x",
        "disabled": "",
    }
    href = tag.values["href"]
    assert text[href.offset :].startswith(href.text)
    assert text[tag.end :] == "y"


def test_a_tag_whose_offset_is_another_tags_is_not_known_as_written() -> None:
    text = "<p><i =x>"

    assert [written_tag(text, found) is None for found in elements(text)] == [
        False,
        True,
    ]


@given(PIECES)
def test_offsets_change_nothing_of_what_the_parser_reads(pieces: list[str]) -> None:
    text = " ".join(pieces)
    nodes = LexborHTMLParser(text).css("*")
    plain = [named(node.tag, node.attributes) for node in nodes]

    for found in elements(text):
        tag = written_tag(text, found)
        assert tag is None or text[found.offset] == "<"
        assert named(found.tag, found.attributes) in plain


def named(tag: str | None, attributes: Mapping[str, str | None]) -> object:
    """Leave out attributes whose name is no name, such as ``<b``."""
    values = {name: value or "" for name, value in attributes.items() if name.isalpha()}
    return tag, values
