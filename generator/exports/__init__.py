"""Files for programs: feeds, calendars, tables, the knowledge base, redirects.

Others use one module for each export, and `addresses`.
"""
