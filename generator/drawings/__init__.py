"""Drawings in SVG. Others use `timeline` (with `periods`) and `relations` (with `Box`)."""
