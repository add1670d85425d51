"""INHERIT and !ENV mean what they mean in MkDocs, and nothing in the file is run."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config as load_as_mkdocs

from generator.io.mkdocs_config import read_config
from tests.conftest import write_files

BASE = """
site_name: Base
site_url: https://base.example/
extra:
  search: material
  explainers: {link: all, max_links: 3}
"""
CHILD = """
INHERIT: shared/base.yml
site_name: Child
site_description: !ENV [NO_SUCH_WORD, ABOUT, "nothing is said"]
extra:
  explainers:
    link: first
    cards: !ENV CARDS
    other: !ENV [NO_SUCH_WORD, 5]
"""


def test_an_inherited_file_and_variables_mean_what_they_mean_to_mkdocs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"mkdocs.yml": CHILD, "shared/base.yml": BASE})
    write_files(tmp_path, {"docs/index.md": ""})
    monkeypatch.setenv("ABOUT", "All of it")
    monkeypatch.setenv("CARDS", "yes")

    config, problems = read_config(tmp_path / "mkdocs.yml")

    assert problems == []
    assert config == {
        "site_name": "Child",
        "site_description": "All of it",
        "site_url": "https://base.example/",
        "extra": {
            "search": "material",
            "explainers": {"link": "first", "max_links": 3, "cards": True, "other": 5},
        },
    }
    known = load_as_mkdocs(str(tmp_path / "mkdocs.yml"))
    assert {name: known[name] for name in config} == config


def test_python_objects_are_not_made(tmp_path: Path) -> None:
    text = """
site_name: !!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path [made]]
theme:
  emoji: !!python/name:no.such.module
hooks: [hook.py]
docs_dir: !relative $config_dir
extra: {search: pagefind}
"""
    write_files(tmp_path, {"mkdocs.yml": text, "hook.py": "raise SystemExit"})

    config, problems = read_config(tmp_path / "mkdocs.yml")

    assert problems == []
    assert config == {
        "site_name": None,
        "theme": {"emoji": None},
        "hooks": ["hook.py"],
        "docs_dir": None,
        "extra": {"search": "pagefind"},
    }
    assert not Path("made").exists()


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a line", "1:1", "it is not a list"),
        ("INHERIT", "1:1", "INHERIT does not name a file"),
        ("[INHERIT, a]", "1:1", "INHERIT does not name a file"),
        ("INHERIT: [a, b]", "1:10", "INHERIT does not name a file"),
        ("a: b\nINHERIT: nowhere.yml", "2:10", "the file that INHERIT names does not"),
        ("INHERIT: .", "1:10", "the file that INHERIT names cannot be read"),
        ("INHERIT: mkdocs.yml", "1:10", "the file inherits itself"),
        ("a: b\nnav: [c", "2:6", "a list in brackets is not closed"),
        ("a:\n\t- b", "2:1", "the line is indented with a tab"),
        ("site_name: a: b", "1:13", "unexpected ':'"),
        ("site_name: 2024-13-45", "1:1", "a value cannot be read: month must be"),
        ("site_name: !ENV {a: b}", "1:12", "this is not valid YAML"),
        ("a: b\nsite_name: \udc00", "2:12", "the text has a character that is not"),
        ("[" * 5000, "1:1", "the file inherits itself, or is nested too deep"),
    ],
)
def test_what_mkdocs_cannot_read_is_reported_at_its_place(
    tmp_path: Path, text: str, place: str, message: str
) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_bytes(text.encode(errors="surrogatepass"))

    config, problems = read_config(path)

    assert config == {}
    (problem,) = map(str, problems)
    assert problem.startswith(f"mkdocs.yml:{place}: error[bad-config] {message}")


def test_an_inherited_file_that_is_no_yaml_is_named(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": CHILD, "shared/base.yml": "a: b\nc: [d\n"})

    _, problems = read_config(tmp_path / "mkdocs.yml")

    (problem,) = map(str, problems)
    assert problem.startswith("shared/base.yml:2:4: error[bad-config] a list in")


def test_a_project_without_a_configuration_is_told_so(tmp_path: Path) -> None:
    config, problems = read_config(tmp_path / "mkdocs.yml")

    assert config == {}
    (problem,) = map(str, problems)
    assert problem.startswith("mkdocs.yml:1:1: error[bad-config] the file is missing")


def test_an_empty_configuration_sets_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": ""})

    assert read_config(tmp_path / "mkdocs.yml") == ({}, [])
