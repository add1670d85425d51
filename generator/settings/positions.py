"""Where options are in the text of mkdocs.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from generator.diagnostics import Origin

PATH = "mkdocs.yml"
OptionPath: TypeAlias = tuple[int | str, ...]
"""Steps to an option: ``extra``, ``explainers``, ``link``."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The name and the value of an option, as they are in the file."""

    key: yaml.Node
    value: yaml.Node


class Positions:
    """The positions of the options in one text."""

    def __init__(self, text: str) -> None:
        self._root: yaml.Node | None
        try:
            self._root = yaml.compose(text, Loader=yaml.SafeLoader)
        except (yaml.YAMLError, RecursionError):  # reported where it is read
            self._root = None

    def key_at(self, path: OptionPath) -> Origin:
        """Return the place of an option's name, else of the line that inherits it."""
        pair = self._find(path)
        if pair is None:
            return self._inherit()
        return _origin(pair.key)

    def value_at(self, path: OptionPath) -> Origin:
        """Return the place of an option's value, else of the line that inherits it."""
        pair = self._find(path)
        if pair is None:
            return self._inherit()
        return _origin(pair.value)

    def typed_at(self, path: OptionPath) -> str | None:
        """Return an option's value as it was typed, if it is a text in this file."""
        pair = self._find(path)
        if pair is None or pair.value.tag == "!ENV":
            return None
        if isinstance(pair.value, yaml.ScalarNode):
            return str(pair.value.value)
        return None

    def _inherit(self) -> Origin:
        pair = self._find(("INHERIT",))
        if pair is None:
            return Origin(PATH)
        return _origin(pair.key)

    def _find(self, path: OptionPath) -> Pair | None:
        found: Pair | None = None
        node = self._root
        for step in path:
            found = _pairs(node).get(step)
            if found is None:
                return None
            node = found.value
        return found


def _pairs(node: yaml.Node | None) -> Mapping[int | str, Pair]:
    pairs: dict[int | str, Pair] = {}
    if not isinstance(node, yaml.MappingNode):
        return pairs
    for key, value in node.value:
        name = str(key.value)
        pairs[name] = Pair(key, value)
    return pairs


def _origin(node: yaml.Node) -> Origin:
    mark = node.start_mark
    line = mark.line + 1
    column = mark.column + 1
    return Origin(PATH, line, column)
