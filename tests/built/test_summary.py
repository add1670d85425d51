"""A summary misses no fault: pages that look clean in it are clean."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.built.audit import audit, audit_summaries
from generator.built.summary import PageSummary, summarize
from generator.diagnostics import Diagnostic
from tests.counting import calls

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
TAGS = "a area base body div form iframe img input link meta p script style svg use".split()
NAMES = """action aria-label class content d data-x formaction href hreflang http-equiv id name
    onclick ping property rel src srcset srcdoc style title to values xlink:href""".split()
VALUES = [
    "",
    "x",
    "#x",
    "../b/#x",
    "../B/",
    "../../b/",
    "../b/index.html",
    "/outside",
    "//other.example/x.png",
    "https://example.org/b/",
    "http://[",
    "javascript:alert(1)",
    " java\tscript:alert(1)",
    "data:text/html,x",
    "og:image",
    "refresh",
    "0; url=../gone/",
    "stylesheet",
    "canonical",
    "x.png 1x, //other.example/y.png 2x",
    "Content-Security-Policy",
    "#x:~:text=word",
    "../b/#%78",
    "../b/?a=b#x",
    "a\n#x",
]
attribute = st.builds('{}="{}"'.format, st.sampled_from(NAMES), st.sampled_from(VALUES))
element = st.builds(
    "<{} {}>{}".format,
    st.sampled_from(TAGS),
    st.lists(attribute, max_size=4).map(" ".join),
    st.sampled_from(["", "words", "</a>", "</style>", "url(//other.example/x)", "<p>"]),
)
page = st.builds(
    "<!doctype html><html><head>{}</head><body>{}</body></html>".format,
    st.sampled_from([POLICY, ""]),
    st.lists(element, max_size=6).map("\n".join),
)


def thorough(files: dict[str, bytes]) -> list[Diagnostic]:
    """Audit a site without trusting a summary: every page is read with its positions."""
    summaries: dict[str, PageSummary] = {}
    for path, content in files.items():
        if path.endswith(".html"):
            summary = summarize(content.decode())
            summaries[path] = replace(summary, is_suspect=True)
    sizes = {path: len(content) for path, content in files.items()}
    return audit_summaries(sizes, summaries, files.__getitem__)


@given(st.lists(page, min_size=3, max_size=3))
def test_a_page_that_looks_clean_is_clean(pages: list[str]) -> None:
    names = ("index.html", "a/index.html", "b/index.html")
    files = {name: text.encode() for name, text in zip(names, pages, strict=True)}

    assert audit(files) == thorough(files)


def site_of(pages: int) -> dict[str, bytes]:
    """Return a site whose pages link to some others, and to one that is missing."""
    files = {"index.html": b"", "gone.css": b"a { background: url(x.png) }"}
    for number in range(pages):
        links = [(number * step + 1) % pages for step in range(1, 12)]
        body = "".join(f'<p><a href="../page-{link}/#x">x</a></p>' for link in links)
        gone = '<a href="../GONE/">gone</a>' if number % 4 == 0 else ""
        text = f'{POLICY}<p id="x"></p>{gone}{body}'
        files[f"all/page-{number}/index.html"] = text.encode()
    return files


def test_an_audit_takes_time_in_proportion_to_the_site() -> None:
    once, twice = site_of(100), site_of(200)
    audit(once)  # what is only computed once is computed

    assert calls(lambda: audit(twice)) < 2.1 * calls(lambda: audit(once))


def test_a_site_is_read_page_by_page_and_only_once() -> None:
    files = site_of(20)
    clean = {
        path: content.replace(b'<a href="../GONE/">gone</a>', b"")
        for path, content in files.items()
        if path.endswith("/index.html")
    }
    sizes = {path: len(content) for path, content in clean.items()}
    summaries = {path: summarize(content.decode()) for path, content in clean.items()}
    read: list[str] = []

    def fail(path: str) -> bytes:
        read.append(path)
        return clean[path]

    assert audit_summaries(sizes, summaries, fail) == []
    assert read == []
