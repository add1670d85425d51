"""What each kind of note may say about itself."""

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from generator.schema.field_map import Needed, RelationSpec, acyclic
from generator.schema.scalars import Bool, Days, Former, Text, Url
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

    title: Text = ""
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


class Party(Fields):
    """One party to a treaty; a signature alone does not bind it."""

    noun = "parties"
    shorthand = "party"

    party: ActorRef
    signed: Values[When] = ()
    signed_by: Annotated[Many[ActorName], RelationSpec("Signed")] = ()
    ratified: Values[When] = ()
    """When it consented to be bound, in whatever way."""
    how: Values[Text] = ()
    """In which way, if not by ratification: accession, succession, definitive signature."""
    in_force: Values[When] = ()
    withdrew: Values[When] = ()


PartyOrName = Annotated[Party, BeforeValidator(expand_shorthand(Party))]


class Article(Fields):
    """One article of a treaty, and what it says."""

    noun = "articles"
    shorthand = "gist"

    number: Text = ""
    gist: Prose
    exact: Text = ""
    """Its exact words, at most a dozen."""
    sources: Many[Citation] = ()


ArticleOrGist = Annotated[Article, BeforeValidator(expand_shorthand(Article))]


class Suspension(Fields):
    """A period in which a party did not observe a treaty."""

    noun = "suspensions"
    shorthand = "what"

    by: Annotated[ActorName | None, RelationSpec("Suspended")] = None
    from_: Values[When] = Field(default=(), alias="from")
    to: Values[When] = ()
    what: Prose = Prose()
    in_part: Bool = False
    sources: Many[Citation] = ()


SuspensionOrText = Annotated[Suspension, BeforeValidator(expand_shorthand(Suspension))]


StatusWord = Literal[
    "signed",
    "not yet in force",
    "in force",
    "suspended",
    "not kept",
    "lapsed",
    "terminated",
    "superseded",
]
Obligation = Literal[
    "defence", "offence", "neutrality", "nonaggression", "consultation"
]
"""The five kinds of the Alliance Treaty Obligations and Provisions project (ATOP)."""
OBLIGATIONS: tuple[str, ...] = get_args(Obligation)


class TreatyFields(NoteFields):
    """An agreement, or another binding act."""

    noun = "treaties"

    type: Text = ""
    official_name: Values[Text] = ()
    parties: Annotated[
        Many[PartyOrName],
        RelationSpec("Party to"),
    ] = ()
    signed: Values[When] = ()
    place: Annotated[Values[PlaceName], RelationSpec("Signed here")] = ()
    in_force: Values[When] = ()
    ended: Values[When] = ()
    ended_how: Values[Text] = ()
    status: Values[StatusWord] = ()
    """In place of the one that is computed; it needs a why."""
    term: Values[Text] = ()
    renewed: Values[When] = ()
    suspended: Many[SuspensionOrText] = ()
    articles: Many[ArticleOrGist] = ()
    obligations: Values[Obligation] = ()
    replaces: Annotated[Values[TreatyRef], acyclic("Replaced by")] = ()
    amends: Annotated[Values[TreatyRef], acyclic("Amended by")] = ()
    depositary: Annotated[Values[ActorName], RelationSpec("Depositary of")] = ()
    registered: Values[When] = ()
    text_url: Url = ""


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

    question: Text = ""
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
