"""The folders of a project that writers fill."""

CONTENT, SEEDS = "content", "seeds"
HOME = "content/index.md"
ASSETS = "theme/assets"
"""Pictures and other files, published as they are."""
THEME_ASSETS = "theme/overrides/assets"
"""Files of the theme, which MkDocs publishes."""
