"""The one place that knows MkDocs: its events call the generator."""
