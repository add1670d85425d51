"""Words as quotations are compared, and seals that verify them without the text.

Others use `seal_files`, `seals` and `words`.
"""
