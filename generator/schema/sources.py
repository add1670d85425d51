"""What the record of a source may say: what it is, how far to trust it, what it prints wrong."""

from typing import Literal

from generator.schema.scalars import Bool, Former, Text, Title, Url
from generator.schema.statements import Many
from generator.schema.values import Citation, Fields, Prose, Reference, When
from generator.settings import LinkPolicy


class Correction(Fields):
    """Where a source prints something wrong, and how to read it."""

    noun = "corrections"

    p: int
    """Number of the paragraph."""
    printed: Text = ""
    read: Text = ""
    kind: Literal["name", "term", "number", "reversed", "lost"]
    link: Reference | None = None
    basis: Many[Citation] = ()
    why: Prose = Prose()


class Unusable(Fields):
    """Paragraphs of a source that cannot support a claim."""

    noun = "paragraphs"

    reversed: Many[int] = ()
    """They say the opposite of what happened."""
    lost: Many[int] = ()
    """They are unintelligible."""


class SourceFields(Fields):
    """The record of one article: what it is, and how far to trust it."""

    noun = "sources"

    title: Title = ""
    type: Text = ""
    url: Url = ""
    publisher: Text = ""
    original: Text = ""
    """Id of the source this one copies or translates."""
    authors: Many[Text] = ()
    published: When | None = None
    retrieved: When | None = None
    language: Text = ""
    rights: Literal["open", "restricted"] = "restricted"
    licence: Text = ""
    reliability: Literal["high", "medium", "low", "unusable"] | None = None
    why: Prose = Prose()
    summary: Prose = Prose()
    tags: Many[Text] = ()
    boilerplate: Many[int] = ()
    paragraphs: Unusable = Unusable()
    corrections: Many[Correction] = ()
    redirect_from: Many[Former] = ()
    checked: When | None = None
    link: LinkPolicy | None = None
    unlinked: Many[Text] = ()
    draft: Bool = False
