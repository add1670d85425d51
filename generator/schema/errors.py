"""Translate pydantic's errors into a writer's words, each at its place in the file."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from generator.codes import CODES, Code
from generator.diagnostics import Diagnostic, Origin, did_you_mean, quoted
from generator.known_words import KnownWords
from generator.schema.field_map import choices_at, field_map, field_names, group_in
from generator.schema.keys import canonical_key
from generator.schema.nodes import FieldPath, Node, Pair, Span
from generator.schema.values import Fields

_CODES: Mapping[str, Code] = {code: code for code in CODES}
_MESSAGES = {
    "literal_error": "{name}: {value} is not one of {expected}",
    "string_type": "{name}: expected text, found {value}",
    "tuple_type": "{name}: expected a list, found {value}",
    "int_parsing": "{name}: expected a whole number, found {value}",
    "int_type": "{name}: expected a whole number, found {value}",
    "model_type": "{name}: expected {noun} as 'field: value', found {value}",
}
"""The types of pydantic's errors that a writer can cause, in our words."""


@dataclass(frozen=True, slots=True)
class ErrorTranslator:
    """Turns the errors of one file's front matter into problems."""

    model: type[Fields]
    node: Node
    """The front matter, with canonical keys."""
    typed: Node
    """The front matter as it was typed."""
    path: str

    def translate(self, error: ErrorDetails) -> Diagnostic:
        """Return one of pydantic's errors as a problem."""
        match error["type"]:
            case "extra_forbidden":
                return self._unknown_field(error["loc"])
            case "missing":
                return self._missing(error["loc"])
            case type_ if type_ in _MESSAGES:
                return self._bad_value(error)
        return self._own(error)

    def missing_field(self, model: type[Fields], steps: FieldPath) -> Diagnostic:
        """Report a required field that is missing or empty."""
        name = str(steps[-1])
        origin = self._origin(steps)
        message = f"{name}: a value is required here"
        hint = f"Add a line '{name}: …'; {model.noun} require it."
        empty = self._empty_pair(name)
        if len(steps) == 1 and empty:
            origin = self._origin_at(empty.key_span)
            hint = f"Fill in '{name}:'; {model.noun} require it."
        return Diagnostic(origin, "missing-field", message, hint)

    def _empty_pair(self, name: str) -> Pair | None:
        """Return the line of a field that was typed without a value."""
        known = field_names(self.model)
        for pair in self.typed.pairs.values():
            if canonical_key(pair.key, known) == name:
                return pair
        return None

    def _missing(self, steps: FieldPath) -> Diagnostic:
        group = _group_of(self.model, steps)
        return self.missing_field(group, steps)

    def _unknown_field(self, steps: FieldPath) -> Diagnostic:
        """Report a key that is not a field, and suggest the closest one."""
        group = _group_of(self.model, steps)
        known = field_names(group)
        key = str(steps[-1])
        hint = _hint_of_inverse(key, group) or did_you_mean(key, known)
        if not hint:
            hint = f"The fields are {', '.join(known)}."
        message = f"{group.noun} have no field {quoted(key)}"
        origin = self._origin_of_key(steps)
        return Diagnostic(origin, "unknown-field", message, hint)

    def _bad_value(self, error: ErrorDetails) -> Diagnostic:
        """Say what was expected of a value, and which word may be meant."""
        steps = error["loc"]
        found = str(error["input"])
        choices = choices_at(self.model, steps)
        message = _MESSAGES[error["type"]].format(
            name=_name(steps),
            value=quoted(found),
            expected=_either(choices),
            noun=_group_of(self.model, steps).noun,
        )
        hint = did_you_mean(found, choices)
        return Diagnostic(self._origin(steps), "bad-value", message, hint)

    def _own(self, error: ErrorDetails) -> Diagnostic:
        """Report an error of one of our readers, whose type is our code."""
        code = _CODES.get(error["type"], "bad-value")
        steps = error["loc"]
        names = _names(steps) or ["value"]
        shown = ", ".join(names)
        message = f"{shown}: {error['msg']}"
        return Diagnostic(self._origin(steps), code, message)

    def _origin(self, steps: FieldPath) -> Origin:
        found = self.node.find(steps)
        return self._origin_at(found.span)

    def _origin_of_key(self, steps: FieldPath) -> Origin:
        *parent, key = steps
        holder = self.node.find(tuple(parent)).node
        pair = holder.pairs.get(str(key))
        if pair is None:
            return self._origin_at(holder.span)
        return self._origin_at(pair.key_span)

    def _origin_at(self, span: Span) -> Origin:
        return Origin(self.path, span.line, span.column)


def _hint_of_inverse(key: str, group: type[Fields]) -> str:
    """Return a hint if a key means what follows from a field of the other notes."""
    known = field_names(group)
    fields_by_inverse: dict[str, str] = {}
    for name, spec in field_map(group).items():
        if spec.relation:
            inverse = spec.relation.inverse.casefold().replace(" ", "_")
            if inverse not in known:
                fields_by_inverse[inverse] = name
    word = key.casefold().replace(" ", "_").replace("-", "_")
    closest = KnownWords.of([*known, *fields_by_inverse]).closest(word)
    field = fields_by_inverse.get(closest)
    if field is None:
        return ""
    return f"It follows from '{field}' in the other notes; write it there."


def _group_of(model: type[Fields], steps: FieldPath) -> type[Fields]:
    """Return the group of fields that the last step of a path belongs to."""
    for step in steps[:-1]:
        if isinstance(step, str):
            model = group_in(model, step) or model
    return model


def _either(words: tuple[str, ...]) -> str:
    """Join words for a message: ``a, b or c``."""
    if len(words) < 2:  # noqa: PLR2004 - one word is not an alternative
        return "".join(words)
    first = ", ".join(words[:-1])
    return f"{first} or {words[-1]}"


def _name(steps: FieldPath) -> str:
    """Name the innermost field of a path for a message."""
    names = _names(steps) or ["value"]
    return names[-1]


def _names(steps: FieldPath) -> list[str]:
    """Return the fields on a path that a writer typed."""
    names = [step for step in steps if isinstance(step, str)]
    return [name for name in names if name != "value"]
