"""Front matter: split it from the body, read it strictly, validate it against a kind's fields."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from frontmatter.default_handlers import YAMLHandler
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Origin, did_you_mean, quoted
from generator.schema.field_map import field_names, group_in, needed_names
from generator.schema.statements import Path
from generator.schema.values import Fields
from generator.schema.yaml import Entry, Fault, Node, parse_yaml

F = TypeVar("F", bound=Fields)

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
    r"|[\ue000-\uf8ff]|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]"
)
"""Control characters, private ones, and those that hide or turn text around.

Joiners stay, as scripts need them, and so do the tags of flags.
"""
_FORM_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))


@dataclass(frozen=True, slots=True)
class Parts:
    """One file, split: its front matter as nodes, and its body as it stands."""

    node: Node
    body: str
    body_line: int
    faults: tuple[Fault, ...]


class StrictHandler(YAMLHandler):
    """python-frontmatter's YAML handler, with our loader, and refusing what it lets pass."""

    def detect(self, text: str) -> bool:
        """Say whether the text begins with front matter."""
        return _FENCE.match(text) is not None

    def split(self, text: str) -> tuple[str, str]:
        """Split at the two --- lines, keeping every byte of both parts.

        Raises:
            ValueError: If the second line is missing.
        """
        opening = _FENCE.match(text)
        closing = _FENCE.search(text, opening.end()) if opening else None
        if opening is None or closing is None:
            msg = "the line --- that closes the front matter is missing"
            raise ValueError(msg)
        return text[opening.end() + 1 : closing.start()], text[closing.end() + 1 :]

    def load(self, fm: str) -> tuple[Node, list[Fault]]:  # type: ignore[override]
        """Read front matter with the place of every value; line numbers are the file's."""
        return parse_yaml(fm, first_line=2)


HANDLER = StrictHandler()
_UNREADABLE = {
    "bad-yaml",
    "bad-character",
    "unclosed-front-matter",
    "too-long",
    "bad-nesting",
}
"""Problems after which what a model misses says nothing about the note."""


def split_note(text: str) -> Parts:
    """Split the text of a file; without front matter all of it is body."""
    text = text.removeprefix("\ufeff")
    if hidden := _HIDDEN.search(text):
        return Parts(Node({}), "", 1, (_hidden_fault(text, hidden),))
    if not HANDLER.detect(text):
        return Parts(Node({}), text, 1, ())
    try:
        front, body = HANDLER.split(text)
    except ValueError as error:
        hint = "Put a line of three hyphens, ---, between the fields and the text."
        node, _ = HANDLER.load(
            text.partition("\n")[2].partition("\n\n")[0]
        )  # for its names
        return Parts(
            node, "", 1, (Fault("unclosed-front-matter", str(error), hint, 1, 1),)
        )
    node, faults = HANDLER.load(front)
    return Parts(node, body, front.count("\n") + 3, tuple(faults))


def _hidden_fault(text: str, found: re.Match[str]) -> Fault:
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    message = f"the character U+{ord(found[0]):04X} cannot be seen"
    return Fault(
        "bad-character", message, "Delete it, or type the line anew.", line, column
    )


def read_fields(
    model: type[F], parts: Parts, path: str
) -> tuple[F, Node, list[Diagnostic]]:
    """Read the fields of a file: the good ones, their nodes by canonical name, every problem."""
    problems = [
        Diagnostic(
            Origin(path, fault.line, fault.column),
            fault.code,
            fault.message,
            fault.hint,
        )
        for fault in parts.faults
    ]
    node, clashes = _canonical(parts.node, model, path)
    problems += clashes
    data = node.plain()
    try:
        fields = model.model_validate(data)
    except ValidationError as error:
        wrong = {str(found["loc"][0]) for found in error.errors()}
        fields = model.model_validate(
            {key: data[key] for key in data if key not in wrong}
        )
        problems += [_problem(model, node, found, path) for found in error.errors()]
    if not {found.code for found in problems} & _UNREADABLE:
        problems += _missing(model, node, path)
    return fields, node, problems


def _missing(model: type[Fields], node: Node, path: str) -> Iterator[Diagnostic]:
    """Report the fields a kind cannot do without that are not there, or hold nothing."""
    entries = node.value if isinstance(node.value, Mapping) else {}
    for name in needed_names(model):
        if name not in entries or not entries[name].value.plain():
            span = node.find((name,))[1]
            yield _missing_field(model, name, Origin(path, span.line, span.column))


def _missing_field(model: type[Fields], name: str, origin: Origin) -> Diagnostic:
    hint = f"Add a line '{name}: …'; {model.noun} cannot do without."
    return Diagnostic(origin, "missing-field", f"{quoted(name)} is required here", hint)


def _canonical(
    node: Node, model: type[Fields], path: str
) -> tuple[Node, list[Diagnostic]]:
    """Give every key its canonical name, singular or plural, and leave out empty values."""
    if node.value is None or isinstance(node.value, str):
        return node, []
    if isinstance(node.value, tuple):
        items, problems = [], []
        for item in node.value:
            found, clashes = _canonical(item, model, path)
            items.append(found)
            problems += clashes
        return Node(tuple(items), node.span, node.style), problems
    known = field_names(model)
    entries: dict[str, Entry] = {}
    problems = []
    for entry in node.value.values():
        name = entry.key if entry.key in known else canonical_key(entry.key, known)
        if first := entries.get(name):
            origin = Origin(path, entry.key_span.line, entry.key_span.column)
            message = f"{quoted(entry.key)} means the same as {quoted(first.key)}"
            hint = f"It stands on line {first.key_span.line} already; keep one of them."
            problems.append(Diagnostic(origin, "duplicate-key", message, hint))
        elif entry.value.value is not None:
            inner = group_in(model, name)
            value, clashes = (
                _canonical(entry.value, inner, path) if inner else (entry.value, [])
            )
            problems += clashes
            entries[name] = Entry(entry.key, entry.key_span, value)
    return Node(entries, node.span, node.style), problems


def canonical_key(key: str, known: Sequence[str]) -> str:
    """Return the field a key means: case, hyphens and spaces, singular and plural do not matter."""
    folded = key.strip().lower().replace("-", "_").replace(" ", "_")
    if folded in known:
        return folded
    near = (name for name in known if folded in _forms(name) or name in _forms(folded))
    return next(near, key)


def _forms(name: str) -> set[str]:
    """Return a name and what may be its singular."""
    cut = {
        name.removesuffix(end) + new for end, new in _FORM_ENDINGS if name.endswith(end)
    }
    return {name} | cut


_FRIENDLY = {
    "literal_error": ("bad-value", "{name}: {value} is not one of {expected}"),
    "string_type": ("bad-value", "{name}: expected text, found {value}"),
    "tuple_type": ("bad-value", "{name}: expected a list, found {value}"),
    "int_parsing": ("bad-value", "{name}: expected a whole number, found {value}"),
    "int_type": ("bad-value", "{name}: expected a whole number, found {value}"),
    "model_type": (
        "bad-value",
        "{name}: expected {noun} as 'field: value', found {value}",
    ),
}
"""Of pydantic's error types those a writer can cause: our code and words."""


def _problem(
    model: type[Fields], node: Node, found: ErrorDetails, path: str
) -> Diagnostic:
    """Put one of pydantic's errors in a writer's words, at its place in the file."""
    steps: Path = found["loc"]
    typed = [step for step in steps if isinstance(step, str)]
    name = next((step for step in reversed(typed) if step != "value"), "value")
    holder = _holder(model, steps)
    if found["type"] == "extra_forbidden":
        return _unknown_field(holder, node, steps, path)
    span = node.find(steps)[1]
    origin = Origin(path, span.line, span.column)
    if found["type"] == "missing":
        return _missing_field(holder, name, origin)
    if found["type"] not in _FRIENDLY:
        code = found["type"] if "-" in found["type"] else "bad-value"
        return Diagnostic(origin, code, f"{_named(steps)}: {found['msg']}")
    code, message = _FRIENDLY[found["type"]]
    expected = str(found.get("ctx", {}).get("expected", "")).replace("'", "")
    value = quoted(str(found["input"]))
    message = message.format(
        name=quoted(name), value=value, expected=expected, noun=holder.noun
    )
    hint = did_you_mean(str(found["input"]), expected.replace(" or ", ", ").split(", "))
    return Diagnostic(origin, code, message, hint)


def _unknown_field(
    holder: type[Fields], node: Node, steps: Path, path: str
) -> Diagnostic:
    """Point at a key that is no field, and name the nearest one."""
    parent = node.find(steps[:-1])[0]
    key = str(steps[-1])
    entry = parent.value.get(key) if isinstance(parent.value, Mapping) else None
    span = entry.key_span if entry else parent.span
    known = field_names(holder)
    hint = did_you_mean(key, known) or f"The fields are {', '.join(known)}."
    message = f"{holder.noun} have no field {quoted(key)}"
    return Diagnostic(
        Origin(path, span.line, span.column), "unknown-field", message, hint
    )


def _holder(model: type[Fields], steps: Path) -> type[Fields]:
    """Return the group of fields in which the last step of a path lies."""
    for step in steps[:-1]:
        if isinstance(step, str):
            model = group_in(model, step) or model
    return model


def _named(steps: Path) -> str:
    """Name a field for a message, as a writer finds it: ``parties 2, ratified``."""
    words = [step for step in steps if isinstance(step, str) and step != "value"]
    return ", ".join(words) or "value"
