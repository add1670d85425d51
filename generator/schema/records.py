"""Values of front matter for other programs; the JSON Schema is made from these."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from generator.dates.date import Date, iso

_Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Record(BaseModel):
    """A value in parts; parts with default values are left out of exports."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DateRecord(Record):
    """A date as precisely as it is known."""

    edtf: Annotated[str, Field(description="in the Extended Date/Time Format")]
    label: Annotated[str, Field(description="in words")]
    earliest: Annotated[
        _Day | None, Field(description="first day it may mean; null if it is open")
    ] = None
    latest: Annotated[
        _Day | None, Field(description="last day it may mean; null if it is open")
    ] = None

    @classmethod
    def of(cls, date: Date) -> Self:
        """Return the record of a date."""
        return cls(
            edtf=date.edtf,
            label=date.label,
            earliest=iso(date.earliest) or None,
            latest=iso(date.latest) or None,
        )


class CitationRecord(Record):
    """A source, and perhaps one of its paragraphs."""

    source: str
    paragraph: str = ""


class ReferenceRecord(Record):
    """The name of a note, or of something that has no note."""

    name: Annotated[str, Field(description="as the writer typed it")]
    id: Annotated[str, Field(description="the note it means")] = ""
