"""The evidence for deciding whom a name means: facts about the notes and the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Years = tuple[int, int]
"""The first and the last year in which something existed, or which a text is about."""

ALWAYS: Years = (0, 9999)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known about one note."""

    years: Years = ALWAYS
    related: frozenset[str] = frozenset()
    """Ids of the notes that front matter relates to it, on either side."""
    is_person: bool = False
    has_last_name: bool = False
    """Whether a text may call it by its last or first name once it has named it in full."""
    autolink: bool = True
    """Whether its names become links in texts that mention it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about the page that contains a text."""

    own_id: str = ""
    years: Years | None = None
    """The years that the text is about, if front matter says; otherwise its prose gives them."""
    named: frozenset[str] = frozenset()
    """Notes that other texts of the page name in full: the body does so for a summary."""
    local: Mapping[str, str] = field(default_factory=dict)
    """Names that mean a note in this text only: misprints of one source."""
