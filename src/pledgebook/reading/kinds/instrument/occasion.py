"""When and where a document was signed: among times and places of its words, its list and the occasion, as learned."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.model import Fact, Mention, first_day, last_day
from pledgebook.reading import ranking
from pledgebook.reading.kinds.common import preposition, times_in
from pledgebook.reading.kinds.instrument.papers import Paper
from pledgebook.reading.text import Page, Sentence, Tag

_SENSES = frozenset({"point", "deadline", "present", "start", "period"})
# Days between an occasion and the document that tells of it, beyond which it lends no date.
_FRESH = 60
_OCCASIONS = frozenset({"state_visit", "visit", "summit", "forum", "commission", "talks", "ceremony"})
_STEPS = (0, 1, 2, 4, 7, 12, 20)


class Occasion:
    """Chooses date and place of one document."""

    def __init__(
        self, page: Page, kinds: list[str], paper: Paper, act: Tag | None, lead: Sentence | None,
        meetings: Sequence[Fact], status: str,
    ) -> None:  # fmt: skip
        self.page, self.kinds, self.paper, self.act, self.lead, self.status = page, kinds, paper, act, lead, status
        self.held = _meeting(page, paper.sentence, meetings)

    def date(self) -> str:
        """The day or period of what became of the document, "" where it is not told."""
        published = self.page.document.published
        values, features = [""], [[*self._none(), f"none|acted={self.act is not None}"]]
        for source, m in self._near("time"):
            day = last_day(m.end or m.start)
            side = "unknown" if not published else "future" if day > last_day(published) else "past"
            values.append(m.start or m.end)
            features.append(
                [*self._stands(source, m), f"{side}|{self.status}", f"{m.sense}|{source}", f"grain={m.grain}|{source}",
                 f"{m.sense}|title={self._titled(m)}", f"{side}|{source}"]
            )  # fmt: skip
        if self.held is not None:
            values.append(self.held.get("end"))
            features.append(self._lent())
        return ranking.best("instrument_date", self.page.begins[self.paper.tag.first], values, features)[0]

    def place(self) -> str:
        """The place of signing, "" where it is not told."""
        values, features = [""], [self._none()]
        for source, m in self._near("place"):
            values.append(m.name or m.text)
            features.append(self._stands(source, m))
        if self.held is not None and self.held.get("place"):
            values.append(self.held.get("place"))
            features.append(self._lent())
        return ranking.best("instrument_place", self.page.begins[self.paper.tag.first], values, features)[0]

    def _none(self) -> list[str]:
        lent = bool(self.held)
        return ["none", f"none|{self.status}", f"none|lent={lent}", f"none|led={self.lead is not None}"]

    def _near(self, what: str) -> list[tuple[str, Mention]]:
        """Times or places of the document's stretch, of its sentence, and of the one that leads its list."""
        paper, page = self.paper, self.page
        spans = [("own", paper.floor, paper.ceiling), ("sentence", paper.sentence.first, paper.sentence.last)]
        if self.lead is not None:
            spans.append(("lead", self.lead.first, self.lead.last))
        out: dict[int, tuple[str, Mention]] = {}
        for source, first, last in spans:
            found = (
                times_in(page, first, last, _SENSES) if what == "time"
                else [m for m in page.mentions_in(first, last) if m.type == "place"]
            )  # fmt: skip
            for m in found:
                out.setdefault(m.first, (source, m))
        return [out[i] for i in sorted(out)]

    def _titled(self, m: Mention) -> bool:
        return self.paper.first <= m.first < self.paper.last

    def _stands(self, source: str, m: Mention) -> list[str]:
        """How a time or place stands to the document and to the word that tells what became of it."""
        paper, act = self.paper, self.act
        before = preposition(self.page, self.kinds, m, paper.sentence.first if source != "lead" else 0)
        side = "title" if self._titled(m) else "ahead" if m.first < paper.first else "behind"
        gap = ranking.bucket(abs(m.first - paper.last) if side == "behind" else abs(paper.first - m.last), *_STEPS)
        far = ranking.bucket(abs(m.first - act.last), *_STEPS) if act is not None and source != "lead" else "-"
        after = act is not None and m.first > act.first
        between = self.page.tags_in(*sorted((m.first, paper.tag.first)))
        rivals = [t for t in between if t.role in ("event", "figure", "project")]
        return [
            "own", source, f"{source}|before={before}", f"{source}|{side}", f"gap={gap}|{side}|{source}",
            f"act={far}|{after}", f"{source}|{self.status}", f"rival={bool(rivals)}|{source}",
            f"behindact={after}|{before}", f"{source}|first={m.first == paper.sentence.first}",
        ]  # fmt: skip

    def _lent(self) -> list[str]:
        assert self.held is not None
        near = self.held.quotes[0].begin == self.paper.sentence.begin
        form, acted = self.held.get("form"), self.act is not None or self.lead is not None
        return ["lent", f"lent|{self.status}|{acted}", f"lent|{form}", f"lent|near={near}", f"lent|{acted}"]


def _meeting(page: Page, sentence: Sentence, meetings: Sequence[Fact]) -> Fact | None:
    """The meeting at which a document was signed: the last one told before, recent, of the kinds where one signs."""
    published = page.document.published
    held = [
        m for m in meetings
        if m.get("status") == "held" and m.get("end") and m.get("form") in _OCCASIONS
        and (not published or 0 <= (first_day(published) - first_day(m.get("end"))).days <= _FRESH)
    ]  # fmt: skip
    before = [m for m in held if m.quotes[0].begin <= sentence.begin]
    placed = [m for m in before if m.get("place")]
    if before:
        return (placed or before)[-1]
    return held[0] if held else None
