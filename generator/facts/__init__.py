"""What follows from the notes: backlinks, timelines, statuses, relations, the review queue.

Others use `site`, which has all of it, and `entries`, `history` and `relations` for its types.
"""
