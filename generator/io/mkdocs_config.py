"""mkdocs.yml as MkDocs reads it: INHERIT merged, !ENV replaced; no plugin and no hook is run."""

from pathlib import Path
from typing import IO, TypeAlias, cast

import yaml

Config: TypeAlias = dict[str, object]
_ERRORS = (AttributeError, OSError, RecursionError, TypeError, ValueError)
"""MkDocs's loader raises these for a file that is not UTF-8, inherits itself or is no mapping."""


def read_config(path: Path) -> Config:
    """Read a configuration file and those it inherits; empty if MkDocs cannot read them."""
    try:
        with path.open("rb") as file:
            return load_config(file)
    except OSError:
        return {}


def load_config(file: IO[bytes]) -> Config:
    """Read an open configuration file and those it inherits; empty if MkDocs cannot read them.

    Its tags name Python objects, which only MkDocs makes: their values are left out here.
    """
    # MkDocs takes longer to import than most commands take to run.
    from mkdocs.exceptions import ConfigurationError  # noqa: PLC0415
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load  # noqa: PLC0415

    loader = get_yaml_loader(yaml.SafeLoader)
    loader.add_multi_constructor("", _left_out)
    try:
        config = cast("object", yaml_load(file, loader))  # it may not be a mapping
    except (ConfigurationError, *_ERRORS):
        return {}
    if isinstance(config, dict):
        return config
    return {}


def _left_out(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
    del loader, suffix, node
