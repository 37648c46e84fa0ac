"""Instruments: single documents by which parties bind or declare themselves, signed, in force, planned or ended."""

from pledgebook.reading.kinds.instrument.read import read_instruments

__all__ = ["read_instruments"]
