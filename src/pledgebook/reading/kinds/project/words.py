"""The words of a project's name that tell it from others."""

from __future__ import annotations

_SMALL = frozenset(
    ["the", "a", "an", "new", "of", "in", "and", "for", "its", "at", "to", "from", "between", "on", "with", "under"]
)


def bare(name: str) -> frozenset[str]:
    """A name's words in lower case without small ones, plurals cut."""
    return frozenset(
        w[:-1] if len(w) > 4 and w.endswith("s") else w for w in name.casefold().split() if w not in _SMALL
    )
