"""Units that a heading, a bracket or the label of a row gives to the bare numbers below it ("mln USD", "GWh")."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.reading.mentions.amount_words import Currency, Factor, Scale, Unit, Words
from pledgebook.reading.mentions.quantities import Amount, phrase_at
from pledgebook.reading.text.page import Page, Sentence

_OPENS = frozenset("(,:[|")


@dataclass(frozen=True, slots=True)
class Caption:
    """A scale and a unit written without a number, at sentence `index` of paragraph `paragraph`."""

    scale: int
    type: str
    unit: str
    factor: Factor
    index: int
    paragraph: int
    kind: str


def caption_at(page: Page, words: Words, i: int, sentence: Sentence) -> Caption | None:
    """The caption that begins at token i: scale and unit, unit and scale, or in a row or heading a unit alone."""
    if i > sentence.first and page.low[i - 1] not in _OPENS and page.low[i - 1] not in words.classes["in"]:
        return None
    limit = sentence.last
    scale, k = _scale(page, words, i, limit, money=False)
    unit = _unit(page, words, k, limit) if k < limit else None
    if unit is None:
        return None
    last = unit[3]
    if scale == 1 and last < limit:
        scale, last = _scale(page, words, last, limit, money=unit[0] == "money")
    closed = last >= limit or page.low[last] in ")],:|" or sentence.kind == "row"
    if not closed or (scale == 1 and sentence.kind == "prose"):
        return None
    return Caption(scale, *unit[:3], sentence.index, sentence.paragraph, sentence.kind)


def _scale(page: Page, words: Words, i: int, limit: int, money: bool) -> tuple[int, int]:
    found = phrase_at(words.scales, page, i, limit)
    if not found or not isinstance(found[0].sense, Scale):
        return 1, i
    scale = found[0].sense
    return (scale.factor, found[1]) if scale.factor >= 1000 and (money or not scale.money) else (1, i)


def _unit(page: Page, words: Words, i: int, limit: int) -> tuple[str, str, Factor, int] | None:
    money = phrase_at(words.after, page, i, limit)
    if money and isinstance(money[0].sense, Currency):
        return "money", money[0].sense.code, money[0].sense.factor, money[1]
    unit = phrase_at(words.units, page, i, limit)
    if unit and isinstance(unit[0].sense, Unit) and unit[0].sense.kind not in ("ratio", "points", "duration"):
        sense = unit[0].sense
        return "percent" if sense.kind == "percent" else "measure", sense.unit, sense.factor, unit[1]
    return None


def covers(caption: Caption | None, sentence: Sentence) -> bool:
    """Whether a caption still holds: over the rows below it, or within its own paragraph."""
    if caption is None:
        return False
    if sentence.kind == "row":
        return caption.kind != "row" or caption.index <= sentence.index
    return caption.kind != "row" and sentence.paragraph == caption.paragraph


def apply(caption: Caption, amount: Amount) -> None:
    """Give a bare amount the caption's scale and unit."""
    amount.type, amount.unit, amount.factor = caption.type, caption.unit, caption.factor
    amount.top *= caption.scale
    amount.grain += len(str(caption.scale)) - 1
    amount.sense = "table"
