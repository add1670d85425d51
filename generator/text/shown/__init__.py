"""The words of a text as readers see them, and where each of them is in what the writer typed."""

from generator.text.shown.words import CITATION, OBJECT, Shown, Stretch, Unit, UnitKind
from generator.text.shown.writer import shown

__all__ = ["CITATION", "OBJECT", "Shown", "Stretch", "Unit", "UnitKind", "shown"]
