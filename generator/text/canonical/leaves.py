"""Code and tables as Markdown, which consist of no other blocks."""

import re
from collections.abc import Mapping
from typing import TypeAlias

from generator.text.canonical.inlines import one_line
from generator.text.markdown import as_entity
from generator.text.tree import Alignment, CodeBlock, Row, Table

_LANGUAGE = re.compile(r"[\w+#.-]+")
_TICKS = re.compile(r"`+")
_CHANGED = re.compile(
    r"[^\S\n ]|[\x00-\x08\x7f-\x9f]|^ +$|\A\n|\n\Z|\A\Z", re.MULTILINE
)
"""What Python-Markdown changes in fenced code: tabs, controls, blank lines that have spaces."""
_NOT_PLAIN = re.compile(r"[^\w ]|_")
_RULES: Mapping[Alignment, str] = {
    "": "---",
    "left": ":--",
    "center": ":-:",
    "right": "--:",
}
_EMPTY = "| "
"""A cell of a table without rows, which Python-Markdown gives one."""
Lines: TypeAlias = list[str]


def code_block(block: CodeBlock) -> Lines:
    """Return code between fences, or as HTML if it would be changed there."""
    if is_fenced(block):
        return _fenced(block)
    code = _NOT_PLAIN.sub(_as_entity, block.text)
    language = _language(block)
    attribute = f' class="language-{language}"' if language else ""
    return [f"<pre><code{attribute}>{code}</code></pre>"]


def is_fenced(block: CodeBlock) -> bool:
    """Say whether code is between fences."""
    text = block.text.removesuffix("\n")
    return not _CHANGED.search(text)


def _fenced(block: CodeBlock) -> Lines:
    """Return code between fences that are longer than every run of backticks in it."""
    longest = max(map(len, _TICKS.findall(block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    text = block.text.removesuffix("\n")
    return [f"{fence}{_language(block)}", *text.split("\n"), fence]


def _language(block: CodeBlock) -> str:
    found = _LANGUAGE.match(block.language)
    return found[0] if found else ""


def _as_entity(match: re.Match[str]) -> str:
    return as_entity(match[0])


def table(found: Table) -> Lines:
    """Return a table."""
    rules = [_RULES[alignment] for alignment in found.alignments]
    rule = " | ".join(rules)
    rows = [_row(row) for row in found.rows] or [_EMPTY * len(rules) + "|"]
    return [_row(found.head), f"| {rule} |", *rows]


def _row(row: Row) -> str:
    cells = [one_line(cell.inlines) for cell in row.cells]
    text = " | ".join(cells)
    return f"| {text} |"
