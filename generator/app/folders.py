"""The folders of a project that writers fill, and those that a build does."""

from pathlib import Path

CONTENT, SEEDS = "content", "seeds"
HOME = "content/index.md"
ASSETS = "theme/assets"
"""Pictures and other files, published as they are."""
TEMPLATES = "theme/pages"
DOCS_DIR = Path("build/docs")
"""The generated pages."""
SITE = Path("site")
THEME_ASSETS = "theme/overrides/assets"
"""Files of the theme, which MkDocs publishes."""
