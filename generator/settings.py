"""What a site's owner may set: ``extra.explainers`` of mkdocs.yml."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

import yaml

from generator.diagnostics import Diagnostic, Origin, did_you_mean, quoted

LinkPolicy = Literal["first-in-section", "first", "all", "none"]
"""Which mentions of a note become links; the others are counted."""
PATH = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every page that does not say otherwise."""

    link: LinkPolicy = "first-in-section"
    max_links: int = 0
    """So many names at most become links in one section; 0 for any number."""


_Options = dict[str, tuple[yaml.Node, yaml.Node]]
"""Key and value of each option, as they stand in the file."""


def parse_settings(text: str) -> tuple[Settings, list[Diagnostic]]:
    """Read our options out of the text of mkdocs.yml; what cannot be read keeps its default.

    Nothing is constructed from the file's tags, which are MkDocs's own; a file that is not YAML is
    reported by MkDocs.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return Settings(), []
    extra = _options(root).get("extra")
    own = _options(extra[1]).get("explainers") if extra else None
    if not own:
        return Settings(), []
    options = _options(own[1])
    problems = [*_not_a_group(own[1]), *_unknown(options), *_refused(options)]
    good = {name: read for name in _KINDS if (read := _read(name, options)) is not None}
    return Settings(**good), problems  # type: ignore[arg-type]


def _options(node: yaml.Node | None) -> _Options:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {str(key.value): (key, value) for key, value in pairs}


def _policy(text: str) -> str | None:
    return text if text in get_args(LinkPolicy) else None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("10000") else None


_KINDS = {
    "link": (_policy, f"one of {', '.join(get_args(LinkPolicy))}"),
    "max_links": (_number, "a whole number, 0 for no limit"),
}
"""How each option is read, and what it takes."""


def _read(name: str, options: _Options) -> object:
    node = options[name][1] if name in options else None
    return _KINDS[name][0](node.value) if isinstance(node, yaml.ScalarNode) else None


def _not_a_group(node: yaml.Node) -> Iterator[Diagnostic]:
    is_empty = isinstance(node, yaml.ScalarNode) and node.value in {"", "~", "null"}
    if not isinstance(node, yaml.MappingNode) and not is_empty:
        message = "extra.explainers: expected options as 'name: value'"
        yield _problem(node, message, f"The options are {', '.join(_KINDS)}.")


def _unknown(options: _Options) -> Iterator[Diagnostic]:
    for name, (key, _) in options.items():
        if name not in _KINDS:
            hint = did_you_mean(name, _KINDS) or f"The options are {', '.join(_KINDS)}."
            yield _problem(key, f"extra.explainers has no option {quoted(name)}", hint)


def _refused(options: _Options) -> Iterator[Diagnostic]:
    for name, (_, node) in options.items():
        if name in _KINDS and _read(name, options) is None:
            shown = quoted(node.value) if isinstance(node, yaml.ScalarNode) else "several values"
            message = f"extra.explainers.{name}: expected {_KINDS[name][1]}, found {shown}"
            yield _problem(node, message, "Correct it, or take the line out.")


def _problem(node: yaml.Node, message: str, hint: str) -> Diagnostic:
    mark = node.start_mark
    return Diagnostic(Origin(PATH, mark.line + 1, mark.column + 1), "bad-option", message, hint)
