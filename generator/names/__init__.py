"""Names in prose: where they are, and which note each of them means."""
