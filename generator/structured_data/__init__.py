"""Structured data about pages, in the vocabulary of schema.org. Others use `jsonld`."""
