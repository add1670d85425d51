"""Texts that nobody writes: signs that mean something to Markdown, in any order."""

from __future__ import annotations

from hypothesis import strategies as st

SIGNS = "*_~`|#>+-=.:!<&;()\\[]{}\"'^%$@/?\n\t a1é中\u00a0\u2028\u200b\ufeff\x00\x0b"
PIECES = [
    "\n\n", "    ", "- ", "1. ", "1961. ", "> ", "```", "~~~", "\n:   ", "[@a]",
    "[@a; @b#p4]", "[[a]]", "![[a|b]]", "[^1]", "\n[^1]: ", "[a](b)", "![a](b)",
    "\n[a]: b\n", "<b>", "<a@b.c>", "<https://a.b>", "https://a.b/", "www.a.b", "%%",
    "&amp;", "&#42;", "&nbsp;", "  \n", "\\\n", "| a |\n| --- |\n| ", "- [x] ",
    "> [!NOTE]\n> ", "***", "~~", "🇦",
]  # fmt: skip
CHARACTERS = st.characters(exclude_categories=["Cs", "Co"])
TEXTS = st.lists(
    st.sampled_from([*SIGNS, *PIECES]) | st.text(CHARACTERS, max_size=3), max_size=30
).map("".join)
LINES = TEXTS.map(lambda text: " ".join(text.split("\n")))
UNITS = [
    "[@a] ", "[@a", "*", "*a ", "**a*", "_", "`", "``a`", "[", "]", "![", "[[a]]", "[[",
    "<", "<a@", "\\", "&", "&amp;", "!", "#", "# a\n", "> ", "- ", "- a\n", "1. ", "|",
    "a|b\n-|-\n", "~", "%%", "%%a%% ", "https://a.b ", "https://a.b/(", "https://a.b/)",
    "www.a", "[a](b) ", "[a](", "[a]: b\n", "[^a]", "[^a]: b\n\n", "\n", " ", "\t",
    "a\n: b\n\n", "```\n", "a  \n", "***\n", "> a\n\n", "](<", "\xa0",
]  # fmt: skip
"""Texts of one of these, over and over, take the longest."""
