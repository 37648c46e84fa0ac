"""The words of a language as data: one folder a language, one readable file a subject.

`pack(lang)` loads a language once; the reader asks it for roles ("governor of an aim"), never for words.
"""

from pledgebook.lexicon.pack import Entry, Pack, pack
from pledgebook.lexicon.table import rows

__all__ = ["Entry", "Pack", "pack", "rows"]
