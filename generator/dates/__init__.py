"""Dates as precisely as they are known: what people type and write, as EDTF.

Others use `date`, `find` and `parse`.
"""
