"""One offline look over a built site finds each planted fault, and nothing in a good one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.built.audit import FAULTS, audit
from generator.built.page_faults import MAX_PAGE_BYTES
from generator.diagnostics import Severity
from tests.conftest import WriteProject, run, say

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
HOME = '<link rel="canonical" href="https://example.org/project/">'
GOOD = {
    "index.html": f'{POLICY}{HOME}<link rel="stylesheet" href="a.css"><a href="b/">b</a>'
    '<a href="b/#there">c</a><a href="https://other.example/">d</a><img src="data:image/png,x">',
    "b/index.html": f'{POLICY}<h1 id="there">B</h1><a href="..">home</a><img src="../a.png">'
    '<a href="#">t</a>',
    "404.html": f'{POLICY}<a href="/project/">home</a>',
    "a.css": "body { background: url(a.png) }",
    "a.png": "x",
}
PLANTED = [
    ("dead-link", "b/index.html", '<a href="../c/">c</a>'),
    ("dead-anchor", "b/index.html", '<a href="../#nowhere">c</a>'),
    ("duplicate-id-in-page", "b/index.html", '<p id="there">'),
    ("missing-asset", "b/index.html", '<script src="../b.js"></script>'),
    ("wrong-case", "b/index.html", '<img src="../A.png">'),
    ("outside-base", "b/index.html", '<a href="/b/">b</a>'),
    (
        "foreign-host",
        "b/index.html",
        '<img srcset="../a.png 1x, //cdn.example/a.png 2x">',
    ),
    ("foreign-host", "a.css", "p { background: url('https://cdn.example/x.png') }"),
    (
        "foreign-host",
        "b/index.html",
        '<link rel="preconnect" href="https://cdn.example">',
    ),
    (
        "foreign-host",
        "b/index.html",
        '<meta http-equiv="refresh" content="0; url=https://x.example/">',
    ),
    ("inline-handler", "b/index.html", "<p OnClick='x()'>"),
    ("inline-handler", "b/index.html", '<a href=" javascript:x()">x</a>'),
    ("inline-handler", "b/index.html", '<p style="position:fixed">'),
    ("inline-handler", "b/index.html", "<svg/onload=x()>"),
    ("inline-handler", "b/index.html", '<a href="java&#10;script:x()">x</a>'),
    ("inline-handler", "b/index.html", '<iframe src="data:text/html,x"></iframe>'),
    ("missing-asset", "b/index.html", "<img/src=../b.png>"),
    ("missing-asset", "b/index.html", '<img "" src="../b.png">'),
    (
        "missing-asset",
        "b/index.html",
        '<meta property="og:image" content="https://example.org/project/b.png">',
    ),
    (
        "foreign-host",
        "b/index.html",
        '<svg><use href="https://cdn.example/a.svg#b"/></svg>',
    ),
    ("foreign-host", "b/index.html", '<a href="./" ping="https://x.example/">x</a>'),
    (
        "foreign-host",
        "b/index.html",
        '<button formaction="https://x.example/">x</button>',
    ),
    ("foreign-host", "b/index.html", '<link rel="dns-prefetch" href="//cdn.example">'),
    ("foreign-host", "a.css", "p { background: URL(//cdn.example/x.png) }"),
    (
        "dead-link",
        "sitemap.xml",
        "<url><loc>https://example.org/project/gone/</loc></url>",
    ),
    ("outside-base", "b/index.html", "<a href='http://[x'>x</a>"),
    ("inline-handler", "b/index.html", "<iframe srcdoc='<script>x()</script>'>"),
    (
        "inline-handler",
        "b/index.html",
        "<svg><animate attributeName=href to='javascript:x()'>",
    ),
    (
        "foreign-host",
        "b/index.html",
        "<svg><image xlink:href='//cdn.example/a.png'/></svg>",
    ),
    (
        "foreign-host",
        "b/index.html",
        '<link rel="preload" as="image" imagesrcset="//cdn.example/a.png 2x">',
    ),
    (
        "foreign-host",
        "b/index.html",
        "<style>p { background: url(//cdn.example/x.png) }</style>",
    ),
    ("foreign-host", "a.css", "@IMPORT 'https://cdn.example/x.css';"),
    ("foreign-host", "a.css", "p { background: url('\\2f/cdn.example/x.png') }"),
    (
        "foreign-host",
        "a.css",
        "p::after { content: '/*'; background: url(//cdn.example/x) } /* */",
    ),
    ("dead-link", "b/index.html", "<noscript><a href='c/'>c</a></noscript>"),
    ("dead-link", "b/index.html", "<table><a href='c/'>c</a></table>"),
    ("too-heavy", "b/index.html", "x" * MAX_PAGE_BYTES),
    ("orphan-page", "lost.html", POLICY),
]


def faults(files: Mapping[str, str], base: str = "") -> list[tuple[str, str]]:
    found = audit({path: text.encode() for path, text in files.items()}, base)
    assert {fault.code for fault in found} <= set(FAULTS)
    return [(fault.code, fault.origin.path) for fault in found]


def test_a_good_site_has_no_fault() -> None:
    assert faults(GOOD) == []


def test_a_picture_for_other_sites_may_be_anywhere_if_it_is_there() -> None:
    for address in ("https://example.org/project/a.png", "https://cdn.example/a.png"):
        shown = f'<meta property="og:image" content="{address}">'
        assert faults({**GOOD, "b/index.html": GOOD["b/index.html"] + shown}) == []


@pytest.mark.parametrize(("code", "path", "planted"), PLANTED)
def test_a_planted_fault_is_found_where_it_is_and_nothing_else(
    code: str, path: str, planted: str
) -> None:
    assert faults({**GOOD, path: GOOD.get(path, "") + planted}) == [(code, path)]


@pytest.mark.parametrize(
    "policy",
    [
        "",
        POLICY.replace("'self'", "'unsafe-inline'"),
        POLICY.replace("default-src", "script-src https:"),
        POLICY.replace("default-src", "script-src *;"),
        POLICY.replace("default-src", "img-src"),
        POLICY.replace("'self'", "*"),
        POLICY.replace("'self'", "'UNSAFE-INLINE'"),
        POLICY.replace("'self'", "'self' cdn.example"),
        POLICY.replace("'self'", "'none'; style-src data:"),
        POLICY.replace("'self'", "'none'; script-src-elem *"),
        POLICY.replace("'self'", "'self'; default-src 'none'").replace("'self'", "*"),
        f"<p>{POLICY}",
    ],
)
def test_a_page_without_a_strict_policy_is_named(policy: str) -> None:
    page = GOOD["b/index.html"].replace(POLICY, policy)

    assert faults({**GOOD, "b/index.html": page}) == [("weak-policy", "b/index.html")]


def test_each_fault_is_planted() -> None:
    assert {code for code, _, _ in PLANTED} | {"weak-policy"} == set(FAULTS)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- <a href='c/'> -->",
        "<script>let a = '<img src=//x.example>';</script>",
        "<a title='1 > 0' href='./'>x</a>",
        "<style>p::after { content: '<p onclick=x>' }</style>",
        "&lt;p onclick=x&gt;",
        "<a href='#top'>up</a><a href='./#:~:text=b'>b</a>",
        "<a href='./#there:~:text=b'>b</a>",
        "<a href='../b'>b</a><a href='../b/index.html'>b</a><a href='?q=1'>b</a>",
        "<a name='old'></a><a href='#old'>old</a>",
        "<a href='https://example.org/another-site/'>x</a>",
        "<template><a href='c/'>c</a><p id=there></template>",
        "<textarea><a href='c/'></textarea>",
        "<p title='Data: 5 of 6' aria-label='javascript: a history'>",
        "<picture><source srcset='data:image/png;base64,a 2x, ../a.png'></picture>",
        "<b id=a><p>x</b>y</p>",
        f"{POLICY.replace('self', 'unsafe-inline')}",
    ],
)
def test_what_only_looks_like_a_tag_is_none(text: str) -> None:
    assert faults({**GOOD, "b/index.html": GOOD["b/index.html"] + text}) == []


@pytest.mark.parametrize(
    "style",
    [
        "/* url(https://cdn.example/a) */ p {}",
        "p { content: 'url(https://cdn.example/a)' }",
        "p { width: curl(https://cdn.example/a) }",
        "p { background: url(data:image/png;base64,x) }",
    ],
)
def test_what_a_style_only_mentions_is_not_fetched(style: str) -> None:
    assert faults({**GOOD, "a.css": style}) == []


def test_relative_addresses_start_from_the_base_a_page_names() -> None:
    page = f"{POLICY}<base href='../b/c/'><a href='../'>b</a><img src='../../a.png'>"

    assert faults({**GOOD, "d/index.html": page}) == [("orphan-page", "d/index.html")]


def test_a_page_that_sends_its_readers_on_is_no_orphan() -> None:
    page = f"{POLICY}<meta http-equiv='refresh' content='0; url=../b/'>"

    assert faults({**GOOD, "former/index.html": page}) == []


def test_the_base_path_can_be_given() -> None:
    moved = {**GOOD, "index.html": GOOD["index.html"].replace(HOME, "")}

    assert ("dead-link", "404.html") in faults(moved)
    assert faults(moved, "/project/") == []


def test_a_fault_is_placed_by_line_and_column() -> None:
    page = GOOD["b/index.html"] + "\n\n  <a href='c/'>"

    (fault,) = audit({k: v.encode() for k, v in {**GOOD, "b/index.html": page}.items()})

    assert (
        str(fault)
        == "b/index.html:3:3: error[dead-link] 'c/' does not lead to a file of the site"
    )
    assert fault.severity is Severity.ERROR


def test_a_fault_of_a_style_is_placed_within_the_style() -> None:
    planted = {
        "b/index.html": f"{GOOD['b/index.html']}<style>\n p {{ background: url(c) }}",
        "a.css": "p {}\nq { background: url(c) }",
    }

    found = audit({k: v.encode() for k, v in {**GOOD, **planted}.items()})

    places = [str(fault.origin) for fault in found]
    assert places == ["a.css:2:17", "b/index.html:2:18"]


@pytest.mark.parametrize("address", ["http://[x", "https://]/", "//[", "\0", "\udc80"])
def test_an_address_nobody_can_read_does_not_end_the_audit(address: str) -> None:
    page = f"{POLICY}<link rel=canonical href='{address}'><base href='{address}'>"
    links = f"<a href='{address}'>x</a><img src='{address}' srcset='{address}'>"
    files = {"index.html": f"{page}{links}".encode("utf-8", "surrogateescape")}

    found = audit(
        {
            **files,
            "sitemap.xml": f"<loc>{address}</loc>".encode("utf-8", "surrogateescape"),
            "a.css": f"p {{ background: url('{address}') }}".encode(
                "utf-8", "surrogateescape"
            ),
        }
    )

    assert {fault.origin.path for fault in found} <= {
        "index.html",
        "sitemap.xml",
        "a.css",
    }


def test_the_command_says_what_is_wrong_and_exits_with_1(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(f"{POLICY}<a href='nowhere/'>x</a>")

    result = say(tmp_path, "audit", str(site))

    assert result.exit_code == 1
    assert "index.html:1:" in result.output
    assert (
        "error[dead-link] 'nowhere/' does not lead to a file of the site"
        in result.output
    )
    assert "1 fault." in result.output
    (site / "index.html").write_text(POLICY)
    assert say(tmp_path, "audit", str(site)).exit_code == 0


def test_a_site_with_a_fault_does_not_take_the_place_of_the_last(
    project: WriteProject,
) -> None:
    root = project({"content/terms/here.md": "x\n"})
    assert run(root, "generator", "build").returncode == 0
    before = (root / "site/index.html").read_bytes()
    main = root / "theme/overrides/explainers.html"
    main.write_text(
        main.read_text().replace("<ul>", '<img src="https://evil.example/a.png"><ul>')
    )

    again = run(root, "generator", "build")

    assert again.returncode == 1
    assert "error[foreign-host]" in again.stderr
    assert "The last site is unchanged." in again.stderr
    assert (root / "site/index.html").read_bytes() == before
    assert not (root / "site.next").exists()
