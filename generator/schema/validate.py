"""Validate front matter against the fields of a kind."""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Origin
from generator.schema.errors import ErrorTranslator
from generator.schema.field_map import field_names, needed_names
from generator.schema.front_matter import Parts
from generator.schema.keys import canonical_key, canonical_node
from generator.schema.nodes import Fault, Node
from generator.schema.values import Fields

F = TypeVar("F", bound=Fields)

_UNREADABLE = {
    "bad-yaml",
    "bad-character",
    "cut-value",
    "misplaced-front-matter",
    "unclosed-front-matter",
    "bad-nesting",
}
"""Problems after which a missing field may only be unreadable."""


def read_fields(
    model: type[F], parts: Parts, path: str
) -> tuple[F, Node, list[Diagnostic]]:
    """Read the fields of a file: the good ones, their nodes by canonical name, every problem."""
    problems = [_problem(fault, path) for fault in parts.faults]
    node, clashes = canonical_node(parts.node, model, path)
    problems += clashes
    problems += _undecided(parts.node, model, path)
    fields, errors = _validated(model, node)
    translator = ErrorTranslator(model, node, parts.node, path)
    problems += map(translator.translate, errors)
    codes = {problem.code for problem in problems}
    if codes.isdisjoint(_UNREADABLE):
        problems += _missing(translator)
    return fields, node, problems


def _undecided(node: Node, model: type[Fields], path: str) -> Iterator[Diagnostic]:
    """Report ``draft`` without a value: left out, as other fields are, it would mean no."""
    known = field_names(model)
    for pair in node.pairs.values():
        if pair.value.value is None and canonical_key(pair.key, known) == "draft":
            origin = Origin(path, pair.key_span.line, pair.key_span.column)
            message = "draft: expected yes or no, found nothing"
            hint = "Write 'draft: yes' or 'draft: no', or delete the line."
            yield Diagnostic(origin, "bad-value", message, hint)


def _problem(fault: Fault, path: str) -> Diagnostic:
    origin = Origin(path, fault.line, fault.column)
    return Diagnostic(origin, fault.code, fault.message, fault.hint)


def _validated(model: type[F], node: Node) -> tuple[F, list[ErrorDetails]]:
    """Validate a mapping; where fields are wrong, leave them out and return their errors."""
    values = node.plain_pairs()
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    for found in errors:
        name = str(found["loc"][0])
        values.pop(name, None)
    return model.model_validate(values), errors


def _missing(translator: ErrorTranslator) -> Iterator[Diagnostic]:
    """Report the fields that a note must have and that are absent or empty."""
    model = translator.model
    values = translator.node.plain_pairs()
    for name in needed_names(model):
        if not values.get(name):
            yield translator.missing_field(model, (name,))
