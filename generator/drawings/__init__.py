"""Drawings in SVG: timelines, and the ties between notes."""
