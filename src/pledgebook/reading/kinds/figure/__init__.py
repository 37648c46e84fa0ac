"""Figures: every number about a relation, with what it measures, between whom, when, and whether it is so."""

from pledgebook.reading.kinds.figure.read import read_figures

__all__ = ["read_figures"]
