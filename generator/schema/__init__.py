"""What front matter may say: strict YAML with positions, and the fields of notes and sources."""
