"""What follows from the notes: backlinks, timelines, statuses, relations, the review queue."""
