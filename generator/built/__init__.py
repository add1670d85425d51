"""A finished site: read, audited, and copied to open without a server.

Others use `audit` and `portable`.
"""
