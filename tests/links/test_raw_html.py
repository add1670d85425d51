"""What strangers type stays text: on no page does a tag, attribute or address of theirs survive."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rendered import errors, found_in, pages_of, site_of, to_html

HOSTILE = "<img src=x onerror=alert(1)>"


def survivors(body: str, prose: str = "", title: str = "Here") -> list[object]:
    """Return what survives on any page, where the problems let it be built at all."""
    prose = prose.strip()
    note = {"title": title, "summary": prose, "aliases": [title[::-1]]}
    claims = [{"says": prose or "x", "why": prose}]
    files = {
        "content/terms/here.md": f"---\n{front({**note, 'claims': claims})}---\n{body}\n",
        "content/topics/topic.md": f"---\n{front({'answer': prose, 'question': title})}---\n{body}",
        "content/actors/kim.md": "---\ntitle: Kim\nsources: un\n---\nOf [[here]].\n",
        "seeds/un.md": f"---\n{front({'title': title, 'why': prose, 'summary': prose})}---\n{body}\n",
    }
    site, problems = site_of(files)
    if errors(problems):
        return []
    return [
        item for page in pages_of(site).values() for item in found_in(to_html(page))
    ]


def front(fields: dict[str, object]) -> str:
    return "".join(
        f"{key}: {json.dumps(value)}\n" for key, value in fields.items() if value
    )


@pytest.mark.parametrize(
    "body",
    [
        HOSTILE,
        "<script>alert(1)</script>",
        "<div markdown='1' onclick='x'>\n\nx\n\n</div>",
        "<!-- x -->\n\n<?php x ?>\n\n<![CDATA[x]]>\n\n<!DOCTYPE x>",
        f"- a\n\n    {HOSTILE}",
        f"> {HOSTILE}",
        f"| a |\n| --- |\n| {HOSTILE} |",
        f"Term\n:   {HOSTILE}",
        f"    {HOSTILE}",
        f"# {HOSTILE}\n\n{HOSTILE}\n===",
        f"[{HOSTILE}](x) ![{HOSTILE}](x) [x](<{HOSTILE}>)",
        f"[[here|{HOSTILE}]]",
        f"[x]: {HOSTILE}\n\n[x]",
        f"```\n{HOSTILE}\n```",
        f"~~~ html\n{HOSTILE}\n~~~",
        f"- ```\n    {HOSTILE}\n    ```",
        f"> ```\n{HOSTILE}\n> ```",
        f"`{HOSTILE}` ``{HOSTILE}`` `\n{HOSTILE}\n`",
        f"\\`{HOSTILE}\\` \\\\`{HOSTILE}`",
        f"| `a | {HOSTILE} |\n| --- | --- |\n| b` | {HOSTILE} |",
        "[a](javascript:alert) [b](java\tscript:x) [c](&#106;avascript:x) [d]( data:x)",
        "[a]: javascript:x\n\n[a] ![a][a]",
        "[a](//example.org) ![a](//example.org/x.png) ![a](https://example.org/x.png)",
        "{: onclick=x }\n\n# a {: onclick=x }\n\n*a*{: onclick=x }",
        "<javascript:alert(1)> <x@y.z>",
        f"~~~ {{.x}}\n```\n~~~\n{HOSTILE}\n```",
        f'~~~ hl_lines="1"\n```\n~~~\n{HOSTILE}\n```',
        f"- ```\n```\nx\n```\n`a\\`{HOSTILE}`\n```",
        "<https://x/onmouseover=alert(1)//`>`<http://1>>",
        "<https://x/onmouseover=alert(1)//\\><http://1>>",
        "<https://x/onmouseover=alert(1)//[a>](b)<http://1>>",
    ],
)
def test_markup_in_a_body_is_shown_as_text(body: str) -> None:
    assert survivors(body) == []


@pytest.mark.parametrize(
    "mark", ["```", "~~~", "````", "``` py", "~~~ {.x}", "`", "``", "<!--"]
)
def test_prose_of_a_field_does_not_reach_into_the_body(mark: str) -> None:
    fence = mark[:3]

    assert survivors(f"{fence}\n{HOSTILE}\n{fence}", prose=mark) == []
    assert survivors(f"`{HOSTILE}` {mark}\n\n`{HOSTILE}`", prose=mark) == []


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "</title><script>x</script>",
        '"><b>',
        "`<b>`",
        "[a](javascript:x)",
        "<https://x>",
        "```",
        "# <b>",
        "[x]: <b>",
        "&lt;b&gt;",
        "*[x]: y",
        "\\<b>",
        "{{ 7 * 7 }}{% raw %}",
    ],
)
def test_markup_in_a_title_or_in_a_field_is_shown_as_text(text: str) -> None:
    assert survivors("of Here", prose=text, title=text) == []


FENCES = """``` ¦ ~~~ ¦ ```` ¦ ~~~~ ¦ ```py ¦ ``` {.x} ¦ ~~~ {#y} ¦ ~~~ hl_lines="1" ¦ - ``` ¦ > ```
    ¦ ``` x ¦ ```a``` ¦ \\``` ¦ &#96;&#96;&#96;"""
CODE = """` ¦ `` ¦ `a ¦ b` ¦ `<x-a>` ¦ ``<x-a>`` ¦ `` ` `` <x-a> ¦ `a\\`<x-a>` ¦ a\\`<x-a>` ¦ `` <x-a>\\`
    ¦ [a](`<x-a>`) ¦ # `<x-a>` ¦ | `<x-a>` | b ¦ | a `| <x-a> | ` b | ¦ Term ¦ :   `<x-a>` ¦ `<!--`
    ¦ `-->` ¦ `<script>` ¦ `</script>` ¦ `<?x` ¦ `?>` ¦ `<![CDATA[` ¦ `]]>` ¦ `<div markdown>`"""
OTHER = """a | b ¦ --- | --- ¦ <x-a> ¦ <!-- ¦ --> ¦ </div> ¦ <https://x.org> ¦ <https://x`> ¦ === ¦ ---
    ¦ <https://x[a](b)> ¦ [x]: `<x-a>` ¦ [[here|`]] <x-a>` ¦ [@un] `<x-a>` ¦ *a* of Here ¦ \\<x-a>
    ¦ &lt;x-a> ¦ <x-a ¦ <x-a/onclick=x> ¦ x=1>` ¦ [a <x-a> b](c) ¦ 1. <x-a> ¦ - <x-a> ¦ > <x-a>"""
LINES = [
    indent + line.strip()
    for lines in (FENCES, CODE, OTHER)
    for line in lines.split("¦")
    for indent in ("", "    ")
]


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a body of a few lines, time and again, and a line that is a field's."""
    few = draw(st.lists(st.sampled_from(["", *LINES]), min_size=2, max_size=5))
    lines = draw(st.lists(st.sampled_from(few), min_size=2, max_size=9))
    return "\n".join(lines), draw(st.sampled_from(["", *few]))


@given(bodies())
def test_no_tag_that_a_writer_typed_survives(drawn: tuple[str, str]) -> None:
    body, prose = drawn

    assert survivors(body, prose) == []
