"""Drawing: what a font says of itself, and that nothing is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.io.drawing import BOLD, REGULAR, read_typeface
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("font", "family", "widths"),
    [
        (REGULAR, "Newsreader", {"W": 0.9665, " ": 0.229, "é": 0.4615, "ł": 0.317}),
        (
            BOLD,
            "Newsreader SemiBold",
            {"W": 1.028, " ": 0.219, "é": 0.4815, "ł": 0.3395},
        ),
    ],
)
def test_a_font_says_how_wide_its_characters_are(
    font: str, family: str, widths: dict[str, float]
) -> None:
    face = read_typeface(ROOT / font)

    assert face.family == family
    assert {sign: face.widths[sign] for sign in widths} == widths
    assert "조" not in face.widths
    assert face.width("WéW ") == pytest.approx(
        2 * widths["W"] + widths["é"] + widths[" "]
    )


def test_the_command_line_does_not_need_what_only_cards_need() -> None:
    code = (
        "import sys; from generator.app.lazy_commands import COMMANDS;"
        "[command.load() for command in COMMANDS.values()];"
        "sys.exit(bool({'fontTools', 'resvg_py'} & set(sys.modules)))"
    )

    assert (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode
        == 0
    )
