"""The folders of a project that writers fill."""

CONTENT, SEEDS = "content", "seeds"
HOME = "content/index.md"
