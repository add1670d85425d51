"""Names in prose, and names within addresses, paths, files, hashtags, keys and the like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.names.addresses import MAX_LETTERS, is_within_address
from generator.names.context import Context
from generator.names.mentions import find_mentions
from tests.names.test_resolve import VOCABULARY

NAME = "China"


def is_within(text: str) -> bool:
    start = text.index(NAME)
    return is_within_address(text, start, start + len(NAME))


@pytest.mark.parametrize(
    "text",
    [
        "China",
        "in China, China's",
        "China. Then",
        "China.",
        "China...",
        "China...and then",
        "China… and",
        "“China.”",
        "(China)",
        "[China]",
        "«China»",
        "‘China’",
        "'China'",
        "*China*",
        "**China**.",
        "~~China~~",
        "==China==",
        "==China and Russia==",
        "==Russia and China==.",
        "|China|",
        "> China",
        "China: it",
        "China; it",
        "China! It",
        "China? It",
        "China!?",
        "¡China!",
        "你好！China",
        "记者:China",
        "在China。然后",
        "China’s",
        "China–Russia",
        "China—which",
        "talks—China",
        "China-led",
        "Sino-China",
        "U.S.-China",
        "China-U.S. talks",
        "China-U.S.A.-led",
        "China-2024",
        "anti-China",
        "pro-China",
        "China/Russia",
        "China/ Russia",
        "Russia/China",
        "U.S./China",
        "U.S/China",
        "Washington, D.C./China",
        "the U.K./China/U.S. talks",
        "US/UK/China",
        "China/Russia/others",
        "vs./China",
        "and/or China",
        "China and/or Russia",
        "$5/China",
        "China (PRC)",
        "China(PRC)",
        "(PRC)China",
        "China,Russia",
        "Russia,China",
        "China;Russia",
        "China:Russia",
        "US:China ratio",
        "A:China",
        "12:China",
        "Beijing?China",
        "China?Beijing",
        "China!Beijing",
        "US&China",
        "R&D, China",
        "China+1",
        "China.Then",
        "ended.China",
        "p.m.China",
        "e.g.China",
        "U.S.China",
        "1.China",
        "2.China and 3.Russia",
        "St.Petersburg/China",
        "China.12 Then",
        "China.1",
        "China[1]",
        "China[^1]",
        "China&nbsp;is",
        "&nbsp;China",
        "&#160;China",
        "#1 China",
        "a = China",
        "China = a",
        "C# China",
        "https://example.org/ China",
        "(https://example.org) China",
        "China https://example.org",
        "me@example.org, China",
        "China (example.org)",
        "China—example.org",
        "3.5 percent/China",
        "China’s.pdf of",
        "Китай.Потом, China.Потом",
        "–China",
        "-China",
        "+China",
        "…China",
    ],
)
def test_a_name_in_prose_is_no_part_of_an_address(text: str) -> None:
    assert not is_within(text)


@pytest.mark.parametrize(
    "text",
    [
        "China.org.cn",
        "www.China",
        "www.China.org",
        "(www2.China-daily.com)",
        "news.China.cn",
        "org.example.China",
        "China.example",
        "China.com's",
        "China.com.",
        "China.ORG",
        "China.рф",
        "China-online.net",
        "China-U.S.-talks.org",
        "China@example.org",
        "me@China.example",
        "China-desk@example.org",
        "me@example.org/China",
        "mailto:China",
        "example.com/China",
        "example.com/China?x=1",
        "example.com/a,China",
        "(example.com/China)",
        "EXAMPLE.COM/China",
        "example.com:80/China",
        "example.com?China",
        "example.com/?q=1&China",
        "page.php?China",
        "?q=1&China",
        "China?q=1",
        "China&q=1",
        "example.com#China",
        "t.me/China",
        "https://China",
        "https://example.org/wiki/China",
        "“https://example.org/wiki/China”",
        "git+ssh://host/China",
        "git@host:China/x",
        "China://x",
        "//host/China",
        "localhost:8000/China",
        "10.0.0.1/China",
        "China:8080",
        "China:latest",
        "[2001:db8::China]",
        "fe80::1%China",
        "/China",
        "'/srv/China'",
        "./China",
        "../China",
        "~/China/x",
        "/usr/share/China",
        "content/actors/China",
        "docs/China/2024",
        "China/2024/05",
        "docs/China/.",
        "C:\\China",
        "C:\\US-China",
        "C:/China",
        "\\\\host\\China",
        "China\\Temp",
        "%China%",
        "$China",
        "China.pdf",
        "China.PDF",
        "China.c",
        "China.tar.gz",
        "China-Russia.pdf",
        "China-2024_v1.docx",
        "China-1.2-final.md",
        "2024-China.md",
        "img/China.png",
        "China/index.html",
        "China%20Report",
        "https://example.org/wiki/Asia_(China)",
        "Asia_(China)",
        "China-2_a",
        "report_2-China",
        "Node/China.js",
        "#China",
        "(#China)",
        "#US-China",
        "##China",
        "China#History",
        "@China",
        "@US-China",
        "key=China",
        'key="China"',
        "key='China'",
        "--country=China",
        "x==China",
        "China=1",
        "China==1",
        "country:China",
        "urn:isbn:China",
        "China::x",
        "x::China",
        "China()",
        "Wow!China",
        "!China",
        "Wow?!China",
        "a" * MAX_LETTERS + "-China",
    ],
)
def test_a_name_within_an_address_is_no_mention(text: str) -> None:
    assert is_within(text)
    assert mentioned(text) == []


def mentioned(text: str) -> list[str]:
    found = find_mentions(text, [(0, len(text))], VOCABULARY, Context())
    return [item.note for item in found if item.note == "china"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("en-US", True), ("(zh-CN)", True), ("pro-EU", False), ("ex-UK", False)],
)
def test_a_code_of_a_language_and_a_country_names_no_country(
    text: str, *, expected: bool
) -> None:
    start = text.index("-") + 1

    assert is_within_address(text, start, start + 2) is expected


LABELS = st.from_regex(r"[a-z][a-z0-9]{1,8}", fullmatch=True)
PARTS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9.~-]{0,8}", fullmatch=True)
EXTENSIONS = st.sampled_from(["md", "pdf", "tar.gz", "PNG", "html", "7z"])


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """Draw an address, a path or the like, in which a name is a whole part."""
    host = ".".join(draw(st.lists(LABELS, min_size=2, max_size=3)))
    folders = "/".join([*draw(st.lists(PARTS, max_size=3)), NAME])
    part, key, extension = draw(PARTS), draw(LABELS), draw(EXTENSIONS)
    return draw(
        st.sampled_from(
            [
                f"https://{host}/{folders}",
                f"https://{host}/{folders}/{part}",
                f"{host}/{folders}",
                f"{host}/{part}?{key}={NAME}",
                f"{host}/{part}#{NAME}",
                f"https://{NAME}.{host}",
                f"{key}.{NAME}.{host}",
                f"{NAME}@{host}",
                f"{NAME}-{key}@{host}",
                f"{key}@{NAME}.{host}",
                f"/{folders}",
                f"~/{folders}/{part}",
                f"C:\\{part}\\{NAME}",
                f"{NAME}.{extension}",
                f"{NAME}-{key}.{extension}",
                f"{part}-{NAME}.{extension}",
                f"#{NAME}",
                f"@{NAME}-{key}",
                f"{key}={NAME}",
                f"{key}={NAME}&{key}={part}",
                f"{NAME}={part}",
            ]
        )
    )


@given(
    addresses(),
    st.sampled_from(["", " ", "see ", "(", "“", "Then. "]),
    st.sampled_from(["", " ", ".", ", and", ")", "”", "?"]),
)
def test_no_part_of_an_address_is_a_mention(
    address: str, before: str, after: str
) -> None:
    assert mentioned(f"{before}{address}{after}") == []


@given(st.text("China/.:-_=#@ ", max_size=60))
def test_any_text_may_surround_a_name(text: str) -> None:
    for start in range(len(text)):
        assert is_within_address(text, start, start + 1) in {True, False}
