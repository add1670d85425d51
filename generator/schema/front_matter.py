"""Split a file into front matter and body, keeping every byte and the line of each.

python-frontmatter finds and splits front matter, at the boundary that we give its YAML handler;
its ``parse`` would strip the body and lose line numbers, so our reader goes on from there.
"""

import re
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from generator.schema.nodes import Fault, Node
from generator.schema.yaml import parse_yaml

HANDLER = YAMLHandler(
    fm_boundary=re.compile(r"^---[ \t]*\r?(?:\n|\Z)", re.MULTILINE),
)
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
    r"|[\ue000-\uf8ff]|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]"
)
"""Control characters, private ones, and those that hide text or change its direction.

Joiners stay, as scripts need them, and so do the tags of flags.
"""


@dataclass(frozen=True, slots=True)
class Parts:
    """One file, split: its front matter as nodes, and its body as it was written."""

    node: Node
    body: str
    body_line: int
    faults: tuple[Fault, ...]


def split_note(text: str) -> Parts:
    """Split the text of a file; without front matter all of it is body."""
    text = text.removeprefix("\ufeff")
    hidden = _HIDDEN.search(text)
    if hidden:
        return Parts(Node({}), "", 1, (_hidden_fault(text, hidden),))
    if not HANDLER.detect(text):
        return Parts(Node({}), text, 1, ())
    try:
        front, body = HANDLER.split(text)
    except ValueError:
        return _unclosed(text)
    node, faults = parse_yaml(front, first_line=2)
    body_line = front.count("\n") + 3
    return Parts(node, body, body_line, tuple(faults))


def _unclosed(text: str) -> Parts:
    """Read the first lines of unclosed front matter, so that others may refer to the note."""
    _, _, rest = text.partition("\n")
    front, _, _ = rest.partition("\n\n")
    node, _ = parse_yaml(front, first_line=2)
    fault = Fault(
        "unclosed-front-matter",
        "the line --- that closes the front matter is missing",
        "Put a line of three hyphens, ---, between the fields and the text.",
        line=1,
        column=1,
    )
    return Parts(node, "", 1, (fault,))


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
