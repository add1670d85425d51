"""The hook of MkDocs: each of its events makes one call to the generator."""
