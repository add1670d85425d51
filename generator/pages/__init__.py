"""Pages for readers: the values that templates print, and the templates rendered."""
