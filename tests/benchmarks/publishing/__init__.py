"""What a build costs from notes to a finished site, beside plain Material and other engines."""
