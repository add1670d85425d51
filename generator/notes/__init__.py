"""Notes and sources as values, the index of their names, and what they refer to."""
