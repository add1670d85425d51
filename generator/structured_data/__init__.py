"""Structured data about pages and their subjects, in the vocabulary of schema.org."""
