"""Names in prose: where they are, and which note each one means."""
