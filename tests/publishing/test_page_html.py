"""A page as MkDocs would make it: its attributes, addresses, headings and code."""

from __future__ import annotations

from html import escape

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.publishing.page_html import page_html

FILES = {
    "../actors/aldra.md": "../../actors/aldra/",
    "aldra.md": "../aldra/",
    "index.md": "../",
    "a map.png": "../a%20map.png",
    "data.csv": "../data.csv?a=1&b=2",
}
"""Files beside a page, and their addresses as seen from it."""
HEAD = '<thead><tr><th align="center">a</th><th>b</th></tr></thead>'
ROW = '<tbody><tr><td align="center">1</td><td>2</td></tr></tbody>'


def url_of(path: str) -> str:
    return FILES.get(path, path)


def html_of(markdown: str) -> str:
    return page_html(markdown, url_of).html.strip()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("../actors/aldra.md", "../../actors/aldra/"),
        ("../actors/aldra.md#ports", "../../actors/aldra/#ports"),
        ("aldra.md#_timeline", "../aldra/#_timeline"),
        ("aldra.md?as=print", "../aldra/?as=print"),
        ("index.md", "../"),
        ("a%20map.png", "../a%20map.png"),
        ("data.csv", "../data.csv?a=1&amp;b=2"),
        ("other.md", "other.md"),
        ("#ports", "#ports"),
        ("../actors/aldra/", "../actors/aldra/"),
        ("https://x.org/aldra.md", "https://x.org/aldra.md"),
        ("https://x.org/a_b_c", "https://x.org/a_b_c"),
        ("mailto:a@b.org", "mailto:a@b.org"),
    ],
)
def test_a_link_to_a_file_has_its_address_and_others_stay(
    address: str, shown: str
) -> None:
    assert html_of(f"[a]({address})") == f'<p><a href="{shown}">a</a></p>'


def test_a_picture_has_the_address_of_its_file() -> None:
    assert 'src="../a%20map.png"' in html_of("![x](a%20map.png)")


@pytest.mark.parametrize(
    "html",
    [
        '<a class="out" href="../../actors/aldra/">a</a>',
        '<a href="../">a</a>',
        '<a href="#ports">a</a>',
        '<span data-from="1961" class="when" id="x">a</span>',
        '<svg viewBox="0 0 8 8"><a href="../aldra/"><rect x="1"/></a></svg>',
        '<input type="checkbox" disabled aria-label="Done" checked>',
    ],
)
def test_html_within_a_page_stays(html: str) -> None:
    assert html_of(f"x {html}") == f"<p>x {html}</p>"


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ('<div class="a" markdown>\n\n*b*\n\n</div>', '<div class="a"><p><em>b</em></p></div>'),
        ("<div markdown data-x>\n\nb\n\n</div>", "<div data-x><p>b</p></div>"),
        ('<ol start="3" markdown="block">\n\nb\n\n</ol>', '<ol start="3"><p>b</p></ol>'),
        ("| a | b |\n|:-:|-|\n| 1 | 2 |", f"<table>{HEAD}{ROW}</table>"),
    ],
)  # fmt: skip
def test_attributes_are_those_that_browsers_know(markdown: str, html: str) -> None:
    assert html_of(markdown).replace("\n", "") == html


@pytest.mark.parametrize(
    "text",
    [
        '<div class="a" markdown>',
        "read the markdown > of it",
        '<td style="text-align: left">',
        'x href="aldra.md" src="aldra.md" markdown',
        '<h2 id="a">b</h2>',
    ],
)
def test_what_looks_like_an_attribute_stays_in_words_code_and_titles(text: str) -> None:
    escaped = escape(text)
    page = f'{escaped}\n\n`{text}`\n\n```html\n{text}\n```\n\n[x](b "{escaped}")'

    tree = LexborHTMLParser(html_of(f"{page} ![{escaped}](b)"))

    shown = [node.text() for node in tree.css("p, pre")]
    assert shown == [text, text, f"{text}\n", "x "]
    assert [node.attributes["title"] for node in tree.css("p > a")] == [text]
    assert [node.attributes["alt"] for node in tree.css("img")] == [text]


@pytest.mark.parametrize(
    ("markdown", "level", "anchor", "words"),
    [
        ("# Aldra { #_top }", 1, "_top", "Aldra"),
        ("## Ports *of* `call` { #ports-of-call }", 2, "ports-of-call", "Ports of call"),
        ("### R&amp;D &lt;b&gt; { #r-d }", 3, "r-d", "R&amp;D &lt;b&gt;"),
        ("## [Aldra](aldra.md) <em>now</em> { #x }", 2, "x", "Aldra now"),
        ("###### Порт { #порт.2 }", 6, "порт.2", "Порт"),
        ("> ## Quoted { #quoted }", 2, "quoted", "Quoted"),
        ("-   ## Listed { #listed }", 2, "listed", "Listed"),
    ],
)  # fmt: skip
def test_a_heading_is_in_the_contents_as_words_and_has_a_link_to_itself(
    markdown: str, level: int, anchor: str, words: str
) -> None:
    page = page_html(markdown, url_of)

    assert page.headings == [{"level": level, "id": anchor, "name": words}]
    permalink = (
        f'<a class="headerlink" href="#{anchor}" title="Link to this section">#</a>'
    )
    assert f"{permalink}</h{level}>" in page.html
    assert f'<h{level} id="{anchor}">' in page.html


def test_the_words_of_cells_stay_apart() -> None:
    html = html_of("| a | b |\n|--|--|\n| 1 | 2 |\n| | 4 |\n\n`</td><td>`")

    [table] = LexborHTMLParser(html).css("table")
    assert table.text().split() == ["a", "b", "1", "2", "4"]
    assert "<code>&lt;/td&gt;&lt;td&gt;</code>" in html


def test_headings_are_in_order_and_titles_of_alerts_are_none() -> None:
    page = page_html(
        '# A { #a }\n\n<div class="admonition tip" markdown="block">\n'
        '<p class="admonition-title">Tip</p>\n\nb\n\n</div>\n\n'
        "### C { #c }\n\n```\n## no { #no }\n```\n\n## D { #d }\n",
        url_of,
    )

    assert [heading["id"] for heading in page.headings] == ["a", "c", "d"]


@pytest.mark.parametrize(
    ("fence", "html"),
    [
        ("```python\ndef a(): ...\n```",
         '<span class="k">def</span><span class="w"> </span><span class="nf">a</span>'),
        ("```\ndef a(): ...\n```", "<code>def a(): ...\n</code>"),
        ("```nothing-known\na < b & c\n```", "<code>a &lt; b &amp; c\n</code>"),
    ],
)  # fmt: skip
def test_code_has_a_class_for_each_kind_of_word_if_its_language_is_known(
    fence: str, html: str
) -> None:
    shown = html_of(fence)

    assert shown.startswith('<div class="highlight"><pre><span></span><code>')
    assert html in shown
    assert "style=" not in shown
