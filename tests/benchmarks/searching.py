"""Measure both searches on a built site: ours with Pagefind's index, and the theme's.

    python -m tests.benchmarks.searching SITE [--words "liu dongshu" --text "federation council"]

SITE is one that `explainers build` made, which holds what both need; both are asked in Chromium.
Printed are the bytes, compressed, that a reader loads from turning to the search until the first
result of WORDS (a name) and of TEXT (of some page) stands there, what the indexes weigh, how long
indexing takes, and, for the demo site, how many of the forty searches of tests/test_search.py, and
of forty others, show the page that is meant first.
"""

import argparse
import gzip
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from generator.io.pagefind import FOLDER, index_site
from tests.site.browser import CHROMIUM, FLAGS
from tests.site.test_search import QUERIES, found, search
from tests.site.test_weight import Compressing, Sent

HELD_OUT = {
    "republic of korea": "actors/south-korea/",
    "trump": "actors/donald-trump/",
    "lavrov": "actors/sergei-lavrov/",
    "Khrushchev": "actors/nikita-khrushchev/",
    "chou en-lai": "actors/zhou-enlai/",
    "gerasimov": "actors/valery-gerasimov/",
    "moon jae in": "actors/moon-jae-in/",
    "KPA": "actors/korean-peoples-army/",
    "britain": "actors/united-kingdom/",
    "usa": "actors/united-states/",
    "security council": "actors/un-security-council/",
    "indopacom": "actors/us-indo-pacific-command/",
    "oxford": "actors/university-of-oxford/",
    "sun": "actors/yun-sun/",
    "chinese foreign ministry": "actors/chinese-foreign-ministry/",
    "workers party": "actors/workers-party-of-korea/",
    "peoples liberation army": "actors/peoples-liberation-army/",
    "kremlin": "actors/russia/",
    "united kin": "actors/united-kingdom/",
    "north kor": "actors/north-korea/",
    "vostochny": "places/vostochny-cosmodrome/",
    "kursk": "places/kursk/",
    "washington dc": "places/washington/",
    "non-proliferation treaty": "treaties/npt/",
    "sanctions on north korea": "treaties/unsc-dprk-sanctions/",
    "us japan treaty": "treaties/us-japan-security-1960/",
    "mutual defense treaty": "treaties/us-rok-mutual-defense-1953/",
    "good neighbourliness": "treaties/china-russia-2001/",
    "sino soviet": "treaties/sino-soviet-1950/",
    "basic agreement": "treaties/inter-korean-basic-agreement-1991/",
    "article 51": "terms/collective-self-defence/",
    "denunciation": "terms/denunciation/",
    "where does china stand between russia and north korea": "topics/china-between-neighbours/",
    "what does north korea give russia": "topics/arms-for-technology/",
    "korean war": "events/korean-war-begins/",
    "singapore summit": "events/singapore-summit/",
    "first nuclear test": "events/first-nuclear-test/",
    "resolution 2397": "events/unsc-2397/",
    "yoon removed": "events/yoon-removed-event/",
    "china is watching warily": "sources/egypt-independent-gan/",
}
"""Forty more, written before anything was tuned on either engine, and never tuned on."""
THEIRS = "theirs.html"
"""The home page once more, with the theme's search."""
First = Callable[[Page, str, str], str]


@contextmanager
def served(site: Path, sent: Sent) -> Iterator[str]:
    """Serve a folder, compressed; yield its address."""
    handler = partial(Compressing, sent=sent, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def opened(browser: Browser, address: str) -> Page:
    """Open an address with an empty cache."""
    page = browser.new_context().new_page()
    page.goto(address, wait_until="networkidle")
    return page


def until_first(page: Page, words: str, sent: Sent) -> int:
    """Return the bytes from turning to a search to its first result."""
    sent.clear()
    query = page.locator("[data-md-component=search-query]")
    query.click()
    query.fill(words)
    query.dispatch_event("keyup")
    page.locator(".md-search-result__item").first.wait_for(timeout=120_000)
    return sum(size for _, size in sent)


def first_of_theirs(page: Page, home: str, words: str) -> str:
    """Return the page that the theme's search shows first."""
    query = page.locator("[data-md-component=search-query]")
    query.fill("")
    query.press_sequentially(" ")
    page.locator(".md-search-result__item").first.wait_for(state="detached")
    query.fill(words)
    query.dispatch_event("keyup")  # so that the search begins, whatever the script
    page.wait_for_timeout(250)
    return [*found(page, home), ""][0].partition("?")[0]


def first_of_ours(page: Page, home: str, words: str) -> str:
    """Return the page that our search shows first."""
    search(page, words)
    return [*found(page, home), ""][0]


def hits(page: Page, home: str, first: First, wanted: Mapping[str, str]) -> str:
    """Say how many searches show the page that is meant first, and which do not."""
    missed = [words for words in wanted if first(page, home, words) != wanted[words]]
    return f"{len(wanted) - len(missed)} of {len(wanted)}; missed: {', '.join(missed) or 'none'}"


def weigh(folder: Path) -> int:
    """Return what the files of a folder weigh together, each compressed."""
    return sum(
        len(gzip.compress(file.read_bytes()))
        for file in folder.rglob("*")
        if file.is_file()
    )


def main() -> None:
    """Print what both searches cost, and what they find."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument(
        "--words", default="", help="a name; else the forty searches too"
    )
    parser.add_argument("--text", default="federation council")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        shutil.copytree(options.site, site)
        index(site)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        compare(browser, site, options.words, options.text)
        browser.close()


def index(site: Path) -> None:
    """Index a site anew; print how long it took, and what both indexes weigh."""
    shutil.rmtree(site / FOLDER)
    began = time.perf_counter()
    print(index_site(site), end="")
    took = time.perf_counter() - began
    pages = len(list(site.rglob("index.html")))
    print(f"{pages} pages; Pagefind took {took:.1f} s")
    names = site / "assets/names"
    heaviest = max(len(gzip.compress(file.read_bytes())) for file in names.iterdir())
    print(
        f"indexes, compressed: the theme's {weigh(site / 'search')} bytes, Pagefind"
        f" {weigh(site / FOLDER)} and names {weigh(names)} in {len(list(names.iterdir()))} files,"
        f" the heaviest {heaviest}; of these a search loads a part"
    )
    page = (site / "index.html").read_text(encoding="utf-8")
    theirs = page.replace('data-search="pagefind"', 'data-search="material"')
    (site / THEIRS).write_text(theirs, encoding="utf-8")


def compare(browser: Browser, site: Path, words: str, text: str) -> None:
    """Print what both searches load until a first result, and what they show first."""
    sent: Sent = []
    with served(site, sent) as home:
        for asked in (words or "liu dongshu", text):
            ours, theirs = (
                until_first(opened(browser, home + address), asked, sent)
                for address in ("", THEIRS)
            )
            print(
                f"bytes until the first result for {asked}: ours {ours}, the theme's {theirs}"
            )
        if words:
            return
        for name, address, first in (
            ("ours", "", first_of_ours),
            ("the theme's", THEIRS, first_of_theirs),
        ):
            page = opened(browser, home + address)
            page.locator("[data-md-component=search-query]").click()
            page.locator(".md-search-result__meta", has_text="Type to start").wait_for()
            print(f"first of forty, {name}: {hits(page, home, first, QUERIES)}")
            print(f"first of forty others, {name}: {hits(page, home, first, HELD_OUT)}")


if __name__ == "__main__":
    main()
