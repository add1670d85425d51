"""News for a newsletter: as Markdown, and as HTML that mail programs show."""

from collections.abc import Iterator
from datetime import date
from html import escape as escape_html

from generator.dates.parse import parse_date
from generator.exports.news import News, Sections
from generator.facts.site import Site
from generator.text.markdown import escape

_NOTHING = "Nothing is new."
_BODY = (
    "max-width:36em;margin:0 auto;padding:1em;font:17px/1.5 Georgia,serif;color:#1d1c1a"
)
_TITLE = "margin:0 0 .2em;padding-top:.5em;border-top:4px solid #8c1c13;line-height:1.2"
_HEADING = "margin:1.6em 0 .5em;font-size:1.25em;line-height:1.2"
_LIST = "margin:0;padding:0;list-style:none"
_ITEM = "margin:0 0 1em"
_LINK = "color:#1b4c86;font-weight:bold"


def as_markdown(site: Site, since: date, sections: Sections) -> str:
    """Return the digest as Markdown."""
    title = _title(site, since)
    lines = [f"# {escape(title)}", ""]
    for heading, items in sections.items():
        lines += [f"## {heading}", ""]
        lines += map(_markdown_item, items)
        lines.append("")
    if not sections:
        lines += [_NOTHING, ""]
    return "\n".join(lines)


def _markdown_item(item: News) -> str:
    line = f"- [{escape(item.title)}](<{item.address}>)"
    if item.text:
        line += f": {escape(item.text)}"
    return line


def as_html(site: Site, since: date, sections: Sections) -> str:
    """Return the digest as one HTML file that loads nothing and needs no style sheet."""
    title = escape_html(_title(site, since))
    return "".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width">\n',
            f"<title>{title}</title>\n</head>\n",
            f'<body style="{_BODY}">\n<h1 style="{_TITLE}">{title}</h1>\n',
            *_html_sections(sections),
            "\n</body>\n</html>\n",
        ]
    )


def _html_sections(sections: Sections) -> Iterator[str]:
    if not sections:
        yield f"<p>{_NOTHING}</p>"
    for heading, items in sections.items():
        yield f'<h2 style="{_HEADING}">{heading}</h2>\n'
        yield f'<ul style="{_LIST}">\n'
        yield from map(_html_item, items)
        yield "</ul>\n"


def _html_item(item: News) -> str:
    address = escape_html(item.address)
    title = escape_html(item.title)
    link = f'<a style="{_LINK}" href="{address}">{title}</a>'
    if item.text:
        link += f"<br>\n{escape_html(item.text)}"
    return f'<li style="{_ITEM}">{link}</li>\n'


def _title(site: Site, since: date) -> str:
    name = site.settings.site.name or "This site"
    day = parse_date(since.isoformat())
    return f"{name}: new since {day.label}"
