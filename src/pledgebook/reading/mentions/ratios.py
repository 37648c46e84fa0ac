"""Ratios in words (doubled, by half, two thirds, four times) and ordinals."""

from __future__ import annotations

from pledgebook.reading.mentions.amount_words import Factor, Scale, Unit, Words
from pledgebook.reading.mentions.bounds import Bounds
from pledgebook.reading.mentions.numerals import Numeral, spelled
from pledgebook.reading.mentions.quantities import Amount, phrase_at
from pledgebook.reading.text.page import Page

_BACK = 5  # words before "times" in which a verb of growth may stand


def times_word(page: Page, words: Words, i: int, limit: int) -> Amount | None:
    """ "doubled", "threefold", "half as much", "twice the number": a multiple in one word or phrase."""
    low = page.low
    for rest, word in words.times.get(low[i], ()):
        last = i + 1 + len(rest)
        if last > limit or (rest and tuple(low[i + 1 : last]) != rest):
            continue
        if last < limit and low[last] in word.not_before:
            return None
        top, bottom = word.value
        return Amount(i, last, top, bottom, 0, "ratio", type="ratio", unit="times")
    return None


def multiple(page: Page, words: Words, amount: Amount, start: int, limit: int) -> bool:
    """Whether "four times" is a multiple and no count of occasions: by its verb, or by "more", "as much" behind it."""
    if amount.bottom != 1 or page.low[amount.last - 1] not in words.classes["occasion"]:
        return True
    after = page.low[amount.last : min(limit, amount.last + 2)]
    if after and (after[0] in words.classes["more"] or (after[1:] and after[1] in words.classes["of"])):
        return True
    return any(w in words.classes["grow"] for w in page.low[max(start, amount.first - _BACK) : amount.first])


def is_factor(page: Page, words: Words, amount: Amount, start: int) -> bool:
    """ "by a factor of 3", "multiplied by 3"."""
    i, low = amount.first, page.low
    if i - 2 < start:
        return False
    of = low[i - 1] in words.classes["of"] and low[i - 2] in words.classes["factor"]
    return of or (low[i - 1] in words.classes["by"] and low[i - 2] in words.classes["factor_by"])


def part_at(page: Page, words: Words, bounds: Bounds, i: int, start: int, limit: int) -> Amount | None:
    """ "a third", "two-thirds", "half of", "by half", "½": a share in percent; "half a million", "half an hour"."""
    number = spelled(page, words, i, limit) if page.low[i] in words.cardinals else None
    if number and (among := _one_in(page, words, number, limit)):
        return among
    k = number.last if number else i
    if number and k < limit and page.low[k] == "-" and page.glued(k):
        k += 1
    part = words.parts.get(page.low[k]) if k < limit else None
    if number and part and number.top != 1 and page.low[k] in words.ordinals:
        return None
    glyph = words.glyphs.get(page.low[k]) if k < limit and not number else None
    value = glyph or (part.value if part else None)
    if value is None or (part and k + 1 < limit and page.low[k + 1] in part.not_before):
        return None
    article = not number and i > start and page.low[i - 1] in words.classes["article"]
    if article and i - 2 >= start and page.low[i - 2] in words.classes["and"]:
        return None  # "an hour and a half"
    amount = Amount(i - 1 if article else i, k + 1, value[0] * (number.top if number else 1), value[1], -1, "ratio")
    if _of_scale(page, words, amount, limit):
        return amount
    if number or glyph or _is_share(page, words, bounds, amount, start, limit, value, article):
        amount.type, amount.unit, amount.factor, amount.grain = "ratio", "percent", (100, 1), 0
        amount.sense = "change" if amount.first > start and page.low[amount.first - 1] in words.classes["by"] else ""
        return amount
    return None


def _one_in(page: Page, words: Words, number: Numeral, limit: int) -> Amount | None:
    """ "one in five", "nine out of ten"."""
    low, k = page.low, number.last
    out_of = k + 1 < limit and low[k] in words.classes["out"] and low[k + 1] in words.classes["of"]
    k += 2 if out_of else 1
    if k >= limit or not (out_of or low[k - 1] in words.classes["in"]):
        return None
    whole = words.cardinals.get(low[k], 0)
    if not number.top < whole <= 20 or (out_of and whole != 10) or phrase_at(words.units, page, k + 1, limit):
        return None
    share = (number.top, whole)
    return Amount(number.first, k + 1, *share, 0, "ratio", type="ratio", unit="percent", factor=(100, 1))


def _is_share(
    page: Page, words: Words, bounds: Bounds, amount: Amount, start: int, limit: int, value: Factor, article: bool
) -> bool:
    """Whether "third" or "half" alone is a share and no ordinal, half-year or quarter of one."""
    low, k = page.low, amount.last
    governed = amount.first > start and low[amount.first - 1] in words.classes["by"]
    bounded = bool(bounds.before(amount.first))
    ends = k >= limit or not low[k][0].isalnum()
    follows = ends or low[k] in words.classes["share"]
    if article:
        return follows and low[k : k + 1] != ["-"]
    halves = value == (1, 2) and follows and not ends
    return follows and (governed or bounded or (halves and not _named_half(page, words, amount)))


def _named_half(page: Page, words: Words, amount: Amount) -> bool:
    """ "the first half of", "this half": half a year and no share."""
    i = amount.first
    before = page.low[i - 1] if i else ""
    return before in words.ordinals or before in words.classes["half_not_after"] or before == "-"


def _of_scale(page: Page, words: Words, amount: Amount, limit: int) -> bool:
    """ "half a million tonnes", "a quarter of a billion", "half an hour": the part of a scale word or of a unit."""
    low, k = page.low, amount.last
    if k < limit and low[k] in words.classes["of"]:
        k += 1
    if k < limit and low[k] in words.classes["article"]:
        k += 1
    if k >= limit:
        return False
    scale = phrase_at(words.scales, page, k, limit)
    if scale and isinstance(scale[0].sense, Scale) and scale[0].sense.alone:
        amount.top *= scale[0].sense.factor
        amount.last, amount.scale, amount.scaled, amount.grain = scale[1], scale[0].sense.factor, True, 0
        amount.grain = len(str(scale[0].sense.factor)) - 2
        return True
    unit = phrase_at(words.units, page, k, limit) if k == amount.last + 1 else None
    if unit and isinstance(unit[0].sense, Unit) and low[amount.last] not in words.classes["of"]:
        if unit[0].sense.guard or unit[0].sense.kind in ("ratio", "percent", "points"):
            return False
        amount.type, amount.unit, amount.factor, amount.last = (
            "measure",
            unit[0].sense.unit,
            unit[0].sense.factor,
            unit[1],
        )
        return True
    return False


def ordinal(page: Page, words: Words, i: int, limit: int) -> Amount | None:
    """ "third", "twenty-first", "21st": tokens i and on."""
    low = page.low
    value, k = words.ordinals.get(low[i]), i + 1
    if value is None and low[i].isdecimal() and k < limit and page.glued(k) and low[k] in words.ordinal_ends:
        return Amount(i, k + 1, int(low[i]), 1, 0, "ordinal", type="ordinal") if len(low[i]) < 6 else None
    if value is None and words.cardinals.get(low[i], 0) >= 20:
        at = k + 1 if k + 1 < limit and low[k] == "-" and page.glued(k) else k
        unit = words.ordinals.get(low[at], 0) if at < limit else 0
        if 0 < unit < 10:
            value, k = words.cardinals[low[i]] + unit, at + 1
    return Amount(i, k, value, 1, 0, "ordinal", type="ordinal") if value is not None else None


def fraction(page: Page, words: Words, i: int, limit: int) -> Amount | None:
    """ "2/3 of": a small fraction with "of" behind it; 2024/25 and No. 2/2024 are none."""
    low = page.low
    if i + 3 >= limit or low[i + 1] != "/" or low[i + 3] not in words.classes["of"]:
        return None
    top, bottom = int(low[i][:4]), int(low[i + 2]) if low[i + 2].isdecimal() and len(low[i + 2]) < 4 else 0
    if not 0 < top < bottom <= 100:
        return None
    return Amount(i, i + 3, top, bottom, 0, "ratio", type="ratio", unit="percent", factor=(100, 1))
