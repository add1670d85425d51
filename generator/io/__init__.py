"""The edge: the disk, git, the environment, MkDocs, and programs that are run.

Others use `files`, `environment` and `site_folder`, and one module for each program.
"""
