"""Read our options from what MkDocs reads, and report what is wrong at its place."""

from collections.abc import Iterator, Mapping
from typing import get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.codes import Code
from generator.diagnostics import Diagnostic, Severity, did_you_mean, quoted, warning
from generator.settings.options import (
    ConfigOptions,
    Editorial,
    EditorialOptions,
    Level,
    Options,
    Settings,
    SiteIdentity,
)
from generator.settings.positions import OptionPath, Positions

_SEVERITIES = {"warning": Severity.WARNING, "error": Severity.ERROR}


def parse_settings(
    config: Mapping[str, object], text: str, *, can_draw: bool = False
) -> tuple[Settings, list[Diagnostic]]:
    """Read our options, and what the site is; what cannot be read keeps its default.

    Args:
        config: What MkDocs reads: inherited files merged, variables of the environment replaced.
        text: The text of mkdocs.yml itself, for the places of problems.
        can_draw: Whether the renderer of cards is installed.
    """
    options, errors = _validated(config)
    positions = Positions(text)
    problems = [_problem(error, positions) for error in errors]
    own = options.extra.explainers
    problems += _wrong_limits(own.editorial, positions)
    if own.cards and not can_draw:
        problems.append(_without_renderer(positions))
    settings = Settings(
        link=own.link,
        max_links=own.max_links,
        cards=own.cards and can_draw,
        search=options.extra.search,
        site=_identity(options),
        editorial=_editorial(own.editorial),
    )
    return settings, problems


def _identity(options: ConfigOptions) -> SiteIdentity:
    address = options.site_url
    if address:
        address = f"{address.rstrip('/')}/"
    return SiteIdentity(options.site_name, options.site_description, address)


def _editorial(options: EditorialOptions) -> Editorial:
    levels: dict[Code, Level] = {
        "explainer-length": options.explainer_length,
        "no-text": options.no_text,
        "uncited-paragraph": options.uncited_paragraph,
        "uncited-sentence": options.uncited_sentence,
    }
    severities: dict[Code, Severity] = {}
    for code, level in levels.items():
        if level in _SEVERITIES:
            severities[code] = _SEVERITIES[level]
    if options.are_contradictory:
        return Editorial(severities)
    return Editorial(severities, options.min_words, options.max_words)


def _wrong_limits(
    options: EditorialOptions, positions: Positions
) -> Iterator[Diagnostic]:
    """Report limits that no explainer can keep, and a rule that has no limit."""
    group = ("extra", "explainers", "editorial")
    prefix = _dotted(group)
    if options.are_contradictory:
        origin = positions.value_at((*group, "min_words"))
        found = f"min_words ({options.min_words}) is greater than max_words ({options.max_words})"
        hint = "Make 'min_words' the smaller one."
        yield Diagnostic(origin, "bad-option", f"{prefix}: {found}", hint)
    if options.lacks_limits:
        origin = positions.key_at((*group, "explainer-length"))
        message = f"{prefix}: explainer-length has no limit to check"
        hint = "Set 'min_words' or 'max_words', or turn the rule off."
        yield Diagnostic(origin, "bad-option", message, hint)


def _validated(
    config: Mapping[str, object],
) -> tuple[ConfigOptions, list[ErrorDetails]]:
    """Validate options; where some are wrong, leave them out and return their errors."""
    try:
        return ConfigOptions.model_validate(config), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    for found in errors:
        config = _without(config, found["loc"])
    return ConfigOptions.model_validate(config), errors


def _without(config: Mapping[str, object], path: OptionPath) -> Mapping[str, object]:
    """Return a mapping without the option at a path."""
    first, *rest = path
    remaining: dict[str, object] = {}
    for name, value in config.items():
        if str(name) != first:
            remaining[name] = value
        elif rest and isinstance(value, Mapping):
            remaining[name] = _without(value, tuple(rest))
    return remaining


def _problem(error: ErrorDetails, positions: Positions) -> Diagnostic:
    path = error["loc"]
    match error["type"]:
        case "extra_forbidden":
            return _unknown(path, positions)
        case "model_type":
            return _no_group(path, positions)
    origin = positions.value_at(path)
    found = _found(error, positions)
    message = f"{_dotted(path)}: expected {_taken(path)}, found {found}"
    nearest = did_you_mean(found.strip("'"), _choices(path))
    hint = nearest or "Correct it, or remove the line."
    return Diagnostic(origin, "bad-option", message, hint)


def _unknown(path: OptionPath, positions: Positions) -> Diagnostic:
    group = path[:-1]
    name = str(path[-1])
    known = _names(group)
    origin = positions.key_at(path)
    message = f"{_dotted(group)} has no option {quoted(name)}"
    hint = did_you_mean(name, known) or _the_options(known)
    return Diagnostic(origin, "bad-option", message, hint)


def _no_group(path: OptionPath, positions: Positions) -> Diagnostic:
    origin = positions.value_at(path)
    message = f"{_dotted(path)}: expected {_taken(path)}"
    names = _names(path)
    return Diagnostic(origin, "bad-option", message, _the_options(names))


def _without_renderer(positions: Positions) -> Diagnostic:
    origin = positions.value_at(("extra", "explainers", "cards"))
    message = "extra.explainers.cards: no cards are drawn because the renderer is not installed"
    hint = "Install the extra 'cards': pip install --require-hashes -r requirements-cards.txt"
    return warning(origin, "missing-extra", message, hint)


def _found(error: ErrorDetails, positions: Positions) -> str:
    """Name the value of an option for a message."""
    value = error["input"]
    if isinstance(value, Mapping | list):
        return "several values"
    typed = positions.typed_at(error["loc"])
    if typed is None:
        typed = str(value)
    return quoted(typed)


def _taken(path: OptionPath) -> str:
    """Return what an option takes."""
    group = _group_at(path[:-1])
    name = str(path[-1])
    field = _fields(group)[name]
    return field.description or "another value"


def _choices(path: OptionPath) -> list[str]:
    """Return the words that an option takes; none if it takes other values."""
    group = _group_at(path[:-1])
    field = _fields(group)[str(path[-1])]
    return [choice for choice in get_args(field.annotation) if isinstance(choice, str)]


def _names(path: OptionPath) -> list[str]:
    """Return the names of the options in a group."""
    group = _group_at(path)
    return list(_fields(group))


def _fields(group: type[Options]) -> dict[str, FieldInfo]:
    """Return the fields of a group by the names that are typed for them."""
    fields: dict[str, FieldInfo] = {}
    for attribute, field in group.model_fields.items():
        name = field.alias or attribute
        fields[name] = field
    return fields


def _group_at(path: OptionPath) -> type[Options]:
    group: type[Options] = ConfigOptions
    for name in path:
        annotation = _fields(group)[str(name)].annotation
        if isinstance(annotation, type) and issubclass(annotation, Options):
            group = annotation
    return group


def _the_options(names: list[str]) -> str:
    shown = ", ".join(names)
    return f"The options are {shown}."


def _dotted(path: OptionPath) -> str:
    return ".".join(map(str, path))
