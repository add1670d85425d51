"""Addresses: what each leads to, from where it is written, and what is said of those to nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Origin
from generator.links.address_problems import check_address
from generator.links.always import ALWAYS
from generator.notes.model import Document
from tests.links.known import ADDRESSES, INDEX, KEEPER, LAMP, LOG


@pytest.mark.parametrize(
    ("address", "path", "anchor"),
    [
        ("../actors/keeper.md", "actors/keeper.md", ""),
        ("../actors/keeper.md#early-years", "actors/keeper.md", "early-years"),
        ("../actors/keeper", "actors/keeper.md", ""),
        ("../actors/keeper/", "actors/keeper.md", ""),
        ("../actors/keeper/#a", "actors/keeper.md", "a"),
        ("../actors/keeper.md?plain=1#L5", "actors/keeper.md", "L5"),
        ("../actors/k%65eper.md", "actors/keeper.md", ""),
        ("..//./actors/../actors/keeper.md", "actors/keeper.md", ""),
        ("/content/actors/keeper.md", "actors/keeper.md", ""),
        ("/actors/keeper.md", "actors/keeper.md", ""),
        ("../../content/actors/keeper.md", "actors/keeper.md", ""),
        ("../../seeds/log.md#p7", "sources/log.md", "p7"),
        ("../sources/log.md", "sources/log.md", ""),
        ("../index.md#start", "index.md", "start"),
        ("..", "index.md", ""),
        ("#oil", "", "oil"),
        ("#", "", ""),
        ("lamp.md#oil", "", "oil"),
        ("?a#%E7%81%AF", "", "灯"),
    ],
)
def test_an_address_leads_to_a_document_by_its_file_or_its_page(
    address: str, path: str, anchor: str
) -> None:
    found = ADDRESSES.read(address, LAMP)

    assert (found.kind, found.path, found.anchor) == ("document", path, anchor)
    assert found.document


@pytest.mark.parametrize(
    ("address", "base", "path"),
    [
        ("../actors/keeper.md", LOG, "actors/keeper.md"),
        ("../content/actors/keeper.md", LOG, "actors/keeper.md"),
        ("log.md", LOG, ""),
        ("keeper.md", KEEPER, ""),
        ("keeper.md", ADDRESSES.documents["index.md"], None),
        ("actors/keeper.md", ADDRESSES.documents["index.md"], "actors/keeper.md"),
    ],
)
def test_an_address_is_read_from_the_folder_of_its_document(
    address: str, base: Document, path: str | None
) -> None:
    found = ADDRESSES.read(address, base)

    if path is None:
        assert found.kind == "nothing"
    else:
        assert (found.kind, found.path) == ("document", path)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://example.org", "web"),
        ("HTTP://example.org/a b", "web"),
        ("mailto:a@example.org", "web"),
        ("../actors/index.md", "page"),
        ("../actors/", "page"),
        ("../about/names.md", "page"),
        ("../assets/map.png", "file"),
        ("../data/notes.csv", "file"),
        ("../places/skerry.md", "draft"),
        ("skerry.md", "nothing"),
        ("", "nothing"),
        ("../../../../etc/passwd", "nothing"),
        ("..\\actors\\keeper.md", "nothing"),
        ("../actors/keeper.md.md", "nothing"),
        ("javascript:alert(1)", "forbidden"),
        ("java\tscript:alert(1)", "forbidden"),
        ("\x01javascript:alert(1)", "forbidden"),
        ("data:text/html,x", "forbidden"),
        ("file:///etc/passwd", "forbidden"),
        ("//example.org", "forbidden"),
        ("\\\\example.org", "nothing"),
        ("/\t/example.org", "forbidden"),
        ("https:example.org", "forbidden"),
        ("https:\\\\example.org", "forbidden"),
        ("https://\\example.org", "forbidden"),
        ("https://@example.org", "forbidden"),
        ("ftp://example.org", "forbidden"),
    ],
)
def test_an_address_leads_to_the_web_to_the_site_or_nowhere(
    address: str, kind: str
) -> None:
    assert ADDRESSES.read(address, LAMP).kind == kind


@given(st.text(alphabet="./\\:#?%aA \tjhtps@é" + "\x00", max_size=12))
def test_every_address_is_read_and_leads_to_what_the_site_has(address: str) -> None:
    found = ADDRESSES.read(address, LAMP)

    if found.kind == "document" and found.path:
        assert found.path in ADDRESSES.documents
    elif found.kind in {"page", "file"}:
        assert found.path in ADDRESSES.others


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("keeper.md", "Did you mean '../actors/keeper.md'?"),
        ("../actors/Keepr", "Did you mean '../actors/keeper.md'?"),
        ("../sources/logg.md", "Did you mean '../../seeds/log.md'?"),
        ("lampp.md", "Did you mean 'lamp.md'?"),
        ("#Oils", "Did you mean 'Oil'?"),
        ("../actors/keeper.md#old", "It has 'Early years', 'Youth & fame', '灯り'."),
        ("../../seeds/log.md#p8", "It has 'p0', 'p7'."),
        ("../places/rock.md#a", "It has no sections: link to the page itself."),
    ],
)
def test_an_address_to_nowhere_is_said_with_the_nearest_that_is_somewhere(
    address: str, hint: str
) -> None:
    found = ADDRESSES.read(address, LAMP)

    problems = check_address(
        address, found, ADDRESSES, Origin(LAMP.path), is_image=False
    )

    assert [problem.hint for problem in problems] == [hint]


def test_every_page_of_a_site_may_be_linked() -> None:
    assert set(ADDRESSES.others) >= ALWAYS
    assert {note.path for note in INDEX.notes.values()} <= set(ADDRESSES.documents)
