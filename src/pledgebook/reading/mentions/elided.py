"""Numbers without a unit that lean on one before them: "trade 181 mln dollars, exports 132 mln"; "now it takes 14".

What is given so is marked `elided`: the number is written, its unit is concluded.
"""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.reading.mentions.amount_words import Words
from pledgebook.reading.mentions.quantities import Amount
from pledgebook.reading.text.page import Page, Sentence

_BEFORE = 8  # amounts of a sentence that are remembered
_SAID = 40  # words before a number in which its sentence tells what kind of sum it is
_NEAR = 3  # words before a number in which what ties it to an earlier one must stand
_REACH = 2  # sentences over which a span of time or a large sum is remembered
_FEW = 20  # a number in words up to this counts things, or is a span of time
_SPANS = ("day", "hour", "year")
_LINKS = frozenset(",;–—-")


class Elision:
    """What numbers without a unit may lean on. State: the last large sum, the last sum of money, the last span."""

    def __init__(self, page: Page, words: Words) -> None:
        """Begin with nothing to lean on."""
        self._page, self._words = page, words
        self._large: tuple[int, Amount] | None = None
        self._money: Amount | None = None
        self._span: tuple[int, Amount] | None = None

    def fill(self, sentence: Sentence, amounts: Sequence[Amount]) -> None:
        """Give the numbers of a sentence the units they leave out."""
        before: list[Amount] = []
        for k, amount in enumerate(amounts):
            self._as_million(amount, before)
            if amount.type == "":
                source = self._source(sentence, amount, before, amounts[k + 1 : k + 2])
                if source:
                    _lean(amount, source)
            if amount.type not in ("", "ordinal", "ratio"):
                before = [*before[-_BEFORE:], amount]
                self._keep(sentence, amount)

    def _keep(self, sentence: Sentence, amount: Amount) -> None:
        if amount.scaled and amount.type in ("money", "measure", "count"):
            self._large = sentence.index, amount
        if amount.scaled and amount.type == "money":
            self._money = amount
        if amount.unit in _SPANS:
            self._span = sentence.index, amount

    def _as_million(self, amount: Amount, before: list[Amount]) -> None:
        """ "EUR 35 m, of which 28 m is paid in", "cars $1.2bn, steel 870m": beside a sum an m may be a million."""
        low = self._page.low
        if amount.type != "measure" or low[amount.last - 1] != "m" or amount.scaled:
            return
        after = low[amount.last] if amount.last < len(low) else ""
        if after in self._words.classes["metre"]:
            return
        glued = self._page.glued(amount.last - 1)
        source = next((a for a in reversed(before) if a.type == "money" and a.scaled), None)
        if source and (glued or low[source.last - 1] == "m"):
            amount.type, amount.unit, amount.scaled, amount.scale, amount.factor = "", "", True, 1_000_000, (1, 1)
            amount.top, amount.grain = amount.top * 1_000_000, amount.grain + 6

    def _source(
        self, sentence: Sentence, amount: Amount, before: list[Amount], after: Sequence[Amount]
    ) -> Amount | None:
        """What a bare number leans on, or None."""
        outside = [a for a in before if self._page.low[a.first - 1] != "("]
        if gapped := self._gapped(sentence, amount, outside):
            return gapped
        if amount.sense == "label":
            return None
        ahead = next((a for a in after if a.scaled and a.type in ("money", "measure") and not a.prefixed), None)
        if amount.scaled and amount.scale >= 1_000_000:
            return self._large_source(sentence, amount, outside, ahead)
        if ahead and amount.form == "decimal" and not outside:
            return ahead
        return self._small_source(sentence, amount, outside)

    def _gapped(self, sentence: Sentence, amount: Amount, before: list[Amount]) -> Amount | None:
        """ "Peru has to lay 190 km and Chile 113": the same unit once more, the verb left out."""
        low, name = self._page.low, amount.first - 2
        if not before or not self._ends(sentence, amount) or before[-1].type == "count":
            return None
        if not self._page.capital[amount.first - 1] or before[-1].scaled != amount.scaled:
            return None
        return before[-1] if low[name] in self._words.classes["and"] or low[name] in _LINKS else None

    def _large_source(
        self, sentence: Sentence, amount: Amount, before: list[Amount], ahead: Amount | None
    ) -> Amount | None:
        """A sum with a scale word leans on the last one with a unit; on money where the sentence speaks of money."""
        near = next((a for a in reversed(before) if a.scaled and a.type in ("money", "measure", "count")), None)
        if near or ahead:
            return near or ahead
        classes = self._words.classes
        said = self._page.low[max(sentence.first, amount.first - _SAID) : amount.first]
        if any(w in classes["how_many"] for w in said):
            return None
        if any(w in classes["sum"] for w in said):
            return self._money
        if self._large is None or self._large[0] < sentence.index - _REACH or self._large[1].type == "measure":
            return None
        return self._large[1]

    def _small_source(self, sentence: Sentence, amount: Amount, before: list[Amount]) -> Amount | None:
        """A bare number leans on the amount before it that it is set against, or on a span if it is what it takes."""
        classes, low = self._words.classes, self._page.low
        near = low[max(sentence.first, amount.first - _NEAR) : amount.first]
        if self._span and any(w in classes["takes"] for w in near) and self._ends(sentence, amount):
            span = before[-1] if before else self._span[1]
            if span.unit in _SPANS and self._span[0] >= sentence.index - _REACH:
                return span
        against = any(w in classes["set_against"] for w in near)
        source = next((a for a in reversed(before) if against or not self._adverbial(sentence, a)), None)
        if source is None or source.type == "count" or amount.form == "decimal":
            return source  # half a thing cannot be counted: a bare decimal leans on any amount
        if source.scaled == amount.scaled and self._goes_on(sentence, amount, source):
            return source
        return next((a for a in reversed(before) if a.type == "count"), None)

    def _goes_on(self, sentence: Sentence, amount: Amount, source: Amount) -> bool:
        """Whether a bare number is of its source's kind: "40 percent, later 60"; not "5,000 t; 8 are new"."""
        classes, low, last = self._words.classes, self._page.low, amount.last
        near = low[max(sentence.first, amount.first - _NEAR) : amount.first]
        if any(w in classes["contrast"] or w in classes["among"] for w in near):
            return True
        if amount.form == "words" and amount.top <= _FEW and source.unit not in _SPANS:
            return False  # "ships of 350 TEU, and two of them"
        after = low[last] if last < sentence.last else "."
        if after[0].isalnum() and after not in classes["stop"]:
            return False
        level = source.type == "percent" and (amount.top > 100 or (bool(near) and near[-1] in classes["to"]))
        return after not in classes["be"] and not level

    def _adverbial(self, sentence: Sentence, amount: Amount) -> bool:
        """ "in five years", "ten days ago": when, not how long."""
        if amount.unit not in _SPANS:
            return False
        classes, low = self._words.classes, self._page.low
        after = low[amount.last] if amount.last < sentence.last else ""
        return low[amount.first - 1] in classes["during"] or after in classes["ago"]

    def _ends(self, sentence: Sentence, amount: Amount) -> bool:
        """Whether the number is the last word of its clause."""
        return amount.last >= sentence.last or not self._page.low[amount.last][0].isalnum()


def _lean(amount: Amount, source: Amount) -> None:
    """Give a number what its source has: unit and currency, the scale of a bare decimal, the counted noun."""
    if amount.form == "decimal" and not amount.scaled and source.scaled:
        amount.top, amount.scaled, amount.scale = amount.top * source.scale, True, source.scale
        amount.grain += len(str(source.scale)) - 1
    if source.type == "count":
        amount.noun = source.noun
        return
    amount.type, amount.unit, amount.factor = source.type, source.unit, source.factor
    amount.name, amount.sense = source.name, "elided"
