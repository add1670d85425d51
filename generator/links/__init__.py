"""From prose to segments: text, links, citations."""
