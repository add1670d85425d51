"""A copy of the whole site, opened from a folder as readers do."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import Built, say, texts
from tests.site.browser import (
    CI,
    DESK,
    PAGES,
    PHONE,
    Visit,
    faults,
    needs_chromium,
    overflow,
    visit_with,
    window,
)

pytestmark = pytest.mark.xdist_group("portable")


@pytest.fixture(scope="module")
def folder(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the site into a folder whose path has a blank, letters of others, and signs."""
    place = tmp_path_factory.mktemp("desk") / "Zeitläufe 한국 & 50%" / "the site"
    place.parent.mkdir()
    done = say(built.root, "portable", "--site", str(built.site), str(place))
    assert done.exit_code == 0, done.output
    return place


@pytest.fixture
def visit(
    browser: Browser, folder: Path, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """Open a window on the folder, of the size and with the wishes a test asks for."""
    home = f"{folder.as_uri()}/"
    with visit_with(browser, home, getattr(request, "param", {})) as opened:
        yield opened


def test_a_copy_passes_the_audit_and_the_site_is_as_it_was(
    built: Built, folder: Path
) -> None:
    assert say(built.root, "audit", "--portable", str(folder)).output == "0 faults.\n"
    assert 'index.html"' not in (built.site / "actors/index.html").read_text(
        encoding="utf-8"
    )


def test_a_second_copy_takes_the_place_of_the_first(built: Built, folder: Path) -> None:
    before = texts(folder)
    (folder / "stale.html").write_text("", encoding="utf-8")

    done = say(built.root, "portable", "--site", str(built.site), str(folder))

    assert done.exit_code == 0
    assert texts(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_copy_can_be_one_file_of_the_same_bytes_each_time(
    built: Built, folder: Path, tmp_path: Path
) -> None:
    archives = [tmp_path / "one" / "site.zip", tmp_path / "other" / "site.zip"]

    for archive in archives:
        assert (
            say(built.root, "portable", "--site", str(built.site), str(archive)).exit_code
            == 0
        )

    assert archives[0].read_bytes() == archives[1].read_bytes()
    with zipfile.ZipFile(archives[0]) as opened:
        held = {
            name.removeprefix("site/"): opened.read(name) for name in opened.namelist()
        }
    own = {
        path: text for path, text in texts(folder).items() if not path.startswith(".")
    }
    assert held == own


def test_nothing_else_is_overwritten(built: Built, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")

    refused = say(built.root, "portable", "--site", str(built.site), str(tmp_path))
    within = say(built.root, "portable", "--site", str(built.site), str(built.site / "copy"))
    around = say(built.root, "portable", "--site", str(built.site), str(built.root))
    no_site = say(
        built.root, "portable", "--site", str(built.docs / "actors"), str(tmp_path / "copy")
    )

    assert refused.exit_code == no_site.exit_code == 1
    assert within.exit_code == around.exit_code == 2
    assert "was not built by explainers" in refused.output
    assert "is not a built site" in no_site.output
    assert texts(tmp_path) == {"mine.txt": b"mine"}


STYLES = 4
"""The theme's two, ours, and that of the copy's search."""
LINKS = """() => [...document.querySelectorAll('a[href], area[href]')]
    .map(link => link.href.baseVal ?? link.href)
    .map(address => new URL(address, location).href)"""


@needs_chromium
@pytest.mark.parametrize("kind", [*PAGES, "about/worklist/", "about/quotations/"])
@pytest.mark.parametrize(
    "visit",
    [
        pytest.param(window(PHONE), id="phone"),
        pytest.param(window(DESK), id="desk", marks=CI),
    ],
    indirect=True,
)
def test_a_page_opens_from_a_folder_and_each_link_leads_to_a_file(
    visit: Visit, folder: Path, kind: str
) -> None:
    address = PAGES.get(kind, (kind, ""))[0]

    page = visit.open(f"{address}index.html")
    page.wait_for_load_state("networkidle")

    assert visit.wrong == []
    assert overflow(page) == 0
    assert faults(page) == []
    assert page.evaluate("[...document.images].every(image => image.naturalWidth)")
    assert page.evaluate("document.styleSheets.length") >= STYLES
    addresses = {link for link in page.evaluate(LINKS) if link.startswith("file:")}
    files = {Path(unquote(urlsplit(address).path)) for address in addresses}
    assert files
    assert [
        file for file in files if not file.is_file() or folder not in file.parents
    ] == []


def heading(visit: Visit) -> str:
    return visit.page.get_by_role("heading", level=1).inner_text()


@needs_chromium
@pytest.mark.parametrize("words", ["Mira Tolvane", "tolvane", "MIRA t"])
def test_a_reader_finds_who_mira_tolvane_is(visit: Visit, words: str) -> None:
    page = visit.open("treaties/index.html")

    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator("form.portable li").first).to_contain_text("Mira Tolvane")
    expect(page.locator("form.portable").get_by_role("status")).to_contain_text(
        "Full-text search needs a server"
    )
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/mira-tolvane/index.html")

    assert "Mira Tolvane" in heading(visit)
    expect(page.locator(".lead")).to_contain_text("scholar")
    assert visit.wrong == []


@needs_chromium
@pytest.mark.parametrize("visit", [window(PHONE)], ids=["phone"], indirect=True)
def test_on_a_phone_a_reader_opens_the_search_with_its_button(visit: Visit) -> None:
    page = visit.open("index.html")

    page.locator("label.md-header__button[for=__search]").click()
    page.get_by_role("searchbox", name="Find a name").fill("vell")
    page.locator("form.portable").get_by_role("link", name="Ingrid Vell Actors").click()

    assert "Ingrid Vell" in heading(visit)
    assert overflow(page) == 0
    assert visit.wrong == []


@needs_chromium
@pytest.mark.parametrize(
    "visit", [window(java_script_enabled=False)], ids=[""], indirect=True
)
def test_without_scripts_a_reader_finds_who_mira_tolvane_is(visit: Visit) -> None:
    page = visit.open("index.html")

    page.get_by_role("link", name="Names A to Z").click()
    page.locator("article").get_by_role(
        "link", name="Mira Tolvane", exact=True
    ).first.click()

    assert "Mira Tolvane" in heading(visit)


@needs_chromium
@pytest.mark.parametrize(
    "visit", [window(reduced_motion="reduce")], ids=[""], indirect=True
)
def test_a_reader_finds_whether_the_treaty_of_1961_is_in_force(visit: Visit) -> None:
    page = visit.open("index.html")

    page.get_by_label("Tabs").get_by_role("link", name="Treaties").click()
    page.locator(".comparable").get_by_role(
        "link", name=re.compile("Corrin-Aldra Aid")
    ).click()

    expect(page.locator(".infobox")).to_contain_text(re.compile(r"Status\s+In force"))
    assert visit.wrong == []


@needs_chromium
def test_a_link_shows_what_its_page_is_about(visit: Visit) -> None:
    page = visit.open("actors/aldra/index.html")
    page.emulate_media(reduced_motion="no-preference")

    page.locator("article p a[href^='../corrin/']").first.focus()

    expect(page.locator("#card-beside strong")).to_have_text("Corrin")
    expect(page.locator("#card-beside p")).to_contain_text("main ally")
    assert visit.wrong == []


@needs_chromium
def test_treaties_are_compared_and_the_timeline_filtered_as_on_a_server(
    visit: Visit,
) -> None:
    page = visit.open("treaties/index.html")
    page.get_by_label("Compare Lamp Convention").check()
    page.get_by_label("Compare Tide Accord").check()
    assert "compare=lamp-convention-1961%2Ctide-accord" in page.evaluate("location.search")
    page.reload()
    expect(page.get_by_role("region", name="Side by side")).to_be_visible()

    page = visit.open("events/index.html")
    page.get_by_role("form", name="Filter the timeline").locator("[name=from]").fill(
        "2012"
    )

    assert page.evaluate("location.search") == "?from=2012"
    assert visit.wrong == []


@needs_chromium
@pytest.mark.parametrize(
    "visit", [window(color_scheme="light")], ids=[""], indirect=True
)
def test_a_reader_who_chose_dark_keeps_it(visit: Visit) -> None:
    visit.open("index.html").get_by_title("Switch to dark mode").click()

    page = visit.open("topics/index.html")

    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


@needs_chromium
def test_the_policy_of_a_page_holds_there_too(visit: Visit) -> None:
    page = visit.open("index.html")
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.harmed = 1';
        document.body.append(script);
    }""")

    assert page.evaluate("window.harmed") is None
    assert any("Content Security Policy" in fault for fault in visit.wrong)
