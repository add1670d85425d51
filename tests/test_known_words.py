"""Which known word is closest to a misspelt one, and what it costs to find it."""

from __future__ import annotations

import random
from itertools import product

import pytest

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.known_words import MAX_COMPARED, KnownWords
from generator.text.normal import fold
from tests.counting import calls

SYLLABLES = "ba dre fi go kul la mon ne po ra shi to vu zen".split()
NUMBERED = [f"record-{number}" for number in range(3 * MAX_COMPARED)]
INVENTED = [
    f"{first}{second} {third}{fourth}".title()
    for first, second, third, fourth in product(SYLLABLES[:7], repeat=4)
]
NAMES = """Kim Jong Un|kim-jong-un|North Korea|South Korea|Soviet Union|Köln|Xi Jinping|Pyongyang|
Treaty on the Non-Proliferation of Nuclear Weapons|Treaty of Friendship|Agreed Framework|USSR|
Six-Party Talks|Vladimir Putin|International Atomic Energy Agency|Sergey Lavrov|Wang Yi|Vladivostok
""".replace("\n", "").split("|")


@pytest.mark.parametrize("others", [[], INVENTED], ids=["few", "many"])
@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("North Corea", "North Korea"),  # another letter
        ("Pyongyan", "Pyongyang"),  # a letter left out
        ("Sooviet Union", "Soviet Union"),  # a letter twice
        ("Vladmiir Putin", "Vladimir Putin"),  # two letters exchanged
        ("Vladimirputin", "Vladimir Putin"),  # a space left out
        ("Six Party Talks", "Six-Party Talks"),
        ("kim_jong_un", "kim-jong-un"),
        ("NORTH KOREA", "North Korea"),
        ("Koln", "Köln"),
        ("Kolnn", "Köln"),
        ("UdSSR", "USSR"),
        ("Wang Yii", "Wang Yi"),
        ("Sergei Lawrow", "Sergey Lavrov"),  # another transliteration
        ("Jinping Xi", "Xi Jinping"),  # words in another order
        ("Atomic Energy Agency", "International Atomic Energy Agency"),
        ("Treaty on the Nonproliferation of Nuclear Weapon", NAMES[8]),
        ("Republic of Ruritania", ""),
        ("", ""),
    ],
)
def test_the_word_that_was_meant_is_closest(
    slip: str, meant: str, others: list[str]
) -> None:
    assert KnownWords.of(NAMES + others, fold).closest(slip) == meant


@pytest.mark.parametrize("known", [NUMBERED, INVENTED], ids=["numbered", "invented"])
def test_a_word_is_compared_with_few_and_the_closest_is_among_them(
    known: list[str],
) -> None:
    words = KnownWords.of(known)
    chance = random.Random(1)  # noqa: S311 - any sample will do
    for word in chance.sample(known, 100):
        assert len(words.compared(f"{word}x")) <= MAX_COMPARED
        assert words.closest(f"{word}x") == word


def test_the_order_of_known_words_does_not_matter() -> None:
    slips = [f"{word[:-2]}{word[-1]}q" for word in INVENTED[::50]]
    backwards = KnownWords.of(reversed(INVENTED))
    forwards = KnownWords.of(INVENTED)
    assert [*map(backwards.closest, slips)] == [*map(forwards.closest, slips)]


def site_of(notes: int, land: str) -> list[TextFile]:
    """Return notes that each name what is not there, in every way that has a hint."""
    files = [TextFile("seeds/log.md", "---\ntitle: Log\ntype: book\n---\nx\n")]
    for number, name in enumerate(INVENTED[:notes]):
        title = f"{name} of {land}"
        text = (
            f"---\ntitle: {title}\naliases: [Port {title}]\nunlinked: [X{number}{title}]\n"
            f"actors: [Q{number}{title}]\ntittle: x\n---\n[[Z{number}{title}]] and"
            f" [@lug{number}] and [x](../actors/ectr-{number}.md#y).\n"
        )
        files.append(TextFile(f"content/events/event-{number}.md", text))
    return files


def calls_to_load(site: list[TextFile]) -> int:
    return calls(lambda: assemble(load(site)))


def test_hints_take_time_in_proportion_to_the_site() -> None:
    once, twice = site_of(200, "Fen"), site_of(400, "Moor")
    assemble(load(site_of(1, "Heath")))  # what is only computed once is computed

    assert calls_to_load(twice) <= 2.1 * calls_to_load(once)
