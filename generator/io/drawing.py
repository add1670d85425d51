"""Cards as PNG: the one module that knows the renderer and the font reader of ``cards``."""

import hashlib
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from generator.artifacts import OutputFile
from generator.cards.layout import FOLDER, Card
from generator.cards.lines import Look
from generator.cards.typefaces import Typeface
from generator.io.files import read_bytes
from generator.io.progress import each

REGULAR, BOLD = "theme/fonts/newsreader-400.ttf", "theme/fonts/newsreader-600.ttf"
FONTS = (REGULAR, BOLD)
MARK = "theme/overrides/assets/mark.svg"
_EXTRA = ("fontTools", "resvg_py")
"""What the extra ``cards`` installs."""
_FAMILY_NAME = 1
"""ID of the family in a font's naming table, by which the renderer finds the font."""


def can_draw() -> bool:
    """Return whether the extra ``cards`` is installed."""
    return all(find_spec(name) is not None for name in _EXTRA)


def read_look(root: Path, site: str) -> Look:
    """Read the fonts and the mark of the theme."""
    mark = root / MARK
    return Look(
        site,
        regular=read_typeface(root / REGULAR),
        bold=read_typeface(root / BOLD),
        mark=mark.read_bytes() if mark.is_file() else b"",
    )


def read_typeface(path: Path) -> Typeface:
    """Read the family and the advance widths of a font."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - it is in an extra

    with TTFont(path) as font:
        family = font["name"].getDebugName(_FAMILY_NAME) or ""
        em = font["head"].unitsPerEm
        advances = font["hmtx"].metrics
        widths: dict[str, float] = {}
        for code, glyph in font.getBestCmap().items():
            advance, _ = advances[glyph]
            widths[chr(code)] = advance / em
    digest = hashlib.sha256(path.read_bytes()).digest()
    return Typeface(family, widths, digest)


def pictures(root: Path, docs_dir: Path, cards: Iterable[Card]) -> Iterator[OutputFile]:
    """Yield the picture of each card once, drawn only if it is not yet in docs_dir."""
    drawn = _drawn_before(docs_dir)
    fonts = [str(root / font) for font in FONTS]
    distinct = {card.path: card.svg for card in cards}
    for path, svg in each("Drawing cards", distinct.items(), len(distinct)):
        content = drawn.get(path)
        if content is None:
            content = _png(svg, fonts)
        yield OutputFile(path, content)


def _drawn_before(docs_dir: Path) -> dict[str, bytes]:
    """Return the pictures in docs_dir, by their paths inside it."""
    found: dict[str, bytes] = {}
    for file in read_bytes(docs_dir / FOLDER):
        name = Path(file.path).name
        found[f"{FOLDER}/{name}"] = file.content
    return found


def _png(svg: str, fonts: list[str]) -> bytes:
    """Draw with these fonts and no other, so that every machine draws the same."""
    import resvg_py  # noqa: PLC0415 - it is in an extra

    return resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=fonts
    )
