"""The preview: an edit is one rebuild, and a mistake leaves the last good pages."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT, lay_out, write_files

pytestmark = pytest.mark.xdist_group("serve")
NOTE, SOURCE, TEMPLATE = (
    "content/actors/kim.md",
    "seeds/post.md",
    "theme/pages/places.md.jinja",
)
FILES = {
    NOTE: "---\ntitle: Kim Jong Un\ntype: person\n---\nHe leads North Korea [@post].\n",
    "content/places/wonsan.md": "---\ntitle: Wonsan\nlatlon: 39.15, 127.44\n---\nA port.\n",
    SOURCE: "---\ntitle: The report\npublisher: The Post\n---\nKim leads.\n",
}
PATIENCE = 60.0
"""Seconds after which a test gives up waiting."""
SETTLED = 1.5
"""Seconds without a rebuild after which none is to come; MkDocs looks four times a second."""


@dataclass(frozen=True)
class Server:
    """A running preview."""

    root: Path
    port: int
    log: Path

    def get(self, path: str) -> tuple[int, str]:
        """Ask for a page."""
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=PATIENCE
        )
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def builds(self) -> int:
        """Count rebuilds; MkDocs says "Documentation built" but once if two take equally long."""
        return self.said().count("Reloading browsers")

    def wait_for_builds(self, count: int) -> int:
        """Wait for so many builds, then until no more come; return how many there were."""
        wait_until(lambda: self.builds() >= count, self.said)
        while True:
            before = self.builds()
            time.sleep(SETTLED)
            if self.builds() == before:
                return before


def wait_until(is_so: Callable[[], bool], said: Callable[[], str]) -> None:
    """Wait for something to become so.

    Raises:
        TimeoutError: If it does not; with all that was said meanwhile.
    """
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(said())
        time.sleep(0.05)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to end, and make it end if it does not."""
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a small project until the tests are done."""
    root = tmp_path_factory.mktemp("preview")
    lay_out(root)
    write_files(root, FILES)
    log = root.parent / f"{root.name}.log"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    environment["PYTHONUNBUFFERED"] = "1"
    with (
        log.open("wb") as said,
        subprocess.Popen(
            command, cwd=root, env=environment, stdout=said, stderr=said
        ) as process,
    ):
        try:
            served = Server(root, port, log)
            wait_until(
                lambda: "Serving on" in served.said() or process.poll() is not None,
                served.said,
            )
            assert process.poll() is None, served.said()
            yield served
        finally:
            end(process)


@pytest.mark.parametrize(
    ("file", "old", "new", "page"),
    [
        (NOTE, "He leads", "He has long led", "/actors/kim/"),
        (SOURCE, "Kim leads.", "Kim leads the country.", "/sources/post/"),
        (TEMPLATE, '"Position"', '"Where on the map"', "/places/wonsan/"),
    ],
    ids=["note", "source", "template"],
)
def test_an_edit_is_one_rebuild_and_shows(
    server: Server, file: str, old: str, new: str, page: str
) -> None:
    shown = new.strip('"')
    assert shown not in server.get(page)[1]
    before = server.builds()
    text = (server.root / file).read_text(encoding="utf-8")

    write_files(server.root, {file: text.replace(old, new)})

    assert server.wait_for_builds(before + 1) == before + 1
    assert shown in server.get(page)[1]


def test_a_page_comes_and_goes_with_its_note(server: Server) -> None:
    before = server.builds()
    write_files(
        server.root, {"content/events/new.md": "---\ndate: 2024\n---\nIt happened.\n"}
    )

    assert server.wait_for_builds(before + 1) == before + 1
    status, page = server.get("/events/new/")
    assert (status, "It happened." in page) == (200, True)

    (server.root / "content/events/new.md").unlink()

    assert server.wait_for_builds(before + 2) == before + 2
    assert server.get("/events/new/")[0] == 404


def test_a_mistake_leaves_the_last_good_page_and_is_shown_until_it_is_mended(
    server: Server,
) -> None:
    good = (server.root / NOTE).read_text(encoding="utf-8")
    before = server.builds()
    problem = f"{NOTE}:3:1: error[unknown-field] actors have no field 'typ'"

    write_files(server.root, {NOTE: good.replace("type:", "typ:") + "More.\n"})

    assert server.wait_for_builds(before + 1) == before + 1
    status, page = server.get("/actors/kim/")
    assert status == 200
    assert "North Korea" in page
    assert "More." not in page
    assert "The last edit has errors; these are the last good pages." in page
    assert problem.replace("'", "&#39;") in page
    assert f"ERROR   -  {problem}" in server.said()

    write_files(server.root, {NOTE: good + "More.\n"})

    assert server.wait_for_builds(before + 2) == before + 2
    mended = server.get("/actors/kim/")[1]
    assert "More." in mended
    assert "The last edit has errors" not in mended


def test_a_mistake_in_a_template_is_shown_too_and_the_server_goes_on(
    server: Server,
) -> None:
    good = (server.root / TEMPLATE).read_text(encoding="utf-8")
    before = server.builds()

    write_files(server.root, {TEMPLATE: "{% if %}" + good})

    assert server.wait_for_builds(before + 1) == before + 1
    status, page = server.get("/places/wonsan/")
    assert (status, "The last edit has errors" in page) == (200, True)
    assert "theme/pages/places.md.jinja:1: " in page
    assert "Traceback" not in server.said()

    write_files(server.root, {TEMPLATE: good})

    assert server.wait_for_builds(before + 2) == before + 2
    assert "The last edit has errors" not in server.get("/places/wonsan/")[1]


def test_the_search_of_a_preview_follows_an_edit(server: Server) -> None:
    index = "/pagefind/kinds.json"
    wait_until(lambda: server.get(index)[0] == 200, server.said)
    before = server.builds()

    write_files(server.root, {"content/terms/found.md": "Found at once.\n"})

    assert server.wait_for_builds(before + 1) == before + 1
    wait_until(lambda: '"term"' in server.get(index)[1], server.said)
    (server.root / "content/terms/found.md").unlink()
    server.wait_for_builds(before + 2)
    wait_until(lambda: '"term"' not in server.get(index)[1], server.said)
    assert server.get("/pagefind/pagefind.js")[0] == 200
