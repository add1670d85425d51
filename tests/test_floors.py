"""The import direction is part of the design, so it is tested."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

FLOORS = [
    {"addresses", "names", "edtf", "diagnostics", "markdown", "prose", "webpages"},
    {"dates", "history", "typefaces"},
    {"dates_in_prose", "boundaries", "fields", "settings", "yamltree", "cards"},
    {"coined", "capitals", "quoting", "statements", "evidence", "segments", "verbatim"},
    {"seals", "audit"},
    {"kinds", "source_fields"},
    {"model"},
    {"frontmatter"},
    {"limits"},
    {
        "notes",
        "sources",
        "index",
        "mentions",
        "authoring",
        "common",
        "passages",
        "portable",
    },
    {"importing", "garble", "references"},
    {"subjects"},
    {"quotations", "support", "scanning"},
    {"linking", "budgets"},
    {"statuses"},
    {"derive", "timelines", "suggest", "worklist", "ties"},
    {"grouping", "site"},
    {"page", "overview", "graph"},
    {"lines", "things", "exports"},
    {
        "source_lines",
        "timeline_lines",
        "treaty_lines",
        "tie_lines",
        "editor_lines",
        "change_lines",
        "name_lines",
        "topic_lines",
        "jsonld",
        "feeds",
        "redirects",
        "schemas",
        "digest",
        "social",
        "finding",
    },
    {"render", "knowledge"},
    {"files", "extracting"},
    {"commits", "machine", "site_folder", "drawing", "pagefind"},
    {"publish", "assembly"},
    {"build"},
    {"desk", "telling"},
    {"commands"},
    {"cli", "hook.mkdocs_hook"},
    {"__init__", "__main__", "hook.__init__"},
]
"""Every module; it imports only from floors above its own in this list."""
EDGE = {"files", "commits", "machine", "site_folder", "publish", "pagefind"}
"""What changes the disk, asks the machine or runs a program; `desk` reads files it is given."""
PURE = set().union(*FLOORS[: next(i for i, names in enumerate(FLOORS) if "files" in names)])
PURE |= {"assembly"}  # it takes texts as they were read, and reads none
DISK = {
    "os",
    "shutil",
    "pathlib",
    "subprocess",
    "tempfile",
    "io",
    "socket",
    "urllib.request",
    "time",
}
ACTING = DISK - {"pathlib", "time"} | {"ctypes", "fcntl", "random", "secrets", "zipfile"}
"""What commands may not use either; a path to pass on and a stopwatch they may have."""
WRITING = {"write_text", "write_bytes", "open", "mkdir", "touch", "unlink", "rmdir", "rename"}
"""Methods of a path that change the disk."""
PACKAGE = Path(__file__).parent.parent / "generator"
FLOOR_OF = {name: floor for floor, names in enumerate(FLOORS) for name in names}
BESIDE = {("sources", "notes")}
"""Imports within a floor, one way only."""


def imports(module: str) -> set[str]:
    path = PACKAGE / f"{module.replace('.', '/')}.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_every_module_has_a_floor() -> None:
    modules = {
        path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".")
        for path in PACKAGE.rglob("*.py")
    }

    assert modules == set(FLOOR_OF)


@pytest.mark.parametrize("module", sorted(FLOOR_OF))
def test_imports_point_one_way(module: str) -> None:
    used = {name.removeprefix("generator.") for name in imports(module) if "generator." in name}
    level = {
        name
        for name in used & set(FLOOR_OF)
        if FLOOR_OF[name] >= FLOOR_OF[module] and (module, name) not in BESIDE
    }

    assert not level


@pytest.mark.parametrize("module", sorted(PURE))
def test_the_core_does_not_touch_the_disk_or_the_clock(module: str) -> None:
    found = imports(module) - {"pathlib", "pathlib.PurePosixPath"}

    assert not {name for name in found if name in DISK or name.split(".")[0] in DISK}


@pytest.mark.parametrize("module", sorted(set(FLOOR_OF) - EDGE - {"hook.mkdocs_hook"}))
def test_only_the_edge_acts_on_the_machine(module: str) -> None:
    tree = ast.parse((PACKAGE / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
    called = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
    methods = {one.attr for one in called if isinstance(one, ast.Attribute)}
    functions = {one.id for one in called if isinstance(one, ast.Name)}

    assert not {name for name in imports(module) if {name, name.split(".")[0]} & ACTING}
    assert not (methods & WRITING) | (functions & {"open"})


@pytest.mark.parametrize("module", sorted(set(FLOOR_OF) - {"hook.mkdocs_hook"}))
def test_only_the_hook_knows_mkdocs(module: str) -> None:
    assert not {name for name in imports(module) if name.split(".")[0] == "mkdocs"}
