"""Dates as precise as they are known: what people type and write, as EDTF."""
