"""Names as the search finds them: every page under the beginning of each word of its names."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.exports.name_index import keys as keys_of
from generator.exports.name_index import name_files
from tests.test_cases import become

KIM = """---
title: Kim Jong Un
aliases: [Kim Jong-un]
short: [Kim]
summary: Leads *North Korea* since 2011 [@post].
---
"""
FILES = {
    "content/actors/kim-jong-un.md": KIM,
    "content/topics/pact.md": "---\nquestion: What is it?\n---\nBy [[Kim Jong Un]].\n",
    "seeds/post.md": "---\ntitle: The report\npublisher: The Post\n---\nKim leads.\n",
}


def files() -> dict[str, list[Any]]:
    problems, site = become(FILES)
    assert problems == []
    found = name_files(site, {"about/names/": "Names A to Z"})
    return {
        path.removeprefix("assets/names/"): json.loads(text) for path, text in found
    }


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("North Korea", ["no", "ko"]),
        ("People's Liberation Army", ["pe", "li", "ar"]),
        ("Washington, D.C.", ["wa", "dc"]),
        ("1,000 containers", ["10", "co"]),
        ("Łódź", ["lo"]),
        ("ÉTÉ", ["et"]),
        ("The war in the North", ["th", "wa", "no"]),
        ("북한", ["u1107"]),
        ("朝鲜", ["u671d", "u9c9c"]),
        ("ガーナ", ["u30ab", "u30fc", "u30ca"]),
        ("สัญญา", ["ue2a", "ue0d", "ue0d", "ue32"]),
        ("BRICS金砖", ["br", "u91d1", "u7816"]),
        ("X", ["x"]),
        ("a/../../b", ["a", "b"]),
        ("—", []),
    ],
)
def test_a_name_lies_under_the_beginning_of_each_of_its_words(
    name: str, keys: list[str]
) -> None:
    assert list(keys_of(name)) == keys


def test_an_entry_holds_all_that_a_result_shows() -> None:
    (kim,) = files()["ki.json"]

    assert kim == [
        *(
            "actors/kim-jong-un/",
            "Kim Jong Un",
            "actor",
            "Leads North Korea since 2011.",
        ),
        *(1, "Kim Jong-un", "Kim"),
    ]


def test_a_page_lies_once_under_each_beginning_and_all_of_them_are_listed() -> None:
    found = files()

    assert found.pop("keys.json") == sorted(
        path.removesuffix(".json") for path in found
    )
    for entries in found.values():
        assert len(entries) == len({str(entry[0]) for entry in entries})


def test_a_question_finds_its_explainer_and_a_list_itself() -> None:
    found = files()

    assert [entry[0] for entry in found["wh.json"]] == ["topics/pact/"]
    assert ["about/names/", "Names A to Z", "page", "", 0] in found["na.json"]
    assert [entry[2] for entry in found["re.json"]] == ["source"]
