"""The blocks of a body: paragraphs and headings, lists, quotations, tables, code, in each other."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import strategies as st

from tests.markdown.inlines import HTML, LABELS, NOISE, inlines, piece
from tests.markdown.known import (
    FOOTNOTES,
    OUR_SECTIONS,
    OWN_SECTIONS,
    WORDS,
    Known,
    cited,
    destinations,
    names,
)

BETWEEN = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n  \n"])
GAPS = st.sampled_from(["\n", "\n\n"])
"""What is between the items of a tight list, and of a loose one."""
RULES = st.sampled_from(["---", "***", "___", "* * *", " - - -", "-----", "   ***  "])
BULLETS = st.sampled_from(
    ["- ", "* ", "+ ", "-   ", "  - ", "- [ ] ", "- [x] ", "* [X] "]
)
NUMBERS = st.sampled_from(["1. ", "1) ", "2. ", "0. ", "7) ", "10. ", "1961. ", "1.  "])
QUOTES = st.sampled_from(["> ", ">", " > ", ">  "])
ALERTS = st.sampled_from(
    ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "note", "Warning"]
)
NEAR_ALERTS = (
    "[!FOO]",
    "[!NOTE] a",
    "[!NOTE]\\",
    "[NOTE]",
    "[!note|a]",
    "[!question]- a",
)
FENCES = st.sampled_from(["```", "~~~", "````", "~~~~~", "  ```"])
INFOS = st.sampled_from(
    ["", "python", " yaml", "{.x}", 'py title="a"', "c++", "{ .a #b }", "`a"]
)
CODE_LINES = st.sampled_from(
    [
        "a",
        "",
        "  a",
        "# a",
        "- a",
        "[[a]] [@a]",
        "```",
        "~~~",
        "</code>",
        "&amp;",
        "\ta",
        "%%",
        "$ a",
    ]
)
RULED = st.sampled_from(["---", ":--", "--:", ":-:", "-", " :---: "])
"""Cells of the row below a table's head."""
TITLES = (
    "a",
    "a",
    "A",
    "1961",
    "&amp;",
    "`a`",
    "*a* b",
    "!",
    "#",
    "a {#b}",
    "[a](#later)",
)
SETEXT = st.sampled_from(["---", "-", "------  "])
DEFINITION_MARKS = st.sampled_from([": ", ":   ", ":\t"])
HTML_BLOCKS = (
    "<div>\n{}\n</div>",
    "<details>\n<summary>a</summary>\n\n{}\n\n</details>",
    "<!--\n{}\n-->",
)
COMMENT_BLOCKS = ("%%\n{}\n%%", "%%{}%%")
ADMONITIONS = (
    "!!! note\n    {}",
    '??? "a"\n    {}',
    ":::note\n{}\n:::",
    "$$\n{}\n$$",
    "[TOC]\n{}",
)
"""What other programs read otherwise; here these are words."""


@cache
def flow(known: Known, depth: int = 2, most: int = 3) -> st.SearchStrategy[str]:
    """Draw some blocks, most of them with a blank line between them."""
    pairs = st.lists(st.tuples(BETWEEN, block(known, depth)), min_size=1, max_size=most)
    return pairs.map(lambda found: "".join(map("".join, found)).strip("\n") or "a")


@cache
def block(known: Known, depth: int) -> st.SearchStrategy[str]:
    """Draw one block, which may hold others."""
    leaves = [
        _short(known),
        inlines(known),
        headings(known),
        headings(known),
        RULES,
        tables(known),
        _fenced(known),
        _code_lines(known).map(lambda lines: _prefixed("    ", lines)),
        _definitions(known),
        st.builds(str.replace, st.sampled_from(HTML_BLOCKS), st.just("{}"), piece(known, 0)),
        st.builds(str.replace, st.sampled_from(COMMENT_BLOCKS), st.just("{}"), piece(known, 0)),
        st.builds(str.replace, st.sampled_from(ADMONITIONS), st.just("{}"), inlines(known, 0)),
        st.sampled_from(HTML),
        st.text(NOISE, min_size=1, max_size=20),
    ]  # fmt: skip
    return st.one_of(leaves + _containers(known, depth - 1) if depth else leaves)


# leaves


@cache
def headings(known: Known) -> st.SearchStrategy[str]:
    """Draw a heading: ours, one that others may have too, or any words."""
    titles = st.one_of(
        st.sampled_from([*OWN_SECTIONS, *OUR_SECTIONS, *TITLES]),
        _one_line(_short(known)).filter(lambda title: "[@" not in title),
    )
    sharps = st.sampled_from(
        ["## {}", "## {}", "### {}", "###### {}", "## {} ##", "  ## {}", "##\t{}"]
    )
    found = [
        st.builds(str.replace, sharps, st.just("{}"), titles),
        st.builds("{}\n{}".format, titles, SETEXT),
    ]
    if known.with_faults:
        wrong = st.sampled_from(
            ["# {}", "{}\n===", "##{}", "####### {}", "## {} [@un]", "## "]
        )
        found += [st.builds(str.replace, wrong, st.just("{}"), titles)] * 2
    return st.one_of(found)


def _short(known: Known) -> st.SearchStrategy[str]:
    return WORDS | piece(known, 1) | inlines(known, 0)


def _one_line(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return texts.map(lambda text: re.sub(r"\\?\n", " ", text).strip() or "a")


@cache
def tables(known: Known) -> st.SearchStrategy[str]:
    """Draw a table, now and then ragged or without its outer bars; bars in cells are escaped."""
    cell = _one_line(_short(known)).map(lambda text: re.sub(r"(?<!\\)\|", r"\\|", text))

    def lay_out(
        form: str, head: list[str], ruled: list[str], rows: list[list[str]]
    ) -> str:
        lines = [head, ruled[: len(head)], *rows]
        return "\n".join(form.format(" | ".join(line)) for line in lines)

    return st.builds(
        lay_out,
        st.sampled_from(["| {} |", "{} | "]),
        st.lists(cell, min_size=1, max_size=3),
        st.lists(RULED, min_size=3, max_size=3),
        st.lists(st.lists(cell, min_size=1, max_size=4), max_size=3),
    )


@cache
def _code_lines(known: Known) -> st.SearchStrategy[str]:
    return st.lists(CODE_LINES | names(known), min_size=1, max_size=4).map("\n".join)


@cache
def _fenced(known: Known) -> st.SearchStrategy[str]:
    def fence(mark: str, info: str, code: str) -> str:
        longer = mark + mark[-1] * 3
        return f"{longer if mark in code else mark}{info}\n{code}\n{longer}"

    return st.builds(fence, FENCES, INFOS, _code_lines(known))


@cache
def _definitions(known: Known) -> st.SearchStrategy[str]:
    """Draw what links by reference lead to."""
    titles = st.sampled_from(["", ' "a"', "\n  'a'", ' "China"'])
    return st.builds(
        "[{}]: {}{}".format, st.sampled_from(LABELS), destinations(known), titles
    )


# containers


def _containers(known: Known, depth: int) -> list[st.SearchStrategy[str]]:
    inner = flow(known, depth, 2)
    items = st.lists(inner, min_size=1, max_size=3)
    words = _one_line(_short(known))
    alert = st.builds("[!{}]\n{}".format, ALERTS, inner)
    if known.with_faults:
        alert |= st.builds("{}\n{}".format, st.sampled_from(NEAR_ALERTS), inner)
    notes = inner | st.builds("[@{}]".format, cited(known))
    return [
        st.builds(_list, BULLETS, items, GAPS),
        st.builds(_list, NUMBERS, items, GAPS),
        st.builds(_list, BULLETS, st.lists(words, min_size=1, max_size=3), st.just("\n")),
        st.builds("{0}\n\n{1}\n\n{0}".format, headings(known), inner),
        st.builds("a:\n{}".format, st.builds(_list, BULLETS, items, st.just("\n"))),
        st.builds(_prefixed, QUOTES, inner),
        st.builds("> {}\n{}".format, words, WORDS),  # the second line is of the same paragraph
        alert.map(lambda text: _prefixed("> ", text)),
        st.builds(_defined, words, DEFINITION_MARKS, items, GAPS),
        st.builds(_footnote, st.sampled_from(FOOTNOTES), notes),
    ]  # fmt: skip


def _prefixed(mark: str, text: str) -> str:
    """Put a mark before each line."""
    return "\n".join(f"{mark}{line}".rstrip(" ") for line in text.split("\n"))


def _hung(mark: str, width: int, text: str) -> str:
    """Put a mark before the first line, and as much space before the others."""
    first, *others = text.split("\n")
    indented = [" " * width + line if line.strip() else line for line in others]
    return "\n".join([mark + first, *indented])


def _list(mark: str, items: list[str], gap: str) -> str:
    """Write a list; what a task's box is before is indented as below any other item."""
    width = len(mark.partition("[")[0])
    start = re.search(r"\d+", mark)

    def marked(number: int) -> str:
        return mark.replace(start[0], str(int(start[0]) + number), 1) if start else mark

    found = [_hung(marked(number), width, item) for number, item in enumerate(items)]
    return gap.join(found)


def _defined(term: str, mark: str, meanings: list[str], gap: str) -> str:
    """Write a term and what it means, once or several times."""
    width = 4 if len(mark) > 2 or "\t" in mark else 2
    return gap.join([term, *(_hung(mark, width, text) for text in meanings)])


def _footnote(label: str, text: str) -> str:
    return _hung(f"[^{label}]: ", 4, text)
