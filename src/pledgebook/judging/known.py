"""What is known on a day: the claims seen by then, each with what judging compares of it, and ways to find them.

A `Known` is a pure function of its claims, the matching and the day; it is built once and never changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pledgebook.judging.view import View
from pledgebook.model import Claim, Item, Matched, Series


class Known:
    """The claims that were published by a day, oldest first."""

    def __init__(self, claims: Iterable[Claim], matched: Matched, on: date) -> None:
        """Take the claims whose document was out on `on`; one whose day is not known is taken as out."""
        views = map(View, claims)
        seen = sorted((v for v in views if v.seen <= on), key=lambda v: (v.seen, v.claim.document, v.begin, v.id))
        self.on = on
        self.views: tuple[View, ...] = tuple(seen)
        self.by_id: dict[str, View] = {v.id: v for v in seen}
        self._place = {v.id: i for i, v in enumerate(seen)}
        self._by_kind: dict[str, list[View]] = {}
        self.item_of: dict[str, Item] = {c: i for i in matched.items for c in i.claims if c in self.by_id}
        self._series_of = {c: _quantity(s) for s in matched.series for c in s.claims}
        self._side_of = {c: s.side for s in matched.series for c in s.claims}
        self._by_document: dict[str, list[View]] = {}
        self._by_word: dict[tuple[str, str], list[View]] = {}
        self._by_quantity: dict[tuple[str, str, str], list[View]] = {}
        self._near: dict[tuple[str, int], tuple[View, ...]] = {}
        for view in seen:
            self._by_document.setdefault(view.claim.document, []).append(view)
            self._by_kind.setdefault(view.kind, []).append(view)
            tokens = (*_tokens(view), *self._series_token(view)) if view.kind == "figure" else ()
            for token in tokens:
                self._by_quantity.setdefault((view.get("indicator"), view.get("unit"), token), []).append(view)
            for sort in _sorts(view):
                for word in view.all_keys:
                    self._by_word.setdefault((sort, word), []).append(view)

    def same_series(self, a: View, b: View) -> bool:
        """Whether matching holds two figures to be of one quantity, whoever counts it."""
        series = self._series_of.get(a.id)
        return series is not None and series == self._series_of.get(b.id)

    def _series_token(self, view: View) -> tuple[str, ...]:
        """The series of a figure as a thing to be found by."""
        series = self._series_of.get(view.id)
        return ("#" + "\t".join(series),) if series else ()

    def side(self, view: View) -> str:
        """Who counts a figure: the side of its series, else who is reported or published it."""
        return self._side_of.get(view.id) or view.source

    def item(self, view: View) -> tuple[View, ...]:
        """The claims of the same thing, this one included, oldest first."""
        item = self.item_of.get(view.id)
        return tuple(self.by_id[c] for c in item.claims if c in self.by_id) if item else (view,)

    def same_item(self, a: View, b: View) -> bool:
        """Whether matching holds two claims to be of one thing."""
        item = self.item_of.get(a.id)
        return item is not None and item is self.item_of.get(b.id)

    def figures_near(self, view: View, indicators: Iterable[str]) -> list[View]:
        """The figures, of some indicators and in the same unit, that share a word, the series or the value of one."""
        tokens = (*_sought(view), *self._series_token(view))
        keys = [(indicator, view.get("unit"), token) for indicator in indicators for token in tokens]
        found = {v.id: v for k in keys for v in self._by_quantity.get(k, ())}
        return self.in_order(found.values())

    def of_kind(self, kind: str) -> list[View]:
        """The claims of a kind, oldest first."""
        return self._by_kind.get(kind, [])

    def sharing(self, view: View, sorts: Iterable[str]) -> list[View]:
        """The claims of some sorts that share a word with what a claim is about, oldest first."""
        words = view.own_keys.keys() | view.place_keys
        found = {v.id: v for s in sorts for word in words for v in self._by_word.get((s, word), ())}
        return self.in_order(found.values())

    def place(self, claim: str) -> int:
        """The place of a claim in the order of documents and of their text."""
        return self._place[claim]

    def in_order(self, views: Iterable[View]) -> list[View]:
        """Claims in the order of documents and of their text."""
        return sorted(views, key=lambda v: self._place[v.id])

    def beside(self, view: View) -> tuple[View, ...]:
        """The claims of one document that share a quote, or a part of one, with a claim."""
        return self.near(view, 0)

    def near(self, view: View, gap: int) -> tuple[View, ...]:
        """The claims of one document whose quotes stand within `gap` characters of a claim's."""
        if (view.id, gap) not in self._near:
            told = self._by_document[view.claim.document]
            self._near[view.id, gap] = tuple(v for v in told if v is not view and _touch(view, v, gap))
        return self._near[view.id, gap]


def _sorts(view: View) -> tuple[str, ...]:
    """Under which sorts a claim is found: its kind; a phase of a project; a figure only where it tells what is so."""
    if view.kind != "figure":
        return (view.kind, "phase") if view.kind == "project" and view.phase else (view.kind,)
    if view.get("status") != "actual":
        return ()
    return ("share",) if view.get("indicator") == "share" else ("actual",)


def _tokens(view: View) -> Iterable[str]:
    """What a figure is found by: its names, the words of what it measures, or that there are none; and its value."""
    yield from view.named
    yield from (f"+{word}" if view.named else f"-{word}" for word in view.measured or ("",))
    yield f"={float(view.claim.get('value', 0)):.6g}"


def _sought(view: View) -> Iterable[str]:
    """What figures of one quantity are looked for by: a named one by its names, or by the words of unnamed ones."""
    yield from view.named
    words = view.measured or ("",)
    yield from (f"-{word}" for word in words)
    yield from (f"+{word}" for word in words if not view.named)
    yield f"={float(view.claim.get('value', 0)):.6g}"


def _quantity(series: Series) -> tuple[str, ...]:
    """What the series of all sides that count one quantity have in common."""
    return series.indicator, series.what, series.reporter, series.partner, series.unit


def _touch(a: View, b: View, gap: int) -> bool:
    """Whether a quote of one overlaps a quote of the other, or stands within `gap` characters of it."""
    quotes = b.claim.fact.quotes
    return any(p.begin < q.stop + gap and q.begin < p.stop + gap for p in a.claim.fact.quotes for q in quotes)
