"""What earlier builds computed, used again: slow hashes, and whole builds where nothing changed.

Others use `hashes` and `builds`.
"""
