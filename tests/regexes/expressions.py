"""Every regular expression of a package, and how it is applied."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.regexes.modules import Compiled, Module, compiled_at_import, modules_of

FUNCTIONS = frozenset(
    "compile findall finditer fullmatch match search split sub subn".split()
)
"""Functions of `re` whose first argument is a pattern."""
METHODS = FUNCTIONS - {"compile"}
SCANNING = frozenset("findall finditer split sub subn".split())
"""Methods that begin anew behind each match."""
HARMLESS = frozenset({"flags", "groupindex", "groups", "pattern"})
"""Attributes of a pattern that match nothing."""
OTHER_ENGINES = frozenset({"re2", "regex"})


@dataclass(frozen=True, slots=True)
class Expression:
    """A regular expression, and the methods that it is applied with."""

    place: str
    name: str
    """The name of the expression, or of the table that it is in; may be empty."""
    pattern: str
    flags: int
    methods: frozenset[str]


@dataclass(frozen=True)
class Collected:
    """The expressions of a package, and the places where one may hide from us."""

    expressions: tuple[Expression, ...]
    hidden: tuple[str, ...]


@dataclass(frozen=True)
class _Package:
    """What a package consists of, and what it compiles while it is imported."""

    root: Path
    modules: Mapping[Path, Module]
    compiled: tuple[Compiled, ...]

    def place(self, path: Path, line: int) -> str:
        return f"{path.relative_to(self.root.parent).as_posix()}:{line}"


def collect(package: Path, built: Mapping[str, Iterable[str]]) -> Collected:
    """Find every regular expression of a package.

    Where a function builds a pattern that is known only when it runs, `built` has examples of what
    it builds, by `path:function`.
    """
    modules = {module.path: module for module in modules_of(package)}
    known = _Package(package, modules, compiled_at_import(package))
    found = [_applied(known, one) for one in known.compiled]
    hidden: list[str] = []
    for module in modules.values():
        hidden += _unusual_imports(known, module)
        for call in _uses_of_re(module):
            expressions = _expressions(known, module, call, built)
            if expressions is None:
                hidden.append(known.place(module.path, call.lineno))
            else:
                found += expressions
    return Collected(tuple(sorted(set(found), key=_by_place)), tuple(sorted(hidden)))


def _by_place(expression: Expression) -> tuple[str, str]:
    return expression.place, expression.pattern


def _unusual_imports(known: _Package, module: Module) -> Iterator[str]:
    """Yield each import of an engine that is not plainly `import re`."""
    engines = OTHER_ENGINES | {"re"}
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom):
            is_unusual = node.module in engines
        elif isinstance(node, ast.Import):
            others = any(alias.name in OTHER_ENGINES for alias in node.names)
            renamed = any(alias.name == "re" and alias.asname for alias in node.names)
            is_unusual = others or renamed
        else:
            continue
        if is_unusual:
            yield known.place(module.path, node.lineno)


def _uses_of_re(module: Module) -> Iterator[ast.Attribute]:
    """Yield each mention of a function of `re` that compiles a pattern."""
    for node in module.nodes:
        if not isinstance(node, ast.Attribute) or node.attr not in FUNCTIONS:
            continue
        if isinstance(node.value, ast.Name) and node.value.id == "re":
            yield node


def _expressions(
    known: _Package,
    module: Module,
    function: ast.Attribute,
    built: Mapping[str, Iterable[str]],
) -> list[Expression] | None:
    """Return what a call compiles besides what it compiled at import; None if that is hidden."""
    call = module.parents[function]
    if not isinstance(call, ast.Call) or call.func is not function:
        return None
    around = module.function_around(call)
    if not around:
        return [] if _was_called(known, module, call) else None
    place = known.place(module.path, call.lineno)
    methods = METHODS if function.attr == "compile" else frozenset({function.attr})
    constant = _constant(call)
    if constant is not None:
        return [Expression(place, around, constant, 0, methods)]
    if _is_only_called_at_import(known, around) and _was_called(known, module, call):
        return []
    examples = built.get(f"{place.partition(':')[0]}:{around}")
    if examples is None:
        return None
    return [Expression(place, around, example, 0, methods) for example in examples]


def _was_called(known: _Package, module: Module, call: ast.Call) -> bool:
    lines = range(call.lineno, (call.end_lineno or call.lineno) + 1)
    return any(
        one.called_in == module.path and one.called_at in lines
        for one in known.compiled
    )


def _is_only_called_at_import(known: _Package, function: str) -> bool:
    """Say whether no function mentions this one, so that it has run for the last time."""
    return not any(
        module.function_around(use)
        for module in known.modules.values()
        for use in module.uses(function)
    )


def _constant(call: ast.Call) -> str | None:
    """Return the pattern of a call that names no flags, if it is written there."""
    match call:
        case ast.Call(args=[ast.Constant(value=str(pattern)), *_], keywords=[]):
            return pattern
    return None


def _applied(known: _Package, one: Compiled) -> Expression:
    """Find the name of an expression, and the methods that it is applied with."""
    module = known.modules[one.module]
    place = known.place(one.module, one.line)
    name = ""
    methods = METHODS
    match module.statement_at(one.line):
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=value)
            | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
        ):
            users = _users(known, module, name)
            methods = _methods_of_name(users, name)
            if not isinstance(value, ast.Call):
                methods = _methods_of_elements(users) or METHODS
    return Expression(place, name, one.pattern, one.flags, methods)


def _users(known: _Package, module: Module, name: str) -> list[Module]:
    """Return the modules that may read a name of a module: only its own if the name is private."""
    if name.startswith("_"):
        return [module]
    return [other for other in known.modules.values() if any(other.uses(name))]


def _methods_of_name(users: Iterable[Module], name: str) -> frozenset[str]:
    """Return the methods called on a name; all if it is used in a way that hides them."""
    found: set[str] = set()
    for module in users:
        for use in module.uses(name):
            parent = module.parents[use]
            if not isinstance(parent, ast.Attribute):
                return METHODS
            found.add(parent.attr)
    if not found <= METHODS | HARMLESS:
        return METHODS
    return frozenset(found & METHODS) or METHODS


def _methods_of_elements(users: Iterable[Module]) -> frozenset[str]:
    """Return the methods called on local names of modules that read a table of expressions.

    `split` is left out: it is nearly always a method of a text.
    """
    found: set[str] = set()
    for module in users:
        for node in module.nodes:
            match node:
                case ast.Attribute(value=ast.Name(id=name), attr=method):
                    if method in METHODS and name.islower() and name != "re":
                        found.add(method)
    return frozenset(found - {"split"})
