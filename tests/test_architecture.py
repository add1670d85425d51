"""What may touch the machine, and what may know MkDocs; import-linter holds who imports whom."""

from __future__ import annotations

import ast
import re
from collections import Counter

import pytest
from radon.complexity import cc_visit

from tests.conftest import ROOT

PACKAGE = ROOT / "generator"
CORE = """artifacts codes diagnostics settings text dates quotes schema notes names evidence built
    links writing facts cards drawings structured_data pages exports incremental""".split()
"""Packages and modules of pure functions: no disk, clock, environment, network or randomness."""
ALSO_PURE = {"app/assemble.py", "app/load.py"}
ACTING = set(
    "ctypes fcntl io os random secrets shutil socket subprocess tempfile urllib.request".split()
)
"""Modules of the standard library that act on the machine, or ask it."""
ON_THE_WAY = {"pathlib", "time", "zipfile"}
"""What commands may have besides: a path to pass on, a stopwatch."""
WRITING = {
    "write_text",
    "write_bytes",
    "open",
    "mkdir",
    "touch",
    "unlink",
    "rmdir",
    "rename",
}
"""Methods of a path that change the disk."""
KNOWING_MKDOCS = ("hook/", "io/mkdocs", "publishing/")
EDGE = ("io/", "hook/", "publishing/site.py", "reuse/", "app/publish.py")


def modules() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(PACKAGE.rglob("*.py"))
    }


MODULES = modules()
PURE = [
    name
    for name in MODULES
    if name.split("/")[0].removesuffix(".py") in CORE or name in ALSO_PURE
]
COMMANDS = [name for name in MODULES if not name.startswith(EDGE)]


def imports(module: str) -> set[str]:
    """Return every module that a module imports, and the packages around it."""
    found: set[str] = set()
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.ImportFrom) and node.module:
            if {alias.name for alias in node.names} == {"PurePosixPath"}:
                continue  # text alone
            found |= {node.module, node.module.split(".")[0]}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_there_is_a_core() -> None:
    assert len(PURE) > 60


@pytest.mark.parametrize("module", PURE)
def test_the_core_does_not_touch_the_disk_or_the_clock(module: str) -> None:
    assert not imports(module) & (ACTING | ON_THE_WAY)


@pytest.mark.parametrize("module", COMMANDS)
def test_only_the_edge_acts_on_the_machine(module: str) -> None:
    called = {
        node.func for node in ast.walk(MODULES[module]) if isinstance(node, ast.Call)
    }
    methods = {one.attr for one in called if isinstance(one, ast.Attribute)}
    functions = {one.id for one in called if isinstance(one, ast.Name)}

    assert not imports(module) & ACTING
    assert not (methods & WRITING) | (functions & {"open"})


@pytest.mark.parametrize(
    "module", [name for name in MODULES if not name.startswith(KNOWING_MKDOCS)]
)
def test_only_the_edge_knows_mkdocs(module: str) -> None:
    assert "mkdocs" not in imports(module)


MAX_COMPLEXITY = 10
MAX_MODULES = 15
"""Modules of one folder: as many as a reader takes in at a glance."""


@pytest.mark.parametrize("module", MODULES)
def test_no_function_is_too_complex(module: str) -> None:
    found = cc_visit((PACKAGE / module).read_text(encoding="utf-8"))

    complex_ones = [item.name for item in found if item.complexity > MAX_COMPLEXITY]
    assert complex_ones == []


def test_a_folder_has_few_modules() -> None:
    modules = [name for name in MODULES if not name.endswith("__init__.py")]
    counts = Counter(name.rpartition("/")[0] for name in modules)

    assert {name: count for name, count in counts.items() if count > MAX_MODULES} == {}


def test_a_package_names_only_modules_that_other_packages_use() -> None:
    used: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        own = path.relative_to(PACKAGE).parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                parts = node.module.split(".")
                if parts[1:2] != [own]:
                    used.add(".".join(parts[1:3]))
    for path in sorted(PACKAGE.glob("*/__init__.py")):
        package = path.parent.name
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        _, _, others = said.partition("Others use")
        named = {f"{package}.{name}" for name in re.findall(r"`([a-z_]+)`", others)}
        assert named <= used
        assert named or package in {"hook", "settings"}
