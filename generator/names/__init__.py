"""Names in prose: where they are, and which note each one means.

Others use `reading` and `vocabulary`, and `matcher` and `resolve` for their types.
"""
