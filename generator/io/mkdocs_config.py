"""mkdocs.yml as MkDocs reads it: INHERIT merged, !ENV replaced; no plugin and no hook is run."""

import os
from pathlib import Path
from typing import IO, TypeAlias, cast

import yaml

from generator.diagnostics import Diagnostic, Origin
from generator.settings.positions import PATH, Positions
from generator.text.yaml_errors import syntax_problem

Config: TypeAlias = dict[str, object]
_ERRORS = (AttributeError, OSError, RecursionError, TypeError, ValueError)
"""MkDocs's loader raises these for a file that inherits itself, or has a value of a wrong type."""
_NO_MAPPING = "it is not a list of 'name: value' lines"


def read_config(path: Path) -> tuple[Config, list[Diagnostic]]:
    """Read a configuration file and those it inherits; empty if MkDocs cannot read them."""
    try:
        with path.open("rb") as file:
            return load_config(file)
    except OSError:
        hint = "Create it; MkDocs needs at least the line 'site_name: …'."
        problem = _problem(Origin(PATH), "the file is missing or cannot be read", hint)
        return {}, [problem]


def load_config(file: IO[bytes]) -> tuple[Config, list[Diagnostic]]:
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
    except ConfigurationError as error:
        cause = error.__context__
        if isinstance(cause, yaml.YAMLError):
            return {}, [_syntax_error(file, cause)]
        return {}, [_inherit_error(file, "the file that INHERIT names does not exist")]
    except _ERRORS as error:
        return {}, [_other_error(file, error)]
    if isinstance(config, dict):
        return config, []
    return {}, [_problem(Origin(PATH), _NO_MAPPING)]


def _left_out(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
    del loader, suffix, node


def _syntax_error(file: IO[bytes], error: yaml.YAMLError) -> Diagnostic:
    """Report a file that is not YAML: the open one, or one that it inherits."""
    path = PATH
    text = _text(file)
    mark = getattr(error, "problem_mark", None)
    if mark and mark.name != getattr(file, "name", mark.name):
        inherited = Path(mark.name)
        path = os.path.relpath(inherited, Path(file.name).parent)
        text = inherited.read_text(encoding="utf-8", errors="replace")
    found = syntax_problem(text, error)
    origin = Origin(Path(path).as_posix(), found.line + 1, found.column + 1)
    return _problem(origin, found.message, found.hint)


def _inherit_error(file: IO[bytes], message: str) -> Diagnostic:
    positions = Positions(_text(file))
    origin = positions.value_at(("INHERIT",))
    return _problem(origin, message, "Correct the path, or remove the line.")


def _other_error(file: IO[bytes], error: Exception) -> Diagnostic:
    """Report a value that MkDocs cannot read; only the file that it inherits has a place."""
    match error:
        case ValueError():
            message = f"a value cannot be read: {error}"
            return _problem(Origin(PATH), message, "Put the value in quotes.")
        case OSError():
            message = "the file that INHERIT names cannot be read"
        case RecursionError():
            message = "the file inherits itself, or is nested too deep"
        case _:
            message = f"INHERIT does not name a file, or {_NO_MAPPING}"
    return _inherit_error(file, message)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", errors="replace")


def _problem(origin: Origin, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(origin, "bad-config", message, hint)
