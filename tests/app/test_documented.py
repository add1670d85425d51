"""Every field, code and command is documented where its users look for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import pytest

from generator.app.cli import main
from generator.app.lazy_commands import COMMANDS
from generator.built.audit import FAULTS
from generator.codes import CODES, AuditCode, ContentCode
from generator.notes.model import HOME, KINDS
from generator.schema.field_map import field_names, group_in
from generator.schema.sources import SourceFields
from generator.schema.statements import Statement
from generator.schema.values import Fields

ROOT = Path(__file__).parents[2]
CONTRIBUTING = ROOT / ".github" / "CONTRIBUTING.md"
PACKAGE = ROOT / "generator"
PLACE_OF_CODE = {
    "Diagnostic": 1,
    "warning": 1,
    "_fault": 1,
    "_report": 1,
    "Fault": 0,
    "PydanticCustomError": 0,
}
"""Where a problem's code stands among the arguments of what reports it."""


def groups() -> list[type[Fields]]:
    """Return every group of fields a writer can meet."""
    found: list[type[Fields]] = [HOME.fields, *(kind.fields for kind in KINDS.values())]
    found += [SourceFields, Statement]
    for group in found:  # it grows while we go through it
        inner = (group_in(group, name) for name in field_names(group))
        found += [
            fields
            for fields in inner
            if fields and not issubclass(fields, tuple(found))
        ]
    return found


def own_fields(group: type[Fields]) -> list[str]:
    """Return the fields that a group does not share with every note."""
    is_kind = issubclass(group, HOME.fields) and group is not HOME.fields
    shared = field_names(HOME.fields) if is_kind else []
    return [name for name in field_names(group) if name not in shared]


def sections() -> dict[str, str]:
    """Return the text below each heading of the guide for writers, examples left out."""
    text = CONTRIBUTING.read_text(encoding="utf-8")
    text = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    parts = re.split(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def first_cells(table: str) -> set[str]:
    """Return what stands in backticks in the first column of a table."""
    cells = (line.split("|")[1] for line in table.splitlines() if line.startswith("|"))
    return {word for cell in cells for word in re.findall(r"`([^`]+)`", cell)}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Yield every call of the generator's modules, under the name that is called."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                yield (
                    called.attr
                    if isinstance(called, ast.Attribute)
                    else ast.unparse(called),
                    node,
                )


def reported_codes() -> set[str]:
    """Return every code that is written where a problem is reported."""
    found = set()
    for name, call in calls():
        place = PLACE_OF_CODE.get(name, len(call.args))
        code = call.args[place] if place < len(call.args) else None
        if isinstance(code, ast.Constant) and isinstance(code.value, str):
            found.add(code.value)
    return found


def texts_outside_the_table() -> set[str]:
    """Return every piece of text in the generator's code, the table of codes left out."""
    found: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name == "codes.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def commands() -> list[tuple[str, click.Command]]:
    return [("", main), *((name, lazy.load()) for name, lazy in COMMANDS.items())]


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.__name__)
def test_every_field_has_a_row_in_the_guide(group: type[Fields]) -> None:
    headings = {"notes": "Every note", "sources": "Sources of `seeds/`"}
    section = sections()[headings.get(group.noun, group.noun.capitalize())]

    assert sorted(first_cells(section)) == sorted(own_fields(group))


def test_every_code_has_a_row_in_the_guide() -> None:
    assert sorted(first_cells(sections()["What the check says"])) == sorted(CODES)


def test_every_code_is_reported_somewhere() -> None:
    assert sorted(set(CODES) - texts_outside_the_table()) == []


def test_every_code_is_explained() -> None:
    assert list(CODES) == sorted(CODES)
    assert set(CODES) == set(get_args(ContentCode))
    assert set(FAULTS) == set(get_args(AuditCode))


def test_every_code_that_is_reported_is_explained() -> None:
    reported = reported_codes()

    assert len(reported) > len(CODES) / 2  # else they are not found
    assert sorted(reported - set(CODES) - set(FAULTS)) == []


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_words_and_its_meaning_a_sentence(code: ContentCode) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert re.fullmatch(r"[A-Z].+\.", CODES[code])


@pytest.mark.parametrize("command", [name for name, _ in commands() if name])
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`explainers {command}`" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "command"), commands())
def test_every_command_and_option_has_help(name: str, command: click.Command) -> None:
    with click.Context(
        command, info_name=name, help_option_names=["-h", "--help"]
    ) as context:
        parameters = command.get_params(context)

    assert command.help
    assert [
        each.name
        for each in parameters
        if isinstance(each, click.Option) and not each.help
    ] == []
    arguments = [each.name for each in parameters if isinstance(each, click.Argument)]
    assert [
        name for name in arguments if name and name.upper() not in command.help
    ] == []
