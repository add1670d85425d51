"""The tests' own configuration is the project's, but for what is about the site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.settings import PATH
from tests.conftest import ROOT, SETTINGS

OF_THE_SITE = {"site_name", "site_description", "copyright"}
"""Settings that may differ, besides what editors ask of their writers."""


class Reader(yaml.SafeLoader):
    """Reads a tag such as !ENV as what it stands before."""


def _behind(loader: Reader, _: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)
    return loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else None


Reader.add_multi_constructor("!", _behind)


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Reader)  # noqa: S506
    found["extra"]["explainers"].pop("editorial", None)
    return {name: value for name, value in found.items() if name not in OF_THE_SITE}


def test_sites_of_tests_are_built_as_the_project_is() -> None:
    assert read(SETTINGS) == read(ROOT / PATH)
