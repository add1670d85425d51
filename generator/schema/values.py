"""What one value of front matter may be: text, a date, a reference, a citation."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self, TypeAlias, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
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

T = TypeVar("T")
ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""An id: the stem of a file's name, and the last part of a page's address."""

_FORMER = re.compile(rf"(?:[a-z]+/)?{ID_PATTERN.pattern}")
_CITATION = re.compile(r"\[?@?(?P<source>[^#\]\[\s]+)(?:#(?P<paragraph>p\d+))?\]?")
_WIKILINK = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_SPAN = re.compile(
    r"(?P<count>[1-9]\d{0,3}) ?(?P<unit>[dwmy])(?:ays?|eeks?|onths?|ears?)?"
)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_URL = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)


class Fields(BaseModel):
    """A group of fields; a key it does not have is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    noun: ClassVar[str] = ""
    """What these fields describe, as a message names it: ``treaties``, ``parties``."""
    shorthand: ClassVar[str] = ""
    """The field that a bare value stands for: ``North Korea`` for ``{party: North Korea}``."""


def _text(value: object) -> object:
    """Join the lines of a text into one."""
    if isinstance(value, str):
        return " ".join(value.split())
    kind = (
        "a list"
        if isinstance(value, list)
        else "a group of fields"
        if value
        else "nothing"
    )
    raise PydanticCustomError(
        "bad-value", "expected text, found {found}", {"found": kind}
    )


def _url(value: object) -> str:
    text = str(_text(value))
    if not _URL.fullmatch(text):
        reason = "{url} is not an address that begins with https:// or http://"
        raise PydanticCustomError("bad-link", reason, {"url": quoted(text)})
    return text


def _former(value: object) -> str:
    text = str(_text(value)).strip("/").removesuffix(".md")
    if not _FORMER.fullmatch(text):
        reason = "{text} is no id that a note could have had, such as old-name or actors/old-name"
        raise PydanticCustomError("bad-redirect", reason, {"text": quoted(text)})
    return text


def _bool(value: object) -> bool:
    words = {
        "true": True,
        "yes": True,
        "on": True,
        "false": False,
        "no": False,
        "off": False,
    }
    text = str(value).lower()
    if text not in words:
        reason = "expected yes or no, found {found}"
        raise PydanticCustomError("bad-value", reason, {"found": quoted(text)})
    return words[text]


def _days(value: object) -> int:
    text = str(_text(value))
    match = _SPAN.fullmatch(text)
    if not match:
        reason = "{text} is no span of days, weeks, months or years, such as 90d or 6m"
        raise PydanticCustomError("bad-value", reason, {"text": quoted(text)})
    return int(match["count"]) * _DAYS[match["unit"]]


Text = Annotated[str, BeforeValidator(_text)]
"""One line of text."""
Url = Annotated[str, BeforeValidator(_url)]
Former = Annotated[str, BeforeValidator(_former)]
"""An id that a note had before, with its folder where that changed too."""
Bool = Annotated[bool, BeforeValidator(_bool)]
Days = Annotated[int, BeforeValidator(_days)]
"""A span of time in days: 90d, 12w, 6m, 1y."""


FindId: TypeAlias = "Callable[[Reference], str]"
"""Returns the id of the note that a reference means, if there is one."""
Writing: TypeAlias = "SerializationInfo[FindId | None]"


class Parsed:
    """A value that its class reads from front matter, and writes for other programs."""

    __slots__ = ()
    record: ClassVar[type] = str
    """What ``to_record`` returns; the JSON Schema is made from it."""

    @classmethod
    def read(cls, value: object) -> object:
        """Return the value, or raise an error that says what is wrong with it."""
        raise NotImplementedError

    @classmethod
    def to_record(cls, value: Any, info: Writing) -> object:  # noqa: ANN401
        """Return the value as other programs get it."""
        del info
        return str(value)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Have pydantic read and write the value so."""
        del source
        writing = core_schema.plain_serializer_function_ser_schema(
            cls.to_record,
            info_arg=True,
            return_schema=handler.generate_schema(cls.record),
        )
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=writing
        )


class Prose(Parsed, str):
    """Markdown in which names are linked and citations numbered, and where it stands.

    Two texts may read alike; what is found in one is kept by its place, never by its words.
    """

    __slots__ = ("at",)

    at: Position | None
    """Where it stands in its file; None only of a text that no file holds."""

    def __new__(cls, text: str = "", at: Position | None = None) -> Self:
        """Attach its place to a text."""
        self = super().__new__(cls, text)
        self.at = at
        return self

    @classmethod
    def read(cls, value: object) -> Self:
        """Read one paragraph, its lines joined."""
        at = value.at if isinstance(value, Written) else None
        return cls(str(_text(value)), at)


class When(Parsed, Date):
    """A date of front matter: EDTF, or what people type for it."""

    __slots__ = ()
    record = DateRecord

    @classmethod
    def read(cls, value: object) -> Date:
        """Read a date in any form that people type."""
        try:
            return parse_date(str(_text(value)))
        except DateError as error:
            raise PydanticCustomError(
                "bad-date", "{why}", {"why": str(error)}
            ) from None

    @classmethod
    def to_record(cls, value: Date, info: Writing) -> DateRecord:
        """Return a date with its first and last day."""
        del info
        return DateRecord.of(value)


class Reference(Parsed, str):
    """The id, title or an alias of another note, as the writer typed it."""

    __slots__ = ()
    record = ReferenceRecord
    folders: ClassVar[tuple[str, ...]] = ()
    """Kinds of note it may name; none means any."""
    must_exist: ClassVar[bool] = True
    """Whether it is an error if it names no note; otherwise it stays plain text."""

    @classmethod
    def read(cls, value: object) -> Self:
        """Read one line of text, with or without wikilink brackets."""
        text = str(_text(value))
        match = _WIKILINK.fullmatch(text)
        return cls(match[1].strip() if match else text)

    @classmethod
    def to_record(cls, value: "Reference", info: Writing) -> ReferenceRecord:
        """Return a reference as it was typed, and the note it means if that is known."""
        id_ = info.context(value) if info.context else ""
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
class Citation(Parsed):
    """A source, and perhaps the paragraph of it that is meant."""

    record: ClassVar[type] = CitationRecord

    source: str
    paragraph: str = ""

    @classmethod
    def read(cls, value: object) -> Self:
        """Read ``source``, ``source#p4``, ``@source#p4`` or ``[@source#p4]``."""
        text = str(_text(value))
        match = _CITATION.fullmatch(text)
        if match is None:
            reason = "{text} is not a source's id, nor source-id#p4"
            raise PydanticCustomError("bad-citation", reason, {"text": quoted(text)})
        return cls(match["source"], match["paragraph"] or "")

    @classmethod
    def to_record(cls, value: "Citation", info: Writing) -> CitationRecord:
        """Return the parts of a citation."""
        del info
        return CitationRecord(source=value.source, paragraph=value.paragraph)
