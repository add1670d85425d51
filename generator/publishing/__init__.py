"""From generated pages to a site: bodies as HTML, and what MkDocs and the theme put around them.

Others use `site` and `site_audit`; MkDocs's hook uses `page_html` and `plugins`.
"""
