"""Files as they come in and go out: text that was read, content to be written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextFile:
    """One of the writers' files, as it was read."""

    path: str
    """Path from the project root, with forward slashes."""
    text: str


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the generated site."""

    path: str
    """Path inside docs_dir."""
    content: bytes
