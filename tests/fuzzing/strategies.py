"""What the fuzzers type: notes and sources of every kind, and whole ones that were damaged."""

from __future__ import annotations

import json
from functools import cache
from typing import get_args

import yaml
from hypothesis import strategies as st

from generator.notes.model import KINDS, Event, Note
from generator.schema.field_map import field_names, group_in
from generator.schema.sources import SourceFields, Unusable
from generator.schema.treaties import OBLIGATIONS, StatusWord
from generator.schema.values import Fields
from tests.conftest import ISLES, ROOT
from tests.fuzzing.pipeline import BASE, FOLDERS, PATHS
from tests.site.isles import read_isles

PAYLOADS: dict[str, list[str]] = yaml.safe_load(
    (ROOT / "tests/hostile/payloads.yml").read_text(encoding="utf-8")
)
HOSTILE = [text for texts in PAYLOADS.values() for text in texts]
GOOD: dict[str, list[str]] = {
    "name": ["kim", "Kim Jong Un", "ann", "aland", "Bland", "pact", "old-pact", "war", "Here"],
    "fresh": [
        "Jo", "The <b> of |it|", "A_b*c", "Łódź", "朝鲜", "`x`", "[x](y)", "#1", "1. x", "x: y",
        "Pact of Kim", "Kim Il", "a\\b", "Aland Bland", "AB", "Ann's war", "+1", "{{ x }}", "=1",
    ],
    "actor": ["Kim Jong Un", "ann", "aland", "bland"],
    "treaty": ["pact", "old-pact"],
    "event": ["war", "peace"],
    "source": ["un", "un#p0", "mirror", "@mirror"],
    "date": [
        "1961", "1961-07", "6 July 1961", "196X", "1961/1963", "../1961", "1961/..", "2024-06-19~",
        "before 1928", "1950s", "0001-01-01", "9999-12-31", "0001", "99XX", "after 2 May 1961",
        "17th century", "[1961,1962]", "2024-06?", "9999", "1961-06-30/1961-07", "[9999..]",
    ],
    "span": ["90d", "12w", "6m", "1y", "9999y", "9999d"],
    "policy": ["first-in-section", "first", "all", "none"],
    "id": ["un"],
    "flag": ["yes", "no", "true"],
    "address": ["https://un.example/a", "HTTP://x", "https://x/(a)[b]#c;--*_|"],
    "paragraph": ["0", "1"],
    "words": ["x", "Kim", "jointly to adopt", "37.5, 127", "accession", "a|b_c*d", "1e9", "007"],
}  # fmt: skip
"""What fields take, by what they are about."""
OF_FIELD = {
    "actor": "of by country leader member_of succeeds party signed_by depositary actors in",
    "treaty": "replaces amends treaties",
    "event": "part_of led_to",
    "name": "place about unlinked",
    "fresh": "aliases short title demonyms",
    "policy": "link",
    "id": "original redirect_from",
    "source": "sources for against basis",
    "date": """date born died founded ended from to signed ratified in_force withdrew renewed
        registered checked published retrieved""",
    "span": "check_every",
    "flag": "draft autolink in_part",
    "address": "url text_url same_as",
    "paragraph": "p reversed lost boilerplate",
}
KIND_OF_FIELD = {
    name: kind for kind, names in OF_FIELD.items() for name in names.split()
}
CHOICES = {
    ("actors", "type"): ["person", "state", "organisation", "group"],
    ("treaties", "status"): list(get_args(StatusWord)),
    ("treaties", "obligations"): list(OBLIGATIONS),
    ("claims", "verdict"): ["supported", "disputed", "unsupported", "outdated"],
    ("sources", "reliability"): ["high", "medium", "low", "unusable"],
    ("sources", "rights"): ["open", "restricted"],
    ("corrections", "link"): ["kim", "here"],
    ("corrections", "kind"): ["name", "term", "number", "reversed", "lost"],
}
"""The words that some fields take, by their group."""
WRONG = [
    "Nobody", "Kim", "nothing", "[@un#p1]", "p4", "un#p9", "first", "", "~", "-1", "99999999999",
    "Y170000", "44 BC", "0000", "after 31 December 9999", "1961-02-30", "24:00", "99999", "0d",
    "javascript:x", "6 July", "between 1 and 2", "1961..1963", "none",
]  # fmt: skip
PROSE = frozenset("summary why says gist what answer question".split())
TAME_SENTENCES = [
    "Kim Jong Un met Ann in Aland [@un].",
    "[[here|There]] and [[pact]], [[war|`code`]] [@un; @mirror; @un#p0].",
    "Kim Jong Un (KJU) rules. KJU rules, *Kim* and **Ann**.",
    "`Kim` ``Ann` [x](https://x.example/a_b) c]: b | d",
    "A\u0301land, Åland, 金正恩, KIM JONG UN, Kim's, <b>Bland</b> &amp; #1.",
    "In June 1961, two years later, it ended: 6 to 11 July 1961.",
    "---\nx: y\n---",
    "- a\n    > b",
]
SENTENCES = [
    *TAME_SENTENCES,
    'He said "met nobody at all" [@un#p0].',
    "> met nobody at all\n> [@un]",
    "[[here|There]] and [[pact#What it says]] and [[nobody]] [[kim#]].",
    "[@un; @mirror#p1; @un] [@] [@un#p]",
    "## Kim\n\nKim Jong Un (KJU) rules. KJU rules.",
    "| Kim | Ann |\n| --- | --- |\n| [@un] | [[war]] |",
    "- Kim\n    - Ann\n        - Pact [@un]",
    "`Kim` ``Ann` [x](y) ![z](w.png) [a]: b",
    "```\nKim\n",
]


REPEATED = [
    "[",
    "year ",
    "1961 or ",
    "(",
    "*",
    "[[",
    "[@un; ",
    "Kim ",
    '"',
    "`",
    "A\n",
    "[x](",
    "Jo Il-",
]
"""What may be slow or deep where there is much of it."""
TIMES = st.sampled_from([2, 45, 1000])


def _words() -> st.SearchStrategy[str]:
    return st.one_of(
        st.sampled_from([text for texts in GOOD.values() for text in texts]),
        st.sampled_from(WRONG),
        st.sampled_from(SENTENCES),
        st.sampled_from(HOSTILE),
        st.builds(lambda text, times: text * times, st.sampled_from(REPEATED), TIMES),
        st.text(max_size=12),
        st.text(alphabet="[]()#@|*_`<>\"'-:\n p1x", max_size=30),
    )


def _values() -> st.SearchStrategy[object]:
    return st.recursive(
        _words() | st.none() | st.integers() | st.booleans(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["value", "source", "why", "rank"]), inner, max_size=3
            )
        ),
        max_leaves=4,
    )


def _leaf(model: type[Fields], name: str, *, tame: bool) -> st.SearchStrategy[object]:
    """Return what a field takes; unless it is tame, sometimes what it does not."""
    choices = CHOICES.get((model.noun, name)) or GOOD[KIND_OF_FIELD.get(name, "words")]
    fitting = st.sampled_from(TAME_SENTENCES if name in PROSE else choices)
    inner = group_in(model, name)
    if inner and "value" in field_names(inner):
        optional = {
            "sources": st.sampled_from(GOOD["source"]),
            "rank": st.sampled_from(["preferred", "normal", "deprecated"]),
            "printed": st.just("x") if tame else _words(),
            "why": st.sampled_from(TAME_SENTENCES),
        }
        stated = st.fixed_dictionaries({"value": fitting}, optional=optional)
        fits = fitting | st.lists(stated, min_size=1, max_size=3)
    else:
        fits = fitting
    return fits if tame else st.one_of(fits, fits, _values())


@cache
def _group(
    model: type[Fields], *, tame: bool, depth: int = 0
) -> st.SearchStrategy[dict[str, object]]:
    """Return some of a group's fields, and now and then one that it does not have."""
    fields: dict[str, st.SearchStrategy[object]] = (
        {} if tame else {"nonsense": _values()}
    )
    for name in field_names(model):
        fields[name] = _leaf(model, name, tame=tame)
        inner = group_in(model, name) if depth == 0 else None
        if inner and "value" not in field_names(inner):
            group = _group(inner, tame=tame, depth=1)
            is_one = inner is Unusable
            several: st.SearchStrategy[object] = st.lists(group, max_size=3)
            fields[name] = (group if is_one else several) | (
                st.nothing() if tame else _values()
            )
    needed = [name for name in NEEDED if name in field_names(model)]
    few = st.lists(st.sampled_from(sorted(fields)), max_size=6, unique=True)
    return few.flatmap(
        lambda names: st.fixed_dictionaries(
            {key: fields[key] for key in {*names, *needed}}
        )
    )


NEEDED = ("says", "party", "gist", "date", "p", "kind")


def _bodies(*, tame: bool) -> st.SearchStrategy[str]:
    if tame:
        return st.lists(st.sampled_from(TAME_SENTENCES), min_size=1, max_size=6).map(
            "\n\n".join
        )
    return st.lists(_words(), max_size=6).map("\n\n".join) | st.lists(_words()).map(
        " ".join
    )


def _written(fields: dict[str, object], body: str) -> str:
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    return f"---\n{lines}---\n{body}" if lines else body


def note(folder: str, *, tame: bool) -> st.SearchStrategy[str]:
    """Return notes of a kind, or sources."""
    model: type[Fields] = KINDS[folder].fields if folder in KINDS else SourceFields
    return st.builds(_written, _group(model, tame=tame), _bodies(tame=tame))


@st.composite
def sites(draw: st.DrawFn) -> dict[str, bytes]:
    """Draw a small site of invented notes that name one another."""
    tame = draw(st.booleans())
    files = dict(BASE)
    for id_ in draw(
        st.lists(st.sampled_from(sorted(PATHS)), min_size=1, max_size=4, unique=True)
    ):
        files[PATHS[id_]] = draw(note(FOLDERS[id_], tame=tame))
    if draw(st.integers(0, 9)) == 0:
        files["seeds/un.seal"] = draw(seals())
    if draw(st.integers(0, 5)) == 0:
        files["content/index.md"] = draw(_bodies(tame=tame))
    return {path: text.encode("utf-8", "surrogatepass") for path, text in files.items()}


def seals() -> st.SearchStrategy[str]:
    """Return seals, most of them wrong somewhere."""
    odd: st.SearchStrategy[object] = st.sampled_from(
        [0, 8, 1, 1024, 2**70, -1, 1.5, float("inf"), "x", "00", "", None, [], {}]
    )
    paragraph = st.fixed_dictionaries({"words": odd, "windows": odd})
    numbers = {"n": st.just(1024) | odd, "r": st.just(8) | odd, "p": st.just(1) | odd}
    whole = st.fixed_dictionaries(
        {
            "format": st.just("explainers-seal-1"),
            "sha256": st.just("00"),
            "salt": st.just("00" * 16) | odd,
            **numbers,
            "paragraphs": st.dictionaries(st.sampled_from(["p0", "p1"]), paragraph)
            | odd,
        }
    )
    return whole.map(json.dumps) | st.text(max_size=20)


@cache
def whole_files() -> dict[str, bytes]:
    """Return every note and source of the isles."""
    found = [
        path for name in ("content", "seeds") for path in (ISLES / name).rglob("*.md")
    ]
    return {
        path.relative_to(ISLES).as_posix(): path.read_bytes() for path in sorted(found)
    }


@cache
def surroundings(path: str) -> dict[str, bytes]:
    """Return short forms of all that a note of the isles names, so that it stands alone."""
    text = whole_files()[path].decode("utf-8", "replace").casefold()
    index = read_isles().index
    found = {
        source.path: b"\n\n".join(b"p%d: words" % number for number in range(99))
        for source in index.sources.values()
        if source.id in text
    }
    for note in index.notes.values():
        names = (note.id, note.title, *note.fields.aliases)
        if any(name.casefold() in text for name in names):
            found[note.path] = _short_form(note).encode()
    return found


def _short_form(note: Note) -> str:
    kept: dict[str, object] = {
        "title": note.title,
        "aliases": [*note.fields.aliases],
        "short": [*note.fields.short],
    }
    if isinstance(note, Event):
        kept["date"] = "1961"
    return _written(kept, "x")


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, bytes]:
    """Draw a note of the isles that was damaged in a few ways, and what it names beside it."""
    path = draw(st.sampled_from(sorted(whole_files())))
    content = whole_files()[path]
    for _ in range(draw(st.integers(1, 4))):
        content = draw(st.sampled_from(DAMAGES))(draw, content)
    return {**surroundings(path), path: content}


def _cut(draw: st.DrawFn, content: bytes) -> bytes:
    start, end = sorted((draw(_place(content)), draw(_place(content))))
    return content[:start] + content[end:]


def _doubled(draw: st.DrawFn, content: bytes) -> bytes:
    start, end = sorted((draw(_place(content)), draw(_place(content))))
    return content[:end] + content[start:]


def _typed(draw: st.DrawFn, content: bytes) -> bytes:
    at = draw(_place(content))
    typed = draw(_words().map(lambda text: text.encode("utf-8", "surrogatepass")))
    return content[:at] + typed + content[at:]


def _changed(draw: st.DrawFn, content: bytes) -> bytes:
    at = draw(_place(content))
    return content[:at] + draw(st.binary(min_size=1, max_size=2)) + content[at + 1 :]


def _swapped_lines(draw: st.DrawFn, content: bytes) -> bytes:
    lines = content.split(b"\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _swapped_values(draw: st.DrawFn, content: bytes) -> bytes:
    """Give a field the value of another."""
    lines = content.split(b"\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    (key, colon, _), (_, _, value) = (
        lines[one].partition(b": "),
        lines[other].partition(b": "),
    )
    lines[one] = key + colon + value
    return b"\n".join(lines)


DAMAGES = (_cut, _doubled, _typed, _changed, _swapped_lines, _swapped_values)


def _place(content: bytes) -> st.SearchStrategy[int]:
    return st.integers(0, len(content))
