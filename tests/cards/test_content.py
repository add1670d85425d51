"""Cards: what they say, that no line leaves its place, that nothing in a text is markup."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from struct import unpack_from
from xml.etree import ElementTree as ET

import pytest
import resvg_py
import yaml

from generator.app.assemble import assemble
from generator.app.build import build
from generator.app.load import load
from generator.artifacts import TextFile
from generator.cards.content import SITE, cards
from generator.cards.layout import Card, card
from generator.cards.lines import HEIGHT, WIDTH, Look, Words
from generator.facts.history import Calendar
from generator.facts.site import Site
from generator.io.drawing import FONTS, pictures, read_look
from generator.settings import Settings, SiteIdentity
from tests.conftest import ROOT, WriteProject, docs_of, lay_out, run, texts, write_files

LOOK = read_look(ROOT, "Explainers")
PAYLOADS: dict[str, list[str]] = yaml.safe_load(
    (ROOT / "tests/hostile/payloads.yml").read_text(encoding="utf-8")
)
ADDRESS = "https://example.org/explainers/"
TITLES = {
    "one word": "Détente",
    "long": "Treaty on Comprehensive Strategic Partnership between Two States " * 6,
    "one long word": "W" * 500,
    "long word among others": f"The {'Donaudampfschifffahrt' * 5} agreement of 1961",
    "wide letters": "MWMW WMWM " * 12,
    "pairs that kern": "AV To Ta Yo LT " * 20,
    "accents": "Łódź, Đà Nẵng and São Tomé",
    "letters and marks apart": "Cafe\u0301 diplomacy",
    "emoji": "Peace 🕊️ at last ❤️",
    "zero width": "Sum\u200bmit\u2060 talks",
    "spaces": "a\u00a0treaty\u2003of\u202ftwo",
    "marks": "\"Us\" & 'them' <b>",
}
FOREIGN = {
    "Korean": "조중우호조약",
    "Chinese": "中朝友好合作互助条约",
    "Hebrew": "הסכם שלום",
    "Arabic": "معاهدة صداقة",
    "Cyrillic": "Договор",
    "some of it": "Treaty (조약)",
    "emoji alone": "🕊️🕊️",
    "nothing to see": "\u200b\u2060",
}


def drawn(title: str, look: Look = LOOK) -> Card:
    found = card(
        look, Words(title, "Treaty", "In force, as of 1 May 2026", title * 3), "x"
    )
    assert found
    return found


def words_of(found: Card) -> list[str]:
    """Return the lines on a card, without the site's name."""
    texts_of = ET.fromstring(found.svg).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314
    return [str(element.text) for element in texts_of][1:]


def site_of(files: dict[str, str], day: date | None = None) -> Site:
    settings = Settings(site=SiteIdentity("Explainers", "Facts.", ADDRESS), cards=True)
    loaded = load(TextFile(path, text) for path, text in sorted(files.items()))
    return assemble(loaded, settings, calendar=Calendar(day, {}) if day else None).site


def rows(png: bytes) -> Iterator[list[tuple[int, ...]]]:
    """Yield the pixels of a picture, row by row; source: the PNG specification's filters."""
    width = unpack_from(">L", png, 16)[0]
    parts, at = b"", 8
    while at < len(png):
        size, name = unpack_from(">L4s", png, at)
        parts += png[at + 8 : at + 8 + size] if name == b"IDAT" else b""
        at += size + 12
    raw, stride = zlib.decompress(parts), width * 4 + 1
    above = bytearray(stride + 3)
    for start in range(0, len(raw), stride):
        row = bytearray(4) + raw[start + 1 : start + stride]
        for i in range(4, len(row)):
            a, b, c = row[i - 4], above[i], above[i - 4]
            nearest = min(
                (abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c)
            )[2]
            row[i] = (row[i] + (0, a, b, (a + b) // 2, nearest)[raw[start]]) % 256
        yield [tuple(row[i : i + 4]) for i in range(4, len(row), 4)]
        above = row


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_no_line_leaves_its_place(title: str) -> None:
    svg = drawn(title).svg
    fonts = [str(ROOT / font) for font in FONTS]
    png = resvg_py.svg_to_bytes(
        svg, skip_system_fonts=True, font_files=fonts, width=WIDTH // 4
    )
    pixels = list(rows(png))

    paper = pixels[-1][0]
    beside = [x for x in range(WIDTH // 4) if x < 20 or x > (WIDTH - 80) // 4]
    assert {pixels[y][x] for y in range(10, HEIGHT // 4) for x in beside} == {paper}
    assert {pixel for row in pixels[600 // 4 :] for pixel in row} == {paper}
    assert any(pixel != paper for row in pixels[160 // 4 :] for pixel in row)


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_lines_stand_apart_and_hold_the_words_in_their_order(title: str) -> None:
    found = drawn(title)
    root = ET.fromstring(found.svg)  # noqa: S314 - our own
    feet = [
        float(e.get("y", "")) for e in root.iter("{http://www.w3.org/2000/svg}text")
    ]

    assert all(below - above > 25 for above, below in pairwise(feet))
    shown = LOOK.bold.printable(title)
    at_first = "".join(words_of(found)[1:]).replace(" ", "").removesuffix("…")
    assert at_first.startswith(shown.replace(" ", "")[:20])


@pytest.mark.parametrize("title", FOREIGN.values(), ids=FOREIGN)
def test_a_title_in_letters_that_the_font_lacks_has_no_card_of_its_own(
    title: str,
) -> None:
    assert card(LOOK, Words(title), "x") is None


def test_a_page_without_a_card_shows_the_sites() -> None:
    site = site_of({"content/terms/pact.md": "---\ntitle: 조약\n---\n"})

    found = cards(site, LOOK)

    assert found["pact"] == found[SITE]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Peace 🕊️ at last", "Peace at last"),
        ("A\u2011B", "A-B"),
        ("Cafe\u0301", "Café"),
        ("x\x07y", "xy"),
    ],
)
def test_signs_that_can_be_spared_are_left_out(text: str, shown: str) -> None:
    assert LOOK.regular.printable(text) == shown


@pytest.mark.parametrize(
    "payload", [text for texts in PAYLOADS.values() for text in texts]
)
def test_what_strangers_type_is_text_on_a_card(payload: str) -> None:
    found = card(
        LOOK,
        Words(f"A {payload[:300]}", payload[:50], payload[:50], payload[:400]),
        "x",
    )

    if found:
        root = ET.fromstring(found.svg)  # noqa: S314 - our own
        assert {e.tag.rpartition("}")[2] for e in root.iter()} == {
            "svg",
            "rect",
            "text",
            "path",
        }
        names = {name.rpartition("}")[2] for e in root.iter() for name in e.attrib}
        assert not {"href", "style", "filter", "mask"} & names


@pytest.mark.parametrize(
    "look", [LOOK, replace(LOOK, site="한국"), replace(LOOK, site="S " * 99)]
)
def test_any_name_of_a_site_can_be_drawn(look: Look) -> None:
    assert words_of(drawn("Treaty", look))


EVENT = "---\ndate: [{value: 1961, source: a}, {value: 1962, source: b}]\n---\n"


def test_a_card_says_what_is_known() -> None:
    files = {
        "content/treaties/pact.md": "---\ntitle: Pact\nparties: [Aland, Bland]\n"
        "signed: 1961\nin_force: 1961\n---\n",
        "content/treaties/league.md": "---\ntitle: League\nparties: [Aland, "
        "{party: Bland, withdrew: 1970}]\n---\n",
        "content/treaties/one.md": "---\ntitle: One\nparties: [Aland]\nsummary: Few.\n---\n",
        "content/actors/aland.md": "---\ntype: state\nsummary: An "
        "[[Bland|ally]] of *Bland* [@a].\n---\n",
        "content/topics/why.md": "---\ntitle: The pact\nquestion: Why the pact?\n"
        "answer: It binds both [@a#p0].\n---\n",
        "content/events/signing.md": EVENT,
        "seeds/a.md": "TextFile.",
        "seeds/b.md": "TextFile.",
    }
    found = cards(site_of(files, date(2026, 5, 1)), LOOK)

    assert {id_: shown.alt for id_, shown in found.items()} == {
        SITE: "Facts.",
        "pact": "Treaty: Pact. In force, as of 1 May 2026. Parties: Aland and Bland.",
        "league": "Treaty: League. Parties: Aland and Bland (withdrew).",
        "one": "Treaty: One. Few.",
        "aland": "State: Aland. An ally of Bland.",
        "why": "Explainer: Why the pact? It binds both.",
        "signing": "Event: Signing. 1961 or 1962 (sources differ).",
    }


def test_a_site_without_an_address_has_no_cards() -> None:
    site = site_of({"content/terms/pact.md": "TextFile."})
    settings = replace(site.settings, site=SiteIdentity("Explainers"))

    assert cards(replace(site, settings=settings), LOOK) == {}


def test_the_same_words_give_the_same_picture_and_others_another(
    tmp_path: Path,
) -> None:
    one, same, other = drawn("Pact"), drawn("Pact"), drawn("Pact of 1961")
    first = [*pictures(ROOT, tmp_path, [one, other])]

    assert one == same
    assert one.path != other.path
    assert first == [*pictures(ROOT, tmp_path, [one, other])]


PROJECT = {
    "content/terms/pact.md": "---\ntitle: '\"Pact\" & <b>'\nsummary: A promise.\n---\n",
    "content/terms/old.md": "TextFile.",
}


def test_pages_name_their_card_and_the_site_holds_it(project: WriteProject) -> None:
    root = project(PROJECT)
    done = run(root, "generator", "build", CARDS="yes", SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    held = {path for path in texts(root / "site") if path.startswith("assets/cards/")}
    text = (root / "site/terms/pact/index.html").read_text(encoding="utf-8")

    assert len(held) == 3
    own = next(path for path in held if path.startswith("assets/cards/pact-"))
    assert f'<meta property="og:image" content="{ADDRESS}{own}">' in text
    alt = "Term: &quot;Pact&quot; &amp; &lt;b&gt;. A promise."
    assert f'<meta property="og:image:alt" content="{alt}">' in text
    assert '<meta name="twitter:card" content="summary_large_image">' in text
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert f'content="{ADDRESS}assets/cards/site-' in home


def test_cards_are_drawn_once_and_go_with_their_note(
    project: WriteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARDS", "yes")
    monkeypatch.setenv("SITE_URL", ADDRESS)
    root = project(PROJECT)
    build(root, docs_of(root))
    folder = docs_of(root) / "assets/cards"
    (kept,) = folder.glob("pact-*")
    kept.write_bytes(b"drawn before")
    (root / "content/terms/old.md").unlink()

    build(root, docs_of(root))

    assert kept.read_bytes() == b"drawn before"
    assert not list(folder.glob("old-*"))

    shutil.rmtree(folder)
    build(root, docs_of(root))
    assert kept.read_bytes().startswith(b"\x89PNG")


def test_the_same_notes_give_the_same_cards_everywhere(tmp_path: Path) -> None:
    built = []
    for name, zone in (("a", "UTC"), ("b c", "Asia/Pyongyang")):
        root = tmp_path / name
        lay_out(root)
        write_files(root, PROJECT)
        environment = {
            "CARDS": "yes",
            "SITE_URL": ADDRESS,
            "TZ": zone,
            "HOME": str(root),
        }
        done = run(root, "generator", "build", "--pages-only", **environment)
        assert done.returncode == 0, done.stderr
        built.append(texts(docs_of(root)))

    assert len([path for path in built[0] if path.endswith(".png")]) == 3
    assert built[0] == built[1]


def test_without_the_setting_nothing_is_drawn(project: WriteProject) -> None:
    root = project(PROJECT)
    build(root, docs_of(root))

    assert not (docs_of(root) / "assets/cards").exists()
    assert "card:" not in (docs_of(root) / "terms/pact.md").read_text(encoding="utf-8")
