"""What the tests of links know: a few notes and sources, and texts of them."""

from __future__ import annotations

from generator.app.assemble import vocabulary
from generator.app.load import load
from generator.artifacts import TextFile
from generator.diagnostics import Diagnostic
from generator.links.addresses import addresses_of
from generator.links.checks import text_problems
from generator.links.linker import Linker
from generator.links.policy import PagePolicy
from generator.names.reading import Scanned, scan_document
from generator.notes.relations import find_relations
from generator.settings import Settings
from tests.rendered import PICTURE

FILES = {
    "content/actors/keeper.md": """---
title: The Keeper
aliases: [C# player, Night/Day watch]
summary: A man who trims [[lamp|lamps]].
---
## Early years

## Early years

## Youth & fame

## 灯り
""",
    "content/index.md": "# Lights\n\n## Start\n",
    "content/places/rock.md": "# Bell Rock\n",
    "content/places/skerry.md": "---\ntitle: Skerry\ndraft: yes\n---\nx\n",
    "content/terms/lamp.md": "# Lamp\n\n## Oil\n",
    "seeds/log.md": "The lamp was lit.\n\np7: It went out.\n",
}
_LOADED = load(TextFile(path, text) for path, text in FILES.items())
INDEX = _LOADED.index
ADDRESSES = addresses_of(INDEX, _LOADED.home, [PICTURE, "data/notes.csv"])
LAMP = INDEX.notes["lamp"]
KEEPER = INDEX.notes["keeper"]
LOG = INDEX.sources["log"]


def scanned(body: str, fields: str = "") -> Scanned:
    """Return the body of a note, read for names."""
    text = f"---\ntitle: Lamp\n{fields}---\n{body}"
    others = {**FILES, "content/terms/lamp.md": text}
    index = load(TextFile(path, text) for path, text in others.items()).index
    known = vocabulary(index, list(find_relations(index)))
    return next(scan_document(index.notes["lamp"], index, known))


def problems_of(body: str) -> list[Diagnostic]:
    """Return what is wrong in the body of a note."""
    policy = PagePolicy("lamp", "all", 0, ())
    return list(text_problems(scanned(body), policy, INDEX, ADDRESSES))


def linker(files: dict[str, str]) -> Linker:
    """Return what links the documents of a site."""
    index = load(TextFile(path, text) for path, text in files.items()).index
    known = vocabulary(index, list(find_relations(index)))
    return Linker(index, known, Settings(), addresses_of(index))
