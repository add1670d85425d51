"""What the check passes is built: its links lead somewhere, and nothing is printed as markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from posixpath import dirname, normpath
from urllib.parse import unquote

from hypothesis import assume, event, example, given
from selectolax.lexbor import LexborHTMLParser

from generator.publishing.page_html import page_html
from generator.text.reader import read
from generator.text.tree import Code, inlines_in
from tests.markdown.dom import dom, words
from tests.markdown.known import Known, Target
from tests.markdown.notes import bodies, faulty_bodies
from tests.rendered import errors, pages_of, site_of

KNOWN = Known(
    notes=(
        Target("actors", "china", ("China", "PRC"), ("Its army",)),
        Target("actors", "kim", ("Kim Jong Un",)),
        Target("treaties", "pact", ("Pact of 1961",), ("Parties",)),
    ),
    citable=("un", "un#p0", "mirror"),
)
SITE: Mapping[str, str] = {
    "content/actors/china.md": (
        "---\ntitle: China\naliases: [PRC]\n---\nA state.\n\n## Its army\n\nSoldiers."
    ),
    "content/actors/kim.md": "---\ntitle: Kim Jong Un\ntype: person\n---\nA leader.",
    "content/treaties/pact.md": (
        "---\ntitle: Pact of 1961\nparties: [China]\n---\nA pact.\n\n## Parties\n\nTwo."
    ),
    "seeds/un.md": "---\ntitle: Minutes\npublisher: UN\nrights: open\n---\nThey met.",
    "seeds/mirror.md": "---\ntitle: A copy\npublisher: Mirror\nrights: open\n---\nSo.",
}
PATH = "terms/drawn.md"
RAW = re.compile(r"\[@|\[\[|\]\(|&amp;amp;")
MEANT = re.compile(r"\\[\[\]()]|&(?:#|[lr]s?[qb]|lbrack|lpar)|&amp;amp;")
"""How a writer shows brackets on purpose."""


def html_of(pages: Mapping[str, str]) -> Mapping[str, str]:
    return {path: page_html(text, str).html for path, text in pages.items()}


def ids_in(html: str) -> list[str]:
    tree = LexborHTMLParser(html)
    return [node.attributes["id"] or "" for node in tree.css("[id]")]


def broken_links(html: Mapping[str, str]) -> Iterator[str]:
    """Yield each link of some pages to a page or an anchor that is not there."""
    ids = {path: set(ids_in(text)) for path, text in html.items()}
    for path, text in html.items():
        for node in LexborHTMLParser(text).css("a[href]"):
            address = unescape(node.attributes["href"] or "")
            if re.match(r"[a-z]+:", address, re.IGNORECASE):
                continue
            file, _, anchor = address.partition("#")
            target = path
            if file:
                target = normpath(f"{dirname(path)}/{unquote(file)}").lstrip("/")
            is_generated = not target.endswith(".md")
            if is_generated:
                continue
            if target not in ids or (anchor and unquote(anchor) not in ids[target]):
                yield f"{path}: {address}"


def shown_words(html: str) -> str:
    """Return the words of a page, with one character for each piece of code."""
    tree = LexborHTMLParser(html)
    for node in tree.css("pre, :not(pre) > code"):
        node.replace_with("\ufffc")
    return words(dom(tree.html or ""))


def code_in(body: str) -> str:
    """Return the code in a body: where a paragraph is excerpted, it is shown as words."""
    inlines = inlines_in(read(body).all_blocks)
    return "\n".join(inline.text for inline in inlines if isinstance(inline, Code))


def check_is_true(body: str) -> None:
    site, problems = site_of({**SITE, f"content/{PATH}": body})
    assume(not errors(problems))
    event("passes the check")

    pages = pages_of(site)
    html = html_of(pages)

    assert list(broken_links(html)) == []
    repeated = [id_ for id_, count in Counter(ids_in(html[PATH])).items() if count > 1]
    assert repeated == []
    if not MEANT.search(body) and not RAW.search(code_in(body)):
        for path, text in html.items():
            found = RAW.search(shown_words(text))
            assert found is None, f"{path}: {text}"


@given(bodies(KNOWN))
@example("[^note]: a[^1]1\n\n[^1]: a")
def test_what_the_check_passes_leads_somewhere_and_shows_no_markup(body: str) -> None:
    check_is_true(body)


@given(faulty_bodies(KNOWN))
@example("]`1`(")
@example("# [[#Later]")
def test_a_fault_is_reported_or_harmless(body: str) -> None:
    check_is_true(body)


@given(bodies(KNOWN))
def test_linking_changes_no_word_that_a_reader_sees(body: str) -> None:
    with_links, problems = site_of({**SITE, f"content/{PATH}": body})
    assume(not errors(problems))
    without = {**SITE, f"content/{PATH}": f"---\nlink: none\n---\n{body}"}
    site, _ = site_of(without)

    linked = html_of(pages_of(with_links))[PATH]
    plain = html_of(pages_of(site))[PATH]

    assert words(dom(linked)) == words(dom(plain))
