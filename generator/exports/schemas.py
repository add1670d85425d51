"""The JSON Schema (draft 7) of the knowledge base; pydantic describes the fields."""

from functools import cache
from typing import Literal

from pydantic import BaseModel
from pydantic.json_schema import (
    GenerateJsonSchema,
    JsonSchemaValue,
    models_json_schema,
)

from generator.notes.model import KINDS
from generator.schema.records import DateRecord
from generator.schema.sources import SourceFields

SCHEMA = "schema.json"

_MODE: Literal["serialization"] = "serialization"
_TEXT: JsonSchemaValue = {"type": "string"}
_AS_OF = {**_TEXT, "description": "the day for which statuses are worked out"}
_STATUS = {**_TEXT, "description": "what a treaty is on that day"}
_BODY = {**_TEXT, "description": "Markdown, with citations"}
_ENTRY_NOTE = {**_TEXT, "description": "id of the note"}
_ENTRY_STEP = {**_TEXT, "description": "the step, if the note is not an event"}
_DOCUMENT = {"id": _TEXT, "title": _TEXT, "page": _TEXT}
_IN_DOCUMENT = ("id", "title", "page", "fields")


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
    fields = {kind.singular: kind.fields for kind in KINDS.values()}
    models: list[type[BaseModel]] = [*fields.values(), SourceFields, DateRecord]
    refs, described = models_json_schema(
        [(model, _MODE) for model in models],
        ref_template="#/definitions/{model}",
        schema_generator=_Draft7,
    )
    notes = [_note(kind, refs[model, _MODE]) for kind, model in fields.items()]
    everything = _object(
        {
            "$schema": _TEXT,
            "site": _object({"name": _TEXT, "address": _TEXT}, required=()),
            "as_of": _AS_OF,
            "notes": _list({"anyOf": notes}),
            "sources": _list(_source(refs[SourceFields, _MODE])),
            "timeline": _list(_entry(refs[DateRecord, _MODE])),
        },
        required=("notes", "sources", "timeline"),
    )
    return {
        "$schema": _Draft7.schema_dialect,
        "title": "What the notes and sources of a site say",
        "definitions": described["$defs"],
        **everything,
    }


def _note(kind: str, fields: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of notes of one kind.

    The kind comes first: validators that fill in defaults must not try the fields of other kinds.
    """
    properties = {
        "kind": {"const": kind},
        **_DOCUMENT,
        "fields": fields,
        "status": _STATUS,
        "text": _BODY,
    }
    return _object(properties, required=("kind", *_IN_DOCUMENT))


def _source(fields: JsonSchemaValue) -> JsonSchemaValue:
    paragraphs = {"type": "object", "additionalProperties": _TEXT}
    properties = {**_DOCUMENT, "fields": fields, "paragraphs": paragraphs}
    return _object(properties, required=_IN_DOCUMENT)


def _entry(date: JsonSchemaValue) -> JsonSchemaValue:
    properties = {"date": date, "note": _ENTRY_NOTE, "what": _ENTRY_STEP}
    return _object(properties, required=("date", "note"))


def _object(
    properties: dict[str, JsonSchemaValue], required: tuple[str, ...]
) -> JsonSchemaValue:
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "required": list(required),
    }


def _list(items: JsonSchemaValue) -> JsonSchemaValue:
    return {"type": "array", "items": items}
