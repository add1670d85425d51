"""What is known about the whole site, and where its pages are."""

from dataclasses import dataclass

from generator.evidence.verify import Quoted
from generator.facts.as_of import AsOf
from generator.facts.connections import Connections
from generator.facts.review_queue import Task
from generator.facts.timelines import Timelines
from generator.links.linked import LinkedProse
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the site quotes, and what its editors should review."""

    quoted: tuple[Quoted, ...]
    """Every quotation, and its location in its source."""
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Everything a page may show."""

    settings: Settings
    index: Index
    home: Note | None
    """The note that opens the home page, ``content/index.md``."""
    prose: LinkedProse
    connections: Connections
    timelines: Timelines
    as_of: AsOf
    evidence: Evidence


def page_path(document: Note | Source) -> str:
    """Return the path of a note's or source's page inside docs_dir."""
    return f"{document.folder}/{document.id}.md"


def published_path(id_: str, folder: str) -> str:
    """Return the address of a note's page, relative to the site's; an id may bring its folder."""
    if "/" in id_:
        return f"{id_}/"
    return f"{folder}/{id_}/"
