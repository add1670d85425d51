"""Markdown within a block: words, names, emphasis, code, links, citations and their look-alikes."""

from __future__ import annotations

from functools import cache
from itertools import starmap

from hypothesis import strategies as st

from tests.markdown.known import (
    FOOTNOTES,
    WORDS,
    Known,
    cited,
    destinations,
    names,
    wiki_targets,
)

SEPARATORS = st.sampled_from(
    [" ", " ", " ", "", "\n", "  \n", "\\\n", ", ", "\t", "\u00a0"]
)
FLANKS = st.sampled_from(
    [
        *["|||"] * 6, "a|||", "|||a", "a|||a", "é|||é", "条|||条", "||.|", '|"||a', 'a|"|.|',
        "(|||)", ".|||.", "|(|)|", "a|(|)|a", "3|||3", "| ||", "|| |", "a| ||a", "a|| |a",
        " | | | ", "a| | |",
    ]
)  # fmt: skip
"""What is before, first within, last within and after emphasis, and decides whether it is one."""
MARKS = st.sampled_from(["*", "_", "**", "__", "~~", "~~", "~", "***", "**_", "*~~"])
TITLES = st.sampled_from(
    ["", ' "a"', " 'a'", " (a)", ' "a \\" b"', ' "a\nb"', ' "{}"', " ({})"]
)
"""Titles of links; some hold a name."""  # fmt: skip
NOISE = "*_~`|#>+-=.:!<&;()\\[]{}\"' \na1"
LOUDER_NOISE = f"{NOISE}@%^$/?\u200b\u202e\u00ad\ufeff"
ENTITIES = (
    "&amp;", "&lt;b&gt;", "&quot;a&quot;", "&copy;", "&#35;", "&#x5b;", "&nbsp;", "&ast;a&ast;",
    "AT&T", "&unknown;", "&amp;amp;", "&", "&#0;", "&#42;", "&lbrack;",
)  # fmt: skip
HIDDEN_ENTITIES = ("&#x202e;a", "a&#8203;b", "&shy;", "&zwj;", "&#x2066;", "&rlm;")
ESCAPES = (*(f"\\{mark}" for mark in "*_`[]()#+-.!|<>&~@%^:\"'\\a1"), "1\\.", "a\\")
HTML = (
    "<b>", "</b>", "<br>", "<br/>", "<script>alert(1)</script>", "<!-- a -->", "<a href='x'>a</a>",
    '<img src="https://evil.example/a.gif" onerror=alert(1)>', "<?php a ?>", "<![CDATA[a]]>",
    "1 < 2", "<-", "<China>", "<div markdown=1>", "<style>*{display:none}</style>", "<a\nb>",
)  # fmt: skip
CODE = (
    "a", "a b", " ", "`", "``", "[[a]]", "[@un]", "*a*", "<b>", "&amp;", "\\", "a\\", "a\nb", "%%",
    "[a](b)", "$x$", "https://a.example",
)  # fmt: skip
BARE = (
    "https://a.example/x", "www.a.example", "a@a.example", "http://a.example/(b)", "a.example",
    "https://a.example/x.", "https://a.example/*b*", "<https://a.example/a_b>", "<a@a.example>",
    "<mailto:a@a.example>", "https://a.example/[b]", "ftp://a.example", "https://a.example/&amp;",
)  # fmt: skip
NEAR_CITATIONS = (
    "[see @{}]", "[-@{}]", "@{} says", "[ @{}]", "[@ {}]", "(@{})", "@[{}]", "[@{}, p. 3]",
    "[@{};]", "[@{}; see]", "[@{}; {}]", "[@{} @{}]", "[@@{}]", "[@]", "[@{}", "@{}]", "[[@{}]]",
    "[@{}][a]",
    "[^@{}]", "[@{}]: a", "{@{}}", "[@*{}*]",
)  # fmt: skip
CITATIONS = (
    "[@{}]",
    "[@{}; @{}]",
    "[@{};@{}]",
    "[@{}\n; @{}]",
    "a[@{}].",
    "[@{}][@{}]",
)
WIKILINKS = (
    "[[{}]]",
    "[[{}|a]]",
    "[[{}|a b]]",
    "[[{}|*a*]]",
    "a[[{}]]b",
    "*[[{}]]*",
    "[[{}|1961]]",
)
EMBEDS = ("![[{}]]", "a ![[{}]] b")
NEAR_WIKILINKS = (
    "[[{}]", "[[{}|]]", "[[|{}]]", "[[{}\n]]", "[[ {} ]]", "[[[{}]]]", "[[{}]](a)", "[[{}|a|b]]",
    "[[{}][a]]", "[[{}|[@un]]]", "[ [{}] ]", "[[{}|[a](b)]]", "\\[[{}]]", "[\\[{}]]", "[[{}|!]]",
    "[[{}.md]]", "[[{}^a]]",
)  # fmt: skip
LABELS = ("ref", "Ref", "two words", "China", "ünï", "a*b*")
"""Labels that links by reference use, and definitions define."""
REFERENCES = ("[a][{}]", "[{}][]", "[{}]", "[*a*][{}]", "[a] [{}]", "![a][{}]")
COMMENTS = ("%%a%%", "%% [[a]] [@a] %%", "%%a\nb%%", "a%%b%%c", "100%%", "%%%%")
NEAR_COMMENTS = ("%%a", "%%a\n\nb%%", "`%%`a%%", "%a%")
FOOTNOTE_MARKS = ("a[^{}]", "[^{}]", "a[^{}][^{}]", "*a*[^{}].")
NEAR_FOOTNOTES = ("[^missing]", "[^]", "[^a b]", "^[a]", "[^{}](a)", "![^{}]")


@cache
def inlines(known: Known, depth: int = 2) -> st.SearchStrategy[str]:
    """Draw what a paragraph consists of, in one or several lines."""
    pieces = st.lists(
        st.tuples(SEPARATORS, piece(known, depth)), min_size=1, max_size=5
    )
    return pieces.map(_follow)


def _follow(pieces: list[tuple[str, str]]) -> str:
    return "".join(starmap("{}{}".format, pieces)).strip(" \t\n") or "a"


@cache
def piece(known: Known, depth: int) -> st.SearchStrategy[str]:
    """Draw one thing within a line."""
    found = [
        WORDS,
        names(known),
        names(known),
        _code(known),
        st.sampled_from(ENTITIES),
        st.sampled_from(ESCAPES),
        st.sampled_from(HTML),
        st.sampled_from(BARE),
        st.sampled_from(COMMENTS),
        _filled(CITATIONS, cited(known)),
        _filled(WIKILINKS, wiki_targets(known)),
        _filled(EMBEDS, wiki_targets(known)),
        _filled(REFERENCES[:-1], st.sampled_from(LABELS)),
        _filled(FOOTNOTE_MARKS, st.sampled_from(FOOTNOTES)),
        st.text(NOISE, min_size=1, max_size=12),
    ]
    if known.with_faults:
        found += _faults(known)
    if depth:
        found += [_emphasis(known, depth - 1), links(known, depth - 1)] * 3
    return st.one_of(found)


def _faults(known: Known) -> list[st.SearchStrategy[str]]:
    images = st.builds(
        "![{}]({})".format, st.sampled_from(["", "a", "a\nb"]), destinations(known)
    )
    return [
        images,
        st.sampled_from(HIDDEN_ENTITIES),
        st.sampled_from(NEAR_COMMENTS),
        _filled(NEAR_CITATIONS, cited(known)),
        _filled(NEAR_WIKILINKS, wiki_targets(known)),
        _filled(REFERENCES[-1:], st.sampled_from(LABELS)),
        _filled(NEAR_FOOTNOTES, st.sampled_from(FOOTNOTES)),
        st.text(LOUDER_NOISE, min_size=1, max_size=20),
    ]  # fmt: skip


def _filled(
    forms: tuple[str, ...], values: st.SearchStrategy[str]
) -> st.SearchStrategy[str]:
    """Draw a form, each of its ``{}`` filled with a value of its own."""

    def fill(form: str, given: list[str]) -> str:
        parts = form.split("{}")
        return "".join(starmap("{}{}".format, zip(parts, [*given, ""], strict=False)))

    most = max(form.count("{}") for form in forms)
    return st.builds(
        fill, st.sampled_from(forms), st.lists(values, min_size=most, max_size=most)
    )


@cache
def _code(known: Known) -> st.SearchStrategy[str]:
    content = st.sampled_from(CODE) | names(known)
    ticks = st.sampled_from(
        ["`{}`", "``{}``", "`` {} ``", "` {} `", "```{}```", "`{}``"]
    )
    return st.builds(str.replace, ticks, st.just("{}"), content)


@cache
def _emphasis(known: Known, depth: int) -> st.SearchStrategy[str]:
    """Draw emphasis of every kind and flank; now and then it is not closed, or otherwise."""

    def emphasise(flanks: str, opened: str, closed: str | None, inner: str) -> str:
        before, first, last, after = flanks.split("|")
        end = opened[::-1] if closed is None else closed
        return f"{before}{opened}{first}{inner}{last}{end}{after}"

    return st.builds(
        emphasise,
        FLANKS,
        MARKS,
        st.none() | st.none() | st.none() | MARKS,
        WORDS | names(known) | inlines(known, depth),
    )


@cache
def links(known: Known, depth: int) -> st.SearchStrategy[str]:
    """Draw a link whose words may be anything that stands in a line, and that may have a title."""
    titles = st.builds(str.replace, TITLES, st.just("{}"), names(known))
    words = WORDS | names(known) | inlines(known, depth)
    return st.builds("[{}]({}{})".format, words, destinations(known), titles)
