"""What one value of front matter may be: prose, a date, a reference, a citation."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic, Literal, Self, TypeAlias, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    SerializationInfo,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.dates.date import Date, DateError
from generator.dates.parse import parse_date
from generator.diagnostics import Position, quoted
from generator.schema.nodes import Written
from generator.schema.records import CitationRecord, DateRecord, ReferenceRecord
from generator.schema.scalars import ID_PATTERN, one_line

_CITATION = re.compile(r"\[?@?(?P<source>[^#\]\[\s]+)(?:#(?P<paragraph>p\d+))?\]?")
_CITED_IN_PROSE = re.compile(
    rf"@?(?P<source>{ID_PATTERN.pattern})(?:#(?P<paragraph>p\d+))?"
)
CITATION_FORM = "Write [@source-id], [@source-id#p4] or [@one; @another]."
_WIKILINK = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")


class Fields(BaseModel):
    """A group of fields; a key it does not have is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    noun: ClassVar[str] = ""
    """What these fields describe, as a message names it: ``treaties``, ``parties``."""
    shorthand: ClassVar[str] = ""
    """The field that a bare value sets: ``North Korea`` for ``{party: North Korea}``."""


Folder = Literal["topics", "actors", "treaties", "events", "places", "terms", ""]
"""The folder of a kind of note; empty for the home page."""
FindId: TypeAlias = "Callable[[Reference], str]"
"""Returns the id of the note that a reference means, if there is one."""
Writing: TypeAlias = "SerializationInfo[FindId | None]"


V = TypeVar("V")


class Parsed(Generic[V]):
    """A value that its class reads from front matter, and writes for other programs."""

    __slots__ = ()
    record: ClassVar[type] = str
    """What ``to_record`` returns; the JSON Schema is made from it."""

    @classmethod
    def read(cls, value: object) -> V:
        """Return the value, or raise an error that says what is wrong with it."""
        raise NotImplementedError

    @classmethod
    def to_record(cls, value: V, info: Writing) -> object:
        """Return the value as other programs get it."""
        del info
        return str(value)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Have pydantic read and write the value with these methods."""
        del source
        writing = core_schema.plain_serializer_function_ser_schema(
            cls.to_record,
            info_arg=True,
            return_schema=handler.generate_schema(cls.record),
        )
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=writing
        )


class Prose(Parsed["Prose"], str):
    """Markdown in which names are linked and citations numbered, and its place in the file.

    Two texts may be the same; what is found in one is kept by its place, never by its words.
    """

    __slots__ = ("at",)

    at: Position | None
    """Its place in the file; None for a text that is in no file."""

    def __new__(cls, text: str = "", at: Position | None = None) -> Self:
        """Attach its place to a text."""
        self = super().__new__(cls, text)
        self.at = at
        return self

    @classmethod
    def read(cls, value: object) -> Self:
        """Read one paragraph, its lines joined."""
        text = one_line(value)
        if isinstance(value, Written):
            return cls(text, value.at)
        return cls(text)


class When(Parsed[Date], Date):
    """A date of front matter: EDTF, or what people type for it."""

    __slots__ = ()
    record = DateRecord

    @classmethod
    def read(cls, value: object) -> Date:
        """Read a date in any form that people type."""
        text = one_line(value)
        try:
            return parse_date(text)
        except DateError as error:
            why = {"why": str(error)}
            raise PydanticCustomError("bad-date", "{why}", why) from None

    @classmethod
    def to_record(cls, value: Date, info: Writing) -> DateRecord:
        """Return a date with its first and last day."""
        del info
        return DateRecord.of(value)


class Reference(Parsed["Reference"], str):
    """The id, title or an alias of another note, as the writer typed it."""

    __slots__ = ()
    record = ReferenceRecord
    folders: ClassVar[tuple[Folder, ...]] = ()
    """Kinds of note it may name; none means any."""
    must_exist: ClassVar[bool] = True
    """Whether it is an error if it names no note; otherwise it stays plain text."""

    @classmethod
    def read(cls, value: object) -> Self:
        """Read one line of text, with or without wikilink brackets."""
        text = one_line(value)
        match = _WIKILINK.fullmatch(text)
        if match:
            return cls(match[1].strip())
        return cls(text)

    @classmethod
    def to_record(cls, value: "Reference", info: Writing) -> ReferenceRecord:
        """Return a reference as it was typed, and the note it means if that is known."""
        if info.context is None:
            return ReferenceRecord(name=value)
        id_ = info.context(value)
        return ReferenceRecord(name=value, id=id_)


class ActorRef(Reference):
    """Names an actor."""

    folders = ("actors",)


class TreatyRef(Reference):
    """Names a treaty."""

    folders = ("treaties",)


class EventRef(Reference):
    """Names an event."""

    folders = ("events",)


class StoryRef(Reference):
    """Names an event or a topic."""

    folders = ("events", "topics")


class PlaceName(Reference):
    """Names a place, or is plain text."""

    folders = ("places", "actors")
    must_exist = False


class ActorName(Reference):
    """Names an actor, or is plain text."""

    folders = ("actors",)
    must_exist = False


@dataclass(frozen=True, slots=True, order=True)
class Citation(Parsed["Citation"]):
    """A source, and perhaps the paragraph of it that is meant."""

    record: ClassVar[type] = CitationRecord

    source: str
    paragraph: str = ""

    @classmethod
    def read(cls, value: object) -> Self:
        """Read ``source``, ``source#p4``, ``@source#p4`` or ``[@source#p4]``."""
        text = one_line(value)
        match = _CITATION.fullmatch(text)
        if match is None:
            reason = "{text} is neither a source id nor source-id#p4"
            raise PydanticCustomError("bad-citation", reason, {"text": quoted(text)})
        return cls(match["source"], match["paragraph"] or "")

    @classmethod
    def to_record(cls, value: "Citation", info: Writing) -> CitationRecord:
        """Return the parts of a citation."""
        del info
        return CitationRecord(source=value.source, paragraph=value.paragraph)


def parse_citations(inside: str) -> tuple[Citation, ...] | None:
    """Read the text between the brackets of ``[@a#p4; @b]``; None if it is no citation."""
    citations: list[Citation] = []
    for part in inside.split(";"):
        match = _CITED_IN_PROSE.fullmatch(part.strip())
        if match is None:
            return None
        citation = Citation(match["source"], match["paragraph"] or "")
        citations.append(citation)
    return tuple(citations)
