"""Keys as writers type them: which field each means."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, Origin, quoted
from generator.schema.field_map import field_names, group_in
from generator.schema.nodes import Node, Pair
from generator.schema.values import Fields

_FORM_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))


def canonical_node(
    node: Node, model: type[Fields], path: str
) -> tuple[Node, list[Diagnostic]]:
    """Give every key its canonical name, singular or plural, and leave out empty values."""
    canonizer = _Canonizer(path)
    return canonizer.canonical(node, model), canonizer.problems


def canonical_key(key: str, known: Sequence[str]) -> str:
    """Return the field a key means: case, hyphens and spaces, singular and plural do not matter."""
    if key in known:
        return key
    folded = key.strip().lower().replace("-", "_").replace(" ", "_")
    if folded in known:
        return folded
    forms = _forms(folded)
    for name in known:
        if name in forms or folded in _forms(name):
            return name
    return key


def _forms(name: str) -> set[str]:
    """Return a name and what may be its singular."""
    forms = {name}
    for ending, replacement in _FORM_ENDINGS:
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            forms.add(stem + replacement)
    return forms


class _Canonizer:
    """Gives the keys of one file their canonical names, and collects duplicates."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Diagnostic] = []

    def canonical(self, node: Node, model: type[Fields]) -> Node:
        """Give the keys of a value their canonical names."""
        if isinstance(node.value, tuple):
            items = [self.canonical(item, model) for item in node.value]
            return replace(node, value=tuple(items))
        if isinstance(node.value, Mapping):
            pairs = self._canonical_pairs(node.value, model)
            return replace(node, value=pairs)
        return node

    def _canonical_pairs(
        self, pairs: Mapping[str, Pair], model: type[Fields]
    ) -> Mapping[str, Pair]:
        canonical: dict[str, Pair] = {}
        known = field_names(model)
        for pair in pairs.values():
            name = canonical_key(pair.key, known)
            if name in canonical:
                self._report(pair, canonical[name])
            elif pair.value.value is not None:
                canonical[name] = self._canonical_value(pair, group_in(model, name))
        return canonical

    def _canonical_value(self, pair: Pair, group: type[Fields] | None) -> Pair:
        if group is None:
            return pair
        value = self.canonical(pair.value, group)
        return replace(pair, value=value)

    def _report(self, pair: Pair, first: Pair) -> None:
        span = pair.key_span
        origin = Origin(self.path, span.line, span.column)
        message = f"{quoted(pair.key)} means the same as {quoted(first.key)}"
        line = first.key_span.line
        hint = f"It is already on line {line}; keep one of them."
        problem = Diagnostic(origin, "duplicate-key", message, hint)
        self.problems.append(problem)
