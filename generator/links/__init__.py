"""What prose leads to: names, links and citations become part of its tree.

Others use `linker`, `linked` and `excerpts`.
"""
