"""Pledges: who says that what will be done, by when, how firmly; actions without a number of their own."""

from pledgebook.reading.kinds.pledge.read import read_pledges

__all__ = ["read_pledges"]
