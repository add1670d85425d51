"""Strict YAML with positions: what it says, and where it says something else than was meant."""
