"""Measure Material's search against Pagefind's on the same built site.

    python -m tests.benchmarks.searching SITE --pagefind PROGRAM [--words "liu dongshu" …]

SITE is copied, Pagefind indexes the copy (its program is not one of the project's packages), and
both are asked in Chromium. Printed are the bytes, compressed, that a reader loads from turning to
the search until the first result stands there, what the indexes weigh, how long Pagefind took, and,
for the demo site, how many of the forty searches of tests/test_search.py show the page that is
meant first. Pagefind runs WebAssembly, which a policy must allow ('wasm-unsafe-eval'); here it is
asked from a page without one.
"""

import argparse
import gzip
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.test_browser import CHROMIUM, FLAGS
from tests.test_search import QUERIES, first_for
from tests.test_weight import Compressing, Sent

FIND = """async words => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = await pagefind.search(words);
  return found.results.length ? (await found.results[0].data()).url : "";
}"""
EMPTY = "empty.html"
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


def of_material(browser: Browser, home: str, words: str, sent: Sent) -> int:
    """Return the bytes from turning to the theme's search to its first result."""
    page = opened(browser, home)
    sent.clear()
    page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").fill(words)
    page.locator("[data-md-component=search-query]").dispatch_event("keyup")
    page.locator(".md-search-result__item").first.wait_for(timeout=120_000)
    return sum(size for _, size in sent)


def of_pagefind(browser: Browser, home: str, words: str, sent: Sent) -> int:
    """Return the bytes from turning to Pagefind to its first result."""
    page = opened(browser, home + EMPTY)
    sent.clear()
    if not page.evaluate(FIND, words):
        print(f"Pagefind finds nothing for {words}.")
    return sum(size for _, size in sent)


def first_of_material(browser: Browser, home: str) -> Mapping[str, str]:
    """Return the page the theme's search shows first, for each of the forty searches."""
    page = opened(browser, home)
    page.locator("[data-md-component=search-query]").click()
    page.locator(".md-search-result__meta", has_text="Type to start").wait_for()
    return {words: first_for(page, words).removeprefix(home) for words in QUERIES}


def first_of_pagefind(browser: Browser, home: str) -> Mapping[str, str]:
    """Return the page Pagefind shows first, for each of the forty searches."""
    page = opened(browser, home + EMPTY)
    return {words: str(page.evaluate(FIND, words)).lstrip("/") for words in QUERIES}


def hits(found: Mapping[str, str]) -> str:
    """Say how many searches show the page that is meant first, and which do not."""
    missed = [words for words, page in QUERIES.items() if found[words] != page]
    return f"{len(QUERIES) - len(missed)} of {len(QUERIES)}; missed: {', '.join(missed) or 'none'}"


def weigh(folder: Path) -> int:
    """Return what the files of a folder weigh together, each compressed."""
    return sum(
        len(gzip.compress(file.read_bytes())) for file in folder.rglob("*") if file.is_file()
    )


def main() -> None:
    """Print what both searches cost, and what they find."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--pagefind", required=True)
    parser.add_argument("--words", default="", help="what is searched; else the forty searches too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        shutil.copytree(options.site, site)
        index(site, options.pagefind)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        compare(browser, site, options.words)
        browser.close()


def index(site: Path, pagefind: str) -> None:
    """Have Pagefind index a site; print how long it took, and what both indexes weigh."""
    (site / EMPTY).write_text("<!doctype html><title>Empty</title>", encoding="utf-8")
    began = time.perf_counter()
    command = [pagefind, "--site", str(site), "--root-selector", ".md-content"]
    subprocess.run(command, check=True, capture_output=True)
    took = time.perf_counter() - began
    print(f"{len(list(site.rglob('index.html')))} pages; Pagefind took {took:.1f} s")
    print(
        f"indexes, compressed: Material {weigh(site / 'search')} bytes,"
        f" Pagefind {weigh(site / 'pagefind')} bytes, of which a search loads a part"
    )


def compare(browser: Browser, site: Path, words: str) -> None:
    """Print what both searches load until a first result, and what they show first."""
    sent: Sent = []
    asked = words or "liu dongshu"
    with served(site, sent) as home:
        print(f"until the first result for {asked}, in bytes:")
        print(f"  Material {of_material(browser, home, asked, sent)}")
        print(f"  Pagefind {of_pagefind(browser, home, asked, sent)}")
        if not words:
            print(f"first of forty: Material {hits(first_of_material(browser, home))}")
            print(f"first of forty: Pagefind {hits(first_of_pagefind(browser, home))}")


if __name__ == "__main__":
    main()
