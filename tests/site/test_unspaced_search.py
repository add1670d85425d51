"""Search in scripts that put no space between words: what readers type is found anywhere in a run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.text.words import UNSPACED
from tests.conftest import ROOT, SETTINGS, build_site, write_files
from tests.site.browser import CI, Visit, needs_chromium, serve, visit_with
from tests.site.test_search import found, search

pytestmark = needs_chromium

NOTE = "---\ntitle: {title}\nquestion: {question}\nanswer: {answer}\n---\n{body}\n"
NOTES = {
    "fishing": NOTE.format(
        title="两岛渔业合作协定",
        question="两岛为什么合作？",
        answer="双方在1988年签署了协定。",
        body="渔民共用一座灯塔。台风来临时，港口对外**关**闭。\n\n## 背景\n\n谈判在北角举行。",
    ),
    "lamp": NOTE.format(
        title="岬のガス灯",
        question="ガス灯はどこにあるか。",
        answer="岬の突端にある。",
        body="漁師たちは夜明けまで港で待った。かもめが飛び、人々は帰った。ｶﾗｽも来た。",
    ),
    "lighthouse": NOTE.format(
        title="ประภาคารแห่งเกาะเหนือ",
        question="ใครสร้างประภาคาร",
        answer="ชาวประมงสร้าง",
        body="ชาวเกาะลงนามในสัญญาสันติภาพหลังพายุใหญ่",
    ),
    "others": NOTE.format(
        title="ປະພາຄານຂອງເກາະ",
        question="Who saw it?",
        answer="Sailors did.",
        body="ប្រទេសកម្ពុជាមានប្រភាគារ។\n\nမြန်မာနိုင်ငံတွင်မီးပြတိုက်ရှိသည်။",
    ),
    "harbour": NOTE.format(
        title="등대 협정",
        question="누가 협정에 서명했는가?",
        answer="두 섬의 어부들이 서명했다.",
        body="어부들은 항구에서 등대를 기다렸다.",
    ),
    "wreck": NOTE.format(
        title="Corvus号搁浅事件",
        question="What happened to the ship?",
        answer="It ran aground.",
        body="1961年，Corvus号在风暴中沉没。The crew of the lugger rowed ashore. 渔民帮助了他们。",
    ),
}
FOUND = {
    "协定": ["fishing"],
    "合作协定": ["fishing"],
    "渔业": ["fishing"],
    "灯塔": ["fishing"],
    "关闭": ["fishing"],
    "北角": ["fishing"],
    "岛": ["fishing"],
    "渔民": ["fishing", "wreck"],
    "民渔": [],
    "灯塔 台风": ["fishing"],
    "灯塔，港口": ["fishing"],
    "灯塔 沉没": [],
    "1988年": ["fishing"],
    "ガス灯": ["lamp"],
    "ｶﾞｽ灯": ["lamp"],
    "突端": ["lamp"],
    "漁師": ["lamp"],
    "師たち": ["lamp"],
    "カラス": ["lamp"],
    "夜明け": ["lamp"],
    "人々": ["lamp"],
    "ประภาคาร": ["lighthouse"],
    "ประมง": ["lighthouse"],
    "สัญญา": ["lighthouse"],
    "สันติภาพ": ["lighthouse"],
    "ພາຄານ": ["others"],
    "កម្ពុជា": ["others"],
    "နိုင်ငံ": ["others"],
    "등대": ["harbour"],
    "항구": ["harbour"],
    "기다": ["harbour"],
    "어부 등대": ["harbour"],
    "Corvus": ["wreck"],
    "Corvus号": ["wreck"],
    "号搁浅": ["wreck"],
    "沉没": ["wreck"],
    "rowed 沉没": ["wreck"],
    "rowed 灯塔": [],
    "lugger": ["wreck"],
}
"""What readers type, and the notes they find."""
EXCERPTS = {
    "北角": "背景. 谈判在北角举行。",
    "关闭": "渔民共用一座灯塔。台风来临时，港口对外关闭。",
    "夜明け": "漁師たちは夜明けまで港で待った。かもめが飛び、人々は帰った。ｶﾗｽも来た。",
    "สันติภาพ": "ชาวเกาะลงนามในสัญญาสันติภาพหลังพายุใหญ่",
    "沉没": "1961年，Corvus号在风暴中沉没。The crew of the lugger rowed ashore.",
}


@pytest.fixture(
    scope="module",
    params=["en", pytest.param("zh", marks=CI), pytest.param("ja", marks=CI)],
)
def home(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve a site of these notes whose theme speaks a language."""
    notes = tmp_path_factory.mktemp("notes")
    for folder in ("content", "seeds"):
        (notes / folder).mkdir()
    files = {f"content/topics/{name}.md": text for name, text in NOTES.items()}
    settings = SETTINGS.read_text(encoding="utf-8")
    language = f"language: {request.param}"
    files["mkdocs.yml"] = settings.replace("language: en", language)
    write_files(notes, files)
    built = build_site(
        tmp_path_factory.mktemp("site"), notes, settings=notes / "mkdocs.yml"
    )
    start = (built.site / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{request.param}"' in start
    with serve(built.site) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Visit]:
    with visit_with(browser, home, {}) as opened:
        yield opened


@pytest.fixture
def page(visit: Visit) -> Page:
    page = visit.open("")
    page.locator("[data-md-component=search-query]").click()
    return page


def test_words_are_found_wherever_they_are_in_a_run_of_letters(
    visit: Visit, page: Page
) -> None:
    notes = {}
    for words in FOUND:
        search(page, words)
        addresses = found(page, visit.home)
        notes[words] = sorted(
            address.removeprefix("topics/").rstrip("/") for address in addresses
        )

    assert notes == FOUND
    assert visit.wrong == []


def test_excerpts_read_as_the_pages_do(visit: Visit, page: Page) -> None:
    for words, excerpt in EXCERPTS.items():
        search(page, words)
        shown = page.locator(".found-words").first
        assert excerpt in shown.inner_text()
        assert shown.locator("mark").all_inner_texts() == [words]


def test_a_title_is_shown_as_it_is_written(visit: Visit, page: Page) -> None:
    search(page, "北角")
    assert page.locator(".found-title").all_inner_texts() == ["两岛渔业合作协定"]


def test_the_script_of_the_search_knows_the_same_letters() -> None:
    script = (ROOT / "theme/scripts/search.js").read_text(encoding="utf-8")
    letters = re.search(r"const RUN =\s+/\(\[(.*)\]\+\)/u;", script)
    assert letters
    written = re.sub(r"\\u\{?(\w+)\}?", lambda code: chr(int(code[1], 16)), letters[1])
    assert written == UNSPACED
