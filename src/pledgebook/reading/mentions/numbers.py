"""Finds every number of a page: money, percent, ratios, measures, counts, ordinals, plain numbers.

One pass anchored on digits and number words; then neighbours are joined (ranges, a shared scale or unit), bounded,
and made mentions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from itertools import pairwise

from pledgebook.model import Mention
from pledgebook.reading.mentions.amount_words import Words, amount_words
from pledgebook.reading.mentions.bounds import Bounds
from pledgebook.reading.mentions.captions import Captions
from pledgebook.reading.mentions.counted import is_one, take_noun
from pledgebook.reading.mentions.elided import Elision
from pledgebook.reading.mentions.joined import join
from pledgebook.reading.mentions.labels import (
    chain_end,
    is_age,
    is_clock,
    is_hour,
    is_named,
    is_numbered,
    is_stuck,
    is_year,
    phone_end,
)
from pledgebook.reading.mentions.quantities import Amount, amount_at, dotted_before, take_unit
from pledgebook.reading.mentions.ratios import fraction, is_factor, multiple, ordinal, part_at, times_word
from pledgebook.reading.text.page import Page, Sentence

_FEW = 12  # things counted in words
# What carries a label on to the next number: years only by a dash, "Articles 5, 6 and 7" by more.
_CHAIN = frozenset("-–/+")


def find(page: Page, taken: Collection[tuple[int, int]] = ()) -> list[Mention]:
    """The number mentions of a page in order. `taken` are ranges of tokens (first, last) that dates have claimed."""
    words = amount_words(page.pack.lang)
    reader = _Reader(page, words, Bounds(page), {k for first, last in taken for k in range(first, last)})
    elision = Elision(page, words)
    out: list[Mention] = []
    for sentence, found, in_row in reader.sentences():
        amounts = [a for a in join(page, words, found) if a.first >= sentence.first or _sure(a)]
        if not in_row:
            elision.fill(sentence, amounts)
        out.extend(_mention(page, reader.bounds, sentence.last, a) for a in amounts)
    out = _apart(out)
    _same_sums(page, out)
    return out


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Amounts that do not overlap: a sign between two numbers ("5 S/. 5") goes to the first, and the second is left."""
    out: list[Mention] = []
    for m in mentions:
        if not out or m.first >= out[-1].last:
            out.append(m)
    return out


def _same_sums(page: Page, mentions: list[Mention]) -> None:
    """ "up to ¥31 bn (Sh27 bn)": the same sum in brackets in another currency has the same bound."""
    for a, b in pairwise(mentions):
        if a.type == b.type == "money" and a.unit != b.unit and b.first - a.last == 1 and page.low[a.last] == "(":
            b.qualifier = b.qualifier or a.qualifier
            b.sense = b.sense or a.sense


def _after(amount: Amount) -> int:
    """Where to read on: behind the counted noun, which may hold a number of its own ("twenty-foot boxes")."""
    return amount.last if any(c.isdigit() for c in amount.noun) else max(amount.last, amount.noun_last)


def _sure(amount: Amount) -> bool:
    """Whether a number in what looks like the label of an item ("2.5 million tonnes went") is an amount."""
    return amount.scaled or amount.type not in ("", "count")


class _Reader:
    """One pass over a page. State: `free`, the first token no amount has used; `label`, where the last label ended and
    whether it was a word's ("Articles 5 and 6"); `captions`, the units in force for bare numbers."""

    def __init__(self, page: Page, words: Words, bounds: Bounds, covered: set[int]) -> None:
        """Begin at the first token; `covered` are the tokens of dates."""
        self.page, self.words, self.bounds = page, words, bounds
        self._covered, self._dates = covered, sorted(covered)
        self._free = 0
        self._label, self._label_word = -1, False
        self._captions = Captions(page, words)

    def sentences(self) -> list[tuple[Sentence, list[Amount], bool]]:
        """The amounts of each sentence that has any, and whether it is a row of a table.

        Amounts before the sentence's first token stand in its label.
        """
        runs: list[tuple[Sentence, list[Amount], bool]] = []
        start = 0
        for sentence in self.page.sentences:
            self._captions.open(sentence)
            found = self._amounts(start, sentence)
            if found:
                runs.append((sentence, found, self._captions.in_row))
            start = sentence.last
        return runs

    def _amounts(self, start: int, sentence: Sentence) -> list[Amount]:
        """The amounts of a sentence and of the label before it ("2.5 million tonnes" looks like one)."""
        low, covered = self.page.low, self._covered
        in_prose = sentence.kind == "prose" and not self._captions.in_row
        anchors = self.words.anchors if in_prose else self.words.row_anchors
        self._free = start
        found: list[Amount] = []
        after, last = start, sentence.last
        for i in [k for k in range(start, last) if low[k] in anchors or low[k].isdecimal()]:
            if i < after or i in covered:
                continue
            amount, after = self._read(i, self._limit(i, last), sentence)
            if amount and covered.isdisjoint(range(amount.first, after)):
                found.append(amount)
                self._free = amount.last
        return found

    def _limit(self, i: int, last: int) -> int:
        """Where reading from token i must end: at the sentence's end or the next date."""
        at = bisect_left(self._dates, i)
        return min(last, self._dates[at]) if at < len(self._dates) else last

    def _read(self, i: int, limit: int, sentence: Sentence) -> tuple[Amount | None, int]:
        """The amount at token i, or None, and the token to go on with."""
        if self.page.low[i].isdecimal():
            amount, after = self._digits(i, limit, sentence)
        else:
            amount = self._spelled(i, limit)
            after = _after(amount) if amount else i + 1
            if amount is None:
                self._captions.take(i, sentence)
        if amount and amount.type == "" and not amount.scaled:
            self._captions.give(amount, sentence)
        return amount, after

    def _spelled(self, i: int, limit: int) -> Amount | None:
        page, words = self.page, self.words
        amount = times_word(page, words, i, limit) or part_at(page, words, self.bounds, i, self._free, limit)
        if amount and amount.type:
            return self._typed(amount, limit) if amount.type == "ratio" else amount
        if amount is None:
            amount = ordinal(page, words, i, limit)
            if amount:
                return amount
            amount = amount_at(page, words, i, self._free, limit)
        else:
            take_unit(page, words, amount, limit)
        typed = self._typed(amount, limit) if amount else None
        if typed and typed.type in ("", "count") and is_numbered(page, words, typed, self._free):
            return None  # "Phase Two"
        return typed

    def _typed(self, amount: Amount, limit: int) -> Amount | None:
        """The amount with the noun it counts; "one" and "three times" only where they are numbers."""
        page, words = self.page, self.words
        if amount.type == "ratio" and not multiple(page, words, amount, self._free, limit):
            amount.type, amount.unit, amount.noun, amount.factor = "count", "count", page.low[amount.last - 1], (1, 1)
        if amount.type == "" and is_factor(page, words, amount, self._free):
            amount.type, amount.unit = "ratio", "times"
        if amount.type == "":
            take_noun(page, words, amount, self.bounds.after_end(amount.last), limit)
        if amount.form == "words" and amount.top == 1 and amount.bottom == 1 and amount.type in ("", "count"):
            return amount if is_one(page, words, amount, self._free, limit) else None
        return amount

    def _digits(self, i: int, limit: int, sentence: Sentence) -> tuple[Amount | None, int]:
        page, words = self.page, self.words
        if phone := phone_end(page, words, i, self._free, limit):
            return self._labelled(phone)
        if i == sentence.first:
            self._free = min(self._free, dotted_before(page, words, i))
        found = ordinal(page, words, i, limit)
        amount = found or amount_at(page, words, i, self._free, limit, self._captions.in_row)
        if amount is None:
            return self._labelled(i + 1)
        if found:
            return amount, amount.last
        if amount.type == "" and (chain := chain_end(page, amount, limit)):
            part = fraction(page, words, i, limit)
            return (part, part.last) if part else self._labelled(chain)
        chained = self._label == i - 1 and self._chains(page.low[i - 1])
        if is_age(page, words, amount, limit) or (
            amount.type in ("", "measure") and is_clock(page, words, amount, limit)
        ):
            return self._labelled(amount.last)
        typed = self._typed(amount, limit)
        if typed is None or (typed.type in ("", "count") and self._names(typed, chained)):
            return self._labelled(amount.last)
        in_prose = typed.type == "" and not self._captions.in_row
        if in_prose and (is_named(page, typed, sentence.first) or is_hour(page, words, typed, self._free)):
            typed.sense = "label"
        return typed, _after(typed)

    def _names(self, amount: Amount, chained: bool) -> bool:
        """Whether a bare number only names a thing: the number of a document, a type, a year."""
        bounded = bool(self.bounds.before(amount.first))
        if chained and (not amount.noun or self.page.glued(amount.first)):
            return True
        self._label_word = is_numbered(self.page, self.words, amount, self._free)
        stuck = is_stuck(self.page, self.words, amount, self._free)
        return self._label_word or stuck or is_year(self.page, amount, bounded)

    def _chains(self, word: str) -> bool:
        classes = self.words.classes
        return word in _CHAIN or (
            self._label_word and (word in ",&" or word in classes["and"] or word in classes["or"])
        )

    def _labelled(self, last: int) -> tuple[None, int]:
        self._label = last
        return None, last


def _mention(page: Page, bounds: Bounds, limit: int, a: Amount) -> Mention:
    """The mention of a finished amount of a sentence that ends before token `limit`; whole values as ints."""
    begin, stop = page.begins[a.first], page.stops[a.last - 1]
    ends = [k for k in (a.last, a.noun_last) if 0 < k < limit]
    few = a.type == "count" and a.form == "words" and a.top <= _FEW
    bound = bounds.before(a.first, a.unit, few) or next((found for k in ends if (found := bounds.after(k))), "")
    sense = a.noun or a.sense
    if bound == "upto":
        bound, sense = "under", sense or "upto"
    return Mention(
        type=a.type or "number",
        text=page.document.text[begin:stop],
        begin=begin,
        stop=stop,
        first=a.first,
        last=a.last,
        value=_number(a.top * a.factor[0], a.bottom * a.factor[1]),
        high=_number(*a.high) if a.high else None,
        unit=a.unit,
        qualifier=bound,
        name=a.name,
        sense=sense,
        grain=_grain(a),
    )


def _number(top: int, bottom: int) -> int | float:
    """The exact quotient where it is whole, else the float nearest to it; to six digits where it has no end."""
    if top % bottom == 0:
        return top // bottom
    rest = bottom
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return top / bottom if top % rest == 0 else float(f"{top / bottom:.6g}")


def _grain(a: Amount) -> str:
    """The power of ten of the last written digit, in the base unit."""
    top, bottom = (1, 1) if a.form == "ratio" else a.factor
    return f"1e{a.grain + (len(str(top)) - len(str(bottom)) if bottom > 1 or top > 1 else 0)}"
