"""Read the article out of a web page, with trafilatura if it is installed."""

from generator.writing.importing import Article

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


def read_html(text: str) -> Article:
    """Read an article's paragraphs, title, publisher, authors and date from HTML.

    Raises:
        MissingExtraError: If trafilatura, the extra ``import``, is not installed.
    """
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - an extra
    except ImportError as error:
        msg = "to import HTML, install the extra: pip install 'explainers[import]'"
        raise MissingExtraError(msg) from error
    found = bare_extraction(text, with_metadata=True, include_comments=False)
    if found is None:
        return Article({})
    data = found if isinstance(found, dict) else found.as_dict()
    said = {name: str(data.get(name) or "") for name in _NAMES}
    lines = [line.strip() for line in said["text"].splitlines() if line.strip()]
    return Article(
        {f"p{number}": line for number, line in enumerate(lines)},
        said["title"],
        said["sitename"] or said["hostname"],
        tuple(name.strip() for name in said["author"].split(";") if name.strip()),
        said["date"],
        said["url"],
        said["license"],
        said["language"],
    )
