"""Turn curated notes and source records into linked Markdown pages."""
