"""The JSON Schema of the knowledge base, made from the fields of notes and sources themselves.

Source: JSON Schema, draft 7.
"""

from collections.abc import Callable
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from generator.dates.date import Date
from generator.notes.model import KINDS
from generator.schema.field_map import groups_in
from generator.schema.sources import SourceFields
from generator.schema.values import Citation, Fields, Reference

SCHEMA = "schema.json"

Schema = dict[str, Any]


def schema() -> Schema:
    """Return the schema of the whole knowledge base."""
    notes = [_note(kind.singular, kind.fields) for kind in KINDS.values()]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "What the notes and sources of a site say",
        "definitions": {**_DEFINITIONS, **_groups()},
        **_object(
            {
                "$schema": _TEXT,
                "site": _object({"name": _TEXT, "address": _TEXT}, ()),
                "as_of": _told(_TEXT, "the day for which statuses are worked out"),
                "notes": _list({"anyOf": notes}),
                "sources": _list(_document(SourceFields, {"paragraphs": _PARAGRAPHS})),
                "timeline": _list(_ENTRY),
            },
            ("notes", "sources", "timeline"),
        ),
    }


def _told(of: Schema, description: str) -> Schema:
    return {**of, "description": description}


def _object(properties: Schema, required: tuple[str, ...]) -> Schema:
    found = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**found, "required": list(required)} if required else found


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}
_PARAGRAPHS: Schema = {"type": "object", "additionalProperties": _TEXT}
_ENTRY = _object(
    {
        "date": _ref("Date"),
        "note": _told(_TEXT, "id of the note"),
        "what": _told(_TEXT, "the step, where the note is no event"),
    },
    ("date", "note"),
)
_DEFINITIONS: Schema = {
    "Date": _object(
        {
            "edtf": _told(
                _TEXT, "as precise as it is known, in the Extended Date/Time Format"
            ),
            "label": _told(_TEXT, "in words"),
            "earliest": _told(
                _DAY, "first day it may mean; none if its beginning is open"
            ),
            "latest": _told(_DAY, "last day it may mean; none if its end is open"),
        },
        ("edtf", "label"),
    ),
    "Citation": _object({"source": _TEXT, "paragraph": _TEXT}, ("source",)),
    "Reference": _object(
        {
            "name": _told(_TEXT, "as the writer typed it"),
            "id": _told(_TEXT, "the note it means"),
        },
        ("name",),
    ),
}


def _groups() -> Schema:
    """Return the schema of every group of fields within the fields of notes and sources."""
    found: dict[str, type[Fields]] = {}
    waiting: list[type[Fields]] = [
        *(kind.fields for kind in KINDS.values()),
        SourceFields,
    ]
    while waiting:
        for group in groups_in(waiting.pop()):
            if _name(group) not in found:
                found[_name(group)] = group
                waiting.append(group)
    return {name: _fields(group) for name, group in sorted(found.items())}


def _name(group: type[Fields]) -> str:
    """Return what a group of fields is called; ``Statement[When]`` is ``StatementOfWhen``."""
    return group.__name__.replace("[", "Of").replace("]", "").replace(", ...", "")


def _note(kind: str, fields: type[Fields]) -> Schema:
    more = {
        "kind": {"const": kind},
        "status": _told(_TEXT, "what a treaty is on that day"),
        "text": _told(_TEXT, "Markdown, with citations"),
    }
    return _document(fields, more, "kind")


def _document(fields: type[Fields], more: Schema, *required: str) -> Schema:
    known = {"id": _TEXT, "title": _TEXT, "page": _TEXT, "fields": _fields(fields)}
    return _object({**known, **more}, ("id", "title", "page", "fields", *required))


def _fields(group: type[Fields]) -> Schema:
    properties = {
        field.alias or name: _value(field.annotation)
        for name, field in group.model_fields.items()
    }
    needed = [
        field.alias or name
        for name, field in group.model_fields.items()
        if field.is_required()
    ]
    return _object(properties, tuple(needed))


_OF_CLASS: tuple[tuple[type, Callable[[Any], Schema]], ...] = (
    (Date, lambda _: _ref("Date")),
    (Citation, lambda _: _ref("Citation")),
    (Reference, lambda _: _ref("Reference")),
    (Fields, lambda group: _ref(_name(group))),
    (bool, lambda _: {"type": "boolean"}),
    (int, lambda _: {"type": "integer"}),
    (str, lambda _: _TEXT),
)


def _value(annotation: Any) -> Schema:  # noqa: ANN401 - types have no type
    """Return the schema of what a field of this type holds."""
    if isinstance(annotation, type):
        for class_, made in _OF_CLASS:
            if issubclass(annotation, class_):
                return made(annotation)
    arguments = [
        item for item in get_args(annotation) if item not in {NoneType, Ellipsis}
    ]
    if get_origin(annotation) is Literal:
        return {"enum": arguments}
    inner = _value(arguments[0])
    return _list(inner) if get_origin(annotation) is tuple else inner
