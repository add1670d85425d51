"""Comments are not published."""

from __future__ import annotations

import pytest
from hypothesis import given

from generator.text.canonical import Canonical
from generator.text.comments import without_comments
from generator.text.commonmark import HIDDEN
from generator.text.parse import DepthError
from generator.text.reader import read
from generator.text.shown import shown
from tests.text.noise import TEXTS
from tests.text.sketch import sketch


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a %%b%% c", "p(a  c)"),
        ("a%%b%%c", "p(ac)"),
        ("%%a\nb%%\n\nc", "p(c)"),
        ("a\n\n%%\nb\n\n# c\n%%\n\nd", "p(a) p(d)"),
        ("%%a%% b", "p( b)"),
        ("%%a\nb%% c", "p( c)"),
        ("%%a%% %%b%%\n\nc", "p(c)"),
        ("- %%a%% b", "ul(li(p( b)))"),
        ("> %%aaaa%% b", "quote(p( b))"),
        ("# a %%b%%", "h1(a)"),
        ("[@a %%b%%c]", "p(cite(@a c))"),
        ("https://a.b%%c%%d", "p(bare:https://a.b(https://a.b)d)"),
        ("*a %%b%% c*", "p(em(a  c))"),
        ("`a %%b\n> c%% d`", "p(code(a      d))"),
        ("[a %%b%% c](d)", "p(link:d(a  c))"),
        ("| a %%b%% | c |\n| - | - |", "table(tr(cell(a ) cell(c)))"),
        ("%%a%% b %%c%%", "p( b)"),
        ("%%a", "p(%%a)"),
        ("`%%a%%`", "p(code(%%a%%))"),
        ("```\n%%a%%\n```", "code(%%a%%)"),
        ("\\%%a%%", "p(%%a%%)"),
        ("100%% sure", "p(100%% sure)"),
        ("%%%%", ""),
        ("a % b % c", "p(a % b % c)"),
    ],
)
def test_readers_do_not_see_comments(text: str, tree: str) -> None:
    assert sketch(read(text).blocks) == tree


@given(TEXTS)
def test_everything_else_stays_where_it_is(text: str) -> None:
    try:
        left = without_comments(text)
    except DepthError:
        return

    assert len(left) == len(text)
    for typed, character in zip(text, left, strict=True):
        assert character in {typed, " ", HIDDEN}
    assert left.count("\n") == text.count("\n")


@given(TEXTS)
def test_nobody_sees_what_hides_a_comment(text: str) -> None:
    reading = read(text)

    assert HIDDEN not in shown(reading).text
    assert HIDDEN not in Canonical().blocks(reading.blocks)
