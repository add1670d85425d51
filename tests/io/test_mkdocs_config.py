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

    config = read_config(tmp_path / "mkdocs.yml")

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

    assert read_config(tmp_path / "mkdocs.yml") == {
        "site_name": None,
        "theme": {"emoji": None},
        "hooks": ["hook.py"],
        "docs_dir": None,
        "extra": {"search": "pagefind"},
    }
    assert not Path("made").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a line",
        "INHERIT",
        "[INHERIT, a]",
        "INHERIT: [a, b]",
        "INHERIT: nowhere.yml",
        "INHERIT: mkdocs.yml",
        "[unclosed",
        "site_name: 2024-13-45",
        "site_name: !ENV {a: b}",
        "site_name: \udc00",
        "[" * 5000,
    ],
)
def test_what_mkdocs_cannot_read_is_left_to_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_bytes(text.encode(errors="surrogatepass"))

    assert read_config(path) == {}


def test_a_project_needs_no_configuration(tmp_path: Path) -> None:
    assert read_config(tmp_path / "mkdocs.yml") == {}
