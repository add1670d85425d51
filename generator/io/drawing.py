"""Cards as PNG: the one module that knows the renderer, which comes with the extra ``cards``."""

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from generator.artifacts import OutputFile
from generator.cards.layout import FOLDER, Card, Look
from generator.cards.typefaces import parse_typeface
from generator.io.files import read_bytes

FONTS = ("theme/fonts/newsreader-400.ttf", "theme/fonts/newsreader-600.ttf")
MARK = "theme/overrides/assets/mark.svg"


def can_draw() -> bool:
    """Say whether the renderer is installed."""
    return find_spec("resvg_py") is not None


def read_look(root: Path, site: str) -> Look:
    """Read the fonts and the mark of the theme."""
    regular, bold = (parse_typeface((root / font).read_bytes()) for font in FONTS)
    mark = root / MARK
    return Look(site, regular, bold, mark.read_bytes() if mark.is_file() else b"")


def pictures(root: Path, docs_dir: Path, cards: Iterable[Card]) -> Iterator[OutputFile]:
    """Yield the picture of each card once, drawn only where docs_dir does not hold it already."""
    folder = docs_dir / FOLDER
    held = {
        f"{FOLDER}/{Path(page.path).name}": page.content for page in read_bytes(folder)
    }
    fonts = [str(root / font) for font in FONTS]
    for path, svg in {card.path: card.svg for card in cards}.items():
        yield OutputFile(path, held[path] if path in held else _png(svg, fonts))


def _png(svg: str, fonts: list[str]) -> bytes:
    """Draw with these fonts and no other, so that every machine draws the same."""
    import resvg_py  # noqa: PLC0415 - it is an extra

    return resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=fonts
    )
