"""What is known of the names of some notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.names.context import Subject
from generator.names.matcher import Names


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names of notes, and the facts that decide whom a shared name means."""

    names: Names
    subjects: Mapping[str, Subject] = field(default_factory=dict)
