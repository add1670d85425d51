"""What front matter may say: strict YAML with positions, and the fields of notes and sources.

Others use `values`, `statements`, `validate`, and the fields in `notes`, `treaties`, `sources`.
"""
