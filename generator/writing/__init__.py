"""Writers' tools: canonical form, suggestions, records created from articles."""
