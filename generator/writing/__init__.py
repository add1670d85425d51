"""Writers' tools: canonical form, suggestions, records begun from articles."""
