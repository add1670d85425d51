"""What pages tell machines about themselves and their subjects, in the words of schema.org."""
