"""Pages for readers: templates and the values they print. Others use `render` and `templates`."""
