"""Keys as writers type them: which field each means."""

from collections.abc import Sequence

from generator.diagnostics import Diagnostic, Origin, quoted
from generator.schema.field_map import field_names, group_in
from generator.schema.nodes import Node, Pair
from generator.schema.values import Fields

_FORM_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))


def canonical_node(
    node: Node, model: type[Fields], path: str
) -> tuple[Node, list[Diagnostic]]:
    """Give every key its canonical name, singular or plural, and leave out empty values."""
    problems: list[Diagnostic] = []
    return _canonical(node, model, path, problems), problems


def canonical_key(key: str, known: Sequence[str]) -> str:
    """Return the field a key means: case, hyphens and spaces, singular and plural do not matter."""
    folded = key.strip().lower().replace("-", "_").replace(" ", "_")
    if folded in known:
        return folded
    forms = _forms(folded)
    for name in known:
        if name in forms or folded in _forms(name):
            return name
    return key


def _canonical(
    node: Node, model: type[Fields], path: str, problems: list[Diagnostic]
) -> Node:
    if isinstance(node.value, tuple):
        items = [_canonical(item, model, path, problems) for item in node.value]
        return Node(tuple(items), node.span, node.style)
    if node.value is None or isinstance(node.value, str):
        return node
    known = field_names(model)
    pairs: dict[str, Pair] = {}
    for pair in node.value.values():
        name = pair.key if pair.key in known else canonical_key(pair.key, known)
        if name in pairs:
            problems.append(_given_twice(pair, pairs[name], path))
        elif pair.value.value is not None:
            group = group_in(model, name)
            value = pair.value
            if group:
                value = _canonical(value, group, path, problems)
            pairs[name] = Pair(pair.key, pair.key_span, value)
    return Node(pairs, node.span, node.style)


def _given_twice(pair: Pair, first: Pair, path: str) -> Diagnostic:
    origin = Origin(path, pair.key_span.line, pair.key_span.column)
    message = f"{quoted(pair.key)} means the same as {quoted(first.key)}"
    line = first.key_span.line
    hint = f"It stands on line {line} already; keep one of them."
    return Diagnostic(origin, "duplicate-key", message, hint)


def _forms(name: str) -> set[str]:
    """Return a name and what may be its singular."""
    forms = {name}
    for ending, replacement in _FORM_ENDINGS:
        if name.endswith(ending):
            forms.add(name.removesuffix(ending) + replacement)
    return forms
