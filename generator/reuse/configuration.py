"""What mkdocs.yml makes a build read; no build is reused unless all of that is known."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeAlias, cast

import yaml

SETTINGS = "mkdocs.yml"
HOOK = "generator/hook/mkdocs_hook.py"
THEME = "theme"
_MAX_FILES = 10
"""Files that inherit from one another; one may inherit itself."""
_PLUGINS = {"search", "material/search"}
_PLUGIN_OPTIONS = {"enabled", "fields", "lang", "pipeline", "separator"}
"""Options of a search that name no file."""
_EXTENSIONS = set(
    "abbr admonition attr_list def_list fenced_code footnotes md_in_html meta sane_lists smarty "
    "tables toc".split()
)
_EXTENSION_FAMILIES = ("markdown.extensions.", "pymdownx.")
_READING_EXTENSIONS = ("pymdownx.b64", "pymdownx.pathconverter", "pymdownx.snippets")
_OBJECT = "tag:yaml.org,2002:python/name:"
_KNOWN_OBJECTS = ("material.", "pymdownx.")
_Config: TypeAlias = Mapping[str, object]
_NOT_YAML = (yaml.YAMLError, OSError, RecursionError, TypeError, ValueError)


class UnknownError(Exception):
    """The configuration cannot be read, or names something that may read anything."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a build reads because the configuration says so."""

    files: tuple[Path, ...]
    """The configuration's own files: mkdocs.yml, and those that it inherits."""
    variables: frozenset[str]
    """The environment variables that may set a value."""
    has_hook: bool
    """Whether MkDocs runs our hook."""


class _Loader(yaml.SafeLoader):
    """Reads YAML, and collects the environment variables that it names."""

    def __init__(self, text: bytes) -> None:
        super().__init__(text)
        self.variables: set[str] = set()

    def variable(self, node: yaml.Node) -> None:
        """Collect the names of ``!ENV``: one, or a list of names and a default."""
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        self.variables |= {str(one.value) for one in nodes}

    def object(self, suffix: str, _: yaml.Node) -> None:
        """Pass over a Python object of a known package.

        Raises:
            UnknownError: If it is another's.
        """
        if not suffix.startswith(_KNOWN_OBJECTS):
            raise UnknownError


_Loader.add_constructor("!ENV", _Loader.variable)
_Loader.add_multi_constructor(_OBJECT, _Loader.object)


def read_configuration(root: Path, docs_dir: str) -> Configuration:
    """Return what the configuration of a project reads.

    Args:
        root: The project.
        docs_dir: The folder of the generated pages, the only one that MkDocs may read pages from.

    Raises:
        UnknownError: If anything is not known to read only the project's own folders.
    """
    files: list[Path] = []
    configs: list[_Config] = []
    variables: set[str] = set()
    path: Path | None = root / SETTINGS
    while path is not None:
        files.append(path)
        _demand(len(files) <= _MAX_FILES)
        config, named = _read(path)
        configs.append(config)
        variables |= named
        path = _inherited(path, config)
    folders = [config["docs_dir"] for config in configs if "docs_dir" in config]
    _demand(bool(folders) and set(folders) == {docs_dir})
    for config in configs:
        _check(config)
    has_hook = any("hooks" in config for config in configs)
    return Configuration(tuple(files), frozenset(variables), has_hook)


def _demand(is_known: bool) -> None:  # noqa: FBT001 - the only argument
    if not is_known:
        raise UnknownError


def _read(path: Path) -> tuple[_Config, set[str]]:
    """Return the values of a file, and the variables that it names."""
    try:
        loader = _Loader(path.read_bytes())
        config = cast("object", loader.get_single_data())
    except _NOT_YAML:
        raise UnknownError from None
    if not isinstance(config, dict):
        raise UnknownError
    return config, loader.variables


def _inherited(path: Path, config: _Config) -> Path | None:
    """Return the file that another inherits, if it does."""
    if "INHERIT" not in config:
        return None
    name = config["INHERIT"]
    if not isinstance(name, str):
        raise UnknownError
    return path.parent / name


def _check(config: _Config) -> None:
    """Check that a file names only what reads no other file.

    Raises:
        UnknownError: If it names anything else.
    """
    _demand(config.get("hooks", [HOOK]) == [HOOK])
    for name, options in _entries(config.get("plugins", [])):
        _demand(name in _PLUGINS and _PLUGIN_OPTIONS.issuperset(options))
    for name, _ in _entries(config.get("markdown_extensions", [])):
        is_ours = name in _EXTENSIONS or name.startswith(_EXTENSION_FAMILIES)
        _demand(is_ours and not name.startswith(_READING_EXTENSIONS))
    theme = config.get("theme")
    if isinstance(theme, dict) and "custom_dir" in theme:
        parts = PurePosixPath(str(theme["custom_dir"])).parts
        _demand(parts[:1] == (THEME,) and ".." not in parts)


def _entries(listed: object) -> Iterator[tuple[str, Iterable[object]]]:
    """Yield the name and the options of each plugin or extension, in any of MkDocs's forms.

    Raises:
        UnknownError: If it is another form.
    """
    _demand(isinstance(listed, list | dict))
    for item in [listed] if isinstance(listed, dict) else cast("list[object]", listed):
        pairs = item.items() if isinstance(item, dict) else [(item, None)]
        for name, options in pairs:
            if not isinstance(name, str) or not isinstance(options, dict | None):
                raise UnknownError
            yield name, options or ()
