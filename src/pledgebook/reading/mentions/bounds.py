"""Words that make an amount a bound or a rough one: before it, behind it, or a verb that governs it."""

from __future__ import annotations

from pledgebook.reading.text.page import Page, Tag

_ROLES = frozenset(
    ("bound", "bound_verb", "bound_during", "bound_after", "bound_gap", "bound_not", "bound_cue", "bound_prep")
)
_SPANS = ("day", "hour", "year")
_GAP = 3  # words that may stand between a verb and its number


class Bounds:
    """The bound words of a page, found by the token where they end (before a number) or begin (behind one)."""

    def __init__(self, page: Page) -> None:
        """Gather the tags of the roles `bound...` once for the page."""
        self._page = page
        self._ends: dict[int, Tag] = {}
        self._gaps: dict[int, int] = {}
        self._not: set[int] = set()
        self._cues: set[int] = set()
        self._after: dict[int, Tag] = {}
        for tag in page.tags:
            role = tag.role
            if role not in _ROLES:
                continue
            if role == "bound_gap":
                self._gaps[tag.last] = min(tag.first, self._gaps.get(tag.last, tag.first))
            elif role == "bound_not":
                self._not.add(tag.last)
            elif role == "bound_cue":
                self._cues.add(tag.last)
            elif role == "bound_after":
                if page.low[tag.first][0].isalpha() or page.glued(tag.first):
                    self._after.setdefault(tag.first, tag)
            elif tag.last not in self._ends or tag.first < self._ends[tag.last].first:
                self._ends[tag.last] = tag

    def before(self, first: int, unit: str = "", few: bool = False) -> str:
        """`over`, `under`, `about`, `upto` or "" for an amount that begins at token `first`; `few`: a small count."""
        tag = self._ends.get(first)
        if tag and tag.role == "bound_during" and unit in _SPANS and tag.first not in self._cues:
            return ""
        if tag and tag.role == "bound_prep" and few:
            return ""
        if tag and tag.value == "about" and tag.first in self._not:
            return ""
        if tag:
            return tag.value
        at = first
        for _ in range(_GAP):
            if at not in self._gaps:
                return ""
            at = self._gaps[at]
            tag = self._ends.get(at)
            if tag:
                return tag.value if tag.role == "bound_verb" else ""
        return ""

    def after(self, last: int) -> str:
        """`over`, `under`, `about` or "" for an amount (or its noun) that ends before token `last`."""
        tag = self._after.get(last)
        return tag.value if tag else ""

    def after_end(self, last: int) -> int:
        """The token behind bound words that follow an amount ("50,000 or more visitors"); `last` without any."""
        tag = self._after.get(last)
        return tag.last if tag else last
