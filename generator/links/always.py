"""The pages that every site has, whatever its notes say: texts may link to them."""

from generator.notes.model import KINDS

HOME_PAGE = "index.md"
ALWAYS = frozenset(
    {
        HOME_PAGE,
        "sources/index.md",
        *(f"{folder}/index.md" for folder in KINDS),
        "about/corrections.md",
        "about/data.md",
        "about/names.md",
        "about/quotations.md",
        "about/worklist.md",
    }
)
"""Paths inside docs_dir."""
