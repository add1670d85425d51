"""MkDocs's plugins: which of them change pages, and the search index that ours replaces."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.plugins import PluginCollection

_HOOK = Path(__file__).parents[1] / "hook/mkdocs_hook.py"
_SEARCH_PLUGINS = ("material.plugins.search.plugin", "mkdocs.contrib.search")
_INDEXING = ("page_context", "post_build")
"""Events at which a search plugin reads a page, and writes its index."""


def change_no_page(plugins: Iterable[object]) -> bool:
    """Say whether all plugins and hooks are known to leave pages as they are."""
    return all(_is_search(plugin) or _is_our_hook(plugin) for plugin in plugins)


def without_search_index(plugins: PluginCollection) -> None:
    """Keep search plugins, which the theme asks for their options, from building an index."""
    for plugin in plugins.values():
        if not _is_search(plugin):
            continue
        for event in _INDEXING:
            methods = plugins.events[event]
            own = getattr(plugin, f"on_{event}", None)
            methods[:] = [method for method in methods if method != own]


def _is_search(plugin: object) -> bool:
    return type(plugin).__module__.startswith(_SEARCH_PLUGINS)


def _is_our_hook(plugin: object) -> bool:
    """Say whether a plugin is our hook: MkDocs keeps the module that mkdocs.yml names."""
    path = getattr(plugin, "__file__", None)
    return path is not None and Path(path).read_bytes() == _HOOK.read_bytes()
