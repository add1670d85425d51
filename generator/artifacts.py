"""What comes in and what goes out: a text file that was read, a file to be written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file of the writers, as it was read."""

    path: str
    """Path from the project root, with forward slashes."""
    text: str


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the generated site."""

    path: str
    """Path inside docs_dir."""
    content: bytes
