"""Split a file into front matter and body, keeping every byte and the line of each.

python-frontmatter finds and splits front matter, at the boundary that we give its YAML handler;
its ``parse`` would strip the body and lose line numbers, so our reader goes on from there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from frontmatter.default_handlers import YAMLHandler

from generator.diagnostics import quoted
from generator.schema.nodes import Fault, Node
from generator.schema.yaml.reader import parse_yaml
from generator.schema.yaml.slips import HIDDEN

HANDLER = YAMLHandler(
    fm_boundary=re.compile(r"^---[ \t]*\r?(?:\n|\Z)", re.MULTILINE),
)
_SPACES = " \t\r\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_INVISIBLE = "\xad\u115f\u1160\u180e\u200c\u200d\u2800\u3164"
BLANKS = _SPACES + _INVISIBLE
"""Characters that look like nothing."""
_LONG_DASH = "‒–—―⸺⸻─━"
_DASH = f"[-‐‑−﹘﹣－{_LONG_DASH}]"
_LIKE_FENCE = re.compile(
    rf"(?:{_DASH}{{2,}}|[{_LONG_DASH}]|{_DASH}(?:[{BLANKS}]+{_DASH}){{2,}})"
    rf"(?:[{BLANKS}]*(?:ya?ml|toml|json|#.*))?",
    re.IGNORECASE,
)
_OTHER_END = re.compile(r"\.{3,}|…|\+{3,}|={3,}|_{3,}|\*{3,}|~{3,}|`{3,}")
_EXACT = re.compile(r"---[ \t]*\r?")
_HEADING = re.compile(r"^#{1,6}[ \t]+[^\s:][^:\n]*$", re.MULTILINE)
_MAX_TRIED = 8
"""Lines of front matter that look like its end and are examined."""


class _Line(NamedTuple):
    """A line of front matter, and where it begins and ends."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parts:
    """One file, split: its front matter as nodes, and its body as it was written."""

    node: Node
    body: str
    body_line: int
    faults: tuple[Fault, ...]


def looks_like_fence(line: str) -> bool:
    """Say whether a reader takes a line for three hyphens, or three hyphens and a comment."""
    return bool(_LIKE_FENCE.fullmatch(line.strip(BLANKS)))


def split_note(text: str) -> Parts:
    """Split the text of a file; without front matter all of it is body."""
    text = text.removeprefix("\ufeff")
    hidden = HIDDEN.search(text)
    if hidden:
        return Parts(Node({}), "", 1, (_hidden_fault(text, hidden),))
    if not HANDLER.detect(text):
        return Parts(Node({}), text, 1, ())
    try:
        front, body = HANDLER.split(text)
    except ValueError:
        _, _, rest = text.partition("\n")
        return _closed_wrongly(rest) or _unclosed(rest)
    return _closed_wrongly(front) or _closed(front, body)


def _closed(front: str, body: str) -> Parts:
    node, faults = parse_yaml(front, first_line=2)
    if not node.pairs and not faults:
        faults.extend(_swallowed_heading(front))
    body_line = front.count("\n") + 3
    return Parts(node, body, body_line, tuple(faults))


def _unclosed(rest: str) -> Parts:
    """Read the first lines of unclosed front matter, so that others may refer to the note."""
    front, _, _ = rest.partition("\n\n")
    node, _ = parse_yaml(front, first_line=2)
    hint = "Put a line of three hyphens, ---, between the fields and the text."
    if not node.pairs:
        hint += " For a rule at the beginning of a text, write ***."
    fault = Fault(
        "unclosed-front-matter",
        "the line --- that closes the front matter is missing",
        hint,
        line=1,
        column=1,
    )
    return Parts(node, "", 1, (fault,))


def _closed_wrongly(front: str) -> Parts | None:
    """Find a line that was meant to close front matter: the text behind it is not YAML."""
    for found in islice(_like_closings(front), _MAX_TRIED):
        before = front[: found.start]
        node, faults = parse_yaml(before, first_line=2)
        if faults or not node.pairs:
            continue
        node_with_line, _ = parse_yaml(front[: found.end], first_line=2)
        if _ends_in_block(node_with_line, found.start):
            continue
        line = before.count("\n") + 2
        fault = Fault(
            "unclosed-front-matter",
            f"{quoted(found.text.rstrip())} does not close the front matter",
            "Write exactly three hyphens, ---, at the beginning of the line.",
            line=line,
            column=1,
        )
        return Parts(node, "", line + 1, (fault,))
    return None


def _like_closings(front: str) -> Iterator[_Line]:
    """Yield each line that looks like the end of front matter and is none."""
    start = 0
    for text in front.split("\n"):
        end = start + len(text)
        if _looks_like_closing(text):
            yield _Line(text, start, end)
        start = end + 1


def _looks_like_closing(line: str) -> bool:
    if _EXACT.fullmatch(line):
        return False
    is_other = _OTHER_END.fullmatch(line.rstrip(BLANKS))
    return bool(is_other) or looks_like_fence(line)


def _ends_in_block(node: Node, offset: int) -> bool:
    """Say whether a text after ``|`` or ``>`` includes a place."""
    if isinstance(node.value, tuple):
        return any(_ends_in_block(item, offset) for item in node.value)
    if isinstance(node.value, str):
        return node.style in {"|", ">"} and node.span.end > offset
    return any(_ends_in_block(pair.value, offset) for pair in node.pairs.values())


def _swallowed_heading(front: str) -> Iterator[Fault]:
    """Report a heading between two rules: as front matter it would be a comment."""
    found = _HEADING.search(front)
    if found and "\n\n" in f"\n{front}":
        yield Fault(
            "bad-yaml",
            "the lines between --- and --- are front matter, and have no fields",
            "Write 'key: value' lines; for a rule at the beginning of a text, write ***.",
            line=front.count("\n", 0, found.start()) + 2,
            column=1,
        )


def _hidden_fault(text: str, found: re.Match[str]) -> Fault:
    start = found.start()
    number = ord(found[0])
    return Fault(
        "bad-character",
        f"the character U+{number:04X} is invisible",
        "Delete it, or retype the line.",
        line=text.count("\n", 0, start) + 1,
        column=start - text.rfind("\n", 0, start),
    )
