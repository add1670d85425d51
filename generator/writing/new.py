"""A new note: its path, and the front matter to begin with."""

import re

from generator.notes.model import KINDS
from generator.schema.field_map import needed_names
from generator.text.normal import fold
from generator.writing.scalars import scalar

_LETTERS = re.compile(r"[a-z0-9]+")
DEFAULT_STEM = "a-name"
"""The file's name if the title has no letters for one."""


def new_note(folder: str, title: str) -> tuple[str, str]:
    """Return the path and text of a new note: its title, and the fields its kind requires."""
    title = " ".join(title.split())
    words = _LETTERS.findall(fold(title))
    stem = "-".join(words) or DEFAULT_STEM
    needed = needed_names(KINDS[folder].fields)
    lines = [
        "---",
        f"title: {scalar(title)}",
        *(f"{name}:" for name in needed),
        "---\n",
    ]
    return f"content/{folder}/{stem}.md", "\n".join(lines)
