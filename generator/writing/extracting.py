"""Read the article out of a web page, with trafilatura if it is installed."""

from collections.abc import Iterable, Iterator

from generator.writing.importing import ImportedArticle, numbered

_NAMES = (
    "text",
    "title",
    "sitename",
    "hostname",
    "author",
    "date",
    "url",
    "license",
    "language",
)


class MissingExtraError(Exception):
    """The library that reads web pages is not installed."""


def read_html(text: str) -> ImportedArticle:
    """Read an article's paragraphs, title, publisher, authors and date from HTML.

    Raises:
        MissingExtraError: If trafilatura, the extra ``import``, is not installed.
    """
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - an extra
    except ImportError as error:
        msg = "to import HTML, install the extra: pip install 'explainers[import]'"
        raise MissingExtraError(msg) from error
    document = bare_extraction(text, with_metadata=True, include_comments=False)
    if document is None:
        return ImportedArticle({})
    data = document if isinstance(document, dict) else document.as_dict()
    found = {name: str(data.get(name) or "") for name in _NAMES}
    paragraphs = _stripped(found["text"].splitlines())
    authors = _stripped(found["author"].split(";"))
    return ImportedArticle(
        paragraphs=numbered(paragraphs),
        title=found["title"],
        publisher=found["sitename"] or found["hostname"],
        authors=tuple(authors),
        published=found["date"],
        url=found["url"],
        licence=found["license"],
        language=found["language"],
    )


def _stripped(texts: Iterable[str]) -> Iterator[str]:
    """Yield texts without the spaces around them, and none that is blank."""
    for text in texts:
        stripped = text.strip()
        if stripped:
            yield stripped
