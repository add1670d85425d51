"""The configuration: a build is reused only where all that it reads is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.reuse.configuration import UnknownError, read_configuration
from tests.conftest import ROOT, SETTINGS, write_files

DOCS = "docs_dir: build/docs\n"
KNOWN = {
    "the least": "",
    "our hook": "hooks: [generator/hook/mkdocs_hook.py]",
    "the theme's search": "plugins: [material/search]",
    "a search with options": "plugins: [search: {lang: en, separator: ' '}]",
    "plugins as a mapping": "plugins: {search: {lang: [en, de]}}",
    "no plugin": "plugins: []",
    "a theme by its name": "theme: material",
    "templates of the project": "theme: {name: material, custom_dir: theme/other}",
    "extensions": "markdown_extensions: [toc, pymdownx.emoji: {options: {a: b}}]",
    "an object of the theme": (
        "markdown_extensions: [pymdownx.emoji: "
        "{emoji_index: !!python/name:material.extensions.emoji.twemoji }]"
    ),
    "values of our own": "extra: {a: [1, 2], b: !ENV B}",
}
UNKNOWN = {
    "another hook": "hooks: [mine.py]",
    "a hook besides ours": "hooks: [generator/hook/mkdocs_hook.py, mine.py]",
    "another plugin": "plugins: [search, macros]",
    "a plugin that the environment names": "plugins: [!ENV PLUGIN]",
    "plugins that the environment names": "plugins: !ENV PLUGINS",
    "a plugin that is a number": "plugins: [1]",
    "a search that reads a file": "plugins: [search: {jieba_dict: words.txt}]",
    "options that are none": "plugins: [search: words.txt]",
    "templates outside of the project": "theme: {custom_dir: /srv/theme}",
    "templates beside the theme": "theme: {custom_dir: theme/../private}",
    "templates that the environment names": "theme: {custom_dir: !ENV PLACE}",
    "another extension": "markdown_extensions: [mine.extension]",
    "an extension that reads files": "markdown_extensions: [pymdownx.snippets]",
    "another object": "extra: {a: !!python/name:mine.value }",
    "an object that is made": "extra: {a: !!python/object/apply:os.getcwd [] }",
    "an unknown tag": "extra: {a: !mine b}",
    "other pages": "docs_dir: docs",
    "no mapping": "- a",
    "no YAML": "a: [",
    "no text": "\x00",
    "too deep": "[" * 5000,
    "a missing file": "INHERIT: nowhere.yml",
    "a file that inherits itself": "INHERIT: mkdocs.yml",
    "an inherited file that is none": "INHERIT: [base.yml]",
}


def write_settings(root: Path, text: str) -> None:
    is_whole = "docs_dir" in text
    (root / "mkdocs.yml").write_text(f"{text}\n{'' if is_whole else DOCS}")


@pytest.mark.parametrize("name", KNOWN)
def test_what_reads_only_the_project_is_known(tmp_path: Path, name: str) -> None:
    write_settings(tmp_path, KNOWN[name])

    assert read_configuration(tmp_path, "build/docs").files == (
        tmp_path / "mkdocs.yml",
    )


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_may_read_anything_is_not_known(tmp_path: Path, name: str) -> None:
    write_settings(tmp_path, UNKNOWN[name])

    with pytest.raises(UnknownError):
        read_configuration(tmp_path, "build/docs")


@pytest.mark.parametrize("name", UNKNOWN)
def test_nor_is_it_where_it_is_inherited(tmp_path: Path, name: str) -> None:
    write_files(tmp_path, {"mkdocs.yml": f"INHERIT: in/base.yml\n{DOCS}"})
    write_files(tmp_path, {"in/base.yml": UNKNOWN[name]})

    with pytest.raises(UnknownError):
        read_configuration(tmp_path, "build/docs")


def test_pages_of_another_folder_are_not_known(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": "site_name: x\n"})

    with pytest.raises(UnknownError):
        read_configuration(tmp_path, "build/docs")


def test_every_file_and_every_variable_counts(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "mkdocs.yml": f"INHERIT: in/base.yml\nsite_url: !ENV [A, 'B', default]\n{DOCS}",
            "in/base.yml": 'INHERIT: ../root.yml\nextra: {a: [!ENV "\\x43"]}\n',
            "root.yml": "hooks: [generator/hook/mkdocs_hook.py]\n",
        },
    )

    configuration = read_configuration(tmp_path, "build/docs")

    assert [path.resolve() for path in configuration.files] == [
        tmp_path / name for name in ("mkdocs.yml", "in/base.yml", "root.yml")
    ]
    assert configuration.variables >= {"A", "B", "C"}
    assert configuration.has_hook


@pytest.mark.parametrize("settings", [ROOT / "mkdocs.yml", SETTINGS])
def test_the_projects_own_configuration_is_known(
    tmp_path: Path, settings: Path
) -> None:
    write_files(tmp_path, {"mkdocs.yml": settings.read_text(encoding="utf-8")})

    configuration = read_configuration(tmp_path, "build/docs")

    assert configuration.variables >= {"SITE_URL", "CARDS", "EDIT_URL", "REPORT_URL"}
