"""Drawings in SVG, made of text alone: a timeline, and who is tied to whom."""
