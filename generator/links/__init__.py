"""From prose to segments: text, links, citations.

Others use `linker`, `paragraphs` and `segments`.
"""
