"""Problems as lines, as annotations and as data; their number and their length are bounded."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import (
    MAX_QUOTED_LENGTH,
    Diagnostic,
    Origin,
    Severity,
    as_json,
    capped,
    did_you_mean,
    github_annotation,
    quoted,
    warning,
    worst,
)

ORIGIN = Origin("content/treaties/pact.md", 3, 7)
ERROR = Diagnostic(ORIGIN, "unknown-field", "no field 'partys'", "Try 'parties'.")
WARNING = warning(ORIGIN, "common-name", "'state' is a word")


def test_a_problem_says_where_what_and_what_would_do() -> None:
    assert str(ERROR) == (
        "content/treaties/pact.md:3:7: error[unknown-field] no field 'partys'\n"
        "    Try 'parties'."
    )
    assert str(WARNING) == (
        "content/treaties/pact.md:3:7: warning[common-name] 'state' is a word"
    )


def test_an_annotation_escapes_what_github_reads_as_its_own_signs() -> None:
    found = Diagnostic(Origin("a,b:c.md", 1, 2), "bad-value", "50%", "Line\nbreak")

    assert github_annotation(found) == (
        "::error file=a%2Cb%3Ac.md,line=1,col=2,title=bad-value::50%25%0ALine%0Abreak"
    )


def test_problems_are_data_for_other_programs() -> None:
    [row] = json.loads(as_json([ERROR]))

    assert row == {
        "file": "content/treaties/pact.md",
        "line": 3,
        "column": 7,
        "severity": "error",
        "code": "unknown-field",
        "message": "no field 'partys'",
        "hint": "Try 'parties'.",
    }


def test_beyond_the_limit_the_number_of_further_problems_is_told() -> None:
    *shown, last = capped([ERROR, ERROR, WARNING, ERROR, ERROR], limit=2)

    assert shown == [ERROR, ERROR, WARNING]
    assert last.message == "2 more problems with this code in this file"
    assert (last.origin, last.code) == (ERROR.origin, ERROR.code)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "'plain'"),
        ("a\nb\u202ec", r"'a\u000ab\u202ec'"),
        ("x" * MAX_QUOTED_LENGTH, f"'{'x' * MAX_QUOTED_LENGTH}'"),
        ("x" * (MAX_QUOTED_LENGTH + 1), f"'{'x' * (MAX_QUOTED_LENGTH - 1)}…'"),
    ],
)
def test_quoted_words_are_short_and_move_no_cursor(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("partys", "Did you mean 'Parties'?"),
        ("PARTIES", "Did you mean 'Parties'?"),
        ("zzz", ""),
    ],
)
def test_the_closest_known_word_is_a_hint(word: str, hint: str) -> None:
    assert did_you_mean(word, ["Parties", "title"]) == hint


def test_the_worst_severity_is_an_error_a_warning_or_nothing() -> None:
    assert worst([WARNING, ERROR]) is Severity.ERROR
    assert worst([WARNING]) is Severity.WARNING
    assert worst([]) is None


def test_of_a_title_and_an_id_alike_the_title_is_suggested() -> None:
    assert did_you_mean("Jpan", ["japan", "Japan"]) == "Did you mean 'Japan'?"
