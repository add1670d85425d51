"""Notes and sources as values, the index of their names, and what they refer to.

Others use `model` and `index`, then `relations`, `references` and `passages`.
"""
