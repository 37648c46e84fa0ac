"""From a written number to an amount: scale words, unit or currency on either side of it, sign.

An `Amount` is an amount in the making: exact, not yet joined with its neighbours to ranges, not yet bounded.
"""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.reading.mentions.amount_words import Currency, Factor, Index, Phrase, Scale, Unit, Words
from pledgebook.reading.mentions.numerals import Numeral, convention, digits, spelled
from pledgebook.reading.text.page import Page

_DASHES = frozenset("-–—")
_ONE: Factor = (1, 1)


@dataclass(slots=True)
class Amount:
    """A number with what stands beside it: tokens `first` to `last`, value `top`/`bottom` before its unit's factor.

    `type` is "" while nothing but the number is known. `scaled` tells that a scale word was written, `prefixed` that
    the currency stands before; `noun` is the counted noun and `noun_last` the token after it.
    """

    first: int
    last: int
    top: int
    bottom: int
    grain: int
    form: str
    type: str = ""
    unit: str = ""
    factor: Factor = _ONE
    scale: int = 1
    scaled: bool = False
    prefixed: bool = False
    name: str = ""
    sense: str = ""
    noun: str = ""
    noun_last: int = 0
    high: tuple[int, int] | None = None


def phrase_at(index: Index, page: Page, i: int, limit: int) -> tuple[Phrase, int] | None:
    """The longest phrase of an index that begins at token i, in its own case if some other case means another thing."""
    other: tuple[Phrase, int] | None = None
    low = page.low
    if i >= limit:
        return None
    for phrase in index.get(low[i], ()):
        last = i + 1 + len(phrase.rest)
        if other and last < other[1]:
            break
        if last > limit or (phrase.rest and tuple(low[i + 1 : last]) != phrase.rest):
            continue
        if last == limit and phrase.rest and low[last - 1] == ".":
            continue  # the full stop ends the sentence and no abbreviation
        written = _written(page, i, last)
        if not phrase.exact or written == phrase.exact:
            return phrase, last
        if other is None and not isinstance(phrase.sense, Currency) and len(written) > 1:
            other = (phrase, last) if written.lower() == phrase.exact.lower() else None
    return other


def _written(page: Page, first: int, last: int) -> str:
    return page.text[page.begins[first] : page.stops[last - 1]]


def amount_at(page: Page, words: Words, i: int, start: int, limit: int, table: bool = False) -> Amount | None:
    """The amount whose number begins at token i; nothing before token `start` may belong to it.

    In a `table` 1,5 is one number even without a unit.
    """
    numeral = digits(page, i, limit) if page.low[i].isdecimal() else _in_words(page, words, i, start, limit)
    if numeral is None:
        return None
    top, bottom, grain, last = numeral.top, numeral.bottom, numeral.grain, numeral.last
    top, bottom, grain, last = _with_part(page, words, (top, bottom, grain, last), limit)
    amount = Amount(numeral.first, last, top, bottom, grain, numeral.form)
    _take_point(page, amount, start)
    before = currency_ending(page, words, amount.first - 1, start)
    _take_scales(page, words, amount, limit, before is not None)
    take_unit(page, words, amount, limit)
    if before and amount.type in ("", "money"):
        _prefix(amount, *before)
    _take_sign(page, words, amount, start)
    _settle_form(page, amount, table)
    return amount


def _take_point(page: Page, amount: Amount, start: int) -> None:
    """ ".5 percent": a point that nothing stands before."""
    i = amount.first
    point = i - 1 >= start and page.low[i - 1] == "." and page.glued(i) and not page.glued(i - 1)
    if point and amount.form == "plain" and amount.bottom == 1:
        places = page.stops[i] - page.begins[i]
        amount.first, amount.bottom, amount.grain, amount.form = i - 1, 10**places, -places, "decimal"


def _in_words(page: Page, words: Words, i: int, start: int, limit: int) -> Numeral | None:
    """A number in words; a scale word alone is one only behind an article ("a hundred", "a million")."""
    if page.low[i] not in words.alone:
        return spelled(page, words, i, limit)
    if i <= start or page.low[i - 1] not in words.classes["article"]:
        return None
    number = spelled(page, words, i, limit)
    return number._replace(first=i - 1) if number else Numeral(i - 1, i, 1, 1, 0, "words")


def _with_part(page: Page, words: Words, value: tuple[int, int, int, int], limit: int) -> tuple[int, int, int, int]:
    """ "2½", "two and a half", "one and three quarters": the number with the fraction that follows it."""
    top, bottom, _, last = value
    if last >= limit:
        return value
    low = page.low
    glyph = words.glyphs.get(low[last])
    if glyph and page.glued(last):
        return top * glyph[1] + glyph[0] * bottom, bottom * glyph[1], -1, last + 1
    k = _past_hyphen(page, last)
    if bottom != 1 or k + 2 >= limit or low[k] not in words.classes["and"]:
        return value
    article = _past_hyphen(page, k + 1)
    at = _past_hyphen(page, article + 1)
    part = words.parts.get(low[at]) if at < limit and low[article] in words.classes["article"] else None
    if part is None:
        return value
    (upper, lower), _ = part
    return top * lower + upper, lower, -1, at + 1


def _past_hyphen(page: Page, k: int) -> int:
    """The token behind a glued hyphen at token k, or k."""
    return k + 1 if k < len(page.low) and page.low[k] == "-" and page.glued(k) else k


def currency_ending(page: Page, words: Words, k: int, start: int) -> tuple[Currency, int, str] | None:
    """The currency whose last token is k and that begins at `start` or later: with its first token and its words."""
    found = _currency_ending(page, words, k, start)
    if found is None and k > start and page.low[k] == "." and page.glued(k):
        found = _currency_ending(page, words, k - 1, start)  # "Kshs. 5"
    return found


def _currency_ending(page: Page, words: Words, k: int, start: int) -> tuple[Currency, int, str] | None:
    low = page.low
    if k < start:
        return None
    for phrase in words.before.get(low[k], ()):
        first = k - len(phrase.rest)
        if first < start or (phrase.rest and tuple(low[first:k]) != phrase.rest):
            continue
        written = _written(page, first, k + 1)
        if not _same_sign(phrase.exact, written) if phrase.exact else not page.capital[first]:
            continue
        if page.glued(first) and low[first - 1].isalnum() and low[first].isalpha():
            continue
        assert isinstance(phrase.sense, Currency)
        return phrase.sense, first, written
    return None


def _same_sign(exact: str, written: str) -> bool:
    """Whether a text writes a currency sign; "US $" is "US$", but "A $" is an article and a dollar."""
    return exact == written or (exact[1:2].isalpha() and exact == written.replace(" ", ""))


def dotted_before(page: Page, words: Words, i: int) -> int:
    """The first token of a currency sign whose full stop seems to end a sentence before token i ("S/. 5"), or i."""
    for phrase in words.before.get(".", ()) if i and page.low[i - 1] == "." else ():
        first = i - 1 - len(phrase.rest)
        if first >= 0 and _written(page, first, i) == phrase.exact:
            return first
    return i


def _take_scales(page: Page, words: Words, amount: Amount, limit: int, money: bool) -> None:
    """The scale words after the number, and further parts of the same number ("2 million 500 thousand")."""
    k, factor = amount.last, 1
    while k < limit and (found := _scale_at(page, words, amount, k, limit, money)):
        value, k = found
        factor *= value
    if factor == 1:
        return
    amount.last, amount.scale, amount.scaled = k, factor, True
    amount.top *= factor
    amount.grain += len(str(factor)) - 1
    _take_rest(page, words, amount, limit)


def _scale_at(page: Page, words: Words, amount: Amount, k: int, limit: int, money: bool) -> tuple[int, int] | None:
    """A scale word at token k, perhaps behind a hyphen: its factor and the token after it."""
    at = k + 1 if page.low[k] == "-" and page.glued(k) and k + 1 < limit and page.glued(k + 1) else k
    found = phrase_at(words.scales, page, at, limit)
    if not found:
        return None
    phrase, last = found
    scale = phrase.sense
    assert isinstance(scale, Scale)
    if scale.money and not money and not _sum_follows(page, words, k, last, limit):
        return None
    if at == amount.last and amount.form == "words" and not scale.alone and scale.money:
        return None
    return scale.factor, last


def _sum_follows(page: Page, words: Words, k: int, last: int, limit: int) -> bool:
    """Whether a glued "m" or "k" is a million or a thousand: a currency, a unit or a counted plural follows it."""
    if not page.glued(k) or last >= limit:
        return False
    word = page.low[last]
    if page.glued(last) or word in words.classes["metre"]:
        return False
    if phrase_at(words.after, page, last, limit) or phrase_at(words.units, page, last, limit):
        return True
    return word in words.classes["plural"] or (word.endswith("s") and word not in words.classes["singular"])


def _take_rest(page: Page, words: Words, amount: Amount, limit: int) -> None:
    """ "two thousand one hundred", "2 million 500 thousand", "5 thousand 600": the smaller part that goes on."""
    k, scale = amount.last, amount.scale
    while k < limit and scale >= 1000 and amount.bottom == 1:
        word = page.low[k]
        at = k + 1 if word in words.classes["and"] and amount.form == "words" and k + 1 < limit else k
        more = _smaller(page, words, amount, at, scale, limit)
        if more is None:
            return
        value, grain, scale, k = more
        amount.top, amount.grain, amount.last = amount.top + value, grain, k


def _smaller(
    page: Page, words: Words, amount: Amount, at: int, scale: int, limit: int
) -> tuple[int, int, int, int] | None:
    """A part smaller than `scale` at token `at`: value, grain, its own scale, the token after it."""
    word = page.low[at]
    in_digits = word.isdecimal()
    if in_digits != (amount.form != "words") or not (in_digits or word in words.cardinals or word in words.alone):
        return None
    part = digits(page, at, limit) if in_digits else spelled(page, words, at, limit)
    if part is None or part.bottom != 1 or part.top >= 1000:
        return None
    found = phrase_at(words.scales, page, part.last, limit) if part.last < limit else None
    if (
        found
        and isinstance(found[0].sense, Scale)
        and not found[0].sense.money
        and 1000 <= found[0].sense.factor < scale
    ):
        factor = found[0].sense.factor
        return part.top * factor, part.grain + len(str(factor)) - 1, factor, found[1]
    if scale == 1000 and not found and (not in_digits or (part.last - at == 1 and len(word) == 3)):
        return part.top, part.grain, 1, part.last
    return None


def take_unit(page: Page, words: Words, amount: Amount, limit: int) -> None:
    """Give the amount the unit or currency behind the number and its scale, perhaps behind a hyphen."""
    k, low = amount.last, page.low
    if k >= limit:
        return
    hyphen = low[k] == "-" and page.glued(k) and k + 1 < limit and page.glued(k + 1)
    of = amount.scaled and low[k] in words.classes["of"]  # "500 millions of cubic metres"
    at = k + 1 if hyphen or of else k
    unit = phrase_at(words.units, page, at, limit)
    money = phrase_at(words.after, page, at, limit)
    if money and money[1] < limit and page.glued(money[1]) and low[money[1]].isdecimal():
        money = None  # "$1bn-$2bn": the sign of the next number
    if money and _may_be_money(amount, money[0].sense) and (unit is None or _stronger(money, unit)):
        _set_currency(amount, money[0].sense, _written(page, at, money[1]))
        amount.last = money[1]
    elif unit and isinstance(unit[0].sense, Unit) and _may_be_unit(page, amount, unit[0].sense, unit[1]):
        _set_unit(amount, unit[0].sense, _written(page, at, unit[1]))
        amount.last = unit[1]


def _stronger(money: tuple[Phrase, int], unit: tuple[Phrase, int]) -> bool:
    """Whether a phrase that is both (MT: meticais, tonnes) is the currency: the longer, and no guarded word."""
    guarded = isinstance(money[0].sense, Currency) and money[0].sense.guard
    return money[1] > unit[1] or (money[1] == unit[1] and not guarded)


def _may_be_money(amount: Amount, sense: object) -> bool:
    """A guarded word ("won", "sum") needs a number that shows as a sum of money."""
    return isinstance(sense, Currency) and (not sense.guard or amount.scaled or amount.form in ("grouped", "thirds"))


def _may_be_unit(page: Page, amount: Amount, sense: Unit, last: int) -> bool:
    """A guarded word ("t", "second") stands straight behind digits or their scale; the x of 2x150 is none."""
    if sense.kind == "ratio" and last < len(page.low) and page.glued(last) and page.low[last].isdecimal():
        return False
    return not sense.guard or amount.form != "words" or amount.scaled


def _set_currency(amount: Amount, sense: object, written: str) -> None:
    assert isinstance(sense, Currency)
    amount.type, amount.unit, amount.factor = "money", sense.code, sense.factor
    if sense.shared:
        amount.sense, amount.name = "local", written.lower() if written.islower() or len(written) > 4 else written


def _set_unit(amount: Amount, sense: Unit, written: str) -> None:
    amount.type = {"percent": "percent", "points": "percent", "ratio": "ratio"}.get(sense.kind, "measure")
    amount.unit, amount.factor = (written, _ONE) if sense.unit == "none" else (sense.unit, sense.factor)
    amount.sense = "points" if sense.kind == "points" else ""
    amount.name = sense.per


def _prefix(amount: Amount, sense: Currency, first: int, written: str) -> None:
    """The currency before the number; a guarded one only before a number that shows as a sum."""
    shows = amount.scaled or amount.form in ("grouped", "thirds", "decimal", "comma")
    if sense.guard and not shows:
        return
    if amount.type == "":
        _set_currency(amount, sense, written)
    amount.first, amount.prefixed = first, True


def _take_sign(page: Page, words: Words, amount: Amount, start: int) -> None:
    """A minus before the number: the word, or a sign that nothing is glued to from the left."""
    k = amount.first - 1
    if k < start:
        return
    word = page.low[k]
    free = not page.glued(k) or not page.low[k - 1][-1].isalnum()
    sign = word in _DASHES and page.glued(amount.first) and free and amount.form != "words"
    near = k > 0 and page.begins[k] - page.stops[k - 1] <= 2
    if sign and near and page.low[k - 1].isdecimal():
        return
    if sign or word in words.classes["minus"]:
        amount.top, amount.first = -amount.top, k


def _settle_form(page: Page, amount: Amount, table: bool) -> None:
    """1.234 and 1,5 by what stands beside them: decimals before a scale or unit, thousands of things and money."""
    if amount.form == "comma" and table:
        amount.form = "decimal"
    if amount.form == "comma" and not amount.type and not amount.scaled:
        whole = amount.top // amount.bottom
        amount.top, amount.bottom, amount.grain, amount.last = whole, 1, 0, amount.last - 2
    if amount.form != "thirds":
        return
    style = convention(page.text)
    money = amount.type == "money" and not amount.scaled
    whole = (money and amount.top % 10 == 0) or ((money or amount.type == "") and style == "")
    if style == "," or amount.unit == "TEU" or whole:
        as_thousands(amount)


def as_thousands(amount: Amount) -> None:
    """Read the point of 1.234 as one between thousands."""
    if amount.form == "thirds" and amount.bottom == 1000:
        amount.bottom, amount.grain, amount.form = 1, amount.grain + 3, "grouped"
