"""Writers' tools: canonical form, suggestions, records created from articles.

Others use one module for each tool, and `suggestions`.
"""
