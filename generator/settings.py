"""What a site's owner may set: ``extra.explainers`` and ``extra.search`` of mkdocs.yml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import yaml

from generator.diagnostics import Diagnostic, Origin, did_you_mean, quoted, warning

LinkPolicy = Literal["first-in-section", "first", "all", "none"]
"""Which mentions of a note become links; the others are counted."""
Search = Literal["pagefind", "material"]
"""Which search answers readers: ours, with Pagefind's index, or the theme's own."""
PATH = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Published:
    """What MkDocs's own settings say of the site as a whole."""

    name: str = ""
    description: str = ""
    address: str = ""
    """Where the site is published, with a slash at the end; empty if that is not said."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every page that does not say otherwise."""

    link: LinkPolicy = "first-in-section"
    max_links: int = 0
    """So many names at most become links in one section; 0 for any number."""
    cards: bool = False
    """Whether a picture is drawn for each page; never where the renderer is not installed."""
    search: Search = "pagefind"
    site: Published = Published()


_Options = dict[str, tuple[yaml.Node, yaml.Node]]
"""Key and value of each option, as they stand in the file."""
_NOTHING = (None, None)


def parse_settings(
    text: str, environment: Mapping[str, str] | None = None, *, can_draw: bool = False
) -> tuple[Settings, list[Diagnostic]]:
    """Read our options, and what the site is, out of the text of mkdocs.yml.

    What cannot be read keeps its default. Nothing is constructed from the file's tags, which are
    MkDocs's own; a file that is not YAML is reported by MkDocs.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return Settings(), []
    extra = _options(_options(root).get("extra", _NOTHING)[1])
    own = _resolved(_options(extra.get("explainers", _NOTHING)[1]), environment or {})
    found = {"search": extra["search"]} if "search" in extra else {}
    problems = [*_refused("extra", found)]
    if "explainers" in extra:
        group = extra["explainers"][1]
        problems += [
            *_not_a_group(group),
            *_unknown(own),
            *_refused("extra.explainers", own),
        ]
    options = {**{name: own[name] for name in _OWN if name in own}, **found}
    good = {
        name: read for name in options if (read := _read(name, options)) is not None
    }
    site = _published(_options(root), environment or {})
    if good.get("cards") and not can_draw:
        good["cards"] = False
        problems.append(_without_renderer(own["cards"][1]))
    return Settings(**good, site=site), problems  # type: ignore[arg-type]


def _published(options: _Options, environment: Mapping[str, str]) -> Published:
    keys = {
        "name": "site_name",
        "description": "site_description",
        "address": "site_url",
    }
    found = {
        field: _text(options[key][1], environment)
        for field, key in keys.items()
        if key in options
    }
    if address := found.get("address"):
        found["address"] = f"{address.rstrip('/')}/"
    return Published(**found)


def _text(node: yaml.Node, environment: Mapping[str, str]) -> str:
    """Return a text, or what a variable of the environment says.

    Source: MkDocs's manual: ``!ENV NAME``, or ``!ENV [NAME, OTHER, "text if none is set"]``.
    """
    if node.tag != "!ENV":
        return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
    if isinstance(node, yaml.ScalarNode):
        return environment.get(node.value, "")
    names = [item.value for item in node.value if isinstance(item, yaml.ScalarNode)]
    known = (environment[name] for name in names[:-1] if name in environment)
    return str(next(known, names[-1] if names else ""))


def _options(node: yaml.Node | None) -> _Options:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {str(key.value): (key, value) for key, value in pairs}


def _resolved(options: _Options, environment: Mapping[str, str]) -> _Options:
    """Return options with what a variable of the environment says in the place of its name."""
    return {
        name: (
            key,
            yaml.ScalarNode(
                "!ENV", _text(node, environment), node.start_mark, node.end_mark
            )
            if node.tag == "!ENV"
            else node,
        )
        for name, (key, node) in options.items()
    }


def _policy(text: str) -> str | None:
    return text if text in get_args(LinkPolicy) else None


def _search(text: str) -> str | None:
    return text if text in get_args(Search) else None


def _number(text: str) -> int | None:
    return (
        int(text)
        if text.isascii() and text.isdigit() and len(text) < len("10000")
        else None
    )


_ANSWERS = {"yes": True, "true": True, "no": False, "false": False}
_KINDS = {
    "link": (_policy, f"one of {', '.join(get_args(LinkPolicy))}"),
    "max_links": (_number, "a whole number, 0 for no limit"),
    "cards": (lambda text: _ANSWERS.get(text.lower()), "yes or no"),
    "search": (_search, f"one of {', '.join(get_args(Search))}"),
}
"""How each option is read, and what it takes."""
_OWN = ("link", "max_links", "cards")
"""The options of extra.explainers."""


def _read(name: str, options: _Options) -> object:
    node = options[name][1] if name in options else None
    return _KINDS[name][0](node.value) if isinstance(node, yaml.ScalarNode) else None


def _not_a_group(node: yaml.Node) -> Iterator[Diagnostic]:
    is_empty = isinstance(node, yaml.ScalarNode) and node.value in {"", "~", "null"}
    if not isinstance(node, yaml.MappingNode) and not is_empty:
        message = "extra.explainers: expected options as 'name: value'"
        yield _problem(node, message, f"The options are {', '.join(_OWN)}.")


def _unknown(options: _Options) -> Iterator[Diagnostic]:
    for name, (key, _) in options.items():
        if name not in _OWN:
            hint = did_you_mean(name, _OWN) or f"The options are {', '.join(_OWN)}."
            yield _problem(key, f"extra.explainers has no option {quoted(name)}", hint)


def _refused(group: str, options: _Options) -> Iterator[Diagnostic]:
    for name, (_, node) in options.items():
        if name in _KINDS and _read(name, options) is None:
            shown = (
                quoted(node.value)
                if isinstance(node, yaml.ScalarNode)
                else "several values"
            )
            message = f"{group}.{name}: expected {_KINDS[name][1]}, found {shown}"
            yield _problem(node, message, "Correct it, or take the line out.")


def _without_renderer(node: yaml.Node) -> Diagnostic:
    mark = node.start_mark
    message = (
        "extra.explainers.cards: no card is drawn, since the renderer is not installed"
    )
    hint = "Install the extra 'cards': pip install --require-hashes -r requirements-cards.txt"
    return warning(
        Origin(PATH, mark.line + 1, mark.column + 1), "missing-extra", message, hint
    )


def _problem(node: yaml.Node, message: str, hint: str) -> Diagnostic:
    mark = node.start_mark
    return Diagnostic(
        Origin(PATH, mark.line + 1, mark.column + 1), "bad-option", message, hint
    )
