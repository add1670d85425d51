"""Whether what is said and quoted rests on its sources."""
