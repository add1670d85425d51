"""What the parser's events become: a function for each kind of node."""
