"""Sources in schema.org's words: works of others, which pages cite and which have pages."""

from collections.abc import Iterator

from generator.notes.model import Source
from generator.structured_data.described import DescribedPage
from generator.structured_data.things import (
    JsonObject,
    identity,
    iso_date,
    organization,
)

_SIGNS = {
    "NewsArticle": ("news", "article", "analysis", "report", "wire"),
    "OpinionNewsArticle": ("opinion",),
}
"""Words in the type of a source, and what schema.org calls it; the first that fits counts."""


def cited(page: DescribedPage, source: Source) -> JsonObject:
    """Return a source as the pages that cite it name it."""
    return {
        "@type": _type(source),
        "@id": identity(page, source),
        "name": source.title,
        "url": source.fields.url,
    }


def _type(source: Source) -> str:
    words = source.fields.type.lower()
    for type_, signs in _SIGNS.items():
        if any(sign in words for sign in signs):
            return type_
    return "CreativeWork"


def of_source(page: DescribedPage, source: Source) -> JsonObject:
    """Return what the page of a source is about: somebody else's work."""
    fields = source.fields
    authors = [{"@type": "Person", "name": name} for name in fields.authors]
    has_address = fields.licence.startswith("https://")
    return {
        **cited(page, source),
        "author": authors,
        "publisher": organization(fields.publisher),
        "datePublished": iso_date(fields.published),
        "inLanguage": fields.language,
        "license": fields.licence if has_address else "",
        "correction": list(_misprints(page, source)),
    }


def _misprints(page: DescribedPage, source: Source) -> Iterator[JsonObject]:
    """Yield how to read what a source prints wrong: the site says so, not its publisher."""
    name = page.site.settings.site.name
    for correction in source.fields.corrections:
        if not correction.read:
            continue
        right = f'"{correction.read}"'
        if correction.printed:
            right = f'"{correction.printed}" should read {right}'
        yield {
            "@type": "CorrectionComment",
            "text": f"¶{correction.p}: {right}",
            "author": organization(name),
        }
