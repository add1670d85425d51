"""What a site is made of: kinds of note, notes, and their sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.diagnostics import Origin
from generator.quotes.seals import Seal
from generator.schema.nodes import FieldPath, Node
from generator.schema.notes import (
    ActorFields,
    EventFields,
    NoteFields,
    PlaceFields,
    TermFields,
    TopicFields,
)
from generator.schema.sources import SourceFields
from generator.schema.treaties import TreatyFields
from generator.schema.values import Fields, Folder, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file that people wrote: its front matter, its body, and the place of each."""

    id: str
    title: str
    path: str
    """Path from the project root."""
    heading: Prose | None = None
    """The heading that gave the title, as it is written."""
    body: Prose
    body_line: int = 1
    """Line of the file on which the body begins."""
    fields: Fields
    """What its front matter says."""
    node: Node
    """The front matter as it was written."""
    is_broken: bool = False
    """Whether some of it could not be read; the rest is kept, so that others can refer to it."""

    def origin(self, path: FieldPath = ()) -> Origin:
        """Return the place of a value of the front matter."""
        span = self.node.find(path).span
        return Origin(self.path, span.line, span.column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Document):
    """A curated file about one thing."""

    kind: "Kind"
    fields: NoteFields

    @property
    def folder(self) -> Folder:
        """Name of the folder of notes of its kind, in the content and in the site."""
        return self.kind.folder

    @property
    def names(self) -> tuple[str, ...]:
        """The title, then every alias."""
        return (self.title, *self.fields.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Note):
    """An explainer: a question, its answer, and the story."""

    fields: TopicFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Note):
    """A person, state, organisation or group."""

    fields: ActorFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty(Note):
    """An agreement between actors."""

    fields: TreatyFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Note):
    """Something that happened."""

    fields: EventFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Note):
    """Somewhere things happen."""

    fields: PlaceFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Note):
    """A word readers may not know."""

    fields: TermFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Document):
    """The record of one article."""

    folder: ClassVar[str] = "sources"
    search_boost: ClassVar[float] = 0.5

    fields: SourceFields
    paragraphs: Mapping[str, Prose]
    """Digest or text of each paragraph, by its id (``p0``, ``p1``, …)."""
    seal: Seal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of note: its folder, its fields, its names, and how readers find it."""

    folder: Folder
    note: type[Note]
    fields: type[NoteFields]
    """What the front matter of such a note may say: the type of its ``fields``."""
    singular: str
    plural: str
    schema_org: str
    list_template: str = "index"
    """The template of the list of its notes."""
    search_boost: float = 1
    """How much search prefers its pages: people come before the articles about them."""
    entry_word: str = ""
    """What the filters of a timeline call its entries."""


TOPICS = Kind(
    folder="topics",
    note=Topic,
    fields=TopicFields,
    singular="explainer",
    plural="Explainers",
    schema_org="BackgroundNewsArticle",
    list_template="topics_index",
    search_boost=2.5,
)
ACTORS = Kind(
    folder="actors",
    note=Actor,
    fields=ActorFields,
    singular="actor",
    plural="Actors",
    schema_org="Thing",
    list_template="actors_index",
    search_boost=2.5,
    entry_word="life",
)
TREATIES = Kind(
    folder="treaties",
    note=Treaty,
    fields=TreatyFields,
    singular="treaty",
    plural="Treaties",
    schema_org="Legislation",
    list_template="treaties_index",
    search_boost=1.5,
    entry_word="treaty",
)
EVENTS = Kind(
    folder="events",
    note=Event,
    fields=EventFields,
    singular="event",
    plural="Timeline",
    schema_org="Event",
    list_template="events_index",
    entry_word="event",
)
PLACES = Kind(
    folder="places",
    note=Place,
    fields=PlaceFields,
    singular="place",
    plural="Places",
    schema_org="Place",
    search_boost=2,
)
TERMS = Kind(
    folder="terms",
    note=Term,
    fields=TermFields,
    singular="term",
    plural="Terms",
    schema_org="DefinedTerm",
    search_boost=1.5,
)

KINDS: Mapping[str, Kind] = {
    kind.folder: kind for kind in (TOPICS, ACTORS, TREATIES, EVENTS, PLACES, TERMS)
}
"""Every kind of note, by its folder, in the order readers meet them."""

HOME = Kind(
    folder="",
    note=Note,
    fields=NoteFields,
    singular="home page",
    plural="Home",
    schema_org="WebSite",
)
"""The one page that is not about a note: ``content/index.md``."""
