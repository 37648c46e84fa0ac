"""How much two claims have in common in one respect."""

from __future__ import annotations

APART, SILENT, ALIKE, EQUAL = 0, 1, 2, 3
WORDS = ("apart", "silent", "alike", "equal")
