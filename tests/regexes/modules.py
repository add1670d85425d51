"""The modules of a package: their sources, and what they compile while they are imported."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_AT_IMPORT = """
import importlib, json, re, sys
names, root = json.loads(sys.argv[1]), sys.argv[2]
found = []
def watch(frame, event, _):
    if event != "call" or frame.f_code is not re._compile.__code__:
        return
    given = frame.f_locals
    compiled = re.compile(given["pattern"], given["flags"])
    caller = outer = frame.f_back.f_back
    if not caller.f_code.co_filename.startswith(root):
        return
    while outer.f_code.co_name != "<module>":
        outer = outer.f_back
    files = caller.f_code.co_filename, outer.f_code.co_filename
    lines = caller.f_lineno, outer.f_lineno
    found.append([*files, *lines, compiled.pattern, compiled.flags])
sys.setprofile(watch)
for name in names:
    importlib.import_module(name)
sys.setprofile(None)
print(json.dumps(found))
"""
"""Imports modules in a new interpreter, and prints each expression that they compile: the file of
the call and of the module that led to it, their lines, pattern and flags."""


@dataclass(frozen=True)
class Module:
    """A module, with the parent of each node of its syntax tree."""

    path: Path
    name: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text(encoding="utf-8"))

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    @cached_property
    def parents(self) -> Mapping[ast.AST, ast.AST]:
        found: dict[ast.AST, ast.AST] = {}
        for node in self.nodes:
            for child in ast.iter_child_nodes(node):
                found[child] = node
        return found

    def around(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield the nodes around a node, innermost first."""
        while node in self.parents:
            node = self.parents[node]
            yield node

    def function_around(self, node: ast.AST) -> str:
        """Return the name of the innermost function around a node; empty if there is none."""
        for outer in self.around(node):
            if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef):
                return outer.name
            if isinstance(outer, ast.Lambda):
                return "<lambda>"
        return ""

    def statement_at(self, line: int) -> ast.stmt | None:
        """Return the outermost statement that a line belongs to."""
        for statement in self.tree.body:
            if statement.lineno <= line <= (statement.end_lineno or 0):
                return statement
        return None

    def uses(self, name: str) -> Iterator[ast.AST]:
        """Yield each place that reads a name, as `name` or as `module.name`."""
        for node in self.nodes:
            match node:
                case ast.Name(id=found, ctx=ast.Load()) | ast.Attribute(attr=found):
                    if found == name:
                        yield node


@dataclass(frozen=True)
class Compiled:
    """An expression that was compiled while a module was imported."""

    called_in: Path
    called_at: int
    module: Path
    line: int
    """Where the module led to the call, perhaps through functions."""
    pattern: str
    flags: int


def modules_of(package: Path) -> tuple[Module, ...]:
    """Return every module of a package, in order."""
    found = []
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        if parts[-1] != "__main__":
            found.append(Module(path, ".".join(parts).removesuffix(".__init__")))
    return tuple(found)


def compiled_at_import(package: Path) -> tuple[Compiled, ...]:
    """Import every module of a package in a new interpreter; return what they compile."""
    names = [module.name for module in modules_of(package)]
    command = [sys.executable, "-c", _AT_IMPORT, json.dumps(names), f"{package}/"]
    done = subprocess.run(
        command, cwd=package.parent, capture_output=True, text=True, check=True
    )
    found = []
    for called_in, module, called_at, line, pattern, flags in json.loads(done.stdout):
        compiled = Compiled(
            Path(called_in), called_at, Path(module), line, pattern, flags
        )
        found.append(compiled)
    return tuple(found)
