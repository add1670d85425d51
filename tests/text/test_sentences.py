"""Sentences: full stops that end them, and those that do not."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.text.reader import read, read_line
from generator.text.sentences import CLOSING_MARKS, is_lead_in, is_question, sentences
from generator.text.shown import OBJECT, shown


def split(body: str) -> list[str]:
    """Return the sentences of a body, as readers see them."""
    words = shown(read(body))
    return [
        words.words(unit)[start:end]
        for unit in words.units
        for start, end in sentences(words.words(unit), words.links_in(unit))
    ]


def seen(sentence: str) -> str:
    """Return a sentence as readers see it, with a placeholder for each citation."""
    return shown(read_line(sentence)).text


SEVERAL = """
One. | Two? | Three! | Four
He said "No." | She left.
They met [@un]. | They left [@un; @us#p4].
They met. [@un] | They left.
They met.[@un] [@us] | They left.
The firm (Acme Inc.) closed. | It reopened.
It ended … and began. | It ended… | Again.
**Why?** | Because *it* did. | [[Kim]] left.
On 5 Jan. 1961 it ended. | Nos. 4 and 5 remain.
(He left.) | (She stayed.) | They came.
It ended in 1961. | Kim left.
It cost 10,000. | Kim paid 10.5. | Kim left.
He sat. | Kim left for the sun. | Kim returned.
It ended in the U.S. | The treaty did not.
He was at the U.N. | He left Washington, D.C. | She stayed.
He took vitamin C. | It helped in World War I. | He left.
At Apple Inc. | The end. | King Jr. | The end.
It ended in Dec. | The end. | On Main St. | She left.
He left in the U.S. [@un] | Kim stayed.
He left. | $300 was left. | €300 was left. | iPhone sales rose. | de Gaulle stayed.
He left. | — She stayed.
See [the text.](https://x.org/a.b) | She stayed.
See [the text. ](https://x.org/a.b)| [He left.](https://x.org) | [[Kim left.]] | She stayed.
See www.example.org. | She left.
He left!? | She stayed.
«Non.» | Il partit. | Ça va.
« Nous avons gagné. » | Elle partit.
¿Quién ganó? | ¡Kim ganó! | ¿Y?
他来了。| 他走了！| 为什么？| 好。
Он пришёл. | Он ушёл.
वह गया। | वह आया।
وہ گیا۔ | وہ آیا۔
هل فاز؟ | نعم.
Նա գնաց։ | Նա եկավ։
Ποιος κέρδισε; | Ο Κιμ κέρδισε.
იგი წავიდა. | იგი მოვიდა.
See example.org/a.b for more. | The end.
"""
ONE = """
Mr. Kim met Gen. Lee of the U.S. Army at St. Petersburg.
At 10.30 a.m. Kim left, at 5 p.m. Moscow time, or 9 a.m. in D.C. that day.
J. R. Smith paid approx. 3.5 million, i.e. little.
Col. Lee, Maj. Gen. Lee, Brig. Kim and Pvt. Park left.
Dr. He and Gen. He left.
On Mar. 5, Jun. 5, Jul. 5 and Tues. Kim spoke.
In Roe v. Wade it ended.
Smith et al. (2020) say so.
Kim (b. 1950) left.
It is in Art. IV and Arts. 5 and Fig. A of Res. 1718.
Warner Bros. Pictures made it for Yahoo! Inc. that year.
“Fire!” Kim shouted.
“We won. We left,” he said.
"We won. We left," he said.
‘We don’t. We left,’ he said.
„Wir gewannen. Wir gingen“, sagte er.
« Nous avons gagné. Il partit », dit-il.
»Vi vandt. Vi gik«, sagde han.
「赢了。走了」他说
“赢了。”他说。
“We left […] Kim stayed”.
Kim (he was ill. He had a cold) left.
He left (sic!) Kim there.
He ran `a. B` then.
See the [U.N. Charter. It is](https://x.org/a) now.
See the [[U.N. Charter. It is|text. It is]] now.
See ![A map. Of Korea](a.png) now.
[It ended. It began.](https://x.org)
It was %% todo. It is. %% so.
*U.S.* Army
It is 5. Kim
Am 3. Mai kam er.
Im 19. Jahrhundert war es so.
Es gibt z. B. Korea und d. h. Die Welt.
Siehe Nr. 5 dort.
M. Le Pen left.
В 1961 г. Ким ушёл, т.е. Ким ушёл.
"""


@pytest.mark.parametrize("paragraph", SEVERAL.strip().splitlines())
def test_a_paragraph_is_divided_where_sentences_end(paragraph: str) -> None:
    wanted = [seen(part).strip() for part in paragraph.split("|")]

    assert split(paragraph.replace("|", "")) == wanted


@pytest.mark.parametrize("paragraph", ONE.strip().splitlines())
def test_other_full_stops_end_nothing(paragraph: str) -> None:
    assert split(paragraph) == [seen(paragraph)]


def test_a_space_may_be_missing() -> None:
    assert split("He left.She stayed. Use Node.js.") == [
        "He left.",
        "She stayed.",
        "Use Node.js.",
    ]


def test_a_footnote_is_not_part_of_the_sentence_that_it_explains() -> None:
    body = "He left.[^1] She stayed[^2].\n\n[^2]: Here. There.\n\n[^1]: Then."

    assert split(body) == ["He left.", "She stayed.", "Here.", "There.", "Then."]


@pytest.mark.parametrize("paragraph", ["", " \n ", "\n"])
def test_nothing_has_no_sentence(paragraph: str) -> None:
    assert split(paragraph) == []


@pytest.mark.parametrize(
    "sentence",
    ["Who?", "**Who?**", "Who?!", "谁？", "هل؟", "Ποιος;", "Ո՞վ։", "« Qui ? »"],
)
def test_questions_are_known_in_any_script(sentence: str) -> None:
    assert is_question(sentence)


@pytest.mark.parametrize("sentence", ["He.", "He!?", "He;", "?He", ""])
def test_what_only_looks_like_a_question_is_none(sentence: str) -> None:
    assert not is_question(sentence)


@pytest.mark.parametrize("sentence", ["Three:", "**Three:**", "有三点："])
def test_a_lead_in_ends_with_a_colon(sentence: str) -> None:
    assert is_lead_in(sentence)


MARKS = "Aa1 .?!…。;[]()\n-*\"'“”«»‘’„"


@given(st.text(alphabet=MARKS, max_size=60))
def test_sentences_follow_one_another_and_leave_nothing_out(paragraph: str) -> None:
    position = 0
    for start, end in sentences(paragraph):
        assert position <= start < end
        assert not paragraph[position:start].strip()
        position = end
    assert not paragraph[position:].strip()


@given(st.text(alphabet=MARKS, max_size=20))
def test_code_is_never_divided(before: str) -> None:
    [*_, (start, _)] = sentences(f"{before}x {OBJECT} y")

    assert start <= len(before)


@given(
    st.text(alphabet=MARKS, max_size=20),
    st.text(alphabet=MARKS, min_size=1, max_size=20),
    st.text(alphabet=MARKS, max_size=20),
)
def test_no_sentence_ends_within_a_link(before: str, words: str, after: str) -> None:
    assume(words[0] not in CLOSING_MARKS)  # they go with what is before the link
    link = len(before), len(before) + len(words)
    found = list(sentences(before + words + after, [link]))

    for start, end in found:
        assert not (link[0] < end < link[1]) or not words[end - link[0] :].strip()
        assert not link[0] < start < link[1] or not words[: start - link[0]].strip()


PIECES = [
    ". ",
    "! ",
    "。",
    "; ",
    "“",
    "”",
    '"',
    "‘",
    "«",
    " »",
    "(",
    "[",
    "A. ",
    "U.S. ",
    "[@a]",
    "*",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("other", ["", ".", "a"])
def test_twice_the_text_takes_about_twice_the_time(piece: str, other: str) -> None:
    text = piece + other

    def seconds(count: int) -> float:
        start = process_time()
        list(sentences(text * count))
        return process_time() - start

    assert seconds(16_000) < 0.5 + 40 * seconds(2_000)
