"""What each kind of note may say about itself."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.schema.field_map import Needed, RelationSpec, acyclic
from generator.schema.scalars import Bool, Days, Former, Text, Title, Url
from generator.schema.statements import Many, Values, expand_shorthand
from generator.schema.values import (
    ActorName,
    ActorRef,
    Citation,
    EventRef,
    Fields,
    PlaceName,
    Prose,
    Reference,
    StoryRef,
    TreatyRef,
    When,
)
from generator.settings import LinkPolicy


class Claim(Fields):
    """A statement in words, and the evidence for and against it."""

    noun = "claims"

    says: Prose
    verdict: Literal["supported", "disputed", "unsupported", "outdated"] = "supported"
    for_: Many[Citation] = Field(default=(), alias="for")
    against: Many[Citation] = ()
    why: Prose = Prose()
    checked: When | None = None


class Corrected(Fields):
    """An error that a page had, and its correction."""

    noun = "corrected"

    date: When
    what: Prose
    """What the page said, and what it says now."""


class NoteFields(Fields):
    """What a note of any kind may say about itself."""

    noun = "notes"

    title: Title = ""
    """The name readers see; else the first heading, else the file's name."""
    aliases: Many[Text] = ()
    """Other full names; a mention of one is always a link."""
    short: Many[Text] = ()
    """Short names, which notes may share; they link once a full name is on the page."""
    summary: Prose = Prose()
    tags: Many[Text] = ()
    sources: Many[Citation] = ()
    claims: Many[Claim] = ()
    same_as: Many[Url] = ()
    redirect_from: Many[Former] = ()
    """Ids it had before; their addresses lead here."""
    corrected: Many[Corrected] = ()
    checked: When | None = None
    check_every: Days | None = None
    link: LinkPolicy | None = None
    """Which mentions on this page become links, if not as on the rest of the site."""
    unlinked: Many[Text] = ()
    """Names, or ids of notes, that are not linked on this page."""
    autolink: Bool = True
    """Whether its names become links automatically; wikilinks always do."""
    uncited: Many[Text] = ()
    """Sentences of the body that need no source, where the site asks for one in each."""
    draft: Bool = False


class Role(Fields):
    """An office someone held."""

    noun = "roles"
    shorthand = "title"

    title: Text
    of: Annotated[ActorName | None, RelationSpec("Office holders")] = None
    from_: Values[When] = Field(default=(), alias="from")
    to: Values[When] = ()
    sources: Many[Citation] = ()


RoleOrTitle = Annotated[Role, BeforeValidator(expand_shorthand(Role))]


class ActorFields(NoteFields):
    """A person, state, organisation or group."""

    noun = "actors"

    type: Literal["person", "state", "organisation", "group"] | None = None
    official_name: Values[Text] = ()
    country: Annotated[Values[ActorRef], RelationSpec("People")] = ()
    roles: Many[RoleOrTitle] = ()
    born: Values[When] = ()
    died: Values[When] = ()
    founded: Values[When] = ()
    ended: Values[When] = ()
    leader: Annotated[Values[ActorRef], RelationSpec("Leads")] = ()
    succeeds: Annotated[Values[ActorRef], acyclic("Succeeded by")] = ()
    member_of: Annotated[Values[ActorRef], acyclic("Members")] = ()
    demonyms: Many[Text] = ()
    """Words for its people (``Russian``): mentions of it, not links."""


class EventFields(NoteFields):
    """Something that happened."""

    noun = "events"

    date: Annotated[Values[When], Needed()] = ()
    place: Annotated[Values[PlaceName], RelationSpec("Happened here")] = ()
    actors: Annotated[Values[ActorRef], RelationSpec("Took part in")] = ()
    treaties: Annotated[Values[TreatyRef], RelationSpec("Events")] = ()
    part_of: Annotated[Values[StoryRef], acyclic("Parts")] = ()
    led_to: Annotated[Values[EventRef], acyclic("Result of")] = ()


class TopicFields(NoteFields):
    """An explainer: a question, its answer in two sentences, and the story."""

    noun = "topics"

    question: Title = ""
    answer: Prose = Prose()
    about: Annotated[Values[Reference], RelationSpec("Explained in")] = ()


class PlaceFields(NoteFields):
    """Somewhere things happen."""

    noun = "places"

    in_: Annotated[Values[ActorRef], RelationSpec("Places")] = Field(
        default=(), alias="in"
    )
    latlon: Text = ""


class TermFields(NoteFields):
    """A word readers may not know; its body explains it."""

    noun = "terms"
