"""Pages as the search indexes them where scripts put no space between words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.built.unspaced import has_unspaced, restored, spaced_page

BREAK = "\u200b"


@pytest.mark.parametrize(
    "text", ["灯塔", "the とうだい", "ﾄｳﾀﾞｲ", "ประภาคาร", "人々", "𠮷"]
)
def test_some_scripts_put_no_space_between_words(text: str) -> None:
    assert has_unspaced(text)


@pytest.mark.parametrize(
    "text", ["Plain words, “quoted” — naïve", "대한민국의 등대", "маяк, φάρος, منارة"]
)
def test_most_scripts_put_spaces_between_words(text: str) -> None:
    assert not has_unspaced(text)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>The treaty.</p>", "<p>The treaty.</p>"),
        ("<p>灯塔。</p>", "<p> 灯 塔 。</p>"),
        ("<p>灯<b>塔</b>x</p>", "<p> 灯 <b> 塔 </b>x</p>"),
        ("HMS Corvus号 1961年", "HMS Corvus 号  1961 年 "),
        ("ガス", " カ ス "),
        ("ｶﾞｽ", " カ ス "),
        ("สัญญา", " ส ญ ญ า "),
        ('<a href="/灯塔/">a</a>', '<a href="/灯塔/">a</a>'),
        (
            '<meta data-pagefind-meta="names[content]" content="灯塔, Light">',
            '<meta data-pagefind-meta="names[content]" content=" 灯  塔 , Light">',
        ),
        ("1 < 2 灯", "1 < 2  灯 "),
    ],
)
def test_each_letter_of_such_a_script_becomes_a_word(html: str, words: str) -> None:
    assert " ".join(spaced_page(html).split()) == " ".join(words.split())


@pytest.mark.parametrize(
    ("indexed", "original", "shown"),
    [
        ("灯 塔 。", "灯塔。", "灯|塔|。"),
        ("背 景 灯 塔 。", "背景. 灯塔。", "背|景. |灯|塔|。"),
        ("カ ス 灯", "ガス灯", "ガ|ス|灯"),
        ("カ ス", "ｶﾞｽ", "ｶﾞ|ｽ"),
        ("ส ญ ญ า", "สัญญา", "สั|ญ|ญ|า"),
        (
            "在 1961 年 the Corvus 号.",
            "在1961年 the Corvus号.",
            "在|1961|年 |the |Corvus|号.",
        ),
        ("Plain words.", "Plain words.", "Plain words."),
        ("灯 塔", "另外", "灯 塔"),
        ("灯 塔", "灯", "灯 塔"),
        ("灯", "灯塔", "灯"),
    ],
)
def test_the_text_of_a_page_is_divided_where_the_words_of_the_index_end(
    indexed: str, original: str, shown: str
) -> None:
    assert restored(indexed, original) == shown.replace("|", BREAK)


LETTERS = st.text("灯塔ガｶﾞสัญำ々 a1,.“é") | st.text()


@given(LETTERS)
def test_every_text_is_restored_whole(text: str) -> None:
    text = " ".join(text.replace("<", "").replace(BREAK, "").split())
    indexed = spaced_page(text)

    shown = restored(indexed, text)

    if has_unspaced(text):
        assert shown.replace(BREAK, "") == text
        assert shown.count(BREAK) == max(0, len(indexed.split()) - 1)
