"""What the bodies of invented notes are about: notes, sources and sections, real and invented."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

WORDS = st.sampled_from(
    "a It rain fell Łódź 朝鲜 Россия naïve İst ﬁn 1961 3.5% x_y 2*3 C++ e\u0301t\u00e9 🇰🇵".split()
)
OWN_SECTIONS = ("Later", "In short", "Что дальше", "R&D", "条约")
"""Sections that a body links to within itself; it is given those it lacks."""
OUR_SECTIONS = (
    "References",
    "Parties",
    "Timeline",
    "Mentioned in",
    "Cite this page",
    "Articles",
)
"""Titles that pages have sections of, whatever a writer writes."""  # fmt: skip
FOOTNOTES = ("1", "note", "größe")
UNKNOWN_NOTES = ("Nobody at All", "actors/nobody", "Kim Jong Um", " ", "a]b", "x" * 300)
UNKNOWN_SOURCES = ("no-such-source", "un#p999", "UN", "un#", "a b", "un, p. 3")
BESIDE = (
    "{}", "{}'s", "{}’s", "({})", "“{}”", '"{}"', "'{}'", "«{}»", "{},", "{}.", "{}:", "{}–a",
    "{}-led", "Wow!{}", "C:\\{}", "{}.org.cn", "{}@example.org", "example.com/{}", "a/{}/b",
    "{}.pdf", "#{}", "key={}", "?q={}&b", "[{}]", "![{}", "[{}](", "!{}", "\\{}", "&{};", "<{}>",
    "<{}", "*{}*", "_{}_", "**{}**a", "a*{}*", "`{}`", "``{}`", "$ {}", "~{}~", "{}\u0301",
    "\u200b{}", "{}\u00a0a", "{}[^1]", "{}(a)", "{}[a]", "{}]: a", "https://a.example/{}",
)  # fmt: skip
"""What may be right beside a name, and decides whether it is one."""


@dataclass(frozen=True, slots=True)
class Target:
    """A note that a body may refer to."""

    folder: str
    id: str
    names: tuple[str, ...]
    """Its title and other names, as a wikilink may spell them."""
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What exists beside the body."""

    notes: tuple[Target, ...]
    citable: tuple[str, ...]
    """Source ids, with and without a paragraph: ``un``, ``un#p0``."""
    with_faults: bool = False
    """Whether a body may also refer to what does not exist, and be wrong in other ways."""


@cache
def names(known: Known) -> st.SearchStrategy[str]:
    """Draw the name of a note, as it may be spelt in prose, beside anything."""
    found = [name for note in known.notes for name in note.names]
    spelt = st.one_of(
        st.sampled_from(found),
        st.sampled_from([name.upper() for name in found]),
        st.sampled_from([name.replace(" ", "\n") for name in found]),
    )
    return st.one_of(
        st.sampled_from(found),
        st.builds(str.replace, st.sampled_from(BESIDE), st.just("{}"), spelt),
    )


@cache
def wiki_targets(known: Known) -> st.SearchStrategy[str]:
    """Draw what a wikilink leads to: a note, a section of one, or of this one."""
    found = [f"#{section}" for section in OWN_SECTIONS]
    for note in known.notes:
        found += [*note.names, note.id, f"{note.folder}/{note.id}"]
        found += [f"{name}#{title}" for name in note.names for title in note.sections]
    if known.with_faults:
        found += [*UNKNOWN_NOTES, "#No such section", "", "#"]
        found += [f"{note.names[0]}#No such section" for note in known.notes]
    return st.sampled_from(found)


@cache
def cited(known: Known) -> st.SearchStrategy[str]:
    """Draw what a citation names."""
    unknown = UNKNOWN_SOURCES if known.with_faults else ()
    return st.sampled_from([*known.citable, *unknown])


@cache
def destinations(known: Known) -> st.SearchStrategy[str]:
    """Draw where a link leads to, as the parentheses behind its words have it."""
    found = [
        "https://a.example/x", "http://a.example", "mailto:a@a.example", "<https://a.example/a b>",
        "https://a.example/a_(b)", "https://a.example/?a=1&amp;b=2&c", "https://a.example/条约",
        "https://a.example/a%20b#c", "https://a.example/a\\_b*c*", "HTTPS://A.example",
        "#later", "<#later>", "#in-short",
    ]  # fmt: skip
    found += [f"../{note.folder}/{note.id}.md" for note in known.notes] * 2
    if known.with_faults:
        found += [
            "javascript:alert(1)", "JavaScript&colon;x", "data:text/html,x", "file:///etc/passwd",
            "//evil.example/", "https:evil.example", "https:\\\\evil.example", "ms-settings:x",
            "../nothing.md", "../../README.md", "#no-such-section", "/terms/", "", "<>", "a b",
            "java&#10;script:x", " https://a.example ", "https://[::1",
        ]  # fmt: skip
    return st.sampled_from(found)
