"""The form of the knowledge base: its models, and the JSON Schema (draft 7) made from them."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from generator.schema.notes import (
    ActorFields,
    EventFields,
    NoteFields,
    PlaceFields,
    TermFields,
    TopicFields,
)
from generator.schema.records import DateRecord, Record
from generator.schema.sources import SourceFields
from generator.schema.treaties import TreatyFields
from generator.schema.values import Folder

SCHEMA = "schema.json"


class IdentityRecord(Record):
    """The site's name, and where it is published."""

    name: str = ""
    address: str = ""


class NoteRecord(Record):
    """A note of any kind.

    The kind comes first: validators that fill in defaults must not try the fields of other kinds.
    """

    kind: str
    id: str
    title: str
    page: str
    fields: NoteFields
    status: Annotated[str, Field(description="what a treaty is on that day")] = ""
    text: Annotated[str, Field(description="Markdown, with citations")] = ""


class TopicRecord(NoteRecord):
    """An explainer."""

    kind: Literal["explainer"]
    fields: TopicFields


class ActorRecord(NoteRecord):
    """An actor."""

    kind: Literal["actor"]
    fields: ActorFields


class TreatyRecord(NoteRecord):
    """A treaty."""

    kind: Literal["treaty"]
    fields: TreatyFields


class EventRecord(NoteRecord):
    """An event."""

    kind: Literal["event"]
    fields: EventFields


class PlaceRecord(NoteRecord):
    """A place."""

    kind: Literal["place"]
    fields: PlaceFields


class TermRecord(NoteRecord):
    """A term."""

    kind: Literal["term"]
    fields: TermFields


NoteOfAKind: TypeAlias = (
    TopicRecord | ActorRecord | TreatyRecord | EventRecord | PlaceRecord | TermRecord
)
RECORDS: Mapping[Folder, type[NoteOfAKind]] = {
    "topics": TopicRecord,
    "actors": ActorRecord,
    "treaties": TreatyRecord,
    "events": EventRecord,
    "places": PlaceRecord,
    "terms": TermRecord,
}


class SourceRecord(Record):
    """A source."""

    id: str
    title: str
    page: str
    fields: SourceFields
    paragraphs: Mapping[str, str] = {}


class EntryRecord(Record):
    """An entry of the timeline."""

    date: DateRecord
    note: Annotated[str, Field(description="id of the note")]
    what: Annotated[str, Field(description="the step, if the note is not an event")] = (
        ""
    )


class KnowledgeBase(Record):
    """Everything that notes and sources say; parts with default values are left out."""

    model_config = ConfigDict(title="What the notes and sources of a site say")

    schema_: str = Field(default="", serialization_alias="$schema")
    site: IdentityRecord
    as_of: Annotated[
        str, Field(description="the day for which statuses are worked out")
    ]
    notes: tuple[NoteOfAKind, ...]
    sources: tuple[SourceRecord, ...]
    timeline: tuple[EntryRecord, ...]


class _Draft7(GenerateJsonSchema):
    """Pydantic's schema in draft 7, without titles that repeat the names of fields."""

    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def field_title_should_be_set(self, schema: object) -> bool:
        """Give no field a title."""
        del schema
        return False


@cache  # pydantic takes a tenth of a second
def schema() -> JsonSchemaValue:
    """Return the schema of the whole knowledge base."""
    described = KnowledgeBase.model_json_schema(
        mode="serialization",
        ref_template="#/definitions/{model}",
        schema_generator=_Draft7,
    )
    definitions = described.pop("$defs")
    return {
        "$schema": _Draft7.schema_dialect,
        "definitions": definitions,
        **described,
    }
