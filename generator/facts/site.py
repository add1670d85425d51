"""What is known of the whole site, and where its pages are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.dates.edtf import Date
from generator.evidence.verify import Quoted
from generator.facts.backlinks import Backlink, Citing
from generator.facts.history import History
from generator.facts.relations import Tie
from generator.facts.review_queue import Task
from generator.facts.timelines import Entry
from generator.facts.treaty_status import Status
from generator.links.segments import Block, LinkedProse, plain
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Site:
    """Everything a page may show."""

    index: Index
    prose: LinkedProse
    inverses: Mapping[str, Mapping[str, tuple[str, ...]]]
    backlinks: Mapping[str, tuple[Backlink, ...]]
    citing: Mapping[str, tuple[Citing, ...]]
    timeline: tuple[Entry, ...]
    timelines: Mapping[str, tuple[Entry, ...]]
    concerned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The actors in whose timelines an event or treaty stands, by its id."""
    rests_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The sources each note cites."""
    quoted: tuple[Quoted, ...] = ()
    """Every quotation, and where it stands in its source."""
    worklist: tuple[Task, ...] = ()
    statuses: Mapping[str, Status] = field(default_factory=dict)
    """What each treaty is, as of a day."""
    ties: tuple[Tie, ...] = ()
    """Ties between actors and treaties, and whether they hold, as of that day."""
    as_of: Date | None = None
    history: History = field(default_factory=dict)
    """The changes of each file, newest first, as far as they are known."""
    settings: Settings = field(default_factory=Settings)
    lineages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The treaties that replaced or amended one another, oldest first, by each of them."""
    home: Note | None = None
    """The note that opens the home page, ``content/index.md``."""
    excerpts: dict[int, str] = field(default_factory=dict)
    """Plain words of the blocks that were shown so far, by the block's identity."""

    def plain(self, block: Block) -> str:
        """Return a block in plain words; many pages show the same one."""
        if id(block) not in self.excerpts:
            self.excerpts[id(block)] = plain(block)
        return self.excerpts[id(block)]


def page_path(document: Note | Source) -> str:
    """Return the path of a note's or source's page inside docs_dir."""
    return f"{document.folder}/{document.id}.md"


def published_path(id_: str, folder: str) -> str:
    """Return the address of a note's page, relative to the site's; an id may bring its folder."""
    return f"{id_}/" if "/" in id_ else f"{folder}/{id_}/"
