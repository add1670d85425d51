"""The options themselves: ``extra.explainers``, ``extra.search``, and what the site is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator.codes import Code
from generator.diagnostics import Severity

LinkPolicy = Literal["first-in-section", "first", "all", "none"]
"""Which mentions of a note become links; the others are counted."""
Search = Literal["pagefind", "material"]
"""Which search answers readers: ours, with Pagefind's index, or the theme's own."""
Level = Literal["off", "warning", "error"]
"""How bad it is that a note breaks an editorial rule."""
MAX_LINKS_LIMIT = 9999
MAX_WORDS_LIMIT = 999_999


@dataclass(frozen=True, slots=True)
class SiteIdentity:
    """What MkDocs's own settings say about the site as a whole."""

    name: str = ""
    description: str = ""
    address: str = ""
    """Where the site is published, with a slash at the end; empty if unknown."""


@dataclass(frozen=True, slots=True)
class Editorial:
    """The editorial rules of the site, and the severity of each."""

    levels: Mapping[Code, Severity] = field(default_factory=dict)
    """The rules that are on, by their code."""
    min_words: int = 0
    max_words: int = 0
    """Words of an explainer; 0 for no limit."""

    def severity(self, code: Code) -> Severity | None:
        """Return how bad a problem is; None if its rule is off."""
        return self.levels.get(code)


@dataclass(frozen=True, slots=True)
class Settings:
    """What applies to every page that does not say otherwise."""

    link: LinkPolicy = "first-in-section"
    max_links: int = 0
    """Limit of names that become links in one section; 0 for no limit."""
    cards: bool = False
    """Whether a picture is drawn for each page; never where the renderer is not installed."""
    search: Search = "pagefind"
    site: SiteIdentity = SiteIdentity()
    editorial: Editorial = Editorial()


def _group(value: object) -> object:
    """Read a group of options; an empty one has none."""
    if value is None:
        return {}
    if isinstance(value, Mapping):
        return {str(name): option for name, option in value.items()}
    return value


def _group_of_mkdocs(value: object) -> object:
    """Read a group of options; MkDocs reports a value that is not a group."""
    if isinstance(value, Mapping):
        return _group(value)
    return {}


def _text_of_mkdocs(value: object) -> str:
    """Read a text; MkDocs reports a value that is not text."""
    if isinstance(value, str):
        return value
    return ""


def _number(value: object) -> object:
    """Read a number; yes and no are not numbers, though pydantic takes them for 1 and 0."""
    if isinstance(value, bool):
        raise PydanticCustomError("bad-value", "expected a number")
    return value


def _level(value: object) -> object:
    """Read a level; YAML takes a bare ``off`` for false."""
    if value is False:
        return "off"
    return value


Text = Annotated[str, BeforeValidator(_text_of_mkdocs)]
Number = Annotated[int, BeforeValidator(_number)]
LevelOption = Annotated[Level, BeforeValidator(_level)]


class Options(BaseModel):
    """A group of options; the description of a field is what it takes."""

    model_config = ConfigDict(frozen=True)


def _rule(code: Code) -> Level:
    """Return the field of an editorial rule, which is named by its code."""
    level: Level = Field(
        default="off",
        alias=code,
        description=f"one of {', '.join(get_args(Level))}",
    )
    return level


class EditorialOptions(Options):
    """The options of ``extra.explainers.editorial``: rules by their code, and their limits."""

    model_config = ConfigDict(extra="forbid")

    explainer_length: LevelOption = _rule("explainer-length")
    no_text: LevelOption = _rule("no-text")
    uncited_paragraph: LevelOption = _rule("uncited-paragraph")
    uncited_sentence: LevelOption = _rule("uncited-sentence")
    min_words: Number = Field(
        default=0,
        ge=0,
        le=MAX_WORDS_LIMIT,
        description="a whole number, 0 for no limit",
    )
    max_words: Number = Field(
        default=0,
        ge=0,
        le=MAX_WORDS_LIMIT,
        description="a whole number, 0 for no limit",
    )

    @property
    def are_contradictory(self) -> bool:
        """Whether no text can be valid: the minimum number of words exceeds the maximum."""
        return 0 < self.max_words < self.min_words

    @property
    def lacks_limits(self) -> bool:
        """Whether the length of explainers is checked, but against no limit."""
        has_limit = self.min_words > 0 or self.max_words > 0
        return self.explainer_length != "off" and not has_limit


class ExplainersOptions(Options):
    """The options of ``extra.explainers``."""

    model_config = ConfigDict(extra="forbid")

    link: LinkPolicy = Field(
        default="first-in-section",
        description=f"one of {', '.join(get_args(LinkPolicy))}",
    )
    max_links: Number = Field(
        default=0,
        ge=0,
        le=MAX_LINKS_LIMIT,
        description="a whole number, 0 for no limit",
    )
    cards: bool = Field(default=False, description="yes or no")
    editorial: Annotated[EditorialOptions, BeforeValidator(_group)] = Field(
        default=EditorialOptions(),
        description="rules as 'code: level'",
    )


class ExtraOptions(Options):
    """Our options in ``extra``; others may have theirs there."""

    explainers: Annotated[ExplainersOptions, BeforeValidator(_group)] = Field(
        default=ExplainersOptions(),
        description="options as 'name: value'",
    )
    search: Search = Field(
        default="pagefind",
        description=f"one of {', '.join(get_args(Search))}",
    )


class ConfigOptions(Options):
    """The options of mkdocs.yml that we read."""

    site_name: Text = ""
    site_description: Text = ""
    site_url: Text = ""
    extra: Annotated[ExtraOptions, BeforeValidator(_group_of_mkdocs)] = ExtraOptions()
