"""Files for programs: feeds, calendars, tables, the knowledge base, redirects."""
