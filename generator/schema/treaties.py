"""What a treaty may say about itself: its parties, dates, articles and status."""

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from generator.schema.field_map import RelationSpec, acyclic
from generator.schema.notes import NoteFields
from generator.schema.scalars import Bool, Text, Url
from generator.schema.statements import Many, Values, expand_shorthand
from generator.schema.values import (
    ActorName,
    ActorRef,
    Citation,
    Fields,
    PlaceName,
    Prose,
    TreatyRef,
    When,
)


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
