"""Every regular expression of the generator takes linear time for texts made from its pieces."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.names.matcher import Holders, compile_names
from tests.conftest import ROOT, write_files
from tests.regexes.expressions import METHODS, Collected, Expression, collect
from tests.regexes.growth import find_slow

NAMES = ["China", "U Thant", "'Asir", "№ 5", "条约", "Ελλάς"]
BUILT = {
    "generator/names/matcher.py:_starts": [
        compile_names(dict.fromkeys(NAMES, Holders())).starts.pattern
    ],
}
"""Examples of patterns that functions build from what they are given, by file and function."""


@pytest.fixture(scope="module")
def collected() -> Collected:
    return collect(ROOT / "generator", BUILT)


def test_no_expression_escapes_the_clock(collected: Collected) -> None:
    assert collected.hidden == (), (
        "compile these in their modules, or add them to BUILT"
    )
    assert len(collected.expressions) > 100


def test_every_expression_takes_linear_time(collected: Collected) -> None:
    found = list(filter(None, map(find_slow, collected.expressions)))

    assert list(map(str, found)) == []


def expression(pattern: str, *methods: str) -> Expression:
    return Expression("planted.py:1", "_PLANTED", pattern, 0, frozenset(methods))


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        ("(a+)+b", "match"),
        ("(?:a|a)*c", "fullmatch"),
        ("(?:ab|a|b)*c", "match"),
        (r"(\w+\s?)*$", "match"),
        (r"(?:\w{1,30}\s?){1,30}!", "match"),
        (r"\s*\n\s*", "sub"),
        (".*x.*y", "search"),
        (".*x.*y", "fullmatch"),
        ("x(?=.*?y)a", "search"),
        ("(?s:(?=.*z)?a)", "finditer"),
        ("<!--.*?-->", "finditer"),
        (r"^\W+|\W+$", "sub"),
        (r"(?<!x)\W+$", "search"),
        ("a++b", "search"),
        ("(?>a+)b", "split"),
        (r"(.)\1+x", "findall"),
        (r"(?:[^\W\d_]\.)+\s", "search"),
        ("(.+) or (.+)", "fullmatch"),
    ],
)
def test_a_slow_expression_is_found(pattern: str, method: str) -> None:
    assert find_slow(expression(pattern, method))


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\w+", "finditer"),
        (r"(?<!\w)\w+@", "finditer"),
        (r"(?<!\W)\W+$", "sub"),
        ("(a+)+b", "pattern"),
        (r"\s*\n\s*", "match"),
        ("(?s:(.+?) or (.+))", "fullmatch"),
        (r"\[@[^\[\]]+\]", "search"),
        (r"(?:[^,(]|\([^)]*\)?)*", "match"),
        ("a.{0,300}b", "search"),
        ("[a-z]+(?:-[a-z]+)*", "fullmatch"),
    ],
)
def test_a_linear_expression_is_not_suspected(pattern: str, method: str) -> None:
    assert find_slow(expression(pattern, method)) is None


def planted(tmp_path: Path, source: str) -> Collected:
    files = {"plantation/__init__.py": "", "plantation/one.py": source}
    write_files(tmp_path, files)
    built = {"plantation/one.py:built": ["built from this"]}
    return collect(tmp_path / "plantation", built)


APPLIED: Mapping[str, frozenset[str]] = {
    "_A = re.compile('x')\ndef f(t): return _A.sub('', _A.search(t)[0])": frozenset(
        {"sub", "search"}
    ),
    "_A = re.compile('x')\n_B = re.compile(_A.pattern)": METHODS,
    "_A = re.compile('x')\ndef f(t): return _A.match(t), g(_A)": METHODS,
    "_A = (('k', re.compile('x')),)\n"
    "def f(t): return [p.match(t) for _, p in _A]": frozenset({"match"}),
    "def c(p): return re.compile(p)\n_A = c('x')\n"
    "def f(t): return _A.fullmatch(t)": frozenset({"fullmatch"}),
    "_A = {k: re.compile(k) for k in 'xyz'}": METHODS,
    "class A:\n  p = re.compile('x')": METHODS,
    "def f(t): return re.split('x', t)": frozenset({"split"}),
}


@pytest.mark.parametrize("source", APPLIED)
def test_an_expression_is_found_with_the_methods_applied(
    tmp_path: Path, source: str
) -> None:
    found = planted(tmp_path, f"import re\n{source}\n")

    assert found.hidden == ()
    by_pattern = {one.pattern: one.methods for one in found.expressions}
    assert by_pattern["x"] == APPLIED[source]


def test_patterns_that_a_function_builds_are_represented_by_examples(
    tmp_path: Path,
) -> None:
    source = "import re\ndef built(p): return re.compile(p)\ndef f(t): built(t)\n"
    found = planted(tmp_path, source)

    assert found.hidden == ()
    assert [one.pattern for one in found.expressions] == ["built from this"]


@pytest.mark.parametrize(
    "source",
    [
        "from re import compile",
        "import re as regular",
        "import regex",
        "import re\ndef f(p, t): return re.search(p, t)",
        "import re\ndef f(t): return re.search('x', t, flags=re.S)",
        "import re\nf = re.compile\n",
        "import re\nif not re: re.compile('x')",
    ],
)
def test_an_expression_that_hides_is_reported(tmp_path: Path, source: str) -> None:
    if source == "import regex":
        write_files(tmp_path, {"regex.py": ""})
    assert planted(tmp_path, f"{source}\n").hidden != ()
