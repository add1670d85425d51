"""The program: the pipeline from files to a site, and its commands.

Others use `build` and `cli`.
"""
