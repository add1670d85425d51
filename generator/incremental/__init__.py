"""Results of pure functions, kept while notes change: only what an edit touches is computed again.

Others use `memo`, `outlines` and `surroundings`.
"""
